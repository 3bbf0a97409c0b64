// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/evidencezip.h"

#include "controllers/downloads/encryptedzip.h"
#include "controllers/downloads/localname.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/time/timetext.h"
#include "transport/disk/disk.h"

#include <QFile>
#include <QJsonDocument>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype PieceBytes = 1024 * 1024;
constexpr auto ManifestName = "manifest.json";
constexpr auto DataName = "data.zip";
constexpr qsizetype MostManifest = 1024 * 1024;
/// The system is asked to write this much at a time in the background, so that little is left to wait for at the end.
constexpr qint64 FlushBytes = 16 * 1024 * 1024;

struct Closer {
    void operator()(archive *that) const { archive_free(that); }
    void operator()(archive_entry *that) const { archive_entry_free(that); }
};
using Archive = std::unique_ptr<archive, Closer>;
using Entry = std::unique_ptr<archive_entry, Closer>;

Error errorOf(archive *zip, const QString &path)
{
    const bool full = Disk::meansFull(archive_errno(zip));
    return {full ? ErrorCode::NoSpace : ErrorCode::CannotWrite, path, QString::fromUtf8(archive_error_string(zip)), {}};
}

Result<void> check(int status, archive *zip, const QString &path)
{
    return status >= ARCHIVE_WARN ? Result<void>() : std::unexpected(errorOf(zip, path));
}

Entry entryNamed(const QByteArray &name, const QDateTime &modified)
{
    Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    if (modified.isValid())
        archive_entry_set_mtime(entry.get(), time_t(modified.toSecsSinceEpoch()), 0);
    return entry;
}

/// Stored, not compressed: whoever downloads waits for it, and what is encrypted does not get smaller.
Archive newZip()
{
    Archive zip(archive_write_new());
    archive_write_set_format_zip(zip.get());
    archive_write_set_options(zip.get(), "zip:compression=store,zip:hdrcharset=UTF-8");
    archive_write_set_bytes_in_last_block(zip.get(), 1); // no padding
    return zip;
}

/// `target`: where it ends up, nearly at the same place.
Result<void> addData(EncryptedZip &zip, QFile &data, int target, const QString &path, const std::stop_token &stop,
    const std::function<void(qint64)> &progress)
{
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    for (qint64 done = 0, flushing = 0;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, path);
        const qint64 count = data.read(piece.data(), piece.size());
        if (count < 0)
            return fail(ErrorCode::ReadFailed, data.fileName(), data.errorString());
        if (count == 0)
            return {};
        if (const auto added = zip.add(QByteArrayView(piece).first(count)); !added)
            return added;
        done += count;
        if (done - flushing >= FlushBytes) {
            Disk::startFlush(target, flushing, done - flushing);
            flushing = done;
        }
        if (progress)
            progress(done);
    }
}

Result<void> addManifest(archive *outer, const QJsonObject &manifest, const QString &path)
{
    const QByteArray text = QJsonDocument(manifest).toJson();
    const Entry entry = entryNamed(ManifestName, QDateTime::currentDateTimeUtc());
    archive_entry_set_size(entry.get(), text.size());
    return check(archive_write_header(outer, entry.get()), outer, path).and_then([&] {
        return archive_write_data(outer, text.constData(), size_t(text.size())) == text.size()
            ? Result<void>()
            : std::unexpected(errorOf(outer, path));
    });
}

Result<void> addEncrypted(archive *outer, const EvidenceSource &source, const QFile &file, const std::stop_token &stop,
    const std::function<void(qint64)> &progress)
{
    const QString path = file.fileName();
    QFile data(source.path);
    if (!data.open(QFile::ReadOnly | QFile::Unbuffered))
        return fail(ErrorCode::ReadFailed, source.path, data.errorString());
    EncryptedZip inner(
        {source.name.toUtf8(), data.size(), source.modified}, EvidencePassword, [outer, &path](QByteArrayView bytes) {
            return archive_write_data(outer, bytes.data(), size_t(bytes.size())) == bytes.size()
                ? Result<void>()
                : std::unexpected(errorOf(outer, path));
        });
    const Entry entry = entryNamed(DataName, QDateTime::currentDateTimeUtc());
    archive_entry_set_size(entry.get(), inner.size());
    return check(archive_write_header(outer, entry.get()), outer, path)
        .and_then([&] { return inner.begin(); })
        .and_then([&] { return addData(inner, data, file.handle(), path, stop, progress); })
        .and_then([&] { return inner.end(); });
}

Result<void> write(QFile &file, const EvidenceSource &source, const QJsonObject &manifest, const std::stop_token &stop,
    const std::function<void(qint64)> &progress)
{
    const QString path = file.fileName();
    const Archive outer = newZip();
    return check(archive_write_open_fd(outer.get(), file.handle()), outer.get(), path)
        .and_then([&] { return addManifest(outer.get(), manifest, path); })
        .and_then([&] { return addEncrypted(outer.get(), source, file, stop, progress); })
        .and_then([&] { return check(archive_write_close(outer.get()), outer.get(), path); })
        .and_then([&] {
            const int error = Disk::flush(file.handle());
            return error == 0 ? Result<void>() : fail(ErrorCode::CannotWrite, path, errorFromErrno(error, {}).reason);
        });
}

