// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/package.h"

#include "agent/base/devicefolder.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/digest/digest.h"

#include <QDateTime>
#include <QJsonDocument>
#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Entry = std::unique_ptr<archive_entry, void (*)(archive_entry *)>;

constexpr size_t BlockBytes = 256 * 1024;
/// More of a file whose content the kernel makes is no configuration any more.
constexpr qsizetype MostOfKernels = 16 * 1024 * 1024;
constexpr qint64 Second = 1'000'000'000;

Entry newEntry(const QByteArray &name, quint32 kind, qint64 size)
{
    Entry entry(archive_entry_new(), &archive_entry_free);
    archive_entry_copy_pathname(entry.get(), name.constData());
    archive_entry_set_filetype(entry.get(), kind);
    archive_entry_set_size(entry.get(), size);
    return entry;
}

Entry entryOf(const QByteArray &name, quint32 kind, qint64 size, const WalkedFacts &facts)
{
    Entry entry = newEntry(name, kind, size);
    archive_entry_set_perm(entry.get(), facts.mode & 07777);
    archive_entry_set_uid(entry.get(), facts.user);
    archive_entry_set_gid(entry.get(), facts.group);
    if (isHeld(facts.modified))
        archive_entry_set_mtime(entry.get(), facts.modified / Second, 0);
    return entry;
}

Entry ownEntry(const QByteArray &name, qint64 size)
{
    Entry entry = newEntry(name, AE_IFREG, size);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_mtime(entry.get(), QDateTime::currentSecsSinceEpoch(), 0);
    return entry;
}

} // namespace

Package::Package(GzipWriter::Out out)
    : m_gzip([this, out = std::move(out)](std::span<const char> bytes) {
        m_packedBytes += qint64(bytes.size());
        return out(bytes);
    })
    , m_tar(archive_write_new(), &archive_write_free)
    , m_block(BlockBytes)
{
    // Names are bytes in it, whatever the agent's locale is, and no reader has to be told so.
    archive_write_set_format_gnutar(m_tar.get());
    archive_write_set_bytes_per_block(m_tar.get(), 0);
    archive_write_open2(m_tar.get(), this, nullptr, &Package::write, nullptr, nullptr);
}

Package::~Package() = default;

long Package::write(archive *, void *self, const void *bytes, size_t size)
{
    auto &package = *static_cast<Package *>(self);
    if (package.m_failure)
        return -1;
    const auto added = package.m_gzip.add(QByteArrayView(static_cast<const char *>(bytes), qsizetype(size)));
    if (added)
        return long(size);
    package.m_failure = added.error();
    return -1;
}

std::unexpected<Error> Package::failure() const
{
    return std::unexpected(m_failure.value_or(
        Error{ErrorCode::Internal, u"tar"_s, QString::fromUtf8(archive_error_string(m_tar.get())), {}}));
}

Result<void> Package::begin(archive_entry *entry)
{
    if (archive_write_header(m_tar.get(), entry) < ARCHIVE_WARN)
        return failure();
    ++m_members;
    return {};
}

Result<void> Package::put(QByteArrayView content)
{
    if (archive_write_data(m_tar.get(), content.data(), size_t(content.size())) < 0)
        return failure();
    m_contentBytes += content.size();
    return {};
}

void Package::list(const QByteArray &name, qint64 size, const QByteArray &sha256)
{
    const QJsonObject member{
        {u"path"_s, DevicePath(name).typed()}, {u"size"_s, size}, {u"sha256"_s, QString::fromLatin1(sha256.toHex())}};
    m_manifest.append(m_manifest.isEmpty() ? "" : ",\n");
    m_manifest.append(QJsonDocument(member).toJson(QJsonDocument::Compact));
}

Result<void> Package::writeWhole(const QByteArray &name, qint64 size, const std::function<Result<void>()> &content)
{
    return begin(ownEntry(name, size).get()).and_then(content);
}

Result<void> Package::add(const QByteArray &name, QByteArrayView content)
{
    return writeWhole(name, content.size(), [&] { return put(content); }).transform([&] {
        list(name, content.size(), Digest::of(content, *EVP_sha256()));
    });
}

Result<void> Package::add(const QByteArray &name, Spool &content)
{
    Sha256 hash;
    const auto copy = [&] {
        return content.read([&](QByteArrayView piece) {
            hash.add(piece);
            return put(piece);
        });
    };
    return writeWhole(name, content.size(), copy).transform([&] { list(name, content.size(), hash.result()); });
}

