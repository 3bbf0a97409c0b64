// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde::Client;

/// The programs themselves, with the agent on each of its ways to the service.
class TestAgentChannels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsRunWhicheverWay_data();
    void commandsRunWhicheverWay();

private:
    [[nodiscard]] QJsonObject start(QProcess &agent, const QStringList &arguments = {}) const;

    TestTenant m_tenant;
};

/// What an agent says when it is connected; nothing when it is not.
QJsonObject TestAgentChannels::start(QProcess &agent, const QStringList &arguments) const
{
    constexpr int patience = 30'000;
    agent.start(TestTenant::program(u"sonde-agent"_s),
        QStringList{u"--data"_s, m_tenant.dataDirectory() + u"/agent"_s} + arguments);
    while (!agent.canReadLine() && agent.waitForReadyRead(patience)) {}
    return QJsonDocument::fromJson(agent.readLine()).object();
}

void TestAgentChannels::commandsRunWhicheverWay_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("connected");
    QTest::newRow("direct") << u"direct"_s << u"direct"_s;
    QTest::newRow("websocket") << u"websocket"_s << u"websocket"_s;
    QTest::newRow("as the agent likes") << u"auto"_s << u"direct"_s;
}

void TestAgentChannels::commandsRunWhicheverWay()
{
    QFETCH(QString, channel);
    QFETCH(QString, connected);
    if (m_tenant.servicePid() == 0)
        QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    m_tenant.killAgent();
    const auto end = [](QProcess &agent) {
        agent.kill();
        agent.waitForFinished();
    };
    QProcess once;
    QCOMPARE(start(once, {u"--channel"_s, channel}).value("channel"_L1).toString(), connected);
    end(once);
    // It is remembered.
    QProcess agent;
    QCOMPARE(start(agent).value("channel"_L1).toString(), connected);
    const auto run = m_tenant.cli({u"exec"_s, QSysInfo::machineHostName(), u"dir /etc"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    QVERIFY(run.output.contains("passwd"));
    end(agent);
}

QTEST_GUILESS_MAIN(TestAgentChannels)
#include "tst_agentchannels.moc"
