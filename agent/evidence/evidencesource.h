// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"
#include "transport/bulk/bulktransfer.h"

namespace Sonde::Agent {

/// The file that `facts` are of; FileChanged when another one has its name since.
[[nodiscard]] Result<std::unique_ptr<OpenFile>> openFileOf(const QByteArray &path, const FileFacts &facts);

/// A file of this device on its way to the service: as many bytes as it had when the transfer was agreed, hashed while they are read.
/// Going on reads and hashes what was sent before once more: when that is not what the service has, all is sent again, so that nothing is
/// patched together of a file that changed.
class EvidenceSource final : public ContentSource
{
public:
    /// `facts`: of the file whose size was agreed; another one that has its name since is not sent.
    EvidenceSource(const QByteArray &path, const FileFacts &facts, std::stop_token stop);
    ~EvidenceSource() override;

    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return m_read; }
    [[nodiscard]] QByteArray sha256() const override { return m_hash.soFar(); }

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] std::unexpected<Error> changed(const QString &how) const;

    QByteArray m_path;
    FileFacts m_facts;
    qint64 m_size;
    std::stop_token m_stop;
    std::unique_ptr<OpenFile> m_file;
    Sha256 m_hash;
    qint64 m_read = 0;
    bool m_skipping = false;
};

} // namespace Sonde::Agent
