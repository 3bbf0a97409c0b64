// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/caseverifier.h"
#include "tests/models/caseworkshop.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

/// Whoever changes a case file, or the journal behind it, is found out by both verifiers: ours and the one that was written from the page.
/// SONDE_CASE_MUTATIONS says how many random changes are tried; SONDE_CASE_SEED and SONDE_CASE_FIRST repeat one that was not found.
class TestCaseFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatNobodyTouchedIsWhole_data();
    void whatNobodyTouchedIsWhole();
    void changesAreFoundAndLocated_data();
    void changesAreFoundAndLocated();
    void randomChangesAreFound();
    void otherFilesAreNone();
    void whatTheJournalSaysWasRemovedMayBeMissing();
    void whatItDoesNotSayWasRemovedMayNot_data();
    void whatItDoesNotSayWasRemovedMayNot();

private:
    using Case = CaseWorkshop::Case;

    [[nodiscard]] Case whole() const { return m_workshop.make({SessionId(3), SessionId(5)}, 120, {m_signed}); }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"case.zip"_s); }
    /// By somebody who has keys of their own, as anybody can.
    /// Without any output, from a journal whose last entry says that content of a session was removed.
    void writeRemoved(SessionId session, ContentKind what)
    {
        CaseWorkshop workshop(130);
        workshop.add(session, {}, Event::ContentRemoved{what, 14, 200, u"output-days"_s, 30});
        Case made = workshop.make({SessionId(3), SessionId(5)}, 131, {});
        std::erase_if(
            made.members, [](const auto &member) { return member.first.startsWith(CaseNames::OutputFolder); });
        QVERIFY(workshop.write(path(), made, workshop.workstation));
    }
    void forge(const Case &made, const std::optional<QByteArray> &journal = {})
    {
        QVERIFY(m_workshop.write(path(), made, m_forger, journal));
    }
    [[nodiscard]] QStringList ours() const;
    [[nodiscard]] QStringList theirs();
    QString mutateBytes(QRandomGenerator &random);
    QString mutateContent(QRandomGenerator &random);

    QTemporaryDir m_folder;
    CaseWorkshop m_workshop{130};
    Countersignature m_signed = m_workshop.countersigned(60);
    ProofKey m_forger = ProofKey::make().value();
    QProcess m_python;
};

namespace {

/// Answers a path with what verify_case.py finds, on one line.
constexpr auto PythonLoop = R"(
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import verify_case
for line in sys.stdin:
    found = []
    try:
        verify_case.verify(open(line.strip(), 'rb').read(), lambda where, what: found.append(f'{where}: {what}'))
    except Exception as error:
        found.append(f'cannot be read: {error!r}'.replace('\n', ' '))
    print('\t'.join(found).replace('\n', ' '), flush=True)
)";

quint32 fromEnvironment(const char *name, quint32 otherwise)
{
    bool isNumber = false;
    const quint32 value = qEnvironmentVariable(name).toUInt(&isNumber);
    return isNumber ? value : otherwise;
}

QByteArray record(const JournalEntry &entry)
{
    return canonicalRecord(entry);
}

} // namespace

void TestCaseFile::initTestCase()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        return;
    m_python.start(python, {u"-c"_s, QString::fromLatin1(PythonLoop), QStringLiteral(SONDE_CASE_DIR)});
    QVERIFY(m_python.waitForStarted());
}

void TestCaseFile::cleanupTestCase()
{
    m_python.closeWriteChannel();
    m_python.waitForFinished();
}

QStringList TestCaseFile::ours() const
{
    const auto verdict = verifyCase(path());
    if (!verdict)
        return {u"cannot be read"_s};
    QStringList found;
    for (const CaseFinding &finding : verdict->findings)
        found += u"%1 %2 entry %3"_s.arg(
            QString::fromLatin1(QMetaEnum::fromType<CaseFinding::Fault>().valueToKey(int(finding.fault))),
            finding.member, QString::number(finding.entry));
    return found;
}

