// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/librarycontroller.h"
#include "tests/system/testtenant.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype LargeBytes = 200 * 1024 * 1024;
}

/// The library with real processes: killed in the middle of an upload and of a download, and asked by sonde-cli as a script would.
class TestLibraryTransfers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void anUploadOutlivesTheService();
    void aDownloadOutlivesTheService();
    void anUploadCanBeCancelled();
    void theCommandLineAnswersWithItsStatus();

private:
    [[nodiscard]] QString makeFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] UploadOrder orderFor(const QString &path);
    [[nodiscard]] const LibraryUpload &upload(quint32 id) { return *m_library->uploads().upload(id); }
    [[nodiscard]] QStringList partials() const
    {
        return QDir(m_tenant.serviceData() + u"/library/partial"_s).entryList(QDir::Files);
    }

    TestTenant m_tenant;
    QTemporaryDir m_folder;
    QByteArray m_large;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<LibraryModel> m_files;
    std::unique_ptr<LibraryController> m_library;
};

void TestLibraryTransfers::initTestCase()
{
    QVERIFY2(m_tenant.start(), qUtf8Printable(m_tenant.whatFailed()));
    m_large.resize(LargeBytes);
    QRandomGenerator(11).fillRange(reinterpret_cast<quint32 *>(m_large.data()), LargeBytes / 4);
}

