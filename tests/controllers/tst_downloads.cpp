// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/evidencezip.h"
#include "tests/controllers/downloadbench.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using namespace Sonde::Service;

/// Evidence arrives whole, whatever ends on the way.
class DownloadsTest final : public DownloadBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

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

    /// "Completed" in the journal is only the service's word.
    void theBlockIsCompletedWhenTheFileIsHere()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(m_server->moving, 1);
        m_tenant->append(m_session->id(), command, Event::EvidenceStored{500'000, m_server->sha256(command)});
        m_tenant->finish(command);
        const auto block = [&] { return m_session->console().block(command); };
        QTRY_VERIFY(block() && isFinal(block()->record->state));
        QCOMPARE(block()->arrival, Arrival::Coming);
        QCOMPARE(m_session->log().arrival(0), Arrival::Coming);
        QVERIFY(block()->download);
        QVERIFY(m_session->deliveries().isBringing());

        m_server->holds = false;
        QTRY_COMPARE(block()->arrival, Arrival::Delivered);
        QCOMPARE(m_session->log().arrival(0), Arrival::Delivered);
        QCOMPARE(block()->download->sha256, m_server->sha256(command));
        QVERIFY(!m_session->deliveries().isBringing());
        m_manager->clear(command);
        QVERIFY(!block()->download);
    }

    /// Two fetches of one file: each says its own, and its question can be answered where it was asked for.
    void theBlockHasTheQuestion()
    {
        const CommandId first = getfile("/etc/hosts", "127.0.0.1");
        QTRY_COMPARE(stateOf(first), State::Finished);
        const CommandId second = getfile("/etc/hosts", "127.0.0.2");
        m_tenant->append(m_session->id(), second, Event::EvidenceStored{9, m_server->sha256(second)});
        m_tenant->finish(second);
        QTRY_COMPARE(stateOf(second), State::Asking);
        const auto block = [&](CommandId command) { return m_session->console().block(command); };
        QTRY_VERIFY(isFinal(block(second)->record->state));
        QCOMPARE(block(second)->arrival, Arrival::Asking);
        QCOMPARE(block(second)->download->problem->code, ErrorCode::FileExists);
        QCOMPARE(block(first)->arrival, Arrival::Delivered);
        m_session->answerDownload(second, DownloadAnswer::KeepBoth);
        QTRY_COMPARE(block(second)->arrival, Arrival::Delivered);
        QCOMPARE(files(), (QStringList{u"hosts"_s, u"hosts (2)"_s}));
    }

    /// A session that was over when it was opened is read: what it has at the service comes here when that is asked for.
    void evidenceOfThePastComesWhenAsked()
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
        m_tenant->append(id, {}, Event::SessionDisconnected{});
        m_session = std::make_unique<SessionController>(*m_client, id);
        m_manager->follow(*m_session);
        QTRY_VERIFY(m_session->isCaughtUp());
        QCOMPARE(m_session->console().block(command)->arrival, Arrival::Elsewhere);
        QVERIFY(m_session->console().block(command)->mayBring);
        QCOMPARE(m_model->rowCount(), 0);
        m_session->bring(command);
        QTRY_COMPARE(m_session->console().block(command)->arrival, Arrival::Delivered);
        QVERIFY(readAll(downloads(u"hosts"_s)) == "127.0.0.1");
    }

    void aFailedDownloadIsOnTheServiceAndCanBeBrought()
    {
        m_tenant->openEvidence = [](CommandId command) { return fail(ErrorCode::EvidenceUnknown, command.toString()); };
        const CommandId command = getfile("/big", "content");
        m_tenant->append(m_session->id(), command, Event::EvidenceStored{7, m_server->sha256(command)});
        m_tenant->finish(command);
        QTRY_COMPARE(stateOf(command), State::Failed);
        QTRY_COMPARE(m_session->console().block(command)->arrival, Arrival::Elsewhere);
        m_tenant->openEvidence = [this](CommandId wanted) { return m_server->open(wanted); };
        m_session->bring(command);
        QTRY_COMPARE(m_session->console().block(command)->arrival, Arrival::Delivered);
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
        QCOMPARE(m_server->opened, 1); // it was seen before the first byte, not after the last
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
        QTRY_VERIFY(m_session->command(command) && m_session->isCaughtUp());
        m_session.reset();
        // What the commands print is of no use any more.
        QTRY_VERIFY(m_tenant->askedFor<Message::WatchSession>().back().journalOnly.value_or(false));
        const size_t asked = m_tenant->askedFor<Message::FetchJournal>().size();
        m_server->add(command, "127.0.0.1");
        SourceFile file;
        file.path = "/etc/hosts";
        file.size = 9;
        m_tenant->append(id, command, Event::TransferStarted{file, 0});
        QTRY_COMPARE(stateOf(command), State::Finished);
        // The session stayed watched for it, nobody asked again and again, and then no longer.
        QCOMPARE(m_tenant->askedFor<Message::FetchJournal>().size(), asked);
        QTRY_COMPARE(m_tenant->askedFor<Message::UnwatchSession>().size(), 1u);
    }

    /// What is left of a closed tab takes nothing from the one that was opened instead.
    void aTabOpenedAgainGoesOn()
    {
        openSession();
        const SessionId id = m_session->id();
        const CommandId command = m_tenant->accept(id, u"getfile /etc/hosts &"_s);
        QTRY_VERIFY(m_session->command(command) && m_session->isCaughtUp());
        m_session.reset();
        m_session = std::make_unique<SessionController>(*m_client, id);
        m_manager->follow(*m_session);
        QTRY_VERIFY(m_session->isCaughtUp());
        m_server->add(command, "127.0.0.1");
        SourceFile file;
        file.path = "/etc/hosts";
        file.size = 9;
        m_tenant->append(id, command, Event::TransferStarted{file, 0});
        QTRY_COMPARE(stateOf(command), State::Finished);
        QVERIFY(m_tenant->askedFor<Message::UnwatchSession>().empty());
        m_tenant->finish(command);
        QTRY_COMPARE(m_session->console().block(command)->savedTo, downloads(u"hosts"_s));
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