QStringList TestCaseFile::theirs()
{
    m_python.write(path().toUtf8() + '\n');
    while (!m_python.canReadLine()) {
        if (!m_python.waitForReadyRead(-1)) // it may be held up: an answer that comes late is one to another question
            return {u"it ended: "_s + QString::fromUtf8(m_python.readAllStandardError())};
    }
    return QString::fromUtf8(m_python.readLine()).trimmed().split(u'\t', Qt::SkipEmptyParts);
}

void TestCaseFile::whatNobodyTouchedIsWhole_data()
{
    QTest::addColumn<QList<quint64>>("sessions");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QList<quint64>>("countersigned");
    QTest::newRow("one session") << QList<quint64>{3} << quint64(120) << QList<quint64>{60};
    QTest::newRow("two sessions") << QList<quint64>{3, 5} << quint64(127) << QList<quint64>{60, 1, 126};
    QTest::newRow("the whole journal") << QList<quint64>{} << quint64(130) << QList<quint64>{60, 130};
    QTest::newRow("without countersignatures") << QList<quint64>{4} << quint64(64) << QList<quint64>{};
    QTest::newRow("countersigned just now") << QList<quint64>{4} << quint64(64) << QList<quint64>{64};
}

void TestCaseFile::whatNobodyTouchedIsWhole()
{
    QFETCH(QList<quint64>, sessions);
    QFETCH(quint64, size);
    QFETCH(QList<quint64>, countersigned);
    std::vector<SessionId> ids;
    for (const quint64 session : sessions)
        ids.emplace_back(session);
    std::vector<Countersignature> signatures;
    for (const quint64 at : countersigned)
        signatures.push_back(m_workshop.countersigned(at));
    QVERIFY(m_workshop.write(path(), m_workshop.make(ids, size, signatures), m_workshop.workstation));
    QCOMPARE(ours(), QStringList());
    if (m_python.state() == QProcess::Running)
        QCOMPARE(theirs(), QStringList());
}

