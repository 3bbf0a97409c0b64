// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/acts/actlistcontroller.h"
#include "controllers/session/actquestion.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QTemporaryDir>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using namespace std::chrono_literals;

/// From the line an analyst types to the list of what was done: a workstation's controllers over a real service and agent.
class ActQuestionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsNotLookedAtIsRefused();
    void thePlanShownIsDoneAndTakenBack();
    void aPlanThatChangedIsNotDone();
    void anAgentThatHangsEndsTheQuestion();

private:
    [[nodiscard]] QString plant(const QString &name) const
    {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("malice\n") > 0 ? file.fileName() : QString();
    }
    [[nodiscard]] std::unique_ptr<ActQuestion> ask(const QString &line)
    {
        auto question = std::make_unique<ActQuestion>(*m_session, *parseLine(line));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(question->state() != ActQuestion::State::Asking, TestWorkstation::Patience); }();
        return question;
    }
    [[nodiscard]] const CommandRecord &newest() const { return *m_session->command(m_session->commands().lastKey()); }
    void look(const QString &path)
    {
        const CommandId command = TestWorkstation::submit(*m_session, u"fileinfo "_s + path);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_session->command(command)->state, CommandState::Completed, TestWorkstation::Patience);
    }

    QTemporaryDir m_directory;
    TestTenant m_tenant;
    std::unique_ptr<TestWorkstation> m_workstation;
    std::unique_ptr<SessionController> m_session;
};

void ActQuestionTest::initTestCase()
{
    QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    m_workstation = std::make_unique<TestWorkstation>(m_tenant.credentials());
    m_session = m_workstation->openSession();
    QVERIFY(m_session);
}

void ActQuestionTest::whatIsNotLookedAtIsRefused()
{
    const QString path = plant(u"unseen"_s);
    const auto question = ask(u"remediate file "_s + path);
    QCOMPARE(question->state(), ActQuestion::State::Refused);
    QCOMPARE(question->lookLine(), u"fileinfo "_s + path);
    QVERIFY(QFile::exists(path));
}

void ActQuestionTest::thePlanShownIsDoneAndTakenBack()
{
    ActListModel acts;
    ActListController list(m_workstation->client, acts);
    list.follow();
    QTRY_VERIFY(list.isListed());
    QCOMPARE(acts.rowCount(), 0);
    const QString path = plant(u"evil"_s);
    look(path);
    const auto question = ask(u"remediate file "_s + path);
    QCOMPARE(question->state(), ActQuestion::State::Planned);
    QVERIFY(QFile::exists(path)); // asked, and nothing touched
    QCOMPARE(question->plan()->steps.size(), 1);
    QCOMPARE(question->plan()->steps[0].identity.value(u"size"_s).toInteger(), 7);
    question->confirm(u"case 7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path), TestWorkstation::Patience);
    QTRY_VERIFY(acts.rowCount() == 1 && acts.act(0)->state == ActState::Done);
    QCOMPARE(acts.act(0)->reason, u"case 7"_s);
    QCOMPARE(acts.act(0)->analyst, u"admin"_s);
    QVERIFY(canBeUndone(*acts.act(0), QDateTime::currentDateTimeUtc()));
    const auto back = ask(u"undo file %1"_s.arg(acts.act(0)->act));
    QCOMPARE(back->state(), ActQuestion::State::Planned);
    back->confirm({});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), TestWorkstation::Patience);
    QTRY_COMPARE(acts.act(0)->state, ActState::Undone);
    QTRY_COMPARE(acts.rowCount(), 2);
}

void ActQuestionTest::aPlanThatChangedIsNotDone()
{
    const QString path = plant(u"changing"_s);
    const auto question = ask(u"remediate file %1 -auto"_s.arg(path));
    QCOMPARE(question->state(), ActQuestion::State::Planned);
    QFile changed(path); // what is there now was not in the plan
    QVERIFY(changed.open(QFile::Append) && changed.write("more\n") > 0);
    changed.close();
    question->confirm({});
    QTRY_VERIFY_WITH_TIMEOUT(
        isFinal(newest().state) && !newest().invocation.hasFlag(u"plan"_s), TestWorkstation::Patience);
    QCOMPARE(newest().errors.at(0).code, ErrorCode::PlanChanged);
    QVERIFY(QFile::exists(path));
}

void ActQuestionTest::anAgentThatHangsEndsTheQuestion()
{
    const QString path = plant(u"hung"_s);
    look(path);
    const auto agent = pid_t(m_tenant.agentPid());
    QCOMPARE(::kill(agent, SIGSTOP), 0);
    const auto goOn = qScopeGuard([agent] { ::kill(agent, SIGCONT); });
    ActQuestion question(*m_session, *parseLine(QString(u"remediate file "_s + path)), 5s);
    QTRY_COMPARE_WITH_TIMEOUT(question.state(), ActQuestion::State::Refused, TestWorkstation::Patience);
    QCOMPARE(question.errors().at(0).code, ErrorCode::TimedOut);
    QVERIFY(question.mayAskAgain());
    QCOMPARE(::kill(agent, SIGCONT), 0);
    question.askAgain();
    QTRY_COMPARE_WITH_TIMEOUT(question.state(), ActQuestion::State::Planned, TestWorkstation::Patience);
    QVERIFY(QFile::exists(path));
}

QTEST_GUILESS_MAIN(ActQuestionTest)
#include "tst_actquestion.moc"
