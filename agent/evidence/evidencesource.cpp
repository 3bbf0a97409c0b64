// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/evidencesource.h"

#include "protocol/base/devicepath.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {
/// A slow disk is read for so long before the service hears of us.
constexpr std::chrono::seconds SkipPatience{1};
} // namespace

Result<std::unique_ptr<OpenFile>> openFileOf(const QByteArray &path, const FileFacts &facts)
{
    auto file = openRegularFile(path);
    if (file && !(*file)->isFileOf(facts))
        return fail(ErrorCode::FileChanged, DevicePath(path).typed(), Reason::AnotherFileThere);
    return file;
}

EvidenceSource::EvidenceSource(const QByteArray &path, const FileFacts &facts, std::stop_token stop)
    : m_path(path)
    , m_facts(facts)
    , m_size(facts.size)
    , m_stop(std::move(stop))
{
}

EvidenceSource::~EvidenceSource() = default;

std::unexpected<Error> EvidenceSource::changed(const QString &how) const
{
    return fail(ErrorCode::FileChanged, DevicePath(m_path).typed(), how);
}

Result<void> EvidenceSource::open()
{
    auto file = openFileOf(m_path, m_facts);
    if (!file)
        return std::unexpected(file.error());
    m_file = *std::move(file);
    m_hash = Sha256();
    m_read = 0;
    return {};
}

Result<std::optional<qint64>> EvidenceSource::skip(qint64 offset, const QByteArray &sha256)
{
    if (const auto opened = std::exchange(m_skipping, true) ? Result<void>() : open(); !opened)
        return std::unexpected(opened.error());
    QByteArray block(BulkChunkBytes, Qt::Uninitialized);
    for (const QDeadlineTimer until(SkipPatience); m_read < std::min(offset, m_size);) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (until.hasExpired())
            return std::optional<qint64>();
        const auto wanted = size_t(std::min<qint64>(offset - m_read, block.size()));
        if (const auto got = read(std::span(block.data(), wanted)); !got)
            return std::unexpected(got.error());
    }
    m_skipping = false;
    if (m_read == offset && (offset == 0 || m_hash.soFar() == sha256))
        return std::optional(offset);
    return open().transform([] { return std::optional<qint64>(0); });
}

Result<std::optional<qsizetype>> EvidenceSource::read(std::span<char> buffer)
{
    const qint64 left = m_size - m_read;
    if (left <= 0)
        return std::optional<qsizetype>();
    const auto part = buffer.first(size_t(std::min<qint64>(left, qint64(buffer.size()))));
    const auto got = m_file->read(part);
    if (!got) {
        Error error = got.error();
        error.subject = DevicePath(m_path).typed();
        return std::unexpected(error);
    }
    if (*got == 0)
        return changed(u"it became shorter"_s);
    m_hash.add(std::span<const char>(part.data(), size_t(*got)));
    m_read += *got;
    return std::optional(*got);
}

} // namespace Sonde::Agent
