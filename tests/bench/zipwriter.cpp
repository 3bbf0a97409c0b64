// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/encryptedzip.h"
#include "controllers/downloads/evidencezip.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/samples.h"

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr qint64 PieceBytes = 1024 * 1024;
constexpr int Pieces = 256;
constexpr qint64 Bytes = PieceBytes * Pieces;
constexpr int Runs = 5;
constexpr Budget MuchLess{.most = {}, .mostRatio = 0.6, .must = true};

/// Bytes of the zip.
Result<qint64> byOurs(const QByteArray &piece)
{
    qint64 size = 0;
    EncryptedZip zip({"evidence", Bytes, {}}, EvidencePassword, [&size](QByteArrayView bytes) {
        size += bytes.size();
        return Result<void>();
    });
    auto written = zip.begin();
    for (int i = 0; written && i < Pieces; ++i)
        written = zip.add(piece);
    return written.and_then([&zip] { return zip.end(); }).transform([&size] { return size; });
}

la_ssize_t count(archive *, void *size, const void *, size_t more)
{
    *static_cast<qint64 *>(size) += qint64(more);
    return la_ssize_t(more);
}

/// The same zip by libarchive: AES-256, stored.
Result<qint64> byLibarchive(const QByteArray &piece)
{
    qint64 size = 0;
    const std::unique_ptr<archive, int (*)(archive *)> zip(archive_write_new(), archive_write_free);
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), "evidence");
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), Bytes);
    bool written = archive_write_set_format_zip(zip.get()) == ARCHIVE_OK
        && archive_write_set_options(zip.get(), "zip:compression=store,zip:encryption=aes256") == ARCHIVE_OK
        && archive_write_set_passphrase(zip.get(), EvidencePassword) == ARCHIVE_OK
        && archive_write_open(zip.get(), &size, nullptr, count, nullptr) == ARCHIVE_OK
        && archive_write_header(zip.get(), entry.get()) == ARCHIVE_OK;
    for (int i = 0; written && i < Pieces; ++i)
        written = archive_write_data(zip.get(), piece.constData(), size_t(piece.size())) == piece.size();
    if (!written || archive_write_close(zip.get()) != ARCHIVE_OK)
        return fail(ErrorCode::Internal, u"libarchive"_s, QString::fromUtf8(archive_error_string(zip.get())));
    return size;
}

} // namespace

Result<Measurements> zipwriter()
{
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    quint32 state = 4711;
    for (char &byte : piece)
        byte = char((state = state * 1664525 + 1013904223) >> 24);
    Samples ours;
    Samples libarchive;
    for (int run = 0; run < Runs; ++run) {
        const Stopwatch ownWatch;
        const auto own = byOurs(piece);
        ours.add(ownWatch.seconds());
        const Stopwatch otherWatch;
        const auto other = own ? byLibarchive(piece) : own;
        libarchive.add(otherWatch.seconds());
        if (!other)
            return std::unexpected(other.error());
        if (*own < Bytes || *other < Bytes)
            return fail(ErrorCode::Internal, u"zip"_s, u"bytes were lost on the way"_s);
    }
    return Measurements{{u"zipwriter.256mib"_s, ours.median(), u"s"_s, MuchLess,
        u"libarchive's zip with AES-256, stored"_s, libarchive.median()}};
}

} // namespace Sonde::Client::Bench