void TestCaseFile::changesAreFoundAndLocated_data()
{
    QTest::addColumn<std::function<void(TestCaseFile &)>>("change");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    using Change = std::function<void(TestCaseFile &)>;
    const auto row = [](const char *name, Change change, const QString &ours, const QString &theirs) {
        QTest::newRow(name) << change << ours << theirs;
    };
    const auto entry = [](quint64 number) {
        return [number](Case &made) -> QByteArray & { return made.records[number]; };
    };
    row(
        "an entry was changed",
        [entry](TestCaseFile &test) {
            Case made = test.whole();
            entry(30)(made).replace("ps 30", "ls 30");
            test.forge(made);
        },
        u"EntriesDiffer  entry 30"_s, u"entry 30: here entries were changed"_s);
    row(
        "an entry was removed",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.records.erase(60);
            test.forge(made);
        },
        u"EntriesDiffer  entry 63"_s, u"entry 63: here entries were changed"_s);
    row(
        "two entries were swapped",
        [](TestCaseFile &test) {
            Case made = test.whole();
            QByteArray journal;
            std::swap(made.records[30], made.records[33]);
            test.forge(made);
        },
        u"EntryOutOfOrder  entry 32"_s, u"entry 32: is out of order"_s);
    row(
        "the tail was cut",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.records.erase(made.records.upper_bound(100), made.records.end());
            test.forge(made);
        },
        u"EntriesDiffer  entry 99"_s, u"entry 99: here entries were changed"_s);
    row(
        "an entry was added",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.records.emplace(31, record(test.m_workshop.journal.at(30)));
            test.forge(made);
        },
        u"NothingSigned  entry 31"_s, u"entry 31: nothing was signed"_s);
    row(
        "an output was changed",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.member("outputs/45") += "more";
            test.forge(made);
        },
        u"OutputDiffers outputs/45 entry 45"_s, u"entry 45: the output of command 45"_s);
    row(
        "an output was removed",
        [](TestCaseFile &test) {
            Case made = test.whole();
            std::erase_if(made.members, [](const auto &member) { return member.first == "outputs/45"; });
            test.forge(made);
        },
        u"OutputMissing outputs/45 entry 45"_s, u"entry 45: the output of command 45"_s);
    row(
        "an output was added",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.members.emplace_back("outputs/4711", "invented");
            test.forge(made);
        },
        u"OfNoEntry outputs/4711"_s, u"outputs/4711: belongs to no entry"_s);
    row(
        "an older database was put back",
        [](TestCaseFile &test) { test.forge(test.m_workshop.make({SessionId(3), SessionId(5)}, 50, {test.m_signed})); },
        u"JournalCut  entry 51"_s, u"entry 51: the journal ends before"_s);
    row(
        "the service rewrote the past and signed it",
        [](TestCaseFile &test) {
            CaseWorkshop rewritten(130);
            rewritten.service = test.m_workshop.service;
            JournalEntry &told = rewritten.journal.at(29);
            told.event = Event::CommandRejected{u"nothing at all"_s, {}};
            for (size_t i = 29; i < rewritten.journal.size(); ++i) {
                rewritten.journal.at(i).previous = rewritten.journal.at(i - 1).hash;
                rewritten.journal.at(i).hash = entryHash(rewritten.journal.at(i));
            }
            test.forge(rewritten.make({SessionId(3), SessionId(5)}, 120, {test.m_signed}));
        },
        u"NotCountersigned  entry 60"_s, u"countersignature of"_s);
    row(
        "a statement of another key",
        [](TestCaseFile &test) {
            Case made = test.whole();
            CaseStatement &said = made.index.statements.front().said;
            made.index.statements.front().signature = test.m_forger.sign(caseText(said));
            test.forge(made);
        },
        u"StatementUnsigned"_s, u"statement on session 3: is not signed"_s);
    row(
        "a session without a statement",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.index.statements.pop_back();
            test.forge(made);
        },
        u"StatementsIncomplete case.json"_s, u"case.json: there is not one statement"_s);
    row(
        "a bent countersignature",
        [](TestCaseFile &test) {
            Case made = test.whole();
            made.index.countersignatures.front().signature[7] = 'x';
            test.forge(made);
        },
        u"CountersignatureUnsigned"_s, u"countersignature of"_s);
}

void TestCaseFile::changesAreFoundAndLocated()
{
    QFETCH(std::function<void(TestCaseFile &)>, change);
    change(*this);
    const auto names = [](const QStringList &found, const QString &wanted) {
        return std::ranges::any_of(found, [&](const QString &line) { return line.startsWith(wanted); });
    };
    QFETCH(QString, ours);
    const QStringList foundHere = this->ours();
    QVERIFY2(names(foundHere, ours), qPrintable(foundHere.join(u'\n')));
    if (m_python.state() != QProcess::Running)
        QSKIP("there is no python3");
    QFETCH(QString, theirs);
    const QStringList foundThere = this->theirs();
    QVERIFY2(names(foundThere, theirs), qPrintable(foundThere.join(u'\n')));
}

/// Of a good file: a bit, or its end.
QString TestCaseFile::mutateBytes(QRandomGenerator &random)
{
    QFile file(path());
    if (!m_workshop.write(path(), whole(), m_workshop.workstation) || !file.open(QIODevice::ReadWrite))
        return u"no file"_s;
    if (random.bounded(8) == 0) {
        const qint64 size = random.bounded(1, int(file.size()));
        file.resize(size);
        return u"cut to %1"_s.arg(size);
    }
    const qint64 at = random.bounded(int(file.size()));
    file.seek(at);
    const char byte = char(file.read(1).at(0) ^ char(1 << random.bounded(8)));
    file.seek(at);
    file.write(&byte, 1);
    return u"byte %1"_s.arg(at);
}

