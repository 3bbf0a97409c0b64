// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/servicefixture.h"
#include "transport/bulk/bulktransfer.h"

namespace Sonde::Service {

[[nodiscard]] QByteArray hashOf(const QByteArray &bytes);
[[nodiscard]] Message::OpenUpload uploadOf(const QString &name, const QByteArray &bytes, bool overwrite = false);

/// Bytes in memory; from `cutAt` on the line is dead.
class BytesSource final : public ContentSource
{
public:
    explicit BytesSource(QByteArray bytes, qint64 cutAt = -1)
        : m_bytes(std::move(bytes))
        , m_cutAt(cutAt)
    {
    }

    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &) override
    {
        skipped = m_at = offset;
        return std::optional(offset);
    }
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override
    {
        if (m_cutAt >= 0 && m_at >= m_cutAt)
            return fail(ErrorCode::Interrupted);
        const auto count = std::clamp<qint64>(m_bytes.size() - m_at, 0, qint64(buffer.size()));
        if (count == 0)
            return std::optional<qsizetype>();
        std::copy_n(m_bytes.constData() + m_at, count, buffer.data());
        m_at += count;
        return std::optional(qsizetype(count));
    }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] QByteArray sha256() const override { return hashOf(m_bytes); }

    qint64 skipped = 0;

private:
    QByteArray m_bytes;
    qint64 m_cutAt;
    qint64 m_at = 0;
};

/// What tests of the library share: an embedded service, its analyst, and the port that files go through.
class LibraryFixture : protected ServiceFixture
{
protected:
    void setUp();
    void tearDown();
    /// On the data of the one before, if there was one.
    void startService();
    [[nodiscard]] QString openUpload(const Message::OpenUpload &upload);
    Result<void> send(const QString &ticket, ContentSource &source);
    Result<void> upload(const QString &name, const QByteArray &bytes, bool overwrite = false);
    Result<QByteArray> download(const QString &name, quint32 version = 0);
    [[nodiscard]] std::vector<LibraryFile> listed(const QString &name = {});

    BulkEndpoint m_bulk;
    std::unique_ptr<TestPeer> m_analyst;
    quint32 m_request = 0;

private:
    template<typename Move>
    Result<void> moved(const QString &ticket, Move move);
};

} // namespace Sonde::Service
