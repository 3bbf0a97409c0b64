// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/casearchive.h"

#include "protocol/digest/digest.h"

#include <QFile>
#include <QtEndian>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr QByteArrayView SealMark = "sonde-case-seal 1 ";
constexpr qsizetype KeyDigits = 2 * 65;
constexpr qsizetype SignatureDigits = 2 * 64;
/// Of the record at the end of a zip archive, which the comment follows.
constexpr qsizetype EndRecordSize = 22;
constexpr QByteArrayView EndRecordMark = "PK\5\6";

struct ReadCloser {
    void operator()(archive *that) const { archive_read_free(that); }
};
using ReadArchive = std::unique_ptr<archive, ReadCloser>;

bool isKept(QByteArrayView name)
{
    return name == CaseNames::Index || name == CaseNames::Journal || name == CaseNames::Manifest
        || name.startsWith(CaseNames::ProofFolder) || name.startsWith(CaseNames::EntriesFolder);
}

QByteArray digitsOf(QByteArrayView digits)
{
    const QByteArray bytes = QByteArray::fromHex(digits.toByteArray());
    return bytes.toHex() == digits ? bytes : QByteArray(); // other programs may not take capitals
}

CaseMember readMemberOf(archive *zip, QByteArrayView name, const std::stop_token &stop)
{
    CaseMember member;
    // What is compressed could be made larger than any disk.
    member.isDamaged = !QByteArrayView(archive_format_name(zip)).contains("uncompressed");
    Sha256 hash;
    while (!member.isDamaged && !stop.stop_requested()) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(zip, &block, &size, &offset);
        if (status == ARCHIVE_EOF)
            break;
        member.isDamaged = status != ARCHIVE_OK || offset != la_int64_t(member.size);
        const QByteArrayView bytes(static_cast<const char *>(block), qsizetype(size));
        hash.add(bytes);
        member.size += size;
        if (isKept(name))
            member.bytes += bytes;
    }
    member.sha256 = hash.result();
    return member;
}

Result<void> readMembers(QByteArrayView file, CaseArchive &found, const std::stop_token &stop)
{
    const ReadArchive zip(archive_read_new());
    archive_read_support_format_zip_seekable(zip.get());
    if (archive_read_open_memory(zip.get(), file.data(), size_t(file.size())) != ARCHIVE_OK)
        return fail(ErrorCode::ReadFailed, {}, QString::fromUtf8(archive_error_string(zip.get())));
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(zip.get(), &entry);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (status == ARCHIVE_EOF)
            return {};
        if (status < ARCHIVE_WARN) {
            found.isWhole = false;
            return {};
        }
        const QByteArray name = archive_entry_pathname_utf8(entry) ? archive_entry_pathname_utf8(entry) : "";
        CaseMember member = readMemberOf(zip.get(), name, stop);
        const auto [there, isNew] = found.members.emplace(name, std::move(member));
        there->second.isTwice |= !isNew;
    }
}

} // namespace

QByteArray placeOf(const char *folder, SessionId session, quint64 size)
{
    return folder + QByteArray::number(session.value()) + '-' + QByteArray::number(size);
}

QByteArray sealLine(const CaseSeal &seal)
{
    return SealMark.toByteArray() + seal.key.toHex() + ' ' + seal.signature.toHex();
}

std::optional<CaseSeal> sealFrom(QByteArrayView line)
{
    if (line.size() != SealSize || !line.startsWith(SealMark) || line.at(SealMark.size() + KeyDigits) != ' ')
        return {};
    const CaseSeal seal{digitsOf(line.sliced(SealMark.size(), KeyDigits)), digitsOf(line.last(SignatureDigits))};
    return seal.key.isEmpty() || seal.signature.isEmpty() ? std::nullopt : std::optional(seal);
}

Result<CaseArchive> readCase(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    const uchar *mapped = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    if (!mapped)
        return fail(ErrorCode::ReadFailed, path);
    const QByteArrayView bytes(mapped, file.size());
    CaseArchive found;
    const QByteArrayView sealed = bytes.chopped(std::min(SealSize, bytes.size()));
    const QByteArrayView end = sealed.last(std::min(EndRecordSize, sealed.size()));
    if (end.startsWith(EndRecordMark) && qFromLittleEndian<quint16>(end.last(2).data()) == SealSize)
        found.seal = sealFrom(bytes.last(SealSize));
    found.sha256 = Digest::of(sealed, *EVP_sha256());
    if (auto read = readMembers(bytes, found, stop); !read)
        return std::unexpected(Error{read.error().code, path, read.error().reason, {}});
    return found;
}

} // namespace Sonde::Client
