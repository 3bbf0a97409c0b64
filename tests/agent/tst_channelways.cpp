// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/channelways.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Agent;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class NoOpening final : public ChannelOpening
{
public:
    void start() override {}
    std::unique_ptr<Channel> takeChannel() override { return {}; }
    QHostAddress peerHost() const override { return {}; }
};

ChannelOpener webSockets()
{
    return [](const ChannelOpening::Order &) { return std::make_unique<NoOpening>(); };
}

Error failure(ErrorCode code)
{
    return {code, {}, {}, {}};
}

} // namespace

/// Which way an agent goes next, after what became of the one before.
class ChannelWaysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesDirectlyAsLongAsItMay()
    {
        ChannelWays ways(ChannelChoice::Automatic, {}, webSockets());
        for (const ErrorCode code :
            {ErrorCode::CannotConnect, ErrorCode::CertificateRefused, ErrorCode::CannotConnect}) {
            QCOMPARE(next(ways), ChannelChoice::Direct);
            QVERIFY(!ways.failed(failure(code)));
        }
        QCOMPARE(next(ways), ChannelChoice::Direct);
    }

    void goesTheOtherWayToAnOldService()
    {
        ChannelWays ways(ChannelChoice::Automatic, {}, webSockets());
        QCOMPARE(next(ways), ChannelChoice::Direct);
        QVERIFY(ways.failed(failure(ErrorCode::NotSupported)));
        QCOMPARE(next(ways), ChannelChoice::WebSocket);
        ways.opened(m_now);
        // For a while it does not ask again whether the service has become a new one.
        m_now += ChannelWays::KeepingTime / 2;
        QCOMPARE(next(ways), ChannelChoice::WebSocket);
        m_now += ChannelWays::KeepingTime;
        QCOMPARE(next(ways), ChannelChoice::Direct);
    }

    void goesTheOtherWayWhenItIsCutOffAgainAndAgain()
    {
        ChannelWays ways(ChannelChoice::Automatic, {}, webSockets());
        for (int i = 1; i <= ChannelWays::CutsInARow; ++i) {
            QCOMPARE(next(ways), ChannelChoice::Direct);
            QCOMPARE(ways.failed(failure(i % 2 ? ErrorCode::Interrupted : ErrorCode::TimedOut)),
                i == ChannelWays::CutsInARow);
        }
        QCOMPARE(next(ways), ChannelChoice::WebSocket);
        // That was not it.
        QVERIFY(!ways.failed(failure(ErrorCode::CannotConnect)));
        QCOMPARE(next(ways), ChannelChoice::Direct);
        ways.opened(m_now);
        QCOMPARE(next(ways), ChannelChoice::Direct);
        QVERIFY(!ways.failed(failure(ErrorCode::Interrupted)));
    }

    void leavesAWebSocketThatFails()
    {
        ChannelWays ways(ChannelChoice::Automatic, {}, webSockets());
        std::ignore = next(ways);
        QVERIFY(ways.failed(failure(ErrorCode::NotSupported)));
        QCOMPARE(next(ways), ChannelChoice::WebSocket);
        ways.opened(m_now);
        QCOMPARE(next(ways), ChannelChoice::WebSocket);
        QVERIFY(!ways.failed(failure(ErrorCode::CannotConnect)));
        QCOMPARE(next(ways), ChannelChoice::Direct);
    }

    void doesAsItIsTold_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("hasWebSockets");
        QTest::newRow("direct") << u"direct"_s << true;
        QTest::newRow("websocket") << u"websocket"_s << true;
        QTest::newRow("auto, built without") << u"auto"_s << false;
    }
    void doesAsItIsTold()
    {
        QFETCH(QString, word);
        QFETCH(bool, hasWebSockets);
        const auto choice = channelFromWord(word);
        QVERIFY(choice);
        QCOMPARE(channelWord(*choice), word);
        ChannelWays ways(*choice, {}, hasWebSockets ? webSockets() : ChannelOpener());
        const auto wanted = word == u"websocket" ? ChannelChoice::WebSocket : ChannelChoice::Direct;
        for (int i = 0; i < 3 * ChannelWays::CutsInARow; ++i) {
            QCOMPARE(next(ways), wanted);
            QVERIFY(!ways.failed(failure(i % 2 ? ErrorCode::NotSupported : ErrorCode::Interrupted)));
        }
    }

    void knowsNoOtherWords() { QVERIFY(!channelFromWord(u"carrier pigeon") && !channelFromWord(u"")); }

private:
    ChannelChoice next(ChannelWays &ways)
    {
        std::ignore = ways.open({.service = QUrl(u"https://127.0.0.1:1"_s), .tls = {}}, m_now);
        return ways.latest();
    }

    ChannelWays::Clock::time_point m_now = ChannelWays::Clock::now();
};

QTEST_GUILESS_MAIN(ChannelWaysTest)
#include "tst_channelways.moc"
