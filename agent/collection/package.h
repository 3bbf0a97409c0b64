// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/gzip.h"
#include "agent/collection/spool.h"
#include "agent/system/walk/walk.h"

#include <QJsonObject>

struct archive;
struct archive_entry;

namespace Sonde::Agent {

/// A tar.gz (as GNU tar writes it) that goes out while it is made, with a manifest of its members at its end.
/// Every function fails with what `out` fails with; then nothing goes on.
class Package final
{
    Q_DISABLE_COPY_MOVE(Package)

public:
    explicit Package(GzipWriter::Out out);
    ~Package();

    /// What the collection itself says.
    [[nodiscard]] Result<void> add(const QByteArray &name, QByteArrayView content);
    [[nodiscard]] Result<void> add(const QByteArray &name, Spool &content);
    struct Taken {
        qint64 bytes = 0;
        std::optional<Error> problem; ///< it could not be read to its end, or had another length there
    };
    /// A file of the device. What is missing of the length that it had when it was opened is filled with zeros.
    [[nodiscard]] Result<Taken> addFile(const QByteArray &name, WalkedFile &file);
    /// A file of a length that is known, made while it is read. `read` fills a part of the buffer; 0: nothing more comes, and what is missing is zeros.
    using Fill = std::function<qsizetype(std::span<char> buffer)>;
    [[nodiscard]] Result<Taken> addMade(const QByteArray &name, qint64 size, const Fill &read);
    [[nodiscard]] Result<void> addLink(const QByteArray &name, const WalkedFacts &facts, const QByteArray &target);
    [[nodiscard]] Result<void> addFolder(const QByteArray &name, const WalkedFacts &facts);
    /// What was added so far goes out.
    [[nodiscard]] Result<void> flush();
    /// Adds manifest.json, which says `about` and the SHA-256 of each other member, and ends the package.
    [[nodiscard]] Result<void> finish(QJsonObject about);

    [[nodiscard]] qint64 packedBytes() const { return m_packedBytes; } ///< gone out
    [[nodiscard]] qint64 contentBytes() const { return m_contentBytes; }
    [[nodiscard]] qint64 members() const { return m_members; }

private:
    using Read = std::function<Result<qsizetype>(std::span<char> buffer)>;
    static long write(archive *, void *self, const void *bytes, size_t size);
    [[nodiscard]] Result<void> begin(archive_entry *entry);
    [[nodiscard]] Result<void> put(QByteArrayView content);
    [[nodiscard]] Result<void> writeWhole(
        const QByteArray &name, qint64 size, const std::function<Result<void>()> &content);
    [[nodiscard]] Result<Taken> copy(const Read &read, qint64 size, QByteArray &sha256);
    [[nodiscard]] Result<Taken> addKernelsFile(const QByteArray &name, WalkedFile &file);
    void list(const QByteArray &name, qint64 size, const QByteArray &sha256);
    [[nodiscard]] std::unexpected<Error> failure() const;

    GzipWriter m_gzip;
    std::unique_ptr<archive, int (*)(archive *)> m_tar;
    std::optional<Error> m_failure;
    Spool m_manifest;
    std::vector<char> m_block;
    qint64 m_packedBytes = 0;
    qint64 m_contentBytes = 0;
    qint64 m_members = 0;
};

} // namespace Sonde::Agent
