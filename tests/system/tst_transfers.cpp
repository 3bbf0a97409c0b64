// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include "transport/bulk/bulktransfer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>
#include <future>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using namespace std::chrono_literals;

namespace {

/// An attempt that hears nothing is given up after a minute: one of them may come to nothing.
constexpr auto Patience = 100s;

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes((size + 7) / 8 * 8, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint64 *>(bytes.data()), bytes.size() / 8);
    return bytes.first(size);
}

QByteArray sha256Of(const QString &path)
{
    QFile file(path);
    Sha256 hash;
    if (file.open(QFile::ReadOnly)) {
        while (!file.atEnd())
            hash.add(file.read(1 << 20));
    }
    return hash.result();
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    return files;
}

} // namespace

/// Evidence comes whole, whatever is killed on the way, and never from the beginning again.
class TestTransfers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFileArrivesWhole();
    void analystsFollowWhileItGrows();
    void whatCannotBeDownloadedIsRefused_data();
    void whatCannotBeDownloadedIsRefused();
    void theLimitIsNamed();
    void aDirectoryComesAsOneArchive();
    void aPatternComesAsOneArchive();
    void aTicketIsGoodOnce();
    void killingAnythingLosesNothing();

private:
    QString make(const QString &name, const QByteArray &content);
    [[nodiscard]] CommandId submit(const QString &line) { return TestWorkstation::submit(*m_session, line); }
    void waitForEnd(CommandId command);
    [[nodiscard]] Result<Message::Ticket> ticketFor(CommandId command);
    [[nodiscard]] Result<QString> fetch(CommandId command);
    [[nodiscard]] QList<qint64> offsetsOf(CommandId command);

    std::unique_ptr<TestTenant> m_tenant;
    std::unique_ptr<TestWorkstation> m_workstation;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<QTemporaryDir> m_device; ///< files to get
    std::unique_ptr<QTemporaryDir> m_here;   ///< where they go
};

void TestTransfers::init()
{
    m_device = std::make_unique<QTemporaryDir>();
    m_here = std::make_unique<QTemporaryDir>();
    m_tenant = std::make_unique<TestTenant>();
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->whatFailed()));
    m_workstation = std::make_unique<TestWorkstation>(m_tenant->credentials());
    m_session = m_workstation->openSession();
    QVERIFY(m_session);
}

void TestTransfers::cleanup()
{
    m_session.reset();
    m_workstation.reset();
    m_tenant.reset();
}

QString TestTransfers::make(const QString &name, const QByteArray &content)
{
    QFile file(m_device->filePath(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestTransfers::waitForEnd(CommandId command)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_session->command(command) && isFinal(m_session->command(command)->state), Patience);
}

Result<Message::Ticket> TestTransfers::ticketFor(CommandId command)
{
    std::optional<Result<Message::Ticket>> answer;
    m_workstation->client.request<Message::Ticket>(Message::OpenEvidence{.command = command}, this,
        [&answer](const Result<Message::Ticket> &ticket) { answer = ticket; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), Patience); }();
    return answer.value_or(fail(ErrorCode::TimedOut));
}

/// Gets a command's evidence into a file, in as many attempts as it takes.
Result<QString> TestTransfers::fetch(CommandId command)
{
    const QString target = m_here->filePath(command.toString());
    for (;;) {
        const auto ticket = ticketFor(command);
        if (!ticket && !isPassing(ticket.error()))
            return std::unexpected(ticket.error());
        const auto endpoint = m_workstation->client.bulkEndpoint();
        if (!ticket || !endpoint)
            continue;
        auto received = std::async(std::launch::async, [&]() -> Result<void> {
            PartialFile file(target + u".part"_s);
            if (const auto opened = file.open(); !opened)
                return opened;
            auto stream = BulkStream::connect(*endpoint, ticket->ticket, {});
            if (!stream)
                return std::unexpected(stream.error());
            ReceiveOptions options;
            options.keep = [&target](PartialFile &whole, const QByteArray &) { return whole.renameTo(target); };
            return receiveContent(**stream, file, options);
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(received.wait_for(0s) == std::future_status::ready, Patience); }();
        const auto result = received.get();
        if (result)
            return target;
        if (!isPassing(result.error()) && result.error().code != ErrorCode::TokenInvalid)
            return std::unexpected(result.error());
    }
}

/// Where the transfer went on each time, as the journal has it.
QList<qint64> TestTransfers::offsetsOf(CommandId command)
{
    QList<qint64> offsets;
    const auto journal =
        m_tenant->cli({u"--output"_s, u"json"_s, u"journal"_s, u"--session"_s, m_session->id().toString()});
    for (const QByteArray &line : journal.output.split('\n')) {
        const auto entry = QJsonDocument::fromJson(line).object();
        if (entry.value("event"_L1).toString() == "transfer-started"_L1
            && entry.value("command"_L1).toVariant().toULongLong() == command.value())
            offsets << entry.value("facts"_L1).toObject().value("offset"_L1).toInteger();
    }
    return offsets;
}

void TestTransfers::aFileArrivesWhole()
{
    const QByteArray content = randomBytes(5'000'017);
    const CommandId command = submit(u"getfile "_s + make(u"one.bin"_s, content));
    waitForEnd(command);
    const CommandRecord &record = *m_session->command(command);
    QCOMPARE(record.state, CommandState::Completed);
    QVERIFY(record.evidence);
    QCOMPARE(record.evidence->file.size, content.size());
    QCOMPARE(record.evidence->file.name(), QByteArray("one.bin"));
    const auto here = fetch(command);
    QVERIFY2(here, here ? "" : qPrintable(debugText(here.error())));
    QFile got(*here);
    QVERIFY(got.open(QFile::ReadOnly));
    QCOMPARE(got.readAll(), content);
    QCOMPARE(record.evidence->sha256, sha256Of(*here));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->command(command)->evidence->deliveredTo, QStringList(u"admin"_s), Patience);
    QVERIFY(filesBelow(m_tenant->serviceData() + u"/evidence/partial"_s).isEmpty());
}

