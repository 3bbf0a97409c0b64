// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicemodel.h"
#include "downloadmanager.h"
#include "evidenceserver.h"
#include "evidencezip.h"
#include "scriptedtenant.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using State = Download::State;

namespace {

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    auto random = QRandomGenerator(quint32(size));
    random.generate(reinterpret_cast<quint32 *>(bytes.data()), reinterpret_cast<quint32 *>(bytes.data()) + size / 4);
    return bytes;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Real bulk connections; the tenant's control channel is scripted.
class DownloadsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<EvidenceServer> m_server;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    DeviceModel m_devices;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadModel> m_model;
    std::unique_ptr<DownloadManager> m_manager;
    std::unique_ptr<SessionController> m_session;
    DownloadManager::Options m_options;

    void start()
    {
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        startManager();
    }
    void startManager()
    {
        m_manager.reset();
        m_model = std::make_unique<DownloadModel>();
        m_manager = std::make_unique<DownloadManager>(*m_client, m_devices, *m_model, m_folder->filePath(u"state/downloads"_s));
        m_manager->setOptions(m_options);
    }
    void openSession()
    {
        m_session = std::make_unique<SessionController>(*m_client, m_tenant->openSession());
        m_manager->follow(*m_session);
    }
    /// A getfile whose file the service has.
    CommandId getfile(const QByteArray &path, const QByteArray &content)
    {
        if (!m_session)
            openSession();
        const CommandId command = m_tenant->accept(m_session->id(), u"getfile \"%1\""_s.arg(QString::fromLatin1(path)));
        m_server->add(command, content);
        SourceFile file;
        file.path = path;
        file.size = content.size();
        m_tenant->append(m_session->id(), command, Event::TransferStarted{file, 0});
        return command;
    }
    [[nodiscard]] State stateOf(CommandId command) const { return m_model->find(command) ? m_model->find(command)->state : State(-1); }
    [[nodiscard]] QString downloads(const QString &name = {}) const { return m_folder->filePath(u"downloads/"_s + name); }
    [[nodiscard]] QStringList files() const { return QDir(downloads()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<EvidenceServer>();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_tenant->bulkEndpoint = m_server->endpoint();
        m_tenant->openEvidence = [this](CommandId command) { return m_server->open(command); };
        m_options = {.folder = downloads(), .plain = true};
        start();
    }
    void cleanup()
    {
        m_session.reset();
        m_manager.reset();
        m_model.reset();
        m_client.reset();
        m_tenant.reset();
        m_server.reset();
    }

    void delivers_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("a byte") << qsizetype(1);
        QTest::newRow("a chunk") << qsizetype(256 * 1024);
        QTest::newRow("a chunk and a byte") << qsizetype(256 * 1024 + 1);
        QTest::newRow("more than the largest window") << qsizetype(20 * 1024 * 1024 + 3);
    }
    void delivers()
    {
        QFETCH(qsizetype, size);
        const QAbstractItemModelTester tester(m_model.get());
        const QByteArray content = noise(size);
        const QSignalSpy finished(m_manager.get(), &DownloadManager::finished);
        const CommandId command = getfile("/var/log/syslog", content);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(files(), QStringList{u"syslog"_s});
        QVERIFY(readAll(downloads(u"syslog"_s)) == content);
        QCOMPARE(m_model->find(command)->sha256, m_server->sha256(command));
        QVERIFY(!QFileInfo(downloads(u"syslog"_s)).isExecutable());
        QTRY_COMPARE(m_server->delivered, 1);
    }

    void packsByDefault()
    {
        m_options.plain = false;
        m_manager->setOptions(m_options);
        const QByteArray content = noise(1'000'000);
        const CommandId command = getfile("/tmp/photo\u202egpj.exe", content);
        QTRY_COMPARE(stateOf(command), State::Finished);
        const QString name = u"photo%E2%80%AEgpj.exe.zip"_s;
        QCOMPARE(files(), QStringList{name});
        const auto peeked = peekEvidence(downloads(name), 2'000'000);
        QVERIFY(peeked && *peeked == content);
        const auto manifest = readManifest(downloads(name));
        QVERIFY(manifest);
        QCOMPARE(manifest->value("path"_L1).toString(), u"/tmp/photo\u202egpj.exe"_s);
        QCOMPARE(manifest->value("sha256"_L1).toString(), QString::fromLatin1(m_server->sha256(command).toHex()));
        QCOMPARE(manifest->value("analyst"_L1).toString(), u"mia"_s);
    }

    void tellsTheConsole()
    {
        const CommandId command = getfile("/etc/hosts", "127.0.0.1");
        QTRY_COMPARE(stateOf(command), State::Finished);
        QTRY_VERIFY(m_session->console().block(command));
        QCOMPARE(m_session->console().block(command)->savedTo, downloads(u"hosts"_s));
    }

