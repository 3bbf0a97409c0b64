// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/backoff.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Sonde;

class BackoffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesItsBoundUpToTheCap()
    {
        Backoff backoff;
        for (auto bound = Backoff::Base; bound < Backoff::Cap; bound *= 2) {
            QCOMPARE(backoff.bound(), bound);
            const auto wait = backoff.next();
            QVERIFY(wait >= 0ms && wait <= bound);
        }
        QCOMPARE(backoff.bound(), Backoff::Cap);
        (void)backoff.next();
        QCOMPARE(backoff.bound(), Backoff::Cap);
        backoff.reset();
        QCOMPARE(backoff.bound(), Backoff::Base);
    }

    void spreadsOverTheWholeBound()
    {
        Backoff backoff;
        while (backoff.bound() < Backoff::Cap)
            (void)backoff.next();
        int early = 0;
        int late = 0;
        for (int i = 0; i < 1000; ++i)
            ++(backoff.next() < Backoff::Cap / 2 ? early : late);
        QVERIFY(early > 300 && late > 300);
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