// ---- reading

struct Piece {
    archive *outer;
    QByteArray bytes = QByteArray(PieceBytes, Qt::Uninitialized);
};

la_ssize_t readFrom(archive *, void *context, const void **bytes)
{
    auto &piece = *static_cast<Piece *>(context);
    *bytes = piece.bytes.constData();
    return archive_read_data(piece.outer, piece.bytes.data(), size_t(piece.bytes.size()));
}

bool goTo(archive *zip, const char *name)
{
    for (archive_entry *entry = nullptr; archive_read_next_header(zip, &entry) >= ARCHIVE_WARN;) {
        if (!name || qstrcmp(archive_entry_pathname(entry), name) == 0)
            return true;
    }
    return false;
}

std::unexpected<Error> unreadable(archive *zip, const QString &path)
{
    return fail(ErrorCode::ReadFailed, path, QString::fromUtf8(archive_error_string(zip)));
}

struct OpenZip {
    std::unique_ptr<QFile> file;
    Archive archive; ///< goes first: it reads the file
};

/// A zip at the content of one of its entries.
Result<OpenZip> openEntry(const QString &path, const char *name)
{
    OpenZip zip{std::make_unique<QFile>(path), Archive(archive_read_new())};
    if (!zip.file->open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, zip.file->errorString());
    archive_read_support_format_zip_seekable(zip.archive.get());
    if (archive_read_open_fd(zip.archive.get(), zip.file->handle(), PieceBytes) < ARCHIVE_WARN
        || !goTo(zip.archive.get(), name))
        return unreadable(zip.archive.get(), path);
    return zip;
}

Result<QByteArray> readSome(archive *zip, qsizetype most, const QString &path)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const auto count = archive_read_data(zip, bytes.data(), size_t(bytes.size()));
    if (count < 0)
        return unreadable(zip, path);
    bytes.truncate(count);
    return bytes;
}

QJsonValue iso(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(TimeText::iso(time)) : QJsonValue();
}

} // namespace

QJsonObject manifestOf(const Download &download, const QByteArray &sha256, const QDateTime &downloaded)
{
    const SourceFile &file = download.file;
    const DevicePath path(file.path);
    QJsonObject manifest{
        {u"format"_s, u"sonde-evidence/1"_s},
        {u"data"_s,
            QJsonObject{{u"archive"_s, QLatin1StringView(DataName)}, {u"file"_s, localName(file.name())},
                {u"encryption"_s, u"AES-256"_s}, {u"password"_s, QLatin1StringView(EvidencePassword)}}},
        {u"device"_s, QJsonObject{{u"id"_s, download.device.value()}, {u"name"_s, download.deviceName}}},
        {u"path"_s, path.typed()},
        {u"size"_s, file.size},
        {u"sha256"_s, QString::fromLatin1(sha256.toHex())},
        {u"created"_s, iso(file.created)},
        {u"modified"_s, iso(file.modified)},
        {u"accessed"_s, iso(file.accessed)},
        {u"changed"_s, iso(file.changed)},
        {u"owner"_s, file.owner},
        {u"mode"_s, file.mode},
        {u"session"_s, qint64(download.session.value())},
        {u"command_id"_s, qint64(download.command.value())},
        {u"command_line"_s, download.line},
        {u"analyst"_s, download.analyst},
        {u"downloaded"_s, iso(downloaded)},
        {u"sonde_version"_s, QStringLiteral(SONDE_VERSION)},
    };
    if (!path.isUtf8())
        manifest.insert(u"path_raw"_s, QString::fromLatin1(file.path.toBase64()));
    if (file.archive)
        manifest.insert(u"files"_s, qint64(file.members));
    return manifest;
}

Result<void> packEvidence(const EvidenceSource &source, const QJsonObject &manifest, const QString &path,
    const std::stop_token &stop, const std::function<void(qint64)> &progress)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    const auto written = write(file, source, manifest, stop, progress);
    file.close();
    if (!written)
        file.remove();
    return written;
}

Result<QJsonObject> readManifest(const QString &path)
{
    return openEntry(path, ManifestName)
        .and_then([&](const OpenZip &zip) { return readSome(zip.archive.get(), MostManifest, path); })
        .and_then([&](const QByteArray &text) -> Result<QJsonObject> {
            const auto manifest = QJsonDocument::fromJson(text);
            return manifest.isObject() ? Result<QJsonObject>(manifest.object())
                                       : fail(ErrorCode::ReadFailed, path, Reason::ManifestMalformed);
        });
}

Result<QByteArray> peekEvidence(const QString &path, qsizetype most)
{
    const auto outer = openEntry(path, DataName);
    if (!outer)
        return std::unexpected(outer.error());
    Piece piece{outer->archive.get()};
    const Archive inner(archive_read_new());
    archive_read_support_format_zip_streamable(inner.get());
    archive_read_add_passphrase(inner.get(), EvidencePassword);
    if (archive_read_open2(inner.get(), &piece, nullptr, readFrom, nullptr, nullptr) < ARCHIVE_WARN
        || !goTo(inner.get(), nullptr))
        return unreadable(inner.get(), path);
    return readSome(inner.get(), most, path);
}

} // namespace Sonde::Client
