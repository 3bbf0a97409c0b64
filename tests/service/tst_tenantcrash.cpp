// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/tenantfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// What is left of commands and their files when the service is killed or the agent begins anew.
class TestTenantCrash final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aCrashLosesAndDoublesNothing();
    void anAgentThatHoldsNothingIsAskedAgain();
    void whatEndedWithoutTheDeviceIsCalledOff();
    void evidenceGetsItsNameAfterACrash();
    void onlyEvidenceThatIsWaitedForStaysHalf();

private:
    [[nodiscard]] QString evidencePath(const QString &name) const
    {
        return QFileInfo(m_bench->databasePath()).path() + u"/evidence/"_s + name;
    }
    QString makePartial(const QString &name, const QByteArray &content);
    QString makePartial(CommandId command, const QByteArray &content)
    {
        return makePartial(u"evidence-"_s + command.toString(), content);
    }
};

QString TestTenantCrash::makePartial(const QString &name, const QByteArray &content)
{
    const QString path = evidencePath(u"partial/"_s + name);
    QFile file(path);
    if (!QDir().mkpath(evidencePath(u"partial"_s)) || !file.open(QFile::WriteOnly)
        || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestTenantCrash::aCrashLosesAndDoublesNothing()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent->send(chunk(command, 0, "one\n"));
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().command, command);
    m_agent.reset();
    m_analyst.reset();
    m_bench->crash();

    QCOMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Connected);
    QCOMPARE(record(command).state, CommandState::Running);
    m_agent = m_bench->connectAgent(m_device, {command});
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 1U);
    m_agent->send(chunk(command, 0, "one\n")); // its acknowledgement was lost
    m_agent->send(chunk(command, 1, "two\n"));
    m_agent->send(end(command, 2));
    QTRY_COMPARE(record(command).state, CommandState::Completed);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
    QCOMPARE(m_bench->tenant().store.outputCount(command), 2U);
    const auto journal = m_bench->journal();
    const auto finished = std::get<Event::CommandFinished>(journal.back().event);
    QCOMPARE(finished.outputSha256, QCryptographicHash::hash("one\ntwo\n", QCryptographicHash::Sha256));
    QCOMPARE(inJournal<Event::CommandSent>(), 2);
    for (size_t i = 0; i < journal.size(); ++i)
        QCOMPARE(journal.at(i).number, quint64(i + 1));
    m_analyst = m_bench->connectAnalyst();
    QVERIFY(submit(u"dir"_s) > command);
}

void TestTenantCrash::anAgentThatHoldsNothingIsAskedAgain()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
    // It remembers the id from before its restart, and does not run it twice.
    m_agent->send(end(command, 0, CommandState::Interrupted));
    QTRY_COMPARE(record(command).state, CommandState::Interrupted);
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, command);
}

void TestTenantCrash::whatEndedWithoutTheDeviceIsCalledOff()
{
    QVERIFY(openSession().isValid());
    m_agent = m_bench->connectAgent(m_device, {CommandId(4711)});
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, CommandId(4711));
    QCOMPARE(m_agent->last<Message::CancelCommand>().command, CommandId(4711));
}

/// The service died after it had journalled evidence, before that got its blob's name.
void TestTenantCrash::evidenceGetsItsNameAfterACrash()
{
    QVERIFY(openSession().isValid());
    const CommandId command = offered();
    QVERIFY(command.isValid());
    const QByteArray sha256 = QCryptographicHash::hash("content"_ba, QCryptographicHash::Sha256);
    const QString partial = makePartial(command, "content");
    m_bench->tenant().journal.append(AgentActor, {m_device, m_session, command}, Event::EvidenceStored{7, sha256});
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QVERIFY(!QFile::exists(partial));
    QFile blob(m_bench->tenant().evidenceBlobs.path(sha256));
    QVERIFY(blob.open(QFile::ReadOnly));
    QCOMPARE(blob.readAll(), "content");
}

void TestTenantCrash::onlyEvidenceThatIsWaitedForStaysHalf()
{
    QVERIFY(openSession().isValid());
    const CommandId waiting = offered();
    const CommandId over = offered();
    m_agent->send(end(over, 0, CommandState::Failed));
    QTRY_VERIFY(isFinal(record(over).state));
    const QString kept = makePartial(waiting, "half");
    const QString removed = makePartial(over, "half");
    const QString unknown = makePartial(CommandId(4711), "half");
    QList<QString> foreign;
    for (const QString &name : {u"x"_s, u"evidence"_s, u"evidence-"_s, u"evidence-x"_s})
        foreign.append(makePartial(name, "half"));
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QVERIFY(QFile::exists(kept));
    QVERIFY(!QFile::exists(removed));
    QVERIFY(!QFile::exists(unknown));
    for (const QString &path : foreign)
        QVERIFY2(!QFile::exists(path), qPrintable(path));
}

QTEST_GUILESS_MAIN(TestTenantCrash)
#include "tst_tenantcrash.moc"
