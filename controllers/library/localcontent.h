// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulktransfer.h"

#include <QDateTime>

namespace Sonde::Client {

/// A file of this machine as it was when it was read: who sends it later makes sure that it still is the same.
struct LocalContent {
    QString path;
    qint64 size = 0;
    QDateTime modified;
    QByteArray sha256;
    bool hasSignature = false; ///< of a script: there is a signature block at its end, whatever it is worth
};

/// What can be known of a file without reading it: NotFound, IsADirectory, NotARegularFile, EmptyFile, TooLarge (facts: limit, actual).
[[nodiscard]] Result<LocalContent> lookAtFile(const QString &path, qint64 limit);
/// With its hash; may take a while. Also AccessDenied, ReadFailed, FileChanged, and Cancelled when `stop` is asked for.
[[nodiscard]] Result<LocalContent> readFile(const QString &path, qint64 limit, const std::stop_token &stop);

/// Sends it. FileChanged when it is not any more what it was.
class LocalSource final : public ContentSource
{
public:
    explicit LocalSource(const LocalContent &content)
        : m_content(content)
        , m_file(content.path)
    {
    }

    [[nodiscard]] Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &sha256) override;
    [[nodiscard]] Result<std::optional<qsizetype>> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return m_content.size; }
    [[nodiscard]] QByteArray sha256() const override { return m_content.sha256; }

private:
    [[nodiscard]] bool isUnchanged() const;

    LocalContent m_content;
    QFile m_file;
    Sha256 m_hash;
    qint64 m_done = 0;
};

} // namespace Sonde::Client