    void goesOnWhereTheLinkWasCut()
    {
        const QByteArray content = noise(4 * 1024 * 1024);
        m_server->cutAfter = 700'001;
        const CommandId command = getfile("/big", content);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(command), State::Finished, 60'000);
        QVERIFY(readAll(downloads(u"big"_s)) == content);
        QVERIFY2(m_server->opened >= 6, qPrintable(QString::number(m_server->opened)));
        QVERIFY(!m_server->wentBack);
        QVERIFY2(m_server->lastOffset > 3'000'000, qPrintable(QString::number(m_server->lastOffset)));
    }

    void goesOnWhenTheServiceIsBack()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(1'000'000));
        QTRY_COMPARE(m_server->moving, 1);
        m_tenant->up = false;
        m_tenant->drop();
        m_server->down = true;
        QTRY_COMPARE(stateOf(command), State::Queued); // as soon as somebody answers
        m_server->down = false;
        m_server->holds = false;
        m_tenant->up = true;
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(command), State::Finished, 60'000);
    }

    void goesOnAfterARestart()
    {
        const QByteArray content = noise(3 * 1024 * 1024);
        m_options.limits.totalRate = 4 * 1024 * 1024;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", content);
        QTRY_VERIFY(m_model->find(command) && m_model->find(command)->done > 500'000);
        m_session.reset(); // its tab is not needed
        m_options.limits.totalRate = 0;
        startManager();
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(m_model->find(command)->done > 500'000);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QVERIFY(readAll(downloads(u"big"_s)) == content);
        QVERIFY2(m_server->sent < content.size() + 9 * 1024 * 1024, qPrintable(QString::number(m_server->sent)));
        startManager();
        QCOMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_model->find(command)->progress(), 1.0);
    }

    /// Killed between the rename and the moment it was noted.
    void knowsItsOwnFileAgain_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("plain") << true;
        QTest::newRow("zip") << false;
    }
    void knowsItsOwnFileAgain()
    {
        QFETCH(bool, plain);
        m_options.plain = plain;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", noise(300'000));
        QTRY_COMPARE(stateOf(command), State::Finished);
        m_manager.reset();
        QVERIFY(QDir(m_folder->filePath(u"state"_s)).removeRecursively());
        startManager();
        m_manager->follow(*m_session);
        const qint64 sent = m_server->sent;
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_server->sent, sent);
        QTRY_COMPARE(m_server->delivered, 2);
        QCOMPARE(files().size(), 1);
    }

    void pausesAndResumes()
    {
        const QByteArray content = noise(2 * 1024 * 1024);
        m_options.limits.deviceRate = 2 * 1024 * 1024;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", content);
        QTRY_VERIFY(m_model->find(command) && m_model->find(command)->done > 0);
        m_manager->pause(command);
        QTRY_COMPARE(m_server->moving, 0);
        QCOMPARE(stateOf(command), State::Paused);
        const qint64 there = QFileInfo(downloads(u"big.part"_s)).size();
        QVERIFY(there > 0 && there < content.size());
        startManager();
        QCOMPARE(stateOf(command), State::Paused);
        m_options.limits.deviceRate = 0;
        m_manager->setOptions(m_options);
        m_manager->resume(command);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QVERIFY(readAll(downloads(u"big"_s)) == content);
    }

    void cancelsAndBringsItAnyway()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(m_server->moving, 1);
        m_manager->cancel(command);
        QCOMPARE(stateOf(command), State::Cancelled);
        QTRY_COMPARE(files(), QStringList());
        m_server->holds = false;
        m_manager->retry(command);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(files(), QStringList{u"big"_s});
    }

    void forgetsWhatWasCancelledAndCleared()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(stateOf(command), State::Receiving);
        m_manager->clear(command);
        QCOMPARE(m_model->rowCount(), 1); // not while it moves
        m_manager->cancel(command);
        m_manager->clear(command);
        QCOMPARE(m_model->rowCount(), 0);
        startManager();
        m_manager->follow(*m_session);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void asksBeforeItOverwrites()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts"_s), "mine");
        const QSignalSpy asking(m_manager.get(), &DownloadManager::asking);
        const CommandId command = getfile("/etc/hosts", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        QCOMPARE(asking.size(), 1);
        QCOMPARE(m_model->find(command)->problem->code, ErrorCode::FileExists);
        const CommandId other = getfile("/etc/passwd", "root");
        QTRY_COMPARE(stateOf(other), State::Finished); // nobody waits for the answer
        startManager();
        QCOMPARE(stateOf(command), State::Asking); // not even a restart forgets it
        m_manager->answer(command, DownloadAnswer::Overwrite);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(readAll(downloads(u"hosts"_s)), QByteArray("theirs"));
    }

    void keepsBoth()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts.txt"_s), "mine");
        const CommandId command = getfile("/etc/hosts.txt", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        m_manager->answer(command, DownloadAnswer::KeepBoth);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(files(), (QStringList{u"hosts (2).txt"_s, u"hosts.txt"_s}));
        QCOMPARE(readAll(downloads(u"hosts.txt"_s)), QByteArray("mine"));
    }

    void skips()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts"_s), "mine");
        const CommandId command = getfile("/etc/hosts", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        m_manager->answer(command, DownloadAnswer::Skip);
        QCOMPARE(stateOf(command), State::Cancelled);
        QCOMPARE(readAll(downloads(u"hosts"_s)), QByteArray("mine"));
    }

    void twoOfTheSameNameDoNotMeet()
    {
        m_server->holds = true;
        const CommandId one = getfile("/a/log", "one");
        const CommandId two = getfile("/b/log", "two");
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_server->holds = false;
        QTRY_COMPARE(stateOf(one), State::Finished);
        QTRY_COMPARE(stateOf(two), State::Finished);
        QCOMPARE(readAll(downloads(u"log"_s)), QByteArray("one"));
        QCOMPARE(readAll(downloads(u"log (2)"_s)), QByteArray("two"));
    }

    void asksWhenTheDiskIsFull()
    {
        auto free = std::make_shared<std::atomic<qint64>>(1'000'000);
        m_options.limits.freeSpace = [free](const QString &) { return free->load(); };
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", noise(2'000'000));
        QTRY_COMPARE(stateOf(command), State::Asking);
        const Error problem = *m_model->find(command)->problem;
        QCOMPARE(problem.code, ErrorCode::NoSpace);
        QCOMPARE(problem.facts.value(u"limit"_s).toInteger(), 1'000'000);
        QVERIFY(problem.facts.value(u"actual"_s).toInteger() > 2'000'000);
        QCOMPARE(m_server->sent, 0); // before the first byte
        *free = 1'000'000'000;
        m_manager->answer(command, DownloadAnswer::TryAgain);
        QTRY_COMPARE(stateOf(command), State::Finished);
    }

    void asksWhenTheFolderCannotBeWritten()
    {
        writeAll(m_folder->filePath(u"downloads"_s), "a file where the folder should be");
        const CommandId command = getfile("/big", "content");
        QTRY_COMPARE(stateOf(command), State::Asking);
        QCOMPARE(m_model->find(command)->problem->code, ErrorCode::CannotWrite);
        QFile::remove(m_folder->filePath(u"downloads"_s));
        m_manager->answer(command, DownloadAnswer::TryAgain);
        QTRY_COMPARE(stateOf(command), State::Finished);
    }

    void beginsAnewWhenThePartialFileIsSomethingElse_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("other bytes") << qsizetype(1000);
        QTest::newRow("more than there is") << qsizetype(9'000'000);
    }
    void beginsAnewWhenThePartialFileIsSomethingElse()
    {
        QFETCH(qsizetype, size);
        QDir().mkpath(downloads());
        writeAll(downloads(u"big.part"_s), QByteArray(size, 'x'));
        const QByteArray content = noise(700'000);
        const CommandId command = getfile("/big", content);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QVERIFY(readAll(downloads(u"big"_s)) == content);
        QCOMPARE(files(), QStringList{u"big"_s});
    }

    void failsWhenThereIsNoEvidence()
    {
        m_tenant->openEvidence = [](CommandId command) { return fail(ErrorCode::EvidenceUnknown, command.toString()); };
        const QSignalSpy failed(m_manager.get(), &DownloadManager::failed);
        const CommandId command = getfile("/big", "content");
        QTRY_COMPARE(stateOf(command), State::Failed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_model->find(command)->problem->code, ErrorCode::EvidenceUnknown);
    }

    void goesWithItsCommand()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(m_server->moving, 1);
        m_tenant->finish(command, CommandState::Cancelled);
        QTRY_COMPARE(stateOf(command), State::Cancelled);
        QTRY_COMPARE(files(), QStringList());
    }

    void bringsWhatItMissed()
    {
        const SessionId id = m_tenant->openSession();
        const CommandId command = m_tenant->accept(id, u"getfile /etc/hosts"_s);
        m_server->add(command, "127.0.0.1");
        SourceFile file;
        file.path = "/etc/hosts";
        file.size = 9;
        m_tenant->append(id, command, Event::TransferStarted{file, 0});
        m_tenant->append(id, command, Event::EvidenceStored{9, m_server->sha256(command)});
        m_tenant->finish(command);
        m_session = std::make_unique<SessionController>(*m_client, id);
        m_manager->follow(*m_session);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_session->console().block(command)->savedTo, downloads(u"hosts"_s));
    }

    void waitsForWhatAClosedTabHadBegun()
    {
        openSession();
        const SessionId id = m_session->id();
        const CommandId command = m_tenant->accept(id, u"getfile /etc/hosts &"_s);
        QTRY_VERIFY(m_session->command(command));
        m_session.reset();
        QTRY_VERIFY(!m_tenant->askedFor<Message::FetchJournal>().empty());
        m_server->add(command, "127.0.0.1");
        SourceFile file;
        file.path = "/etc/hosts";
        file.size = 9;
        m_tenant->append(id, command, Event::TransferStarted{file, 0});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(command), State::Finished, 20'000);
    }

    void leavesAloneWhatIsNotItsBusiness()
    {
        openSession();
        const CommandId plain = m_tenant->accept(m_session->id(), u"processes"_s);
        const CommandId had = m_tenant->accept(m_session->id(), u"getfile /etc/hosts"_s);
        SourceFile file;
        file.path = "/etc/hosts";
        file.size = 3;
        // All of it happened before we looked.
        m_session.reset();
        m_tenant->append(SessionId(1), had, Event::TransferStarted{file, 0});
        m_tenant->append(SessionId(1), had, Event::EvidenceStored{3, QByteArray(32, 'h')});
        m_tenant->append(SessionId(1), had, Event::EvidenceDelivered{QByteArray(32, 'h')});
        m_session = std::make_unique<SessionController>(*m_client, SessionId(1));
        m_manager->follow(*m_session);
        QTRY_VERIFY(m_session->command(had) && m_session->command(plain));
        QTRY_VERIFY(m_session->command(had)->evidence && !m_session->command(had)->evidence->deliveredTo.isEmpty());
        m_manager->clearFinished();
        QVERIFY(stateOf(plain) == State(-1));
    }

    void soManyAtOnceInTheirOrder()
    {
        m_options.limits.atOnce = 2;
        m_manager->setOptions(m_options);
        m_server->holds = true;
        QList<CommandId> commands;
        for (int i = 0; i < 5; ++i)
            commands << getfile("/f" + QByteArray::number(i), "content");
        QTRY_COMPARE(m_server->moving, 2);
        QTRY_COMPARE(m_model->rowCount(), 5);
        m_manager->move(commands.last(), -2);
        QCOMPARE(m_model->at(2)->command, commands.last());
        m_manager->pause(commands.first());
        QTRY_COMPARE(stateOf(commands.last()), State::Receiving); // overtook two
        QCOMPARE(stateOf(commands.at(2)), State::Queued);
        m_server->holds = false;
        m_manager->resume(commands.first());
        for (const CommandId command : std::as_const(commands))
            QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_server->mostMoving, 2);
    }

    void keepsToTheRate()
    {
        m_options.limits.totalRate = 2'000'000;
        m_manager->setOptions(m_options);
        QElapsedTimer time;
        time.start();
        const CommandId command = getfile("/big", noise(3'000'000));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(command), State::Finished, 20'000);
        QVERIFY2(time.elapsed() > 1200, qPrintable(QString::number(time.elapsed())));
    }

    void showsHowFarItIs()
    {
        m_options.limits.totalRate = 1'000'000;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", noise(3'000'000));
        QTRY_VERIFY(m_model->find(command) && m_model->find(command)->speed > 0);
        QTRY_VERIFY(m_model->find(command)->timeLeft().has_value());
        QCOMPARE(m_model->totals().pending, 1);
        QVERIFY(m_model->totals().speed > 0);
        m_options.limits.totalRate = 0;
        m_manager->setOptions(m_options); // who waits goes on
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_model->totals().pending, 0);
        QCOMPARE(m_model->totals().finished, 1);
    }

    void aHundredOfAnySizeThroughABadLink()
    {
        m_options.limits.atOnce = 6;
        m_manager->setOptions(m_options);
        QHash<CommandId, QByteArray> all;
        auto random = QRandomGenerator(4711);
        for (int i = 0; i < 100; ++i) {
            const QByteArray content = noise(qsizetype(1) << random.bounded(21));
            all.insert(getfile("/f" + QByteArray::number(i), content), content);
        }
        // The link is cut somewhere else all the time, and the workstation ends and comes back.
        QTimer cuts;
        connect(&cuts, &QTimer::timeout, this, [&] { m_server->cutAfter = random.bounded(300'000) + 1; });
        cuts.start(7);
        for (int round = 0; round < 3; ++round) {
            const int goal = (round + 1) * 25;
            QTRY_VERIFY_WITH_TIMEOUT(m_model->totals().finished >= goal, 60'000);
            startManager();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_model->totals().finished, 100, 60'000);
        for (const auto &[command, content] : all.asKeyValueRange())
            QVERIFY(readAll(m_model->find(command)->target) == content);
        QCOMPARE(files().size(), 100);
    }
};

QTEST_GUILESS_MAIN(DownloadsTest)
#include "tst_downloads.moc"