Result<Package::Taken> Package::copy(const Read &read, qint64 size, QByteArray &sha256)
{
    Taken taken;
    Sha256 hash;
    while (taken.bytes < size) {
        const auto wanted = size_t(std::min<qint64>(size - taken.bytes, qint64(m_block.size())));
        const auto got = read(std::span(m_block).first(wanted));
        if (!got || *got == 0) {
            taken.problem = got ? errorBecause(Reason::BecameShorter, ErrorCode::FileChanged, {}) : got.error();
            break;
        }
        const QByteArrayView piece(m_block.data(), *got);
        hash.add(piece);
        if (const auto written = put(piece); !written)
            return std::unexpected(written.error());
        taken.bytes += *got;
    }
    const QByteArray zeros(qsizetype(std::min<qint64>(size - taken.bytes, qint64(m_block.size()))), '\0');
    for (qint64 done = taken.bytes; done < size;) {
        const auto piece = QByteArrayView(zeros).first(qsizetype(std::min<qint64>(size - done, zeros.size())));
        hash.add(piece);
        if (const auto written = put(piece); !written)
            return std::unexpected(written.error());
        done += piece.size();
    }
    sha256 = hash.result();
    return taken;
}

Result<Package::Taken> Package::addFile(const QByteArray &name, WalkedFile &file)
{
    if (file.isKernels())
        return addKernelsFile(name, file);
    const qint64 size = file.facts().size;
    if (const auto begun = begin(entryOf(name, AE_IFREG, size, file.facts()).get()); !begun)
        return std::unexpected(begun.error());
    QByteArray sha256;
    const auto taken = copy([&file](std::span<char> buffer) { return file.read(buffer); }, size, sha256);
    if (taken)
        list(name, size, sha256);
    return taken;
}

Result<Package::Taken> Package::addMade(const QByteArray &name, qint64 size, const Fill &read)
{
    if (const auto begun = begin(ownEntry(name, size).get()); !begun)
        return std::unexpected(begun.error());
    QByteArray sha256;
    const auto taken = copy([&read](std::span<char> buffer) { return Result<qsizetype>(read(buffer)); }, size, sha256);
    if (taken)
        list(name, size, sha256);
    return taken;
}

/// Its length is known when it was read.
Result<Package::Taken> Package::addKernelsFile(const QByteArray &name, WalkedFile &file)
{
    Taken taken;
    QByteArray content;
    while (content.size() < MostOfKernels) {
        const auto got = file.read(std::span(m_block));
        if (!got) {
            taken.problem = got.error();
            break;
        }
        if (*got == 0)
            break;
        content.append(m_block.data(), *got);
    }
    taken.bytes = content.size();
    if (!taken.problem && content.size() >= MostOfKernels)
        taken.problem = Error{ErrorCode::TooLarge, {}, {}, {}}
                            .with(Fact::Limit, qint64(MostOfKernels))
                            .with(Fact::Actual, content.size());
    return begin(entryOf(name, AE_IFREG, content.size(), file.facts()).get())
        .and_then([&] { return put(content); })
        .transform([&] {
            list(name, content.size(), Digest::of(content, *EVP_sha256()));
            return taken;
        });
}

Result<void> Package::addLink(const QByteArray &name, const WalkedFacts &facts, const QByteArray &target)
{
    const Entry entry = entryOf(name, AE_IFLNK, 0, facts);
    archive_entry_copy_symlink(entry.get(), target.constData());
    return begin(entry.get());
}

Result<void> Package::addFolder(const QByteArray &name, const WalkedFacts &facts)
{
    return begin(entryOf(name + '/', AE_IFDIR, 0, facts).get());
}

Result<void> Package::flush()
{
    return m_gzip.flush();
}

Result<void> Package::finish(QJsonObject about)
{
    Spool whole;
    QByteArray head = QJsonDocument(about).toJson(QJsonDocument::Compact);
    head.chop(1);
    whole.append(head);
    whole.append(about.isEmpty() ? "" : ",");
    whole.append("\"members\":[\n");
    const auto copied = m_manifest.read([&whole](QByteArrayView piece) {
        whole.append(piece);
        return Result<void>();
    });
    whole.append("\n]}\n");
    return copied
        .and_then([&] {
            return writeWhole("manifest.json", whole.size(),
                [&] { return whole.read([this](QByteArrayView piece) { return put(piece); }); });
        })
        .and_then([this] { return archive_write_close(m_tar.get()) == ARCHIVE_OK ? Result<void>() : failure(); })
        .and_then([this] { return m_gzip.finish(); });
}

} // namespace Sonde::Agent