/// By somebody who seals the file anew.
QString TestCaseFile::mutateContent(QRandomGenerator &random)
{
    Case made = whole();
    const auto some = [&] { return std::next(made.records.begin(), random.bounded(int(made.records.size()))); };
    const int kind = random.bounded(6);
    if (kind == 0) {
        const auto entry = some();
        const int at = random.bounded(int(entry->second.size()));
        entry->second[at] = char(entry->second.at(at) ^ char(1 << random.bounded(8)));
    } else if (kind == 1) {
        made.records.erase(some());
    } else if (kind == 2) {
        const auto one = some();
        const auto other = some();
        if (one == other)
            made.records.erase(one);
        else
            std::swap(one->second, other->second);
    } else if (kind == 3) {
        made.records.erase(some(), made.records.end());
    } else if (kind == 4) {
        QByteArray &bytes = made.members.at(size_t(random.bounded(int(made.members.size())))).second;
        if (bytes.isEmpty())
            bytes += 'x';
        else
            bytes[random.bounded(int(bytes.size()))] ^= char(1 << random.bounded(8));
    } else {
        made = m_workshop.make(made.index.sessions, quint64(random.bounded(6, 60)), {m_signed});
    }
    return m_workshop.write(path(), made, m_forger) ? u"forgery %1"_s.arg(kind) : u"no file"_s;
}

void TestCaseFile::randomChangesAreFound()
{
    constexpr quint32 usually = 200;
    const quint32 wanted = fromEnvironment("SONDE_CASE_MUTATIONS", usually);
    const quint32 first = fromEnvironment("SONDE_CASE_FIRST", 0);
    const quint32 seed = fromEnvironment("SONDE_CASE_SEED", QRandomGenerator::global()->generate());
    QRandomGenerator random(seed);
    for (quint32 run = 0; run < wanted; ++run) {
        const QString what = run % 2 ? mutateBytes(random) : mutateContent(random);
        if (run < first)
            continue;
        const QString where = u"seed %1, run %2: %3"_s.arg(seed).arg(run).arg(what);
        QVERIFY2(!ours().isEmpty(), qPrintable(where));
        if (m_python.state() == QProcess::Running)
            QVERIFY2(!theirs().isEmpty(), qPrintable(where));
    }
}

void TestCaseFile::otherFilesAreNone()
{
    QVERIFY(!verifyCase(m_folder.filePath(u"none.zip"_s)));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("text"), QByteArray(5000, 'x')}) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(!ours().isEmpty());
    }
}

/// All of the workshop's outputs are of session 3.
void TestCaseFile::whatTheJournalSaysWasRemovedMayBeMissing()
{
    writeRemoved(SessionId(3), ContentKind::Output);
    QCOMPARE(ours(), QStringList());
    const auto verdict = verifyCase(path());
    QVERIFY(verdict && verdict->isWhole());
    QCOMPARE(verdict->removals.size(), 1U);
    QCOMPARE(verdict->removals.front().session, SessionId(3));
    QCOMPARE(verdict->removals.front().entry, 131U);
    QVERIFY(verdict->removals.front().isOutput);
    if (m_python.state() == QProcess::Running)
        QCOMPARE(theirs(), QStringList());
}

void TestCaseFile::whatItDoesNotSayWasRemovedMayNot_data()
{
    QTest::addColumn<quint64>("session");
    QTest::addColumn<ContentKind>("what");
    QTest::newRow("of another session") << quint64(5) << ContentKind::Output;
    QTest::newRow("of another kind") << quint64(3) << ContentKind::Evidence;
}

void TestCaseFile::whatItDoesNotSayWasRemovedMayNot()
{
    QFETCH(quint64, session);
    QFETCH(ContentKind, what);
    writeRemoved(SessionId(session), what);
    QVERIFY2(ours().contains(u"OutputMissing outputs/9 entry 9"_s), qPrintable(ours().join(u'\n')));
    if (m_python.state() != QProcess::Running)
        return;
    const QStringList found = theirs();
    QVERIFY2(found.contains(u"entry 9: the output of command 9 is missing"_s), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
