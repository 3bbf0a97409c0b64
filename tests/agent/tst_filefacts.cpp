// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/base/wildcard.h"
#include "agent/evidence/filehasher.h"
#include "agent/formats/type/filetype.h"
#include "tests/agent/commandprobe.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QVersionNumber>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// Keys and certificates as file(1) 5.46 tells them apart, by the beginning of the first line.
struct KeyKind {
    const char *line;
    const char *name;
    const char *mimeType;
};
constexpr KeyKind KeyKinds[]{
    {"-----BEGIN CERTIFICATE-----", "certificate", "application/x-pem-file"},
    {"-----BEGIN TRUSTED CERTIFICATE-----", "certificate", "text/plain"},
    {"-----BEGIN CERTIFICATE REQUEST-----", "certificate request", "application/x-pem-file"},
    {"-----BEGIN NEW CERTIFICATE REQUEST-----", "certificate request", "text/plain"},
    {"-----BEGIN X509 CRL-----", "certificate revocation list", "text/plain"},
    {"-----BEGIN RSA PRIVATE KEY-----", "private key", "text/x-ssl-private-key"},
    {"-----BEGIN DSA PRIVATE KEY-----", "private key", "application/x-pem-file"},
    {"-----BEGIN EC PRIVATE KEY-----", "private key", "application/x-pem-file"},
    {"-----BEGIN ECDSA PRIVATE KEY-----", "private key", "application/x-pem-file"},
    {"-----BEGIN PRIVATE KEY-----", "private key", "text/x-ssh-private-key"},
    {"-----BEGIN ENCRYPTED PRIVATE KEY-----", "private key, encrypted", "text/plain"},
    {"-----BEGIN OPENSSH PRIVATE KEY-----", "SSH private key", "application/x-pem-file"},
    {"-----BEGIN RSA PUBLIC KEY-----", "public key", "text/x-ssl-public-key"},
    {"-----BEGIN PUBLIC KEY-----", "public key", "text/x-ssh-public-key"},
    {"-----BEGIN PGP PUBLIC KEY BLOCK-----", "OpenPGP public key", "application/pgp-keys"},
    {"-----BEGIN PGP PRIVATE KEY BLOCK-----", "OpenPGP private key", "application/pgp-keys"},
    {"-----BEGIN PGP SIGNATURE-----", "OpenPGP signature", "application/pgp-signature"},
    {"-----BEGIN PGP SIGNED MESSAGE-----", "OpenPGP signed message", "text/PGP"},
    {"-----BEGIN PGP MESSAGE-----", "OpenPGP message", "application/pgp-encrypted"},
    {"-----BEGIN AGE ENCRYPTED FILE-----", "age encrypted file", "text/plain"},
    {"-----BEGIN PKCS7-----", "PEM text", "text/plain"},
    {"-----BEGIN EC PARAMETERS-----", "PEM text", "text/plain"},
    {"-----BEGIN SSH SIGNATURE-----", "PEM text", "text/plain"},
    {"age-encryption.org/v1", "age encrypted file", "text/plain"},
    {"ssh-rsa AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ssh-dss AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ssh-ed25519 AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ssh-ed25519-cert-v01@openssh.com AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ecdsa-sha2-nistp256 AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ecdsa-sha2-nistp384 AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"ecdsa-sha2-nistp521 AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"sk-ssh-ed25519@openssh.com AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"sk-ecdsa-sha2-nistp256@openssh.com AAAA", "SSH public key", "text/x-ssh-public-key"},
    {"---- BEGIN SSH2 PUBLIC KEY ----", "SSH public key", "text/plain"},
    {"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----", "SSH private key", "text/plain"},
    {"PuTTY-User-Key-File-3: ssh-ed25519", "private key of PuTTY", "application/x-putty-private-key"},
    // and what only looks like one
    {"----BEGIN CERTIFICATE-----", "ASCII text", "text/plain"},
    {" -----BEGIN CERTIFICATE-----", "ASCII text", "text/plain"},
    {"-----BEGIN CERTIFICATE", "PEM text", "text/plain"},
    {"-----BEGIN OPENSSH PRIVATE KEY", "PEM text", "text/plain"},
    {"\xef\xbb\xbf-----BEGIN PRIVATE KEY-----", "UTF-8 text with byte order mark", "text/plain"},
    {"Certificate:", "ASCII text", "text/plain"},
    {"ssh-rsa-cert-v01@openssh.com AAAA", "ASCII text", "text/plain"},
};

/// Of every size that such files have, and with the line ends of either world.
QByteArrayList filesOf(const KeyKind &kind)
{
    QByteArrayList files{kind.line};
    for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r\n")}) {
        for (const qsizetype lines : {0, 1, 10, 30, 1100}) // the last longer than what is read
            files += kind.line + lineEnd + QByteArray(QByteArray(64, 'M') + lineEnd).repeated(lines);
    }
    return files;
}

