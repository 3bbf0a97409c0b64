// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/base/wfpengine_windows.h"
#include "agent/system/isolation/isolation.h"
#include "agent/system/isolation/isolationprobes.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Isolation where there is no filtering engine, as under Wine; where there is one, nothing here is told to it.
class TestWindowsIsolation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefusedWithoutItsEngine()
    {
        if (Wfp::Engine::isThere())
            QSKIP("this would cut this computer off");
        const QTemporaryDir folder;
        Isolation isolation(folder.path());
        isolation.start();
        IsolationOrder order;
        order.service = {passageTo(QHostAddress(u"127.0.0.1"_s), 9)};
        const auto isolated = isolation.isolate(order);
        QVERIFY(!isolated);
        QCOMPARE(isolated.error().code, ErrorCode::NoSubsystem);
        QVERIFY(isolation.serviceAddresses().empty());
        QCOMPARE(isolation.observe().state, IsolationState::Released);
        QVERIFY(!isolation.observe().wanted);
        const auto released = isolation.release(); // also when it is not isolated
        QVERIFY(released);
        QCOMPARE(released->state, IsolationState::Released);
        QVERIFY(releaseByHand(folder.path(), u"a code"_s));
    }

    void whoAnswersIsFound()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Passage good = passageTo(QHostAddress(u"127.0.0.1"_s), server.serverPort());
        QVERIFY(Probe::answers({good}, 5s));
        server.close();
        QVERIFY(!Probe::answers({good}, 3s));
        QVERIFY(!Probe::answers({}, 1s));
    }
};

QTEST_GUILESS_MAIN(TestWindowsIsolation)

#include "tst_windowsisolation.moc"
