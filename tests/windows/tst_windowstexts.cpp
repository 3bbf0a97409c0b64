// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/windowspath.h"
#include "agent/system/device/codepage.h"
#include "agent/system/windows/commandline.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/registryvalue.h"

#include <QStringDecoder>
#include <QTest>

#ifdef Q_OS_WIN
#include <windows.h>

#include <shellapi.h>
#endif

using namespace Qt::StringLiterals;
using namespace Sonde::Agent::Windows;

/// Texts, lines and times of Windows, as Sonde carries them.
class TestWindowsTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUnitTravels();
    void travels_data();
    void travels();
    void whatIsNoNameIsNone_data();
    void whatIsNoNameIsNone();
    void times();
    void argumentsArriveAsTheyAre_data();
    void argumentsArriveAsTheyAre();
    void batchFilesGetTheirArguments_data();
    void batchFilesGetTheirArguments();
    void pathsAreAbsolute_data();
    void pathsAreAbsolute();
    void pathsAreVerbatim();
    void liesBelowIt();
    void registryValues_data();
    void registryValues();
    void codePagesHaveNames_data();
    void codePagesHaveNames();
};

void TestWindowsTexts::everyUnitTravels()
{
    for (uint unit = 0; unit <= 0xFFFF; ++unit) {
        const QString text = u"a"_s + QChar(char16_t(unit)) + u'b';
        QCOMPARE(deviceText(deviceBytes(text)), text);
    }
}

void TestWindowsTexts::travels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const QChar high(char16_t(0xD83D));
    const QChar low(char16_t(0xDE00));
    QTest::newRow("empty") << QString() << ""_ba;
    QTest::newRow("plain") << uR"(C:\Windows)"_s << R"(C:\Windows)"_ba;
    QTest::newRow("Japanese") << u"日本"_s << "\xe6\x97\xa5\xe6\x9c\xac"_ba;
    QTest::newRow("a pair") << QString(high) + low << "\xf0\x9f\x98\x80"_ba;
    QTest::newRow("high alone") << u"C:\\"_s + high << "C:\\\xed\xa0\xbd"_ba;
    QTest::newRow("low alone") << low + u"x"_s << "\xed\xb8\x80x"_ba;
    QTest::newRow("the wrong way round") << QString(low) + high << "\xed\xb8\x80\xed\xa0\xbd"_ba;
    QTest::newRow("alone beside a pair") << QString(high) + high + low << "\xed\xa0\xbd\xf0\x9f\x98\x80"_ba;
    QTest::newRow("a NUL") << QString::fromUtf16(u"a\0b", 3) << "a\0b"_ba;
}

void TestWindowsTexts::travels()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, bytes);
    QCOMPARE(deviceBytes(text), bytes);
    QCOMPARE(deviceText(bytes), text);
}

void TestWindowsTexts::whatIsNoNameIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Latin-1") << "C:\\caf\xe9"_ba;
    QTest::newRow("cut") << "C:\\\xe6\x97"_ba;
    QTest::newRow("overlong") << "C:\\\xc0\xaf"_ba;
    QTest::newRow("beside a surrogate") << "\xed\xa0\x80\xff"_ba;
    QTest::newRow("a surrogate cut") << "\xed\xa0"_ba;
}

void TestWindowsTexts::whatIsNoNameIsNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!deviceText(bytes));
}

