// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/gzip.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace Sonde::Agent {

/// Encrypts a package while it is made, so that only who has a case's private key can read it: CMS EnvelopedData (RFC 5652), AES-256, as
/// `openssl cms -decrypt -inform DER -binary -in … -inkey …` opens it. Who makes it keeps nothing that would open it again.
class PackageSeal final
{
    Q_DISABLE_COPY_MOVE(PackageSeal)

public:
    /// For the holder of the certificate (PEM or DER) in `content`, a file of that `name`. BadValue.
    [[nodiscard]] static Result<std::unique_ptr<PackageSeal>> make(
        const QString &name, const QByteArray &content, GzipWriter::Out out);
    ~PackageSeal();

    /// What `out` fails with; then nothing goes on.
    [[nodiscard]] Result<void> add(std::span<const char> bytes);
    [[nodiscard]] Result<void> finish();
    /// Whose certificate it is: its subject, and its SHA-256 in hexadecimal digits.
    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] const QString &fingerprint() const { return m_fingerprint; }

private:
    class Pipe;

    explicit PackageSeal(GzipWriter::Out out);
    [[nodiscard]] bool begin(const QByteArray &content);
    [[nodiscard]] std::unexpected<Error> failure() const;

    std::unique_ptr<Pipe> m_pipe;
    QString m_subject;
    QString m_fingerprint;
};

} // namespace Sonde::Agent
