// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandprobe.h"
#include "devicefolder.h"
#include "filehasher.h"
#include "filetype.h"
#include "wildcard.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;

namespace {

/// The same ones in every run, spread over all of the folder, however full it is.
QByteArrayList sampleFrom(const QString &folder, qsizetype most)
{
    QMultiMap<size_t, QByteArray> byHash;
    QDirIterator files(folder, QDir::Files | QDir::NoSymLinks | QDir::Readable, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (const QByteArray path = QFile::encodeName(files.next()); !path.contains('\n'))
            byHash.insert(qHash(path), path);
    }
    return byHash.values().first(std::min(most, byHash.size()));
}

} // namespace

class FileFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTypesByContent_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *type, const QByteArray &head) {
            QTest::newRow(type) << head << QString::fromLatin1(type);
        };
        const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
        row("empty", {});
        row("ELF 64-bit shared object, x86-64", hex("7f454c4602010100000000000000000003003e0001000000"));
        row("ELF 64-bit executable, ARM64", hex("7f454c460201010000000000000000000200b70001000000"));
        row("ELF 32-bit executable, PowerPC", hex("7f454c460102010000000000000000000002001400000001"));
        row("DOS executable", "MZ" + QByteArray(100, '\0'));
        QByteArray pe = "MZ" + QByteArray(0x3a, '\0') + hex("80000000") + QByteArray(0x40, '\0')
            + QByteArray("PE\0\0", 4) + hex("6486");
        row("PE32+ executable, x86-64", pe + QByteArray(16, '\0') + hex("2200") + hex("0b02") + QByteArray(64, '\0'));
        row("PE32+ library, x86-64", pe + QByteArray(16, '\0') + hex("2220") + hex("0b02") + QByteArray(64, '\0'));
        row("Mach-O 64-bit executable, ARM64", hex("cffaedfe0c00000100000000") + hex("02000000"));
        row("Mach-O universal", hex("cafebabe00000002"));
        row("Java class", hex("cafebabe00000041"));
        row("script for /bin/sh -e", "#!/bin/sh -e\necho hello\n");
        row("script for /bin/sh", QByteArray("#!/bin/sh\nexit\n\0\1\2", 18));
        row("zip archive", "PK\x03\x04 rest");
        row("gzip compressed", hex("1f8b0800"));
        row("tar archive", QByteArray(257, '\0') + "ustar");
        row("PDF document", "%PDF-1.7\n");
        row("PNG image", hex("89504e470d0a1a0a"));
        row("SQLite database", QByteArray("SQLite format 3\0", 16));
        row("JSON ASCII text", "{\n  \"a\": 1\n}");
        row("ASCII text", "[section]\nkey=1\n");
        row("XML ASCII text", "<?xml version=\"1.0\"?>\n<a/>");
        row("HTML ASCII text", "<!DOCTYPE html>\n<html>");
        row("UTF-8 text", "caf\xc3\xa9 \xe3\x81\x82\n");
        row("UTF-8 text with byte order mark", "\xef\xbb\xbfhello");
        row("UTF-16 little-endian text", hex("fffe68006900"));
        row("8-bit text", "caf\xe9\n");
        row("data", hex("0001020304"));
    }
    void knowsTypesByContent()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, type);
        QCOMPARE(fileType(head).name, type);
        for (qsizetype size = 0; size < head.size();
            ++size) // cut off anywhere it is something, and nothing beyond it is read
            QVERIFY(!fileType(head.first(size)).name.isEmpty());
    }

    /// Every difference from file(1) over a sample of this system's files has its explanation.
    void agreesWithFile()
    {
        if (QStandardPaths::findExecutable(u"file"_s).isEmpty())
            QSKIP("file is not installed");
        const QByteArrayList paths = sampleFrom(u"/usr/bin"_s, 300) + sampleFrom(u"/usr/lib"_s, 500)
            + sampleFrom(u"/usr/share"_s, 500) + sampleFrom(u"/etc"_s, 50);
        QTemporaryFile list;
        QVERIFY(list.open() && list.write(paths.join('\n') + '\n') > 0 && list.flush());
        const QList<QByteArray> said =
            linesOf(u"file"_s, {u"--mime-type"_s, u"--brief"_s, u"--files-from"_s, list.fileName()});
        QCOMPARE(said.size(), paths.size());
        QMap<QByteArray, QByteArray> unexplained;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            QFile file(QFile::decodeName(paths.at(i)));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray ours = fileType(file.read(FileTypeBytes)).mimeType.toLatin1();
            if (ours != said.at(i) && !isExplained(ours, said.at(i)))
                unexplained.insert(ours + " instead of " + said.at(i), paths.at(i));
        }
        for (const auto &[difference, path] : unexplained.asKeyValueRange())
            qWarning("%s: %s", path.constData(), difference.constData());
        QVERIFY(unexplained.isEmpty());
        QVERIFY(paths.size() > 500);
    }

    void matchesNames_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *name, bool matches) {
            QTest::addRow("%s %s", pattern, name) << QByteArray(pattern) << QByteArray(name) << matches;
        };
        row("passwd", "passwd", true);
        row("passwd", "passwd-", false);
        row("passwd", "Passwd", false);
        row("*", "", true);
        row("*", "anything", true);
        row("*.conf", "a.conf", true);
        row("*.conf", "a.conf.d", false);
        row("a*b*c", "a12b34c", true);
        row("a*b*c", "a12c34b", false);
        row("?", "\xc3\xa9", true);
        row("??", "\xc3\xa9", false);
        row("?.txt", "\xe9.txt", true);
        row("*\xe9*", "caf\xe9s", true);
        row("[a]", "a", false);
        row("[a]", "[a]", true);
        row("a?", "a", false);
    }
    void matchesNames()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QTEST(Wildcard(pattern).matches(name), "matches");
    }

    void aNastyPatternCostsLittle()
    {
        const Wildcard wildcard(QByteArray("*a").repeated(40) + 'b');
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!wildcard.matches(QByteArray(255, 'a')));
        QVERIFY(timer.durationElapsed() < 1s);
    }

    void resolvesPaths_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("absolute");
        const auto row = [](const char *folder, const char *path, const char *absolute) {
            QTest::addRow("%s + %s", folder, path) << QByteArray(folder) << QByteArray(path) << QByteArray(absolute);
        };
        row("/", "etc", "/etc");
        row("/var/log", "..", "/var");
        row("/var/log", "../../../..", "/");
        row("/var", "", "/var");
        row("/var", ".", "/var");
        row("/var", "/etc//./x/", "/etc/x");
        row("/home", "~", "/home/~");
        row("/", "caf\xe9/..", "/");
        row("/a", "...", "/a/...");
    }
    void resolvesPaths()
    {
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, path);
        QTEST(absolutePath(folder, path), "absolute");
    }

    void hashesAnySize_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3 * 1024 * 1024 + 7})
            QTest::addRow("%lld", qlonglong(size)) << size;
    }
    void hashesAnySize()
    {
        QFETCH(qsizetype, size);
        QByteArray content(size, 'x');
        for (qsizetype i = 0; i < size; i += 997)
            content[i] = char(i);
        const auto file = makeFile(content);
        const auto hashes = hashFile(*file, size, {}, [](qint64) {});
        QVERIFY(hashes);
        QCOMPARE(hashes->bytes, size);
        QCOMPARE(hashes->md5, QCryptographicHash::hash(content, QCryptographicHash::Md5));
        QCOMPARE(hashes->sha1, QCryptographicHash::hash(content, QCryptographicHash::Sha1));
        QCOMPARE(hashes->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    }

    void stopsReadingAtTheLimit()
    {
        const auto file = makeFile(QByteArray(1024 * 1024, 'x'));
        const auto hashes = hashFile(*file, 1024 * 1024 - 1, {}, [](qint64) {});
        QVERIFY(!hashes);
        QCOMPARE(hashes.error().code, ErrorCode::TooLarge);
    }

    void stopsReadingWhenAsked()
    {
        const auto file = makeFile(QByteArray(64 * 1024 * 1024, 'x'));
        std::stop_source stop;
        qint64 read = 0;
        const auto hashes = hashFile(*file, std::numeric_limits<qint64>::max(), stop.get_token(), [&](qint64 done) {
            read = done;
            stop.request_stop();
        });
        QCOMPARE(hashes.error().code, ErrorCode::Cancelled);
        QVERIFY(read < 64 * 1024 * 1024);
    }

    void opensOnlyRegularFiles()
    {
        QCOMPARE(openRegularFile("/").error().code, ErrorCode::IsADirectory);
        QCOMPARE(openRegularFile("/dev/null").error().code, ErrorCode::NotARegularFile);
        QCOMPARE(openRegularFile("/nothing here").error().code, ErrorCode::NotFound);
    }

private:
    static bool isExplained(const QByteArray &ours, const QByteArray &theirs)
    {
        // It guesses the language of a text from words in it; we only say that it is text, unless its beginning says more.
        if (ours.startsWith("text/")
            && (theirs.startsWith("text/") || theirs == "message/rfc822" || theirs == "application/javascript"))
            return true;
        // It knows thousands of rare binary formats; what we do not name is "data", and names without a MIME type are too.
        return ours == "application/octet-stream" && !theirs.startsWith("text/");
    }

    std::unique_ptr<OpenFile> makeFile(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.close();
        return std::move(openRegularFile(QFile::encodeName(file.fileName())).value());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(FileFactsTest)
#include "tst_filefacts.moc"
