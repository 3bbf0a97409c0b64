// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/devicepath.h"
#include "tests/agent/commandprobe.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <filesystem>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// The whole command on files made for it. What it tells of formats is tst_formats'.
class FileinfoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    // QTemporaryDir cannot remove names that are not UTF-8.
    void cleanup() { std::filesystem::remove_all(path({}).toStdString()); }

    void takesAnyName_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a line break") << QByteArray("new\nline");
        QTest::newRow("an option") << QByteArray("-rf");
        QTest::newRow("not UTF-8") << QByteArray("caf\xE9\xFF");
        QTest::newRow("255 bytes") << QByteArray(255, 'x');
        QTest::newRow("a quote and a blank") << QByteArray("a \"b' c");
        QTest::newRow("bidi") << QByteArray("photo\xE2\x80\xAEgpj.exe");
        QTest::newRow("escape") << QByteArray("\x1B[31m");
        QTest::newRow("looks like bytes") << QByteArray("bytes:a");
    }
    void takesAnyName()
    {
        QFETCH(QByteArray, name);
        make(name, "content");
        const QJsonObject row = facts(name);
        QCOMPARE(row[u"sha256"].toString().toLatin1(),
            QCryptographicHash::hash("content", QCryptographicHash::Sha256).toHex());
        QCOMPARE(DevicePath::fromTyped(row[u"path"].toString()).bytes(), path(name));
    }

    void explainsOtherPlatformsPrograms_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QJsonValue>("signature");
        const auto row = [](const char *fixture, const QString &type, const QString &format,
                             const QJsonValue &signature) {
            QTest::newRow(fixture) << QString::fromLatin1(fixture) << type << format << signature;
        };
        row("hello.exe", u"PE32+ executable, x86-64"_s, u"PE"_s, u"unsigned"_s);
        row("greeting.macho", u"Mach-O 64-bit executable, x86-64"_s, u"Mach-O"_s, u"unsigned"_s);
        row("libgreet.dylib", u"Mach-O 64-bit library, ARM64"_s, u"Mach-O"_s, u"unknown-publisher"_s);
        row("objects.fat", u"Mach-O universal"_s, u"Mach-O"_s, u"unsigned"_s);
        row("greeting.riscv", u"ELF 64-bit shared object, RISC-V"_s, u"ELF"_s, QJsonValue());
        row("agent-binary.plist", u"property list"_s, u"property list"_s, QJsonValue());
        row("task.xml", u"XML UTF-16 little-endian text"_s, u"task"_s, QJsonValue());
        row("export5.reg", u"registry export"_s, u"registry export"_s, QJsonValue());
        row("shortcut.lnk", u"Windows shortcut"_s, u"shortcut"_s, QJsonValue());
    }
    void explainsOtherPlatformsPrograms()
    {
        QFETCH(QString, fixture);
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo \"%1/formats/%2\""_s.arg(QStringLiteral(TEST_DATA_DIR), fixture)).failure);
        const QJsonObject row = probe.rows.front();
        QTEST(row[u"type"].toString(), "type");
        QTEST(row[u"details"][u"format"].toString(), "format");
        QTEST(row[u"signature"], "signature");
        QVERIFY(probe.errors.empty());
    }

    void keepsAttributesLossless()
    {
        make("file", "x");
        const QByteArray binary("\x00\x01\xff\x80", 4);
        if (::setxattr(path("file").constData(), "user.binary", binary.constData(), size_t(binary.size()), 0) != 0)
            QSKIP("this file system keeps no extended attributes");
        QCOMPARE(::setxattr(path("file").constData(), "user.text", "caf\xC3\xA9", 5, 0), 0);
        const QJsonValue attributes = facts("file")[u"extended_attributes"];
        QCOMPARE(attributes[u"user.text"].toString(), u"café"_s);
        QCOMPARE(DevicePath::fromTyped(attributes[u"user.binary"].toString()).bytes(), binary);
    }

    void namesCapabilities()
    {
        make("file", "x");
        const QByteArray netRaw = QByteArray::fromHex("0100000200200000000000000000000000000000");
        if (::setxattr(path("file").constData(), "security.capability", netRaw.constData(), size_t(netRaw.size()), 0)
            != 0)
            QSKIP("capabilities are root's to give");
        QCOMPARE(facts("file")[u"capabilities"].toString(), u"cap_net_raw=ep"_s);
    }

    void namesFlags()
    {
        make("file", "x");
        const int file = ::open(path("file").constData(), O_RDONLY | O_CLOEXEC);
        int flags = 0;
        bool isSet = ::ioctl(file, FS_IOC_GETFLAGS, &flags) == 0;
        flags |= FS_IMMUTABLE_FL | FS_NODUMP_FL;
        isSet = isSet && ::ioctl(file, FS_IOC_SETFLAGS, &flags) == 0;
        if (!isSet) {
            ::close(file);
            QSKIP("this file system, or this account, has no flags");
        }
        const QJsonObject row = facts("file");
        flags &= ~FS_IMMUTABLE_FL;
        ::ioctl(file, FS_IOC_SETFLAGS, &flags);
        ::close(file);
        QCOMPARE(row[u"file_flags"].toString(), u"immutable, no-dump"_s);
    }

    void anOrdinaryFileHasNothingOfThat()
    {
        make("file", "x");
        const QJsonObject row = facts("file");
        for (const auto &id : {u"package"_s, u"signature"_s, u"capabilities"_s, u"acl"_s})
            QVERIFY2(row[id].isNull(), qPrintable(id));
        QCOMPARE(row[u"details"][u"mime_type"].toString(), u"text/plain"_s);
    }

    /// A file that comes and goes: each answer is whole, or says that there is none.
    void aFileMayVanish()
    {
        std::jthread other([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                make("file", QByteArray(300'000, 'x'));
                ::unlink(path("file").constData());
            }
        });
        for (int i = 0; i < 200; ++i) {
            CommandProbe probe;
            const Outcome outcome = probe.run(lineFor("file"));
            QVERIFY(outcome.failure || probe.rows.size() == 1);
            if (outcome.failure)
                QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
        }
    }

    /// It says what it looks like, and costs what its size is.
    void hostileHeadersFitIntoARow()
    {
        QByteArray modules = "\177ELF\x02\x01\x01" + QByteArray(9, '\0');
        modules += QByteArray::fromHex("0100 3e00 01000000") + QByteArray(16, '\0')
            + QByteArray::fromHex("4000000000000000") + QByteArray::fromHex("00000000 4000 0000 0000 4000 ff00 0000");
        modules += QByteArray::fromHex("00000000 01000000").repeated(40'000);
        make("file", modules);
        CommandProbe probe;
        QVERIFY(!probe.run(lineFor("file")).failure);
        QCOMPARE(probe.rows.size(), 1U);
        QCOMPARE(probe.rows.front()[u"details"][u"format"].toString(), u"ELF"_s);
    }

private:
    [[nodiscard]] QByteArray path(const QByteArray &name) const
    {
        return QFile::encodeName(m_folder->path()) + '/' + name;
    }

    void make(const QByteArray &name, const QByteArray &content) const
    {
        const int file = ::open(path(name).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        QVERIFY(file >= 0);
        const ssize_t written = ::write(file, content.constData(), size_t(content.size()));
        ::close(file);
        QCOMPARE(written, content.size());
    }

    [[nodiscard]] QString lineFor(const QByteArray &name) const
    {
        Invocation invocation;
        invocation.verb = u"fileinfo"_s;
        invocation.values.insert(u"path"_s, DevicePath(path(name)).typed());
        return toLine(invocation);
    }

    [[nodiscard]] QJsonObject facts(const QByteArray &name) const
    {
        CommandProbe probe;
        const Outcome outcome = probe.run(lineFor(name));
        if (outcome.failure || !probe.errors.empty())
            qWarning("%s",
                qPrintable(debugText(outcome.failure.value_or(probe.errors.empty() ? Error() : probe.errors.front()))));
        return probe.rows.empty() ? QJsonObject() : probe.rows.front();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(FileinfoTest)
#include "tst_fileinfo.moc"
