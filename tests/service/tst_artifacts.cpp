// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/artifacts/artifactbook.h"
#include "service/artifacts/ownartifacts.h"
#include "service/artifacts/yamltree.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Service;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray definition(const QByteArray &sources, const QByteArray &name = "Sample")
{
    return "---\nname: " + name + "\ndoc: Text.\nsources:\n" + sources + "supported_os: [Linux]\n";
}

QByteArray fileSource(const QByteArray &path)
{
    return "- type: FILE\n  attributes:\n    paths:\n    - '" + path + "'\n";
}

const Artifact *find(const ArtifactSet &set, const QString &name)
{
    const auto found = std::ranges::find(set.artifacts, name, &Artifact::name);
    return found == set.artifacts.end() ? nullptr : &*found;
}

} // namespace

class ArtifactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAnAnalystWrites()
    {
        const auto read = readArtifacts(
            u"sample"_s, contentOf(QStringLiteral(TEST_DATA_DIR "/sample.artifacts.yaml")), Strictness::Refuse);
        QVERIFY2(read, read ? "" : qPrintable(debugText(read.error())));
        ArtifactBook book;
        book.add(u"sample"_s, *read, true);
        QVERIFY(book.checkGroups(u"sample"_s));
        const ArtifactSet set = book.setFor(u"Linux"_s);
        QCOMPARE(set.artifacts.size(), 2u);
        const Artifact expected{u"CaseLogs"_s,
            {{{"/srv/shop/log/**4/*.log", "%%users.homedir%%/.shop/*"}, false}, {{"/srv/shop/state"}, true}}, {}};
        QCOMPARE(*find(set, u"CaseLogs"_s), expected);
        const Artifact state{u"CaseState"_s, {}, {{"/usr/bin/id", {"-u", "a; b"}}}};
        QCOMPARE(*find(set, u"CaseState"_s), state);
        QCOMPARE(set.triage, QStringList({u"CaseLogs"_s, u"CaseState"_s}));
        QCOMPARE(set.sources, QStringList(u"sample"_s));
        QCOMPARE(artifactSetFrom(toBytes(set)).value(), set);
    }

    void refusesWithTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("no YAML") << QByteArray("---\nname: [\n") << 3;
        QTest::newRow("no name") << QByteArray("---\ndoc: x\n") << 2;
        QTest::newRow("no sources") << QByteArray("---\nname: X\n") << 2;
        QTest::newRow("nothing") << QByteArray("# nothing\n") << 1;
        QTest::newRow("a name like a path") << definition(fileSource("/a"), "../X") << 2;
        QTest::newRow("registry") << definition("- type: REGISTRY_KEY\n  attributes: {keys: ['HKEY_USERS']}\n") << 5;
        QTest::newRow("paths misspelt") << definition("- type: FILE\n  attributes: {path: ['/a']}\n") << 6;
        QTest::newRow("relative") << definition(fileSource("etc/passwd")) << 8;
        QTest::newRow("upwards") << definition(fileSource("/var/../etc")) << 8;
        QTest::newRow("another variable") << definition(fileSource("%%users.appdata%%/x")) << 8;
        QTest::newRow("a program without its path")
            << definition("- type: COMMAND\n  attributes: {cmd: ps, args: []}\n") << 6;
        QTest::newRow("twice") << definition(fileSource("/a")) + definition(fileSource("/b")) << 11;
        QTest::newRow("a name twice") << QByteArray("---\nname: X\nname: Y\n") << 3;
        QTest::newRow("alias") << QByteArray("---\nname: &a X\ndoc: *a\n") << 3;
    }
    void refusesWithTheLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const auto read = readArtifacts(u"case"_s, text, Strictness::Refuse);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ArtifactsMalformed);
        QVERIFY(!read.error().reason.isEmpty());
        QCOMPARE(read.error().facts.number(Fact::Line), line);
    }

    void survivesWhatIsMeantToHurt_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto many = [](const QByteArray &what, qsizetype count = 200'000) { return what.repeated(count); };
        QTest::newRow("brackets") << QByteArray("a: " + many("["));
        QTest::newRow("braces") << QByteArray("a: " + many("{a: "));
        QTest::newRow("brackets in lines") << QByteArray("a: " + many("[\n"));
        QTest::newRow("lists") << many("- ");
        QTest::newRow("keys") << many("? ");
        QTest::newRow("values") << many(": ");
        QTest::newRow("anchors") << QByteArray("a: &a [x]\nb: [" + many("*a,", 100'000) + "]");
        QTest::newRow("tags") << QByteArray("a: " + many("!"));
        QTest::newRow("documents") << many("---\n");
        QTest::newRow("things") << QByteArray("a: [" + many("1,", 400'000) + "]");
        QTest::newRow("long") << QByteArray("a: " + QByteArray(3 * 1024 * 1024, 'x'));
        QTest::newRow("NUL") << QByteArray("a: \0 b\n", 8);
        QTest::newRow("no UTF-8") << QByteArray("a: \xff\xfe\xff\n");
        QByteArray stairs;
        for (int depth = 0; depth < 1000; ++depth)
            stairs += QByteArray(depth, ' ') + "a:\n";
        QTest::newRow("stairs") << stairs;
    }
    void survivesWhatIsMeantToHurt()
    {
        QFETCH(const QByteArray, text);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!readArtifacts(u"hostile"_s, text, Strictness::Refuse));
        QVERIFY(!readArtifacts(u"hostile"_s, text, Strictness::LeaveOut));
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

    void findsCircles()
    {
        const auto group = [](const QByteArray &names) {
            return QByteArray("- type: ARTIFACT_GROUP\n  attributes: {names: [" + names + "]}\n");
        };
        const QByteArray text = definition(group("Two"), "One") + definition(group("Three"), "Two")
            + definition(group("One"), "Three") + definition(fileSource("/a"), "Leaf")
            + definition(group("Leaf, Leaf"), "Good");
        ArtifactBook book;
        book.add(u"case"_s, readArtifacts(u"case"_s, text, Strictness::Refuse).value(), true);
        const auto checked = book.checkGroups(u"case"_s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::ArtifactsMalformed);
        QCOMPARE(book.setFor(u"Linux"_s).triage, QStringList(u"Leaf"_s)); // and it ends
    }

    void ownDefinitionsAreRight()
    {
        const auto read = readArtifacts(u"own"_s, ownArtifacts(), Strictness::Refuse);
        QVERIFY2(read, read ? "" : qPrintable(debugText(read.error())));
        QVERIFY(std::ranges::contains(*read, QString(TriageGroup), &ArtifactDefinition::name));
    }

    void allOfTheDistributionLoad()
    {
        const QString folder = u"/usr/share/artifacts"_s;
        if (!QDir(folder).exists())
            QSKIP("the package forensic-artifacts is not installed here");
        ArtifactBook book;
        std::vector<Error> problems;
        QElapsedTimer clock;
        clock.start();
        addFolder(book, folder, problems);
        book.add(u"own"_s, readArtifacts(u"own"_s, ownArtifacts(), Strictness::Refuse).value());
        const ArtifactSet set = book.setFor(u"Linux"_s);
        qInfo("%lld definitions, %zu for Linux, %lld in triage, %lld bytes, %lld ms", qlonglong(book.count()),
            set.artifacts.size(), qlonglong(set.triage.size()), qlonglong(toBytes(set).size()),
            qlonglong(clock.elapsed()));
        for (const Error &problem : problems)
            qWarning("%s", qPrintable(debugText(problem)));
        QVERIFY(problems.empty());
        QVERIFY(book.checkGroups(u"all"_s));
        QVERIFY(set.artifacts.size() >= 200);
        QVERIFY(set.triage.size() > 80);
        // Whatever the groups name is there.
        for (const char *name :
            {"LinuxAuthLogs", "BashShellHistoryFile", "SSHAuthorizedKeysFiles", "LinuxSystemdServices"})
            QVERIFY2(find(set, QLatin1StringView(name)), name);
        QVERIFY(set.triage.contains(u"LinuxSystemdServices"_s));
    }
};

QTEST_GUILESS_MAIN(ArtifactsTest)
#include "tst_artifacts.moc"
