// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// Any name a file system can hold survives being shown, typed and sent.
class TestDevicePath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void travels_data();
    void travels();
    void everyByteTravels();
    void isTypedAs_data();
    void isTypedAs();
    void isTextOnTheWireWhenItCan();
};

void TestDevicePath::travels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("plain") << "/etc/passwd"_ba;
    QTest::newRow("blanks and quotes") << "/tmp/a \"b\" 'c'\n&> -auto"_ba;
    QTest::newRow("Japanese") << "/tmp/\xe6\x97\xa5\xe6\x9c\xac"_ba;
    QTest::newRow("beyond the first plane") << "/tmp/\xf0\x9f\x98\x80"_ba;
    QTest::newRow("Latin-1") << "/tmp/caf\xe9"_ba;
    QTest::newRow("cut in a character") << "/tmp/\xe6\x97"_ba;
    QTest::newRow("a surrogate") << "/tmp/\xed\xa0\x80"_ba;
    QTest::newRow("an overlong slash") << "/tmp/\xc0\xaf"_ba;
    QTest::newRow("valid and not") << "/tmp/\xe6\x97\xa5\xff\xe6\x9c\xac\\x41"_ba;
    QTest::newRow("backslashes") << "C:\\x41\\\\"_ba;
    QTest::newRow("invalid with backslashes") << "\\x41\\\\\xff\\"_ba;
    QTest::newRow("looks like the escaped form") << "bytes:/tmp/caf\\xE9"_ba;
}

void TestDevicePath::travels()
{
    QFETCH(QByteArray, bytes);
    const DevicePath path(bytes);
    QCOMPARE(path.bytes(), bytes);
    QCOMPARE(DevicePath::fromTyped(path.typed()).bytes(), bytes);
    QCOMPARE(DevicePath::fromCbor(QCborValue::fromCbor(path.toCbor().toCbor())).bytes(), bytes);
    if (!bytes.isEmpty()) {
        const auto parsed = parseLine(QString(u"fileinfo "_s + quoted(path.typed())));
        QVERIFY(parsed);
        QCOMPARE(DevicePath::fromTyped(parsed->value(u"path"_s)).bytes(), bytes);
    }
}

void TestDevicePath::everyByteTravels()
{
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const char bytes[] = {'/', char(first), char(second), 'x'};
            const DevicePath path(QByteArray(bytes, sizeof bytes));
            QVERIFY2(DevicePath::fromTyped(path.typed()) == path, qPrintable(path.typed()));
        }
    }
}

void TestDevicePath::isTypedAs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("typed");
    QTest::newRow("valid") << "/tmp/\xc3\xa9"_ba << u"/tmp/é"_s;
    QTest::newRow("a Windows path") << "C:\\x41"_ba << uR"(C:\x41)"_s;
    QTest::newRow("invalid") << "/tmp/caf\xe9"_ba << uR"(bytes:/tmp/caf\xE9)"_s;
    QTest::newRow("invalid with a backslash") << "a\\\xe9"_ba << uR"(bytes:a\\\xE9)"_s;
}

void TestDevicePath::isTypedAs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, typed);
    QCOMPARE(DevicePath(bytes).typed(), typed);
}

void TestDevicePath::isTextOnTheWireWhenItCan()
{
    QVERIFY(DevicePath("/tmp/\xc3\xa9"_ba).toCbor().isString());
    QVERIFY(DevicePath("/tmp/\xe9"_ba).toCbor().isByteArray());
    QVERIFY(DevicePath("/tmp/\xc3\xa9"_ba).isUtf8());
    QVERIFY(!DevicePath("/tmp/\xe9"_ba).isUtf8());
}

QTEST_GUILESS_MAIN(TestDevicePath)
#include "tst_devicepath.moc"