void TestWindowsTexts::times()
{
    QCOMPARE(nanosecondsOf(116'444'736'000'000'000), 0);
    QCOMPARE(nanosecondsOf(116'444'736'000'000'001), 100);
    QCOMPARE(nanosecondsOf(116'444'735'999'999'999), -100);
    QCOMPARE(nanosecondsOf(133'000'000'000'000'000), 1'655'526'400'000'000'000);
    QCOMPARE(nanosecondsOf(0), std::numeric_limits<qint64>::min());
    QCOMPARE(nanosecondsOf(~0ULL), std::numeric_limits<qint64>::max());
}

void TestWindowsTexts::argumentsArriveAsTheyAre_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QStringList &arguments, const QString &line) {
        QTest::newRow(name) << (QStringList{uR"(C:\a b\p.exe)"_s} + arguments) << uR"("C:\a b\p.exe")"_s + line;
    };
    row("none", {}, {});
    row("plain", {u"-name"_s, u"x"_s}, u" -name x"_s);
    row("empty", {QString(), u"x"_s}, uR"( "" x)"_s);
    row("blanks", {u"a b"_s, u"\t"_s}, u" \"a b\" \"\t\""_s);
    row("quotation marks", {uR"(say "hi")"_s, uR"(")"_s}, uR"( "say \"hi\"" "\"")"_s);
    row("backslashes", {uR"(C:\x\)"_s, uR"(a\\b)"_s}, uR"( C:\x\ a\\b)"_s);
    row("a backslash at the end of a quotation", {uR"(C:\x y\)"_s}, uR"( "C:\x y\\")"_s);
    row("backslashes before a quotation mark", {uR"(\\")"_s}, uR"( "\\\\\"")"_s);
    row("of shells", {u"a;b&c|d$e!(f)%PATH%^"_s}, u" a;b&c|d$e!(f)%PATH%^"_s);
}

void TestWindowsTexts::argumentsArriveAsTheyAre()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, line);
    QCOMPARE(commandLineOf(arguments), line);
#ifdef Q_OS_WIN
    int count = 0;
    wchar_t **apart = ::CommandLineToArgvW(reinterpret_cast<const wchar_t *>(line.utf16()), &count);
    QStringList arrived;
    for (int i = 0; i < count; ++i)
        arrived += QString::fromWCharArray(apart[i]);
    ::LocalFree(apart);
    QCOMPARE(arrived, arguments);
#endif
}

void TestWindowsTexts::batchFilesGetTheirArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("line"); // null: it cannot be said
    const auto row = [](const char *name, const QStringList &arguments, const QString &line) {
        QTest::newRow(name) << (QStringList{uR"(C:\cmd.exe)"_s, u"/d"_s, u"/s"_s, u"/c"_s, uR"(C:\a b\s.cmd)"_s}
            + arguments) << (line.isNull() ? line : uR"("C:\cmd.exe" /d /s /c ""C:\a b\s.cmd")"_s + line + u'"');
    };
    row("none", {}, u""_s);
    row("plain", {u"-name"_s, uR"(C:\x.txt)"_s}, uR"( -name C:\x.txt)"_s);
    row("empty", {QString()}, uR"( "")"_s);
    row("blanks", {u"a b"_s}, uR"( "a b")"_s);
    row("of the interpreter", {u"a&b"_s, u"c|d>e"_s, u"f^g"_s, u"(h)"_s, u"!i!"_s, u"j,k;l=m"_s},
        uR"-( "a&b" "c|d>e" "f^g" "(h)" "!i!" "j,k;l=m")-"_s);
    row("a quotation mark", {u"a\" & calc"_s}, QString());
    row("a variable", {u"%PATH%"_s}, QString());
    row("two lines", {u"a\nb"_s}, QString());
}

void TestWindowsTexts::batchFilesGetTheirArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, line);
    QVERIFY(isBatchInterpreter(arguments.first()));
    QCOMPARE(batchLineOf(arguments).value_or(QString()), line);
    QCOMPARE(batchLineOf(arguments).has_value(), !line.isNull());
}

void TestWindowsTexts::pathsAreAbsolute_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("absolute");
    const auto row = [](const char *name, const char *folder, const char *path, const char *absolute) {
        QTest::newRow(name) << QByteArray(folder) << QByteArray(path) << QByteArray(absolute);
    };
    row("the start", "/", "/", R"(C:\)");
    row("nothing", R"(C:\a)", "", R"(C:\a)");
    row("below", R"(C:\a)", "b", R"(C:\a\b)");
    row("of the root", R"(D:\)", "b", R"(D:\b)");
    row("slashes", R"(C:\a)", "b/c//d/", R"(C:\a\b\c\d)");
    row("up", R"(C:\a\b)", R"(..\c)", R"(C:\a\c)");
    row("up beyond the root", R"(C:\a)", R"(..\..\..)", R"(C:\)");
    row("dots", R"(C:\a)", R"(.\.\b\.)", R"(C:\a\b)");
    row("absolute", R"(C:\a)", R"(D:\b\..\c)", R"(D:\c)");
    row("a drive alone", R"(C:\a)", "D:", R"(D:\)");
    row("of the same drive", R"(C:\a)", "c:b", R"(C:\a\b)");
    row("of another drive", R"(C:\a)", "D:b", R"(D:\b)");
    row("from the root", R"(D:\a)", R"(\b)", R"(D:\b)");
    row("a share", R"(C:\a)", R"(\\server\share\b\..)", R"(\\server\share\)");
    row("from a share", R"(\\server\share\a)", "b", R"(\\server\share\a\b)");
    row("from a share's root", R"(\\server\share\a)", R"(\b)", R"(\\server\share\b)");
    row("up in a share", R"(\\server\share\a)", R"(..\..\..)", R"(\\server\share\)");
    row("verbatim", R"(C:\a)", R"(\\?\C:\b\..\c.)", R"(\\?\C:\b\..\c.)");
    row("a stream", R"(C:\a)", "bb:c", R"(C:\a\bb:c)");
    row("a lone surrogate", R"(C:\a)", "\xed\xa0\x80", "C:\\a\\\xed\xa0\x80");
}

void TestWindowsTexts::pathsAreAbsolute()
{
    QFETCH(const QByteArray, folder);
    QFETCH(const QByteArray, path);
    QTEST(absolutePath(folder, path), "absolute");
}

void TestWindowsTexts::pathsAreVerbatim()
{
    QCOMPARE(verbatimPath(R"(C:\a)"), R"(\\?\C:\a)");
    QCOMPARE(verbatimPath(R"(\\server\share\a)"), R"(\\?\UNC\server\share\a)");
    QCOMPARE(verbatimPath(R"(\\?\C:\a)"), R"(\\?\C:\a)");
    QCOMPARE(verbatimPath(R"(\\.\pipe\x)"), R"(\\.\pipe\x)");
    for (const QByteArray &path : {QByteArray(R"(C:\a)"), QByteArray(R"(\\server\share\a)")})
        QCOMPARE(plainPath(verbatimPath(path)), path);
    QCOMPARE(plainPath(R"(\\?\Volume{1}\a)"), R"(\\?\Volume{1}\a)");
}

void TestWindowsTexts::liesBelowIt()
{
    QVERIFY(liesBelow(R"(C:\Users\anna)", R"(c:\users)"));
    QVERIFY(!liesBelow(R"(C:\Users2)", R"(C:\Users)"));
    QVERIFY(!liesBelow(R"(C:\Users)", R"(C:\Users)"));
    QVERIFY(liesBelow(R"(C:\Users)", R"(C:\)"));
}

void TestWindowsTexts::registryValues_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("text");
    const auto utf16 = [](QStringView text) {
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    };
    const auto row = [](const char *name, quint32 type, const QByteArray &data, const QByteArray &text) {
        QTest::newRow(name) << type << data << text;
    };
    row("text", 1, utf16(QStringView(u"abc", 4)), "abc");
    row("without its NUL", 1, utf16(u"abc"), "abc");
    row("with one more", 1, utf16(QStringView(u"a\0b", 4)), "a\0b"_ba);
    row("no text", 1, {}, {});
    row("half a character", 1, "abc", "616263");
    row("a lone surrogate", 1, "\x00\xd8"_ba, "\xed\xa0\x80");
    row("with variables", 2, utf16(u"%TEMP%"), "%TEMP%");
    row("bytes", 3, "\x00\xff\x10"_ba, "00ff10");
    row("a number", 4, "\x1f\x00\x00\x80"_ba, "0x8000001f");
    row("a number too short", 4, "\x1f\x00"_ba, "1f00");
    row("big endian", 5, "\x00\x00\x00\x1f"_ba, "0x1f");
    row("several", 7, utf16(QStringView(u"a\0bc\0", 6)), "a\nbc");
    row("several, none", 7, utf16(QStringView(u"\0", 1)), {});
    row("a long number", 11, "\x01\x00\x00\x00\x00\x00\x00\x80"_ba, "0x8000000000000001");
    row("of no type", 0, "\x01"_ba, "01");
    row("of an unknown type", 0x20001, "\x01"_ba, "01");
    row("long", 1, utf16(QString(40'000, u'x')), QByteArray(40'000, 'x'));
}

void TestWindowsTexts::registryValues()
{
    QFETCH(const quint32, type);
    QFETCH(const QByteArray, data);
    QTEST(registryText(type, data), "text");
    QCOMPARE(registryTypeName(11), u"REG_QWORD"_s);
    QCOMPARE(registryTypeName(0x2001a), u"REG_TYPE_0x2001A"_s);
}

void TestWindowsTexts::codePagesHaveNames_data()
{
    QTest::addColumn<quint32>("page");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](quint32 page, const QString &encoding, const QByteArray &bytes, const QString &text) {
        QTest::addRow("%u", page) << page << encoding << bytes << text;
    };
    row(437, u"IBM437"_s, "caf\x82", u"caf\u00e9"_s);
    row(850, u"IBM850"_s, "\xb7\x82", u"\u00c0\u00e9"_s);
    row(858, u"IBM00858"_s, "\xd5", u"\u20ac"_s);
    row(866, u"IBM866"_s, "\x80", u"\u0410"_s);
    row(874, u"windows-874"_s, "\xa1", u"\u0e01"_s);
    row(932, u"windows-31j"_s, "\x93\xfa\x96\x7b\x83\x5c\x87\x40", u"\u65e5\u672c\u30bd\u2460"_s);
    row(936, u"GBK"_s, "\xd6\xd0", u"\u4e2d"_s);
    row(949, u"windows-949"_s, "\xb0\xa1\x81\x41", u"\uac00\uac02"_s);
    row(950, u"Big5"_s, "\xa4\xa4", u"\u4e2d"_s);
    row(1251, u"windows-1251"_s, "\xc0", u"\u0410"_s);
    row(1252, u"windows-1252"_s, "\x80\xe9", u"\u20ac\u00e9"_s);
    row(65001, u"UTF-8"_s, "\xe6\x97\xa5", u"\u65e5"_s);
}

/// Whoever reads what a device wrote finds it under that name.
void TestWindowsTexts::codePagesHaveNames()
{
    QFETCH(const quint32, page);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QTEST(encodingOfCodePage(page), "encoding");
    QCOMPARE(pythonEncodingOfCodePage(page), page == Utf8Page ? "utf-8"_ba : "cp" + QByteArray::number(page));
#ifdef Q_OS_WIN
    if (!::IsValidCodePage(page))
        QSKIP("this system does not have it");
    QString read(bytes.size(), QChar());
    read.truncate(::MultiByteToWideChar(
        page, 0, bytes.constData(), int(bytes.size()), reinterpret_cast<wchar_t *>(read.data()), int(read.size())));
    QCOMPARE(read, text);
#else
    QStringDecoder decoder(encodingOfCodePage(page));
    if (!decoder.isValid())
        QSKIP("this Qt knows the encodings of Unicode alone");
    QCOMPARE(QString(decoder(bytes)), text);
#endif
}

QTEST_GUILESS_MAIN(TestWindowsTexts)

#include "tst_windowstexts.moc"