/// What file(1) says of a file.
struct FileSays {
    QByteArray mimeType;
    QByteArray charset; ///< "binary" when it is no text
};

QList<FileSays> askFile(const QByteArrayList &paths)
{
    QTemporaryFile list;
    if (!list.open() || list.write(paths.join('\n') + '\n') < 0 || !list.flush())
        return {};
    QList<FileSays> all;
    for (const QByteArray &line : linesOf(u"file"_s, {u"--mime"_s, u"--brief"_s, u"--files-from"_s, list.fileName()})) {
        const auto parts = line.split(';');
        all += {parts.first(), parts.last().trimmed().mid(qstrlen("charset="))};
    }
    return all;
}

QVersionNumber versionOfFile()
{
    const QList<QByteArray> lines = linesOf(u"file"_s, {u"--version"_s});
    return QVersionNumber::fromString(QString::fromLatin1(lines.value(0)).section(u'-', 1));
}

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

    void knowsKeysAndCertificates_data()
    {
        QTest::addColumn<KeyKind>("kind");
        for (const KeyKind &kind : KeyKinds)
            QTest::newRow(kind.line) << kind;
    }
    void knowsKeysAndCertificates()
    {
        QFETCH(KeyKind, kind);
        for (const QByteArray &file : filesOf(kind)) {
            const FileType type = fileType(file.first(std::min<qsizetype>(file.size(), FileTypeBytes)));
            QCOMPARE(type.name, QString::fromLatin1(kind.name));
            QCOMPARE(type.mimeType, QString::fromLatin1(kind.mimeType));
        }
    }

    void whatHasNoMimeTypeHasThatOfItsCharacters()
    {
        const QByteArray key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
        QCOMPARE(fileType(key).mimeType, u"text/plain"_s);
        const FileType type = fileType(QByteArray(key + QByteArray("\0\1\2", 3)));
        QCOMPARE(type.mimeType, u"application/octet-stream"_s);
        QCOMPARE(type.name, u"private key, encrypted"_s);
    }

    void textHasTheControlCharactersThatFileAllows()
    {
        QCOMPARE(fileType("a\a\b\t\v\f\x1b[0m\r\n").mimeType, u"text/plain"_s);
        QCOMPARE(fileType("a\x7f\n").mimeType, u"application/octet-stream"_s);
        QByteArray text(64 * 1024 + 1, 'x');
        text.back() = '\1';
        QCOMPARE(fileType(text).mimeType, u"text/plain"_s);
        QCOMPARE(fileType(text.sliced(1)).mimeType, u"application/octet-stream"_s);
    }

    /// On the same files everywhere.
    void namesKeysAsFileDoes()
    {
        if (QStandardPaths::findExecutable(u"file"_s).isEmpty())
            QSKIP("file is not installed");
        QByteArrayList paths;
        for (const KeyKind &kind : KeyKinds) {
            for (const QByteArray &content : filesOf(kind)) {
                paths += QFile::encodeName(m_folder.filePath(u"key%1"_s.arg(paths.size())));
                QVERIFY(write(paths.last(), content));
            }
        }
        compareWithFile(paths);
    }

    /// Every difference over a sample of this machine's files has its explanation, whatever they are.
    void agreesWithFile()
    {
        if (QStandardPaths::findExecutable(u"file"_s).isEmpty())
            QSKIP("file is not installed");
        const QByteArrayList paths = sampleFrom(u"/usr/bin"_s, 300) + sampleFrom(u"/usr/lib"_s, 500)
            + sampleFrom(u"/usr/share"_s, 500) + sampleFrom(u"/etc"_s, 50);
        QVERIFY(paths.size() > 500);
        compareWithFile(paths);
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
    static void compareWithFile(const QByteArrayList &paths)
    {
        const QList<FileSays> said = askFile(paths);
        QCOMPARE(said.size(), paths.size());
        QMap<QByteArray, QByteArray> unexplained;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            QFile file(QFile::decodeName(paths.at(i)));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray head = file.read(FileTypeBytes);
            const QByteArray ours = fileType(head).mimeType.toLatin1();
            const FileSays &theirs = said.at(i);
            if (ours != theirs.mimeType && !isExplained(head, ours, theirs) && !isSecondThought(paths.at(i), ours))
                unexplained.insert(ours + " instead of " + theirs.mimeType, paths.at(i));
        }
        for (const auto &[difference, path] : unexplained.asKeyValueRange())
            qWarning("%s: %s", path.constData(), difference.constData());
        QVERIFY(unexplained.isEmpty());
    }

    /// Each by a rule of file(1), whatever this machine holds.
    static bool isExplained(const QByteArray &head, const QByteArray &ours, const FileSays &theirs)
    {
        // It judges nothing of a single byte.
        if (head.size() == 1)
            return true;
        // Before 5.46 it had no names for what OpenSSL and OpenSSH write.
        static const bool knowsKeys = versionOfFile() >= QVersionNumber(5, 46);
        if (isKeyType(ours) && !knowsKeys)
            return theirs.mimeType == (isTextHead(head) ? "text/plain" : "application/octet-stream");
        // Of what both call text it guesses the language from words anywhere in it, and reads JSON to its end. We say what
        // the beginning shows; keys show themselves there.
        if (theirs.charset != "binary" && isTextHead(head))
            return !isKeyType(ours) && !isKeyType(theirs.mimeType);
        // It knows thousands of rare binary formats; what we do not name is "data", and names without a MIME type are too.
        if (ours == "application/octet-stream")
            return theirs.charset == "binary";
        // A library that can be started: we go by its interpreter, it by a flag that not every linker sets.
        if (ours == "application/x-pie-executable")
            return theirs.mimeType == "application/x-sharedlib";
        // Of a collection of fonts it says what the first one is.
        return ours == "font/collection" && theirs.mimeType.startsWith("font/");
    }

    static bool isKeyType(const QByteArray &mimeType)
    {
        return mimeType != "text/plain" && std::ranges::contains(KeyKinds, mimeType, &KeyKind::mimeType);
    }

    /// Does file(1) know it by that mark too, only after one of something else? (Text or data is the last it says of
    /// everything.)
    static bool isSecondThought(const QByteArray &path, const QByteArray &mimeType)
    {
        if (mimeType == "text/plain" || mimeType == "application/octet-stream")
            return false;
        const auto all = linesOf(
            u"file"_s, {u"--mime-type"_s, u"--brief"_s, u"--keep-going"_s, u"--raw"_s, QFile::decodeName(path)});
        return all.contains("- " + mimeType);
    }

    static bool write(const QByteArray &path, const QByteArray &content)
    {
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    std::unique_ptr<OpenFile> makeFile(const QByteArray &content)
    {
        const QByteArray path = QFile::encodeName(m_folder.filePath(u"file"_s));
        return write(path, content) ? std::move(openRegularFile(path).value()) : nullptr;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(FileFactsTest)
#include "tst_filefacts.moc"
