// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/encryptedzip.h"
#include "controllers/downloads/evidencezip.h"
#include "controllers/downloads/localname.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <archive.h>
#include <archive_entry.h>
#include <openssl/crypto.h>
#include <openssl/provider.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 4711;
    for (char &byte : bytes)
        byte = char((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

bool writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// Python's zipfile knows nothing of us: names, methods and flags of a zip's entries, and a plain one's content.
QByteArray python(const QString &script, const QStringList &arguments)
{
    QProcess process;
    process.start(u"python3"_s, QStringList{u"-c"_s, script} + arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
}

struct Content {
    QByteArray name;
    QByteArray bytes;
    bool encrypted = false;
    QByteArray problem;
};

/// With libarchive's other reader, the one that seeks.
Content readEncrypted(const QByteArray &zip, const char *password)
{
    Content content;
    archive *reader = archive_read_new();
    archive_read_support_format_zip_seekable(reader);
    if (password)
        archive_read_add_passphrase(reader, password);
    archive_read_open_memory(reader, zip.constData(), size_t(zip.size()));
    archive_entry *entry = nullptr;
    if (archive_read_next_header(reader, &entry) >= ARCHIVE_WARN) {
        content.name = archive_entry_pathname_utf8(entry);
        content.encrypted = archive_entry_is_data_encrypted(entry);
        content.bytes.resize(archive_entry_size(entry));
        if (archive_read_data(reader, content.bytes.data(), size_t(content.bytes.size())) != content.bytes.size())
            content.problem = archive_error_string(reader);
    }
    archive_read_free(reader);
    return content;
}

Download sample()
{
    Download download;
    download.command = CommandId(1042);
    download.session = SessionId(7);
    download.device = DeviceId(u"0123456789abcdef0123456789abcdef"_s);
    download.deviceName = u"ws-0142"_s;
    download.analyst = u"ada"_s;
    download.line = u"getfile /tmp/evil.exe"_s;
    download.file.path = "/tmp/photo\u202egpj.exe";
    download.file.size = 3;
    download.file.modified = QDateTime::fromString(u"2026-11-21T04:51:09.250Z"_s, Qt::ISODateWithMs);
    download.file.owner = u"root"_s;
    download.file.mode = u"-rwxr-xr-x"_s;
    return download;
}

/// As long as it lives this thread's OpenSSL knows no algorithm.
class NoCryptography final
{
    Q_DISABLE_COPY_MOVE(NoCryptography)

public:
    NoCryptography()
        : m_none(OSSL_PROVIDER_load(m_empty.get(), "null"))
        , m_before(OSSL_LIB_CTX_set0_default(m_empty.get()))
    {
    }
    ~NoCryptography()
    {
        OSSL_LIB_CTX_set0_default(m_before);
        OSSL_PROVIDER_unload(m_none);
    }

private:
    std::unique_ptr<OSSL_LIB_CTX, void (*)(OSSL_LIB_CTX *)> m_empty{OSSL_LIB_CTX_new(), OSSL_LIB_CTX_free};
    OSSL_PROVIDER *m_none;
    OSSL_LIB_CTX *m_before;
};

} // namespace

class EvidenceZipTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_zip = m_folder.filePath(u"evil.zip"_s);
    QString m_plain = m_folder.filePath(u"evil.zip.part"_s);

    [[nodiscard]] Result<void> pack(const QByteArray &bytes, const QString &name = u"evil.exe"_s)
    {
        if (!writeAll(m_plain, bytes))
            return fail(ErrorCode::CannotWrite, m_plain);
        return packEvidence({m_plain, name, sample().file.modified},
            manifestOf(sample(), QByteArray(32, 'h'), QDateTime::currentDateTimeUtc()), m_zip, {});
    }
    [[nodiscard]] QByteArray inner()
    {
        const QString out = m_folder.filePath(u"data.zip"_s);
        const QByteArray said = python(uR"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.namelist() == ['manifest.json', 'data.zip'], z.namelist()
assert z.testzip() is None
assert not any(i.flag_bits & 1 for i in z.infolist())
open(sys.argv[2], 'wb').write(z.read('data.zip'))
)"_s,
            {m_zip, out});
        return said.isEmpty() ? readAll(out) : said;
    }

private Q_SLOTS:
    void holdsTheFileEncrypted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a byte") << QByteArray("x");
        QTest::newRow("a piece") << noise(256 * 1024);
        QTest::newRow("pieces and a bit") << noise(3 * 1024 * 1024 + 17);
    }
    void holdsTheFileEncrypted()
    {
        QFETCH(QByteArray, bytes);
        const auto packed = pack(bytes);
        QVERIFY2(packed, qPrintable(packed ? QString() : debugText(packed.error())));
        const Content content = readEncrypted(inner(), EvidencePassword);
        QCOMPARE(content.problem, QByteArray());
        QCOMPARE(content.name, QByteArray("evil.exe"));
        QVERIFY(content.encrypted || bytes.isEmpty());
        QVERIFY(content.bytes == bytes);
        if (bytes.size() > 16)
            QVERIFY(!readAll(m_zip).contains(bytes.first(16)));
    }

    void isAesAsWinZipMakesIt()
    {
        QVERIFY(pack("sample"));
        const QString data = m_folder.filePath(u"data.zip"_s);
        QVERIFY(writeAll(data, inner()));
        // Method 99 and the extra field 0x9901: version, vendor "AE", strength 3 (256 bit), the real method.
        const QByteArray said = python(uR"(
import sys, zipfile
i = zipfile.ZipFile(sys.argv[1]).infolist()[0]
at = i.extra.index(b'\x01\x99\x07\x00')
print(i.compress_type, i.flag_bits & 1, i.extra[at + 6:at + 8].decode(), i.extra[at + 8], i.date_time[0])
)"_s,
            {data});
        QCOMPARE(said.trimmed(), QByteArray("99 1 AE 3 2026"));
    }

    void opensWithThePasswordOnly()
    {
        QVERIFY(pack("sample"));
        QVERIFY(!readEncrypted(inner(), "guess").problem.isEmpty());
        QVERIFY(!readEncrypted(inner(), nullptr).problem.isEmpty());
    }

    void keepsNamesOfAllScripts()
    {
        const QString name = localName("\u8abf\u67fb\u202e.exe");
        QVERIFY(pack("sample", name));
        QCOMPARE(readEncrypted(inner(), EvidencePassword).name, name.toUtf8());
    }

    void saysWhereItCameFrom()
    {
        QVERIFY(pack("abc"));
        const QByteArray text = python(
            u"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('manifest.json'))"_s,
            {m_zip});
        const QJsonObject manifest = QJsonDocument::fromJson(text).object();
        QCOMPARE(manifest.value("path"_L1).toString(), u"/tmp/photo\u202egpj.exe"_s);
        QVERIFY(!manifest.contains("path_raw"_L1));
        QCOMPARE(manifest.value("device"_L1)["name"_L1].toString(), u"ws-0142"_s);
        QCOMPARE(manifest.value("sha256"_L1).toString(), QString(u"68"_s.repeated(32)));
        QCOMPARE(manifest.value("modified"_L1).toString(), u"2026-11-21T04:51:09.250Z"_s);
        QVERIFY(manifest.value("created"_L1).isNull());
        QCOMPARE(manifest.value("session"_L1).toInt(), 7);
        QCOMPARE(manifest.value("command_id"_L1).toInt(), 1042);
        QCOMPARE(manifest.value("analyst"_L1).toString(), u"ada"_s);
        QCOMPARE(manifest.value("data"_L1)["file"_L1].toString(), u"photo%E2%80%AEgpj.exe"_s);
    }

    void bytesThatAreNoTextAreKept()
    {
        Download download = sample();
        download.file.path = "/tmp/caf\xe9";
        const QJsonObject manifest = manifestOf(download, {}, {});
        QCOMPARE(manifest.value("path"_L1).toString(), u"bytes:/tmp/caf\\xE9"_s);
        QCOMPARE(QByteArray::fromBase64(manifest.value("path_raw"_L1).toString().toLatin1()), download.file.path);
    }

    /// Over 4 GiB the numbers are in Zip64's fields. Takes 9 GiB below the folder that SONDE_LARGE_FILES names, and a minute.
    void holdsMoreThanFourGibibytes()
    {
        const QString folder = qEnvironmentVariable("SONDE_LARGE_FILES");
        if (folder.isEmpty())
            QSKIP("SONDE_LARGE_FILES is not set");
        constexpr qint64 Size = (4LL << 30) + 17;
        QFile large(folder + u"/large"_s);
        QVERIFY(large.open(QFile::WriteOnly) && large.resize(Size));
        m_zip = folder + u"/large.zip"_s;
        const auto packed = packEvidence({large.fileName(), u"large"_s, sample().file.modified}, {}, m_zip, {});
        large.remove();
        QVERIFY2(packed, qPrintable(packed ? QString() : debugText(packed.error())));
        QFile data(folder + u"/data.zip"_s);
        QCOMPARE(python(uR"(
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]).open('data.zip') as source, open(sys.argv[2], 'wb') as target:
    shutil.copyfileobj(source, target, 1 << 20)
)"_s,
                     {m_zip, data.fileName()}),
            QByteArray());
        QFile::remove(m_zip);
        archive *reader = archive_read_new();
        archive_read_support_format_zip_seekable(reader);
        archive_read_add_passphrase(reader, EvidencePassword);
        QCOMPARE(archive_read_open_filename(reader, qPrintable(data.fileName()), 1 << 20), ARCHIVE_OK);
        archive_entry *entry = nullptr;
        QCOMPARE(archive_read_next_header(reader, &entry), ARCHIVE_OK);
        QCOMPARE(archive_entry_size(entry), Size);
        QByteArray piece(1 << 20, 'x');
        qint64 read = 0;
        for (la_ssize_t count = 1; count > 0; read += count) {
            count = archive_read_data(reader, piece.data(), size_t(piece.size()));
            QVERIFY2(count >= 0, archive_error_string(reader)); // the last one has found the code to be right
        }
        QCOMPARE(read, Size);
        archive_read_free(reader);
        data.remove();
    }

    void isNotExecutable()
    {
        QVERIFY(pack("sample"));
        QVERIFY(!QFileInfo(m_zip).isExecutable());
    }

    void peeks()
    {
        const QByteArray bytes = noise(700'000);
        QVERIFY(pack(bytes));
        const auto start = peekEvidence(m_zip, 300'000);
        QVERIFY(start);
        QVERIFY(*start == bytes.first(300'000));
        const auto all = peekEvidence(m_zip, 1'000'000);
        QVERIFY(all);
        QVERIFY(*all == bytes);
        QVERIFY(writeAll(m_zip, "no zip"));
        QCOMPARE(peekEvidence(m_zip, 10).error().code, ErrorCode::ReadFailed);
    }

    void leavesNothingWhenStopped()
    {
        QFile::remove(m_zip);
        QVERIFY(writeAll(m_plain, noise(1024 * 1024)));
        std::stop_source stop;
        const auto packed = packEvidence(
            {m_plain, u"evil.exe"_s, {}}, {}, m_zip, stop.get_token(), [&](qint64) { stop.request_stop(); });
        QCOMPARE(packed.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(m_zip));
    }

    void saysThatThereIsNoCryptography()
    {
        const NoCryptography none;
        EncryptedZip zip({"data", 4, {}}, EvidencePassword, [](QByteArrayView) { return Result<void>(); });
        const auto begun = zip.begin();
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::Internal);
    }

    void tellsWhenTheDiskIsFull()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("there is no /dev/full here");
        // By a link, because what could not be written is removed.
        const QString full = m_folder.filePath(u"full.zip"_s);
        QVERIFY(QFile::link(u"/dev/full"_s, full));
        QVERIFY(writeAll(m_plain, noise(1024 * 1024)));
        QCOMPARE(packEvidence({m_plain, u"evil.exe"_s, {}}, {}, full, {}).error().code, ErrorCode::NoSpace);
        QVERIFY(!QFileInfo(full).isSymLink());
    }
};

QTEST_GUILESS_MAIN(EvidenceZipTest)
#include "tst_evidencezip.moc"
