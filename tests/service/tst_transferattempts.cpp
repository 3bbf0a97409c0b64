// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/transferattempts.h"
#include "transport/bulk/transferthread.h"

#include <QTest>
#include <QThread>

using namespace std::chrono_literals;
using namespace Sonde;

/// What comes after an attempt at a transfer, whoever makes it.
class TransferAttemptsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatPasses_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("signsInAgain");
        QTest::addColumn<bool>("another");
        QTest::newRow("cut") << ErrorCode::Interrupted << false << true;
        QTest::newRow("silent") << ErrorCode::TimedOut << false << true;
        QTest::newRow("nobody there") << ErrorCode::CannotConnect << false << true;
        QTest::newRow("ticket too old") << ErrorCode::TokenInvalid << false << true;
        QTest::newRow("signed out") << ErrorCode::NotSignedIn << false << false;
        QTest::newRow("signing in again") << ErrorCode::NotSignedIn << true << true;
        QTest::newRow("something else came") << ErrorCode::HashMismatch << false << false;
        QTest::newRow("refused") << ErrorCode::NotPermitted << true << false;
        QTest::newRow("cancelled") << ErrorCode::Cancelled << true << false;
        QTest::newRow("disk full") << ErrorCode::NoSpace << true << false;
    }
    void knowsWhatPasses()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, signsInAgain);
        QFETCH(bool, another);
        TransferAttempts attempts({.signsInAgain = signsInAgain});
        attempts.begin(0);
        QCOMPARE(attempts.next({code, {}, {}, {}}, 0).has_value(), another);
    }

    void forgivesSoManyMismatches()
    {
        TransferAttempts attempts({.mismatches = 1});
        const Error mismatch{ErrorCode::HashMismatch, {}, {}, {}};
        attempts.begin(0);
        QVERIFY(attempts.next(mismatch, 0));
        QVERIFY(attempts.next({ErrorCode::Interrupted, {}, {}, {}}, 0));
        QVERIFY(!attempts.next(mismatch, 0));
    }

    void waitsLongerUntilSomethingMoves()
    {
        TransferAttempts attempts;
        const Error cut{ErrorCode::Interrupted, {}, {}, {}};
        attempts.begin(100);
        Backoff::Milliseconds longest{};
        for (int i = 0; i < 200; ++i)
            longest = std::max(longest, *attempts.next(cut, 100));
        QVERIFY(longest > Backoff::Base);
        for (int i = 0; i < 200; ++i)
            QVERIFY(*attempts.next(cut, 101) <= Backoff::Base);
    }

    void repeatsUntilDone()
    {
        int count = 0;
        const auto result = repeatTransfer({}, [&](qint64 &moved) -> Result<void> {
            moved = 1;
            return ++count < 3 ? fail(ErrorCode::Interrupted) : Result<void>();
        });
        QVERIFY(result);
        QCOMPARE(count, 3);
    }

    void endsWithWhatNoAttemptMends()
    {
        int count = 0;
        const auto result = repeatTransfer({}, [&](qint64 &) -> Result<void> {
            return fail(++count < 2 ? ErrorCode::TokenInvalid : ErrorCode::TooLarge);
        });
        QCOMPARE(result.error().code, ErrorCode::TooLarge);
        QCOMPARE(count, 2);
    }

    void doesNotWaitWhenStopped()
    {
        std::stop_source stop;
        const auto result = repeatTransfer(stop.get_token(), [&](qint64 &) -> Result<void> {
            stop.request_stop();
            return fail(ErrorCode::CannotConnect);
        });
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

    void threadReportsToItsOwner()
    {
        TransferThread thread;
        QThread *where = nullptr;
        int result = 0;
        thread.start(
            this, [](const std::stop_token &) { return 7; },
            [&](int seven) {
                where = QThread::currentThread();
                result = seven;
            });
        QTRY_COMPARE(result, 7);
        QCOMPARE(where, QThread::currentThread());
    }

    void threadIsStoppedWithItsOwner()
    {
        bool stopped = false;
        {
            TransferThread thread;
            thread.start(
                this,
                [&stopped](const std::stop_token &stop) {
                    while (!stop.stop_requested())
                        std::this_thread::yield();
                    stopped = true;
                    return 0;
                },
                [](int) {});
        }
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(TransferAttemptsTest)
#include "tst_transferattempts.moc"
