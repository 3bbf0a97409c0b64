// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/taskxml.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/formatprobe.h"
#include "tests/agent/processortime.h"

#include <QProcess>
#include <QStringEncoder>
#include <QTest>
#include <QtEndian>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

/// A text in every encoding it may come in, whatever it says of itself.
void addEncodings(const QString &text)
{
    using enum QStringConverter::Encoding;
    QTest::newRow("plain") << encoded(text, Utf8, false);
    QTest::newRow("UTF-8 with a mark") << encoded(text, Utf8, true);
    QTest::newRow("UTF-16LE") << encoded(text, Utf16LE, false);
    QTest::newRow("UTF-16LE with a mark") << encoded(text, Utf16LE, true);
    QTest::newRow("UTF-16BE") << encoded(text, Utf16BE, false);
    QTest::newRow("UTF-16BE with a mark") << encoded(text, Utf16BE, true);
}

QString plist(const QString &inside)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"_s + inside
        + u"</dict></plist>"_s;
}

QByteArray registry(const QByteArray &lines)
{
    return "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n" + lines;
}

/// "name|type|data" of every value, key after key.
QStringList valuesOf(const QByteArray &export5)
{
    QStringList values;
    const QCborArray keys = inside(detailsOf(export5), u"keys"_s).toArray();
    for (const QCborValue &key : keys) {
        for (const QCborValue &value : key.toMap()[u"values"_s].toArray()) {
            const QCborMap map = value.toMap();
            values += map[u"name"_s].toString() + u'|' + map[u"type"_s].toString() + u'|'
                + (map[u"deleted"_s].toBool() ? u"deleted"_s : map[u"data"_s].toString());
        }
    }
    return values;
}

// ---- shell links

QByteArray little16(qsizetype number)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(quint16(number), bytes.data());
    return bytes;
}

QByteArray item(const QByteArray &content)
{
    return little16(content.size() + 2) + content;
}

/// A file entry with a short name, and behind it the block 0xbeef0004 of Windows 10 with the long one.
QByteArray fileItem(char type, const QByteArray &shortName, const QString &longName)
{
    QByteArray start = QByteArray(1, type) + QByteArray(11, '\0') + shortName + '\0';
    if (start.size() % 2)
        start += '\0';
    QByteArray block = little16(9) + QByteArray::fromHex("0400efbe") + QByteArray(8, '\0') + little16(0x2e)
        + QByteArray(18, '\0') + little16(0) + QByteArray(8, '\0');
    QStringEncoder wide(QStringEncoder::Utf16LE);
    block += QByteArray(wide(longName)) + QByteArray(2, '\0') + little16(start.size() + 2);
    block = little16(block.size() + 2) + block;
    return item(start + block);
}

QByteArray linkHeader(quint32 flags)
{
    QByteArray header = QByteArray::fromHex("4c0000000114020000000000c000000000000046") + QByteArray(56, '\0');
    qToLittleEndian(flags, header.data() + 20);
    header[60] = 1;
    return header;
}

QByteArray wideText(const QString &text)
{
    QStringEncoder wide(QStringEncoder::Utf16LE);
    return little16(text.size()) + QByteArray(wide(text));
}

} // namespace

