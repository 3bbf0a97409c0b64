// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/earlierruns.h"
#include "tests/controllers/scriptedsession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// What the same command printed before, in this session or an earlier one.
class EarlierRunsTest final : public QObject, private ScriptedSession
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    /// A session of the past is read by queries: nobody watches it.
    void readsTheSessionBeforeWithoutWatchingIt()
    {
        const CommandId before = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(before, ChunkFormat::Rows, processChunk(0, 50), 50);
        m_tenant->finish(before);
        for (int i = 0; i < 300; ++i)
            m_tenant->finish(m_tenant->accept(m_id, u"jobs"_s)); // its journal is more than a page
        m_tenant->append(m_id, {}, Event::SessionDisconnected{});
        SessionRecord last;
        last.id = m_id;
        last.commandCount = 301;
        last.createdBy = u"mia"_s;
        m_tenant->sessions = {last};
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        m_tenant->finish(now);
        QTRY_VERIFY(session.command(now) && isFinal(session.command(now)->state));

        EarlierRuns runs(*m_client, session);
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        QCOMPARE(runs.before(now).size(), 1);
        QCOMPARE(runs.before(now).first().command.id, before);
        QVERIFY(!runs.before(now).first().thisSession);
        std::optional<ResultSnapshot> rows;
        runs.fetch(
            runs.before(now).first(), this, [&](const Result<ResultSnapshot> &earlier) { rows = earlier.value(); });
        QTRY_VERIFY(rows);
        QCOMPARE(rows->rowCount(), 50);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().size(), 1u);
        QCOMPARE(m_tenant->askedFor<Message::WatchSession>().front().session, session.id());
    }

    void comparesWithASessionThatMayBeRead_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("readsOthers");
        QTest::newRow("a user") << QStringList{Role::Analyst} << false;
        QTest::newRow("an administrator") << QStringList{Role::SecurityAdministrator} << true;
    }

    /// Those of others are refused to a user; an administrator reads them.
    void comparesWithASessionThatMayBeRead()
    {
        QFETCH(const QStringList, roles);
        QFETCH(const bool, readsOthers);
        const auto past = [this](const QString &owner) {
            SessionRecord record;
            record.id = m_tenant->openSession();
            m_tenant->finish(m_tenant->accept(record.id, u"processes"_s));
            record.commandCount = 1;
            record.createdBy = owner;
            return record;
        };
        const SessionRecord own = past(u"mia"_s);
        const SessionRecord others = past(u"eve"_s);
        m_tenant->sessions = {others, own};
        m_tenant->roles = roles;
        m_tenant->drop(); // the roles are said when one signs in
        QTRY_COMPARE(m_client->welcome().roles, roles);
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        QTRY_VERIFY(session.command(now));
        EarlierRuns runs(*m_client, session);
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        const auto read = [this](SessionId id) {
            return std::ranges::contains(
                m_tenant->askedFor<Message::FetchJournal>(), id, &Message::FetchJournal::session);
        };
        QCOMPARE(read(others.id), readsOthers);
        QCOMPARE(read(own.id), !readsOthers);
        QCOMPARE(runs.before(now).size(), 1);
    }

    /// A refusal is no session without runs, and it is asked again when somebody looks again.
    void saysWhyTheSessionBeforeCannotBeRead()
    {
        const CommandId before = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->addOutput(before, ChunkFormat::Rows, processChunk(0, 3), 3);
        m_tenant->finish(before);
        SessionRecord last;
        last.id = m_id;
        last.commandCount = 1;
        last.createdBy = u"mia"_s;
        m_tenant->sessions = {last};
        SessionController session(*m_client, m_tenant->openSession());
        const CommandId now = m_tenant->accept(session.id(), u"processes"_s);
        QTRY_VERIFY(session.command(now));
        EarlierRuns runs(*m_client, session);
        for (auto *refusal : {&m_tenant->eligibilityRefusal, &m_tenant->journalRefusal}) {
            *refusal = Error{ErrorCode::NotPermitted, u"7"_s, {}, {}};
            runs.lookUp();
            QTRY_VERIFY(runs.problem());
            QCOMPARE(runs.problem()->code, ErrorCode::NotPermitted);
            QVERIFY(!runs.isComplete());
            refusal->reset();
        }
        runs.lookUp();
        QTRY_VERIFY(runs.isComplete());
        QVERIFY(!runs.problem());
        QCOMPARE(runs.before(now).size(), 1);

        m_tenant->outputRefusal = Error{ErrorCode::ReadFailed, u"7"_s, {}, {}};
        std::vector<Result<ResultSnapshot>> answers;
        const auto fetch = [&] {
            runs.fetch(
                runs.before(now).first(), this, [&](const Result<ResultSnapshot> &rows) { answers.push_back(rows); });
        };
        fetch();
        QTRY_COMPARE(answers.size(), 1u);
        QCOMPARE(answers.at(0).error().code, ErrorCode::ReadFailed);
        m_tenant->outputRefusal.reset();
        fetch();
        QTRY_COMPARE(answers.size(), 2u);
        QVERIFY(answers.at(1));
        QCOMPARE(answers.at(1)->rowCount(), 3);
    }
};

QTEST_GUILESS_MAIN(EarlierRunsTest)
#include "tst_earlierruns.moc"
