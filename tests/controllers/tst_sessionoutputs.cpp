// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/scriptedsession.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// What commands printed: pushed or fetched, in any order, once and whole.
class SessionOutputsTest final : public QObject, private ScriptedSession
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    /// A block may be looked at as soon as its line was taken: the journal, which says how its rows are read, comes by turns.
    void showsAnOutputLookedAtBeforeTheJournalSpokeOfIt()
    {
        const auto session = open();
        m_tenant->answersBeforeEntries = true;
        connect(&session->console(), &QAbstractItemModel::dataChanged, session.get(), [&] {
            const CommandId taken = session->console().block(0)->record->id;
            if (taken.isValid() && !session->command(taken))
                session->output(taken);
        });
        session->submit(u"processes -output json"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        const CommandId command = session->commands().firstKey();
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 3), 3);
        m_tenant->finish(command);
        QTRY_VERIFY(session->console().block(0)->output);
        QTRY_VERIFY(session->console().block(0)->output->whole());
        QCOMPARE(pids(*session->console().block(0)->output), upTo(3));
        QCOMPARE(session->console().block(0)->output->kind(), CommandOutput::Kind::Json);
    }

    void fetchesWhatWasNotPushed()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 5), 5);
        m_tenant->pushesOutput = false;
        for (int i = 1; i < 200; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(5 * i, 5), 5);
        m_tenant->pushesOutput = true;
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(1000, 5), 5);
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(pids(*session->output(command)), upTo(1005));
        QVERIFY(!m_tenant->askedFor<Message::FetchOutput>().empty());
    }

    void outputOfThePastIsFetchedWhenLookedAt()
    {
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 100), 100);
        m_tenant->finish(command);
        const auto session = open();
        QTRY_COMPARE(session->console().rowCount(), 1);
        QVERIFY(m_tenant->askedFor<Message::FetchOutput>().empty());
        CommandOutput *output = session->output(command);
        QTRY_VERIFY(output->whole());
        QCOMPARE(pids(*output), upTo(100));
    }

    void chunksComeInAnyOrderAndMoreThanOnce()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->pushesOutput = false;
        for (int i = 0; i < 4; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(10 * i, 10), 10);
        for (const quint32 index : {2u, 0u, 0u, 3u, 1u, 2u})
            m_tenant->push(
                Message::CommandOutput{command, index, ChunkFormat::Rows, 10, processChunk(int(index) * 10, 10)});
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(pids(*session->output(command)), upTo(40));
    }

    void textComesAsText()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"cd /etc"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Text, "/etc\n");
        m_tenant->finish(command);
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(session->output(command)->kind(), CommandOutput::Kind::Text);
        QCOMPARE(session->output(command)->text()->line(0), u"/etc"_s);
    }

    void brokenRowsAreSaidNotShown()
    {
        const auto session = open();
        QSignalSpy refused(session.get(), &SessionController::refused);
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        m_tenant->addOutput(command, ChunkFormat::Rows, "\xff garbage", 1);
        m_tenant->finish(command);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).value<Error>().code, ErrorCode::ProtocolViolation);
        QTRY_VERIFY(session->output(command)->whole());
    }

    /// Each block says so of its own: many of them would be many dialogs.
    void removedOutputIsNoRefusal()
    {
        const auto session = open();
        QSignalSpy refused(session.get(), &SessionController::refused);
        QSignalSpy failed(&session->outputs(), &CommandOutputs::failed);
        m_tenant->pushesOutput = false;
        m_tenant->outputRefusal = Error{ErrorCode::ContentRemoved, u"1"_s, {}, {}};
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 10), 10);
        m_tenant->finish(command);
        QTRY_VERIFY(session->command(command) && isFinal(session->command(command)->state));
        QVERIFY(session->output(command));
        QTRY_VERIFY(!failed.empty());
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::ContentRemoved);
        QVERIFY(refused.empty());
        QVERIFY(!session->output(command)->whole());
    }

    void aCommandWithoutOutputIsWhole()
    {
        const auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->finish(command, CommandState::Failed, {{ErrorCode::AccessDenied, u"/proc"_s, {}, {}}});
        QTRY_VERIFY(session->command(command) && isFinal(session->command(command)->state));
        QTRY_VERIFY(session->output(command)->whole());
        QCOMPARE(session->output(command)->kind(), CommandOutput::Kind::None);
        QCOMPARE(session->command(command)->errors.front().code, ErrorCode::AccessDenied);
    }

    void aControllerMayGoWhileItDecodes()
    {
        auto session = open();
        const CommandId command = m_tenant->accept(m_id, u"processes"_s);
        QTRY_VERIFY(session->command(command));
        for (int i = 0; i < 20; ++i)
            m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2000), 2000);
        QTRY_VERIFY(session->output(command)->table());
        session.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCoreApplication::sendPostedEvents();
    }
};

QTEST_GUILESS_MAIN(SessionOutputsTest)
#include "tst_sessionoutputs.moc"