/// Small inputs on which tools of this trade were wrong: each comes from a public report about one of them, whose name stands beside it. What
/// files say.
class FormatCasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- encodings: plaso 3535, smartmontools-win 10

    void readsPropertyListsInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s));
        QTest::newRow("declared as UTF-16")
            << plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s)
                   .replace(u"UTF-8"_s, u"UTF-16"_s)
                   .toUtf8();
        QTest::newRow("Latin-1") << plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s)
                                        .replace(u"UTF-8"_s, u"ISO-8859-1"_s)
                                        .toLatin1();
    }
    void readsPropertyListsInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        const QCborMap details = detailsOf(bytes);
        QCOMPARE(inside(details, u"label"_s), u"caf\u00e9"_s);
        QCOMPARE(inside(details, u"run_at_load"_s), true);
        QCOMPARE(inside(details, u"encoding"_s), u"XML"_s);
    }

    void readsTasksInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(
            u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<Task><Actions><Exec><Command>caf\u00e9.exe</Command></Exec></Actions></Task>"_s);
    }
    void readsTasksInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(inside(detailsOf(bytes), u"format"_s), u"task"_s);
        QCOMPARE(inside(detailsOf(bytes), u"actions.0.command"_s), u"caf\u00e9.exe"_s);
    }

    void readsRegistryExportsInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(QString::fromUtf8(registry("\"A\"=\"caf\xc3\xa9\"\r\n")));
    }
    void readsRegistryExportsInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(valuesOf(bytes), QStringList{u"A|REG_SZ|caf\u00e9"_s});
    }

    /// As schtasks /query /xml prints them.
    void readsAListingOfTasks()
    {
        const QByteArray task =
            "<Task><RegistrationInfo><Author>a</Author></RegistrationInfo><Actions><Exec><Command>x.exe</Command>"
            "</Exec></Actions></Task>";
        const QCborMap listing = detailsOf("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<Tasks>\n<!-- \\One -->\n"
            + task + "\n<!-- \\Two -->\n" + task + "</Tasks>");
        QCOMPARE(inside(listing, u"format"_s), u"task listing"_s);
        QCOMPARE(inside(listing, u"tasks.1.name"_s), u"\\Two"_s);
        QCOMPARE(inside(listing, u"tasks.1.actions.0.command"_s), u"x.exe"_s);
        const QByteArray declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + task + "\n";
        QCOMPARE(inside(detailsOf(declared + declared), u"tasks"_s).toArray().size(), 2);
        // What only looks like a declaration does not hide the next task; one that is broken neither.
        const QByteArray deceptive = "<?xml version=\"1.0\"?><Task><RegistrationInfo><Description><![CDATA[<?xml ?>]]>"
                                     "</Description></RegistrationInfo><Actions/></Task>";
        QCOMPARE(inside(detailsOf(deceptive + declared), u"tasks"_s).toArray().size(), 2);
        QCOMPARE(inside(detailsOf(declared + deceptive + declared), u"tasks"_s).toArray().size(), 3);
        QCOMPARE(inside(detailsOf(declared
                            + QByteArray(deceptive).replace("<?xml ?>", QByteArray("<?xml ?>").repeated(9)) + declared),
                     u"tasks"_s)
                     .toArray()
                     .size(),
            3);
        QCOMPARE(
            inside(detailsOf("<?xml version=\"1.0\"?><Task><Actions>" + declared), u"actions.0.command"_s), u"x.exe"_s);
        QCOMPARE(inside(detailsOf("\n" + declared + declared), u"tasks"_s).toArray().size(), 2);
    }

    /// Each is broken in a way that only its end tells.
    void manyBrokenTasksTakeNoLongTime()
    {
        const QByteArray broken = "<?xml version=\"1.0\"?><Task><![CDATA[";
        const QByteArray whole = "<?xml version=\"1.0\"?><Task><Actions/></Task>";
        const ProcessorTime watch;
        const TaskListing listing = readTaskXml(QString::fromLatin1(whole + broken.repeated(20'000) + whole));
        QCOMPARE_LT(watch.elapsed(), 5000);
        QVERIFY(!listing.isWhole || listing.tasks.size() == 2); // what was not found is not hidden
    }

    // ---- numbers and times that do not fit

    /// golang 78125
    void timesThatDoNotFitAreSaidNotTo_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("told");
        QTest::newRow("2300") << qint64(10427466896) << u">2262-04-11T23:47:16.000Z"_s;
        QTest::newRow("10000") << qint64(253402300800) << u">2262-04-11T23:47:16.000Z"_s;
        QTest::newRow("1600") << qint64(-11676096000) << u"<1677-09-21T00:12:44.000Z"_s;
        QTest::newRow("1969") << qint64(-1) << u"1969-12-31T23:59:59.500Z"_s;
    }
    void timesThatDoNotFitAreSaidNotTo()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"f"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("x") == 1);
        file.close();
        const timespec times[2]{{seconds, 500'000'000}, {seconds, 500'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
        struct stat stat;
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &stat), 0);
        if (stat.st_mtim.tv_sec != seconds)
            QSKIP("this file system does not keep such a time");
        for (const QString &verb : {u"dir "_s, u"fileinfo "_s}) {
            CommandProbe probe;
            QVERIFY(!probe.run(verb + path).failure);
            QCOMPARE(probe.rows.at(0)[u"modified"].toString(), told);
        }
        CommandProbe search;
        QVERIFY(!search.run(u"findfile f -path "_s + folder.path()).failure);
        QCOMPARE(search.rows.at(0)[u"modified"].toString(), told);
    }

    /// libplist 26, 52
    void numbersOfPropertyListsAreWhatTheySay_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QCborValue>("value");
        const auto row = [](const char *number, const QCborValue &value) {
            QTest::newRow(number) << QString::fromLatin1(number) << value;
        };
        row("08", 8);
        row("010", 10);
        row("0x10", 16);
        row("-0x10", -16);
        row(" 7 ", 7);
        row("9223372036854775807", std::numeric_limits<qint64>::max());
        row("18446744073709551615", u"18446744073709551615"_s);
        row("many", u"many"_s);
    }
    void numbersOfPropertyListsAreWhatTheySay()
    {
        QFETCH(QString, number);
        QFETCH(QCborValue, value);
        const QByteArray list = plist(u"<key>StartInterval</key><integer>"_s + number + u"</integer>"_s).toUtf8();
        QCOMPARE(inside(detailsOf(list), u"start_interval"_s), value);
    }

    void numbersOfBinaryListsToo()
    {
        // {"StartInterval": 2^64-1}, as Apple's own writer puts it: sixteen bytes.
        QByteArray list = "bplist00";
        const char dictionary = char(list.size());
        list += "\xd1\x01\x02";
        const char key = char(list.size());
        list += QByteArray("\x5d", 1) + "StartInterval";
        const char number = char(list.size());
        list += QByteArray("\x14", 1) + QByteArray(8, '\0') + QByteArray(8, '\xff');
        const auto table = char(list.size());
        for (const char place : {dictionary, key, number})
            list += place;
        list += QByteArray(6, '\0') + "\x01\x01" + QByteArray(7, '\0') + '\x03' + QByteArray(8, '\0')
            + QByteArray(7, '\0') + table;
        QCOMPARE(inside(detailsOf(list), u"start_interval"_s), u"18446744073709551615"_s);
    }

    void paddingDoesNotHideAJob()
    {
        const QString padding = u"<key>p</key><array>"_s + u"<integer>1</integer>"_s.repeated(20'000) + u"</array>"_s;
        const QString deep = u"<key>deep</key>"_s + u"<array>"_s.repeated(200) + u"</array>"_s.repeated(200);
        const QString job =
            u"<key>Label</key><string>evil</string><key>ProgramArguments</key><array><string>/x</string></array>"
            u"<key>RunAtLoad</key><true/>"_s;
        for (const QString &text : QStringList{padding + job, job + padding, deep + job}) {
            const QCborMap details = detailsOf(plist(text).toUtf8());
            QCOMPARE(inside(details, u"label"_s), u"evil"_s);
            QCOMPARE(inside(details, u"arguments.0"_s), u"/x"_s);
            QCOMPARE(inside(details, u"run_at_load"_s), true);
            QCOMPARE(inside(details, u"incomplete"_s), true);
        }
    }

    // ---- registry exports: wixtoolset 4477, Wine's regproc.c

    void readsExportsAsRegeditDoes_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const QByteArray &lines, const QStringList &values) {
            QTest::newRow(name) << lines << values;
        };
        row("several lines", "\"A\"=\"one\r\n[HKEY_CURRENT_USER\\\\Run]\r\nthree\"\r\n\"B\"=\"b\"\r\n",
            {u"A|REG_SZ|one\r\n[HKEY_CURRENT_USER\\Run]\r\nthree"_s, u"B|REG_SZ|b"_s});
        row("a comment behind a number", "\"A\"=dword:00000001 ; why\r\n", {u"A|REG_DWORD|0x1"_s});
        row("a comment behind a deletion", "\"B\"=- ; why\r\n", {u"B||deleted"_s});
        row("a comment behind bytes", "\"C\"=hex:2c,00,01 ; feed bad\r\n", {u"C|REG_BINARY|2c0001"_s});
        row("a comment between bytes", "\"D\"=hex:01,\\\r\n ; de,ad\r\n\r\n  02,\\\r\n  03\r\n",
            {u"D|REG_BINARY|010203"_s});
        row("short bytes", "\"E\"=hex:1,2,3\r\n", {u"E|REG_BINARY|010203"_s});
        row("too long a number", "\"F\"=dword:100000001\r\n\"G\"=\"g\"\r\n", {u"G|REG_SZ|g"_s});
        row("too large a byte", "\"H\"=hex:100\r\n", {});
        row("something behind a text", "\"I\"=\"i\" j\r\n", {});
        row("escapes", "\"J\\\\\\\"\"=\"a\\\\b\\\"c\"\r\n", {u"J\\\"|REG_SZ|a\\b\"c"_s});
        row("blanks", "  \"K\" = \"k\"  \r\n @ = dword:2\r\n", {u"K|REG_SZ|k"_s, u"|REG_DWORD|0x2"_s});
        row("a key that goes", "[-HKEY_CURRENT_USER\\Y]\r\n\"L\"=\"l\"\r\n", {});
    }
    void readsExportsAsRegeditDoes()
    {
        QFETCH(QByteArray, lines);
        QTEST(valuesOf(registry(lines)), "values");
    }

    // ---- shell links: exiftool 401, LnkParse3 39

    void aLinkOfItemsHasATarget()
    {
        constexpr quint32 hasItems = 0x1 | 0x80;
        const QByteArray computer = item(QByteArray::fromHex("1f50e04fd020ea3a6910a2d808002b30309d"));
        const QByteArray volume = item('\x2f' + QByteArray("C:\\") + QByteArray(19, '\0'));
        const QByteArray list = computer + volume + fileItem('\x31', "WINDOWS", u"Windows"_s)
            + fileItem('\x31', "SYSTEM32", u"System32"_s) + fileItem('\x32', "cmd.exe", u"cmd.exe"_s) + little16(0);
        const QCborMap details = detailsOf(linkHeader(hasItems) + little16(list.size()) + list);
        QCOMPARE(inside(details, u"target"_s), uR"(C:\Windows\System32\cmd.exe)"_s);
        QCOMPARE(inside(details, u"item_list"_s), u"My Computer > C: > Windows > System32 > cmd.exe"_s);
        for (qsizetype size = 0; size < list.size(); ++size) // under a sanitizer this is the test
            (void)detailsOf(linkHeader(hasItems) + little16(list.size()) + list.first(size));
    }

    void aLongNameDoesNotHideTheArguments()
    {
        constexpr quint32 flags = 0x4 | 0x20 | 0x80; // name, arguments, wide
        // By its length the name takes all that follows but "harmless"; Windows reads 260 characters of it.
        const QByteArray run = wideText(u"/c calc.exe"_s);
        const QString name(260, u'n');
        const QByteArray shown = wideText(u"harmless"_s);
        QStringEncoder wide(QStringEncoder::Utf16LE);
        const QByteArray link =
            linkHeader(flags) + little16(260 + run.size() / 2) + QByteArray(wide(name)) + run + shown;
        const QCborMap details = detailsOf(link);
        QCOMPARE(inside(details, u"arguments"_s), u"/c calc.exe"_s);
        QCOMPARE(inside(details, u"as_written.arguments"_s), u"harmless"_s);
        QCOMPARE(inside(details, u"hints.0"_s), u"longer_than_windows_reads"_s);
        QCOMPARE(inside(details, u"description"_s).toString().size(), 259);
    }

    // ---- executables: LIEF 747

    void aStaticProgramThatMovesItselfIsStatic()
    {
        const QTemporaryDir folder;
        const QString source = folder.filePath(u"a.c"_s);
        QFile file(source);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("int main(void) { return 0; }\n") > 0);
        file.close();
        const QString program = folder.filePath(u"a"_s);
        if (QProcess::execute(u"gcc"_s, {u"-static-pie"_s, u"-o"_s, program, source}) != 0)
            QSKIP("gcc makes no such program here");
        QFile made(program);
        QVERIFY(made.open(QFile::ReadOnly));
        const QByteArray bytes = made.readAll();
        QCOMPARE(inside(detailsOf(bytes), u"linkage"_s), u"static"_s);
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo "_s + program).failure);
        const QString type = inside(detailsOf(bytes), u"type"_s).toString();
        QVERIFY2(probe.rows.at(0)[u"type"].toString().contains(type), qPrintable(probe.rows.at(0)[u"type"].toString()));
    }
};

QTEST_GUILESS_MAIN(FormatCasesTest)
#include "tst_formatcases.moc"
