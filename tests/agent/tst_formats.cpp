// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/elf/elfformat.h"
#include "agent/formats/small/propertylist.h"
#include "agent/formats/small/registryexport.h"
#include "tests/agent/formatprobe.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonValue>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

/// The fixtures are other makers' files: data/formats/make.sh says whose.
class FormatsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- facts of the fixtures

    void tellsFacts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QCborValue>("value");
        QString file;
        const auto row = [&file](const char *path, const QCborValue &value) {
            QTest::addRow("%s %s", qPrintable(file), path) << file << QString::fromLatin1(path) << value;
        };
        file = u"greeting.ppc"_s;
        row("format", u"ELF"_s);
        row("class", u"32-bit"_s);
        row("byte_order", u"big-endian"_s);
        row("machine", u"PowerPC"_s);
        row("type", u"executable"_s);
        row("linkage", u"static"_s);
        row("stripped", true);
        row("hardening.pie", false);
        row("hardening.nx", true);
        file = u"greeting.riscv"_s;
        row("machine", u"RISC-V"_s);
        row("type", u"shared object"_s);
        row("soname", u"libgreet.so.1"_s);
        row("run_paths.1", u"/opt/lib"_s);
        row("build_id", u"0123456789abcdef"_s);
        row("hardening.relro", u"full"_s);
        row("stripped", false);

        file = u"hello.exe"_s;
        row("format", u"PE"_s);
        row("class", u"PE32+"_s);
        row("machine", u"x86-64"_s);
        row("subsystem", u"Windows GUI"_s);
        row("imports.0.library", u"KERNEL32.dll"_s);
        row("imports.0.functions.0", u"ExitProcess"_s);
        row("import_count", 2);
        row("imphash", u"98c88d882f01a3f6ac1e5f7dfd761624"_s); // as pefile says
        row("exports.name", u"hello.exe"_s);
        row("exports.functions.0", u"greet"_s);
        row("version.CompanyName", u"Sonde contributors"_s);
        row("version.OriginalFilename", u"hello.exe"_s);
        row("checksum_matches", true);
        row("sections.0.name", u".text"_s);
        row("sections.0.flags", u"rx"_s);
        row("hardening.aslr", true);
        row("signature", QCborValue());

        file = u"greeting.macho"_s;
        row("format", u"Mach-O"_s);
        row("universal", false);
        row("architectures.0.machine", u"x86-64"_s);
        row("architectures.0.type", u"executable"_s);
        row("architectures.0.run_paths.0", u"@loader_path/../lib"_s);
        row("architectures.0.platform", u"macOS"_s);
        row("architectures.0.minimum_version", u"12.0.0"_s);
        row("architectures.0.sdk_version", u"13.1.0"_s);
        row("architectures.0.hardening.pie", true);
        row("architectures.0.sections.0.name", u"__TEXT,__text"_s);
        row("architectures.0.code_signature", QCborValue());
        file = u"libgreet.dylib"_s;
        row("architectures.0.soname", u"@rpath/libgreet.dylib"_s);
        row("architectures.0.code_signature.identifier", u"libgreet.dylib"_s);
        row("architectures.0.code_signature.flags.0", u"adhoc"_s);
        row("architectures.0.code_signature.digest_algorithm", u"sha256"_s);
        row("architectures.0.code_signature.signature.state", u"unknown-publisher"_s);
        file = u"objects.fat"_s;
        row("universal", true);
        row("architectures.0.machine", u"x86-64"_s);
        row("architectures.1.machine", u"ARM64"_s);
        row("architectures.1.type", u"object"_s);

        for (const auto &list : {u"agent-xml.plist"_s, u"agent-binary.plist"_s}) {
            file = list;
            row("label", u"org.example.agent"_s);
            row("arguments.1", u"--quiet"_s);
            row("run_at_load", true);
            row("start_interval", 300);
            row("watch_paths.0", u"/etc/hosts"_s);
            row("content.Ratio", 0.5);
        }
        file = u"task.xml"_s;
        row("format", u"task"_s);
        row("author", u"EXAMPLE\\aya"_s);
        row("description", u"Keeps going あ"_s);
        row("hidden", true);
        row("principal.user", u"S-1-5-18"_s);
        row("principal.run_level", u"HighestAvailable"_s);
        row("triggers.0.type", u"LogonTrigger"_s);
        row("triggers.1.start_boundary", u"2026-03-01T03:00:00"_s);
        row("triggers.1.repetition_interval", u"PT1H"_s);
        row("actions.0.command", u"powershell.exe"_s);
        row("actions.0.arguments", u"-w hidden -enc AAAA"_s);
        row("actions.0.working_directory", u"C:\\Users\\Public"_s);
        row("actions.1.class_id", u"{01234567-89AB-CDEF-0123-456789ABCDEF}"_s);

        file = u"shortcut.lnk"_s; // as lnkinfo says
        row("target", u"C:\\Windows\\System32\\cmd.exe"_s);
        row("arguments", u"/c start あ.exe"_s);
        row("description", u"Not a document"_s);
        row("working_directory", u"C:\\Users\\Public"_s);
        row("machine", u"desktop-7"_s);
        row("show", u"minimised"_s);
        row("runs_as_administrator", true);
        row("target_modified", u"2020-01-03T00:00:00.000Z"_s);
    }
    void tellsFacts()
    {
        QFETCH(QString, file);
        QFETCH(QString, path);
        QFETCH(QCborValue, value);
        const QCborMap details = detailsOf(fixture(file));
        if (value.isNull() || value.isUndefined())
            QVERIFY(inside(details, path).isUndefined());
        else
            QCOMPARE(inside(details, path), value);
    }

    void readsRegistryExports()
    {
        const auto five = readRegistryExport(fixture(u"export5.reg"_s)).value();
        QCOMPARE(five.encoding, u"UTF-16LE"_s);
        QCOMPARE(five.keys.size(), 2);
        QVERIFY(five.keys.at(1).isDeleted);
        QCOMPARE(five.keys.at(0).path, uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run)"_s);
        QStringList told;
        for (const RegistryValue &value : five.keys.at(0).values)
            told.append(QString(
                value.name + u'|' + (value.isDeleted ? u"deleted"_s : QString(value.type + u'|' + value.text))));
        QCOMPARE(told,
            QStringList({uR"(Updater|REG_SZ|"C:\Program Files\up.exe" /quiet)"_s, u"|REG_SZ|default"_s,
                u"Number|REG_DWORD|0x1f"_s, u"Long|REG_QWORD|0x8000000000000001"_s,
                uR"(Path|REG_EXPAND_SZ|%TEMP%\a.exe)"_s, u"Lines|REG_MULTI_SZ|a\nあ"_s, u"Bytes|REG_BINARY|deadbeef"_s,
                u"Gone|deleted"_s}));
        const auto four = readRegistryExport(fixture(u"export4.reg"_s)).value();
        QCOMPARE(four.version, u"4"_s);
        QCOMPARE(four.keys.at(0).path, u"HKEY_LOCAL_MACHINE\\SOFTWARE\\Café"_s);
        QCOMPARE(four.keys.at(0).values.at(0).text, u"café"_s);
        QCOMPARE(four.keys.at(0).values.at(1).text, u"%T%"_s);
    }

    void keepsDataOfLists()
    {
        const auto xml = readPropertyList(fixture(u"agent-xml.plist"_s));
        const auto binary = readPropertyList(fixture(u"agent-binary.plist"_s));
        QCOMPARE(xml->value.toMap().value(u"Secret"_s).toByteArray(), QByteArray("\x00\xff\x80", 3));
        QCOMPARE(binary->value.toMap().value(u"Secret"_s).toByteArray(), QByteArray("\x00\xff\x80", 3));
        QCOMPARE(xml->value.toMap().value(u"StartInterval"_s), binary->value.toMap().value(u"StartInterval"_s));
    }

    void measuresScripts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QCborValue>("value");
        const QByteArray script = "#!/usr/bin/env bash\r\n# caf\xc3\xa9\r\n" + QByteArray(3000, 'x') + "\n";
        const auto row = [&](const char *path, const QCborValue &value, const QByteArray &text,
                             const QString &name = {}) {
            QTest::addRow("%s %s %s", qPrintable(name), path, text.first(16).toHex().constData())
                << text << name << QString::fromLatin1(path) << value;
        };
        row("format", u"script"_s, script);
        row("interpreter", u"/usr/bin/env"_s, script);
        row("arguments", u"bash"_s, script);
        row("language", u"bash"_s, script);
        row("encoding", u"UTF-8"_s, script);
        row("lines", 3, script);
        row("longest_line", 3000, script);
        row("line_ends", u"mixed"_s, script);
        row("language", u"pwsh"_s, "Write-Output 1\r\n", u"a.ps1"_s);
        row("line_ends", u"CRLF"_s, "Write-Output 1\r\n", u"a.ps1"_s);
        row("encoding", u"8-bit"_s, "#!/bin/sh\necho caf\xe9\n");
        row("interpreter", u"/opt/caf\u00e9/run"_s, "#!/opt/caf\xc3\xa9/run\n");
        row("interpreter", uR"(bytes:/opt/caf\xE9/run)"_s, "#!/opt/caf\xe9/run\n");
        row("format", QCborValue(), "no script, only text\n");
        row("format", QCborValue(), "#!/bin/sh\n\x01\x02\x03");
    }
    void measuresScripts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        QFETCH(QString, path);
        QFETCH(QCborValue, value);
        const QCborValue told = inside(detailsOf(text, name), path);
        if (value.isUndefined())
            QVERIFY(told.isUndefined());
        else
            QCOMPARE(told, value);
    }

    // ---- against readelf, on this machine's own programs

    void agreesWithReadelf_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto &program : {u"env"_s, u"openssl"_s, u"bash"_s, u"python3"_s, u"osslsigncode"_s}) {
            const QString path = u"/usr/bin/"_s + program;
            if (QFile::exists(path))
                QTest::newRow(qPrintable(program)) << path;
        }
        QTest::newRow("this test") << QCoreApplication::applicationFilePath();
    }
    void agreesWithReadelf()
    {
        QFETCH(QString, file);
        if (QStandardPaths::findExecutable(u"readelf"_s).isEmpty())
            QSKIP("readelf is not installed");
        QFile program(file);
        QVERIFY(program.open(QIODevice::ReadOnly));
        const BufferSource source(program.readAll());
        const auto elf = readElf(source);
        QVERIFY(elf);
        QProcess readelf;
        readelf.start(u"readelf"_s, {u"-W"_s, u"-h"_s, u"-d"_s, u"-l"_s, u"-n"_s, u"-S"_s, file});
        QVERIFY(readelf.waitForFinished());
        const QByteArray said = readelf.readAllStandardOutput();
        QByteArrayList libraries;
        for (const QByteArray &line : said.split('\n')) {
            if (line.contains("(NEEDED)"))
                libraries.append(line.sliced(line.indexOf('[') + 1).chopped(1));
        }
        QCOMPARE(elf->libraries, libraries);
        QVERIFY(elf->interpreter.isEmpty() || said.contains(QByteArray("interpreter: " + elf->interpreter + ']')));
        QVERIFY(elf->buildId.isEmpty() == !said.contains("Build ID: "));
        QVERIFY(elf->buildId.isEmpty() || said.contains(QByteArray("Build ID: " + elf->buildId.toHex())));
        QVERIFY(
            said.contains(QByteArray("Number of section headers:         " + QByteArray::number(elf->sectionCount))));
        for (const ElfSection &section : elf->sections)
            QVERIFY2(said.contains(QByteArray("] " + section.name + ' ')), section.name.constData());
        QCOMPARE(elf->isPie, said.contains("Flags: NOW PIE") || said.contains("Flags: PIE"));
        QCOMPARE(elf->relro == ElfFile::Relro::Full, said.contains("GNU_RELRO") && said.contains("NOW"));
        QCOMPARE(elf->isStripped, !said.contains(" .symtab "));
    }

    // ---- entropy

    void measuresEntropy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("entropy");
        QByteArray all(256 * 64, Qt::Uninitialized);
        for (qsizetype i = 0; i < all.size(); ++i)
            all[i] = char(i);
        QTest::newRow("one byte") << QByteArray(1000, 'x') << 0.0;
        QTest::newRow("two bytes") << QByteArray("ab").repeated(500) << 1.0;
        QTest::newRow("all bytes") << all << 8.0;
        QTest::newRow("text") << QByteArray("hello world") << 2.85;
    }
    void measuresEntropy()
    {
        QFETCH(QByteArray, bytes);
        Histogram histogram;
        histogram.add(bytes);
        QTEST(histogram.entropy(), "entropy");
    }

    void regionsSeeTheirBytes()
    {
        ContentPass pass;
        QByteArray middle;
        QByteArray beyond;
        pass.watch({3, 4}, [&](QByteArrayView bytes) { middle += bytes; });
        pass.watch({8, std::numeric_limits<qint64>::max()}, [&](QByteArrayView bytes) { beyond += bytes; });
        for (const char c : QByteArrayView("0123456789"))
            pass.add(QByteArrayView(&c, 1));
        QCOMPARE(middle, "3456");
        QCOMPARE(beyond, "89");
    }

    // ---- hostile input

    /// Cut off anywhere, and with bytes changed: something is told or nothing, in a moment.
    void survivesAnything_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(TEST_DATA_DIR "/formats"));
        for (const QString &file : folder.entryList({u"*.*"_s}, QDir::Files)) {
            if (!file.endsWith(u".sh"))
                QTest::newRow(qPrintable(file)) << file;
        }
    }
    void survivesAnything()
    {
        QFETCH(QString, file);
        const QByteArray whole = fixture(file);
        QVERIFY(!whole.isEmpty());
        QElapsedTimer timer;
        timer.start();
        for (qsizetype size = 0; size < whole.size(); size += 1 + size / 50)
            (void)detailsOf(whole.first(size));
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            QByteArray broken = whole;
            const qsizetype within = round % 2 == 0 ? std::min<qsizetype>(1024, broken.size()) : broken.size();
            for (int i = 0; i < 1 + round % 8; ++i) {
                constexpr std::array<char, 6> values{'\0', '\x01', '\x7f', '\x80', '\xff', 'A'};
                broken[random.bounded(within)] = values.at(size_t(random.bounded(int(values.size()))));
            }
            (void)detailsOf(broken);
        }
        QVERIFY2(timer.durationElapsed() < 10s, qPrintable(QString::number(timer.elapsed())));
    }

    /// A number of sections that only a signed one overflows on.
    void moreSectionsThanThereCanBe()
    {
        constexpr qsizetype Header = 64;
        QByteArray file("\x7f"
                        "ELF\x02\x01\x01",
            7);
        file.resize(2 * Header, '\0');
        file[40] = char(Header); // where they begin
        file[58] = char(Header); // how long each is
        file.replace(Header + 32, 8, QByteArray(8, '\xa9'));
        const auto elf = readElf(BufferSource(file));
        QVERIFY(elf);
        QCOMPARE(elf->sectionCount, 1);
    }

    /// Lists of lists of the same list: 2^60 values in a few hundred bytes.
    void aListThatUnfoldsIsCutOff()
    {
        QByteArray list = "bplist00";
        QByteArray offsets;
        constexpr int levels = 60;
        for (int i = 0; i < levels; ++i) {
            offsets += char(list.size());
            list += "\xa2" + QByteArray(2, char(i + 1));
        }
        offsets += char(list.size());
        list += "\x09";
        const auto table = quint64(list.size());
        list += offsets + QByteArray(6, '\0') + "\x01\x01";
        const auto append = [&list](quint64 number) {
            number = qToBigEndian(number);
            list.append(reinterpret_cast<const char *>(&number), 8);
        };
        append(levels + 1);
        append(0);
        append(table);
        const auto unfolded = readPropertyList(list);
        QVERIFY(unfolded && !unfolded->isWhole);
        QByteArray itself = list;
        itself[10] = '\0'; // the second of the first one's is itself
        const auto endless = readPropertyList(itself);
        QVERIFY(endless && !endless->isWhole);
    }

    void deepXmlIsNone()
    {
        const QByteArray deep = QByteArray("<array>").repeated(100'000);
        QVERIFY(!readPropertyList("<plist>" + deep));
        (void)detailsOf("<?xml version=\"1.0\"?><Task><Triggers>" + QByteArray("<a>").repeated(100'000));
        const QByteArray bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
            "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]><plist><string>"
            + QByteArray("&d;").repeated(1000) + "</string></plist>";
        QVERIFY(!readPropertyList(bomb));
    }
};

QTEST_GUILESS_MAIN(FormatsTest)
#include "tst_formats.moc"