void TestTransfers::analystsFollowWhileItGrows()
{
    const QString path = make(u"big.bin"_s, randomBytes(200'000'000));
    const CommandId command = submit(u"getfile "_s + path);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->command(command)->evidence, Patience);
    const auto here = fetch(command);
    QVERIFY2(here, here ? "" : qPrintable(debugText(here.error())));
    QCOMPARE(sha256Of(*here), sha256Of(path));
    waitForEnd(command);
    QCOMPARE(m_session->command(command)->state, CommandState::Completed);
}

void TestTransfers::whatCannotBeDownloadedIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << u"/nonexistent/file"_s << ErrorCode::NotFound;
    QTest::newRow("empty") << u"@empty"_s << ErrorCode::EmptyFile;
    QTest::newRow("sparse") << u"@sparse"_s << ErrorCode::SparseFile;
    QTest::newRow("pipe") << u"@pipe"_s << ErrorCode::NotARegularFile;
    QTest::newRow("device") << u"/dev/null"_s << ErrorCode::NotARegularFile;
    QTest::newRow("link to a device") << u"@link"_s << ErrorCode::NotARegularFile;
    QTest::newRow("pattern without a match") << u"/nonexistent/*"_s << ErrorCode::NotFound;
}

void TestTransfers::whatCannotBeDownloadedIsRefused()
{
    QFETCH(QString, path);
    QFETCH(ErrorCode, code);
    make(u"empty"_s, {});
    QFile sparse(make(u"sparse"_s, "x"));
    QVERIFY(sparse.resize(1 << 20));
    ::mkfifo(m_device->filePath(u"pipe"_s).toUtf8().constData(), 0600);
    QFile::link(u"/dev/zero"_s, m_device->filePath(u"link"_s));
    const CommandId command = submit(u"getfile "_s + path.replace(u'@', m_device->path() + u'/'));
    waitForEnd(command);
    QCOMPARE(m_session->command(command)->state, CommandState::Failed);
    QCOMPARE(m_session->command(command)->errors.at(0).code, code);
    QVERIFY(!m_session->command(command)->evidence);
    QCOMPARE(ticketFor(command).error().code, ErrorCode::EvidenceUnknown);
}

