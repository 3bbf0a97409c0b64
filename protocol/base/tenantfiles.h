// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QDateTime>
#include <optional>

/// Files a tenant keeps: evidence that came from devices, and the library that goes to them.
namespace Sonde {

/// A file on a device as it was when its transfer began: the provenance of the evidence.
/// Owner, mode and times are those of what lies at `path`, also where a copy or an archive of it is sent; empty where there is not one
/// such thing (a pattern).
struct SourceFile {
    QByteArray path;   ///< DevicePath's bytes
    qint64 size = 0;   ///< of what is sent
    QDateTime created; ///< invalid where the file system keeps no birth time
    QDateTime modified;
    QDateTime accessed;
    QDateTime changed;
    QString owner;
    QString mode;
    bool archive = false; ///< made on the device (pax) of a directory or a pattern, `path`
    quint32 members = 0;  ///< files in that archive; folders are not counted
    /// True: it is made while it is sent, and `size` is known when all of it has come; 0 before.
    std::optional<bool> growing = {};

    /// The last part of the path as bytes, with ".tar" for an archive; never empty.
    [[nodiscard]] QByteArray name() const;

    bool operator==(const SourceFile &) const = default;
};

/// What the journal says of the file that a getfile brings.
struct EvidenceRecord {
    SourceFile file;
    qint64 stored = 0; ///< bytes the service has, as of the last checkpoint
    QByteArray sha256; ///< once it is whole and verified; empty before
    QDateTime since;
    QStringList deliveredTo; ///< analysts who have it, whole and verified
};

/// A version of a file in the tenant's library.
struct LibraryFile {
    QString name; ///< a plain file name on Windows, macOS and Linux; unique in the library
    quint32 version = 1;
    QByteArray sha256;
    qint64 size = 0;
    QString description;
    bool hasParameters = false;
    QString parametersDescription; ///< example and description, for who runs it
    SignatureState signature = SignatureState::None;
    QString signer;    ///< whose certificate signed it
    QDateTime created; ///< first version
    QString createdBy;
    QDateTime updated; ///< this version
    QString updatedBy;
    quint32 uses = 0; ///< putfile and run commands that named it

    bool operator==(const LibraryFile &) const = default;
};

/// What a device is told of a library file it needs for a command.
struct LibraryBlob {
    QString name;
    QByteArray sha256;
    qint64 size = 0;

    bool operator==(const LibraryBlob &) const = default;
};

/// A plain file name everywhere: BadName (facts: "why" = empty, too-long, separator, control, reserved, edge) when it is not. In UTF-8 at
/// most 255 bytes; none of `/ \\ : * ? " < > |`, no control characters; no dot or blank at its end, no blank at its beginning; not "." or
/// ".."; not a device of Windows (CON, NUL, COM1…, with whatever extension).
/// Source: Microsoft, "Naming Files, Paths, and Namespaces"; POSIX.1-2024 3.141 Filename.
[[nodiscard]] Result<void> checkFileName(const QString &name);

} // namespace Sonde