void TestLibraryTransfers::init()
{
    m_client = std::make_unique<TenantClient>();
    m_files = std::make_unique<LibraryModel>();
    m_library = std::make_unique<LibraryController>(*m_client, *m_files);
    m_client->signIn(m_tenant.credentials());
    QTRY_VERIFY_WITH_TIMEOUT(m_library->isListed(), 20'000);
}

void TestLibraryTransfers::cleanup()
{
    m_library.reset();
    m_client.reset();
    m_files.reset();
}

QString TestLibraryTransfers::makeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

UploadOrder TestLibraryTransfers::orderFor(const QString &path)
{
    return {readFile(path, m_library->sizeLimit(), {}).value(), QFileInfo(path).fileName(), {}, false, {}, false};
}

void TestLibraryTransfers::anUploadOutlivesTheService()
{
    const quint32 id = m_library->uploads().add(orderFor(makeFile(u"tool.bin"_s, m_large)));
    QTRY_VERIFY_WITH_TIMEOUT(upload(id).done > LargeBytes / 4, 30'000);
    m_tenant.killService();
    QTRY_COMPARE_WITH_TIMEOUT(upload(id).state, LibraryUpload::State::Retrying, 30'000);
    QCOMPARE(partials().size(), 1);
    const qint64 kept = QFileInfo(m_tenant.serviceData() + u"/library/partial/"_s + partials().first()).size();
    QCOMPARE_GE(kept, LargeBytes / 8);
    QVERIFY2(m_tenant.startService(), qUtf8Printable(m_tenant.whatFailed()));
    QTRY_COMPARE_WITH_TIMEOUT(upload(id).state, LibraryUpload::State::Stored, 60'000);
    QVERIFY(partials().isEmpty());
    QTRY_VERIFY(m_files->file(u"tool.bin"_s));
    QCOMPARE(m_files->file(u"tool.bin"_s)->sha256, QCryptographicHash::hash(m_large, QCryptographicHash::Sha256));
}

void TestLibraryTransfers::aDownloadOutlivesTheService()
{
    const LibraryFile *file = m_files->file(u"tool.bin"_s);
    QVERIFY(file);
    const QString path = m_folder.filePath(u"downloads/tool.bin"_s);
    std::optional<Result<void>> done;
    m_library->download(*file, path, Overwrite::No, this, [&done](const Result<void> &result) { done = result; });
    const QString partial = path + u".partial"_s;
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(partial).size() > LargeBytes / 4 || done, 30'000);
    QVERIFY2(!done, "it was too quick to be cut");
    m_tenant.killService();
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY2(m_tenant.startService(), qUtf8Printable(m_tenant.whatFailed()));
    QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
    QVERIFY2(done->has_value(), qUtf8Printable(done->has_value() ? QString() : debugText(done->error())));
    QFile whole(path);
    QVERIFY(whole.open(QFile::ReadOnly));
    QVERIFY(whole.readAll() == m_large);
    QVERIFY(!(whole.permissions() & (QFile::ExeOwner | QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!QFileInfo::exists(partial));
}

void TestLibraryTransfers::anUploadCanBeCancelled()
{
    QByteArray other = m_large;
    other[0] = char(other[0] ^ 1);
    const quint32 id = m_library->uploads().add(orderFor(makeFile(u"other.bin"_s, other)));
    const quint32 next = m_library->uploads().add(orderFor(makeFile(u"small.sh"_s, "echo small\n"_ba)));
    QTRY_VERIFY_WITH_TIMEOUT(upload(id).done > 0, 30'000);
    m_library->uploads().cancel(id);
    QTRY_VERIFY(upload(id).isOver());
    QCOMPARE(upload(id).error->code, ErrorCode::Cancelled);
    QTRY_COMPARE(upload(next).state, LibraryUpload::State::Stored); // the queue goes on
    QVERIFY(!m_files->file(u"other.bin"_s));
}

void TestLibraryTransfers::theCommandLineAnswersWithItsStatus()
{
    const QString script = makeFile(u"triage.ps1"_s, "Write-Host 1\n"_ba);
    auto run = m_tenant.cli({u"--output"_s, u"json"_s, u"library"_s, u"upload"_s, script, u"--description"_s,
        u"First look"_s, u"--parameters"_s, u"-all: everything"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    const auto stored = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(stored.value("fileName"_L1).toString(), u"triage.ps1"_s);
    QCOMPARE(stored.value("signature"_L1).toString(), u"unsigned"_s);
    QCOMPARE(stored.value("parametersDescription"_L1).toString(), u"-all: everything"_s);
    QVERIFY(!makeFile(u"triage.ps1"_s, "Write-Host 2\n"_ba).isEmpty());
    QCOMPARE(m_tenant.cli({u"library"_s, u"upload"_s, script}).status, 3);
    run = m_tenant.cli({u"--output"_s, u"json"_s, u"library"_s, u"upload"_s, script, u"--overwrite"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    const auto second = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(second.value("version"_L1).toInt(), 2);
    QCOMPARE(second.value("description"_L1).toString(), u"First look"_s); // what is not said stays

    const QStringList folder{u"--download-dir"_s, m_folder.filePath(u"cli"_s)};
    QCOMPARE(m_tenant.cli(folder + QStringList{u"library"_s, u"download"_s, u"triage.ps1"_s, u"1"_s}).status, 0);
    QFile got(m_folder.filePath(u"cli/triage.ps1"_s));
    QVERIFY(got.open(QFile::ReadOnly));
    QCOMPARE(got.readAll(), "Write-Host 1\n"_ba);
    QCOMPARE(m_tenant.cli(folder + QStringList{u"library"_s, u"download"_s, u"triage.ps1"_s}).status, 3); // it exists
    QCOMPARE(m_tenant.cli({u"library"_s, u"upload"_s, m_folder.filePath(u"missing"_s)}).status, 1);
    QCOMPARE(m_tenant.cli({u"library"_s, u"upload"_s, makeFile(u"empty.sh"_s, {})}).status, 3);
    QCOMPARE(m_tenant.cli({u"library"_s, u"delete"_s, u"nobody.sh"_s}).status, 3);
    QCOMPARE(m_tenant.cli({u"library"_s, u"delete"_s, u"TRIAGE.ps1"_s}).status, 0);
    QCOMPARE(m_tenant.cli({u"library"_s, u"list"_s, u"triage.ps1"_s}).status, 3);
    QCOMPARE(m_tenant.cli({u"library"_s, u"burn"_s}).status, 2);
}

QTEST_GUILESS_MAIN(TestLibraryTransfers)
#include "tst_librarytransfers.moc"