void TestTransfers::theLimitIsNamed()
{
    bool changed = false;
    m_workstation->client.request<Message::Done>(
        Message::ChangeSetting{0, u"getfile-bytes"_s, QString::number(1024 * 1024)}, this,
        [&changed](const Result<Message::Done> &done) { changed = done.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(changed, Patience);
    const CommandId command = submit(u"getfile "_s + make(u"large"_s, randomBytes(1024 * 1024 + 1)));
    waitForEnd(command);
    const Error error = m_session->command(command)->errors.at(0);
    QCOMPARE(error.code, ErrorCode::TooLarge);
    QCOMPARE(error.facts.value(Fact::Limit).toInteger(), 1024 * 1024);
    QCOMPARE(error.facts.value(Fact::Actual).toInteger(), 1024 * 1024 + 1);
}

void TestTransfers::aDirectoryComesAsOneArchive()
{
    QDir(m_device->path()).mkpath(u"tree/inner"_s);
    make(u"tree/a"_s, "first");
    QCOMPARE(::chmod(qPrintable(m_device->filePath(u"tree"_s)), 0751), 0);
    make(u"tree/inner/a name\nwith a line"_s, "second");
    const QByteArray invalid = m_device->path().toUtf8() + "/tree/caf\xE9";
    std::FILE *file = std::fopen(invalid.constData(), "w");
    QVERIFY(file);
    std::fputs("third", file);
    std::fclose(file);
    const CommandId command = submit(u"getfile "_s + m_device->filePath(u"tree"_s));
    waitForEnd(command);
    QCOMPARE(m_session->command(command)->state, CommandState::Completed);
    QVERIFY(m_session->command(command)->evidence->file.archive);
    QCOMPARE(m_session->command(command)->evidence->file.members, 3U); // and two folders
    // What is told beside its path is told of the folder, not of the archive that was made of it.
    const SourceFile &told = m_session->command(command)->evidence->file;
    QCOMPARE(told.mode, u"drwxr-x--x"_s);
    QCOMPARE(told.modified, QFileInfo(m_device->filePath(u"tree"_s)).lastModified(QTimeZone::UTC));
    const auto here = fetch(command);
    QVERIFY(here);
    QTemporaryDir unpacked;
    const auto tar = TestTenant::run(u"tar"_s, {u"-xf"_s, *here, u"-C"_s, unpacked.path()});
    QVERIFY2(tar.status == 0, tar.errors.constData());
    const auto same = TestTenant::run(
        u"diff"_s, {u"-r"_s, m_device->filePath(u"tree"_s), unpacked.path() + m_device->filePath(u"tree"_s)});
    QVERIFY2(same.status == 0, QByteArray(same.output + same.errors).constData());
}

void TestTransfers::aPatternComesAsOneArchive()
{
    make(u"one.log"_s, "1");
    make(u"two.log"_s, "22");
    make(u"other.txt"_s, "no");
    const CommandId command = submit(u"getfile "_s + m_device->filePath(u"*.log"_s));
    waitForEnd(command);
    QCOMPARE(m_session->command(command)->state, CommandState::Completed);
    const SourceFile &told = m_session->command(command)->evidence->file;
    QVERIFY(!told.modified.isValid() && told.mode.isEmpty()); // of which of the two?
    const auto here = fetch(command);
    QVERIFY(here);
    const auto tar = TestTenant::run(u"tar"_s, {u"-tf"_s, *here});
    QCOMPARE(tar.output.trimmed().split('\n').size(), 2);
    QVERIFY(tar.output.contains("one.log") && tar.output.contains("two.log"));
}

void TestTransfers::aTicketIsGoodOnce()
{
    const CommandId command = submit(u"getfile "_s + make(u"small"_s, "content"));
    waitForEnd(command);
    const auto ticket = ticketFor(command);
    QVERIFY(ticket);
    const auto endpoint = m_workstation->client.bulkEndpoint();
    QVERIFY(endpoint);
    const auto first = BulkStream::connect(*endpoint, ticket->ticket, {});
    QVERIFY(first);
    QVERIFY((*first)->send(Bulk::Ready{0, QByteArray()}));
    QVERIFY((*first)->send(Bulk::Credit{1024}));
    QVERIFY((*first)->receive());
    const auto second = BulkStream::connect(*endpoint, ticket->ticket, {});
    QVERIFY(second);
    QCOMPARE((*second)->receive().error().code, ErrorCode::TokenInvalid);
}

/// Service and agent are killed at random moments while files of many sizes are on their way.
void TestTransfers::killingAnythingLosesNothing()
{
    QMap<CommandId, QString> wanted;
    auto &random = *QRandomGenerator::global();
    for (int i = 0; i < 12; ++i) {
        const QString path = make(u"file%1"_s.arg(i), randomBytes(1 + random.bounded(i < 6 ? 100'000 : 60'000'000)));
        wanted.insert(submit(u"getfile %1 &"_s.arg(path)), path);
    }
    const auto allEnded = [&] {
        return std::ranges::all_of(
            wanted.keys(), [this](CommandId id) { return isFinal(m_session->command(id)->state); });
    };
    for (int blow = 0; blow < 6 && !allEnded(); ++blow) {
        QDeadlineTimer until(random.bounded(300));
        QTRY_VERIFY_WITH_TIMEOUT(until.hasExpired(), Patience);
        if (blow % 2 == 0) {
            m_tenant->killAgent();
            QVERIFY2(m_tenant->startAgent(), qPrintable(m_tenant->whatFailed()));
        } else {
            m_tenant->killService();
            QVERIFY2(m_tenant->startService(), qPrintable(m_tenant->whatFailed()));
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_workstation->client.isOnline(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(allEnded(), Patience * 2);
    for (const auto &[command, path] : wanted.asKeyValueRange()) {
        const CommandRecord &record = *m_session->command(command);
        QVERIFY2(record.state == CommandState::Completed,
            qPrintable(path + (record.errors.empty() ? QString() : debugText(record.errors.front()))));
        const auto here = fetch(command);
        QVERIFY2(here, here ? "" : qPrintable(debugText(here.error())));
        QCOMPARE(sha256Of(*here), sha256Of(path));
        QCOMPARE(record.evidence->sha256, sha256Of(path));
        // What had arrived was never asked for again.
        const QList<qint64> offsets = offsetsOf(command);
        QVERIFY(!offsets.isEmpty());
        QVERIFY2(std::ranges::is_sorted(offsets), qPrintable(path));
    }
    QVERIFY(filesBelow(m_tenant->serviceData() + u"/evidence/partial"_s).isEmpty());
    QCOMPARE(m_tenant->cli({u"journal"_s, u"--verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
