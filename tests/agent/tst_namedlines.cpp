// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/linehash.h"
#include "agent/system/hooks/namedlines.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTest>

using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

/// Which one line of a file `remediate persistence` takes away.
class NamedLinesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesLines()
    {
        const auto lines = namedLines("/f", "# first\n a b \n\nc \\\n d\na b");
        QCOMPARE(lines.size(), 4U);
        QCOMPARE(lines.at(0).content, "a b");
        QCOMPARE(lines.at(0).id, lineId("/f", "a b", 0));
        QCOMPARE(lines.at(1).id, QByteArray()); // they are one
        QCOMPARE(lines.at(2).id, QByteArray());
        QCOMPARE(lines.at(3).id, lineId("/f", "a b", 1));
        QVERIFY(lines.at(3).id.endsWith("-2"));
    }

    /// Lines that only look as if they said something are not looked for among all others.
    void manyLinesThatSayNothing()
    {
        constexpr int count = 40'000;
        QByteArray text = "/*\n";
        for (int i = 0; i < count; ++i)
            text += "DPkg::Pre-Invoke { \"no" + QByteArray::number(i) + "\"; };\n";
        text += "*/\n";
        for (int i = 0; i < count; ++i)
            text += "DPkg::Pre-Invoke { \"yes" + QByteArray::number(i) + "\"; };\n";
        QElapsedTimer watch;
        watch.start();
        const auto hooks = namedHooks("/f", text, &parseAptHooks);
        QCOMPARE(hooks.size(), size_t(count));
        QVERIFY(!hooks.front().id.isEmpty() && !hooks.back().id.isEmpty());
        QCOMPARE_LT(watch.elapsed(), 5000);
    }

    void namesTheLineOfAHook_data()
    {
        QTest::addColumn<HookParser>("parse");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("lines"); // of each hook; none: several
        QTest::newRow("udev") << HookParser(&parseUdevRules)
                              << QByteArray("KERNEL==\"a\", RUN+=\"/x\"\nRUN=\"/y\", \\\n PROGRAM=\"/z\"\n"
                                            "PROGRAM=\"/p\", RUN+=\"/q\"\n")
                              << QByteArrayList{"KERNEL==\"a\", RUN+=\"/x\"", {}, {}, {}, {}};
        QTest::newRow("apt") << HookParser(&parseAptHooks)
                             << QByteArray("DPkg::Pre-Invoke { \"one\"; };\nDPkg::Post-Invoke {\n  \"two\";\n};\n")
                             << QByteArrayList{"DPkg::Pre-Invoke { \"one\"; };", {}};
        QTest::newRow("interfaces") << HookParser(&parseInterfaces)
                                    << QByteArray("iface eth0 inet dhcp\n  up /x\niface eth1 inet dhcp\n  up /x\n")
                                    << QByteArrayList{"up /x", "up /x"};
        QTest::newRow("logrotate") << HookParser(&parseLogrotate)
                                   << QByteArray("/var/log/x {\n postrotate\n /x\n endscript\n}\n")
                                   << QByteArrayList{{}};
        QTest::newRow("sysctl") << HookParser(&parseSysctl)
                                << QByteArray("kernel.core_pattern=|/x %p\nvm.swappiness=1\nkernel.modprobe = /y\n")
                                << QByteArrayList{"kernel.core_pattern=|/x %p", "kernel.modprobe = /y"};
    }
    void namesTheLineOfAHook()
    {
        QFETCH(HookParser, parse);
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, lines);
        const auto hooks = namedHooks("/f", text, parse);
        QCOMPARE(hooks.size(), size_t(lines.size()));
        QHash<QByteArray, int> earlier;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QByteArray &line = lines.at(i);
            QCOMPARE(hooks.at(i).id, line.isEmpty() ? QByteArray() : lineId("/f", line, earlier[line]++));
        }
    }
};

QTEST_GUILESS_MAIN(NamedLinesTest)
#include "tst_namedlines.moc"
