// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/pe/peimage.h"

#include <QList>
#include <QUuid>

namespace Sonde::Agent {

struct PeImport {
    QByteArray library;
    QList<QByteArray> functions; ///< names, or "#12" by number; MostListed of them at most
    qint64 functionCount = 0;
};

struct PeImports {
    QList<PeImport> libraries;
    qint64 count = 0; ///< of functions
    QByteArray
        hash; ///< MD5 of all names as others make it ("imphash"), binary; empty: none, or one they name by tables of numbers
};
[[nodiscard]] PeImports readPeImports(const PeImage &image);

struct PeExports {
    QByteArray name;
    QList<QByteArray> functions; ///< MostListed of them at most
    qint64 functionCount = 0;
};
[[nodiscard]] PeExports readPeExports(const PeImage &image);

/// The texts of its version resource, such as CompanyName and OriginalFilename, in their order; those of the first language.
[[nodiscard]] QList<std::pair<QString, QString>> readPeVersion(const PeImage &image);

struct PeDebug {
    QByteArray pdbPath; ///< where its maker had the debug symbols
    QUuid pdbId;
    bool isReproducible = false; ///< so that its timestamp is a hash and no time
};
[[nodiscard]] PeDebug readPeDebug(const PeImage &image);

struct PeDotNet {
    QByteArray version; ///< of the runtime that it was made for: "v4.0.30319"
    quint32 flags = 0;
};
/// None when it is not a program of .NET.
[[nodiscard]] std::optional<PeDotNet> readPeDotNet(const PeImage &image);

/// One WIN_CERTIFICATE.
struct PeCertificate {
    quint16 type = 0;   ///< PeCertificates::SignedData…
    QByteArray content; ///< of SignedData the PKCS#7, without what follows it
};

/// Where its signatures lie. Size 0: nowhere.
struct PeCertificates {
    static constexpr quint16 SignedData = 2; ///< WIN_CERT_TYPE_PKCS_SIGNED_DATA

    qint64 offset = 0;
    qint64 size = 0;
    QList<PeCertificate> all; ///< MostListed of them at most
    bool hasMore = false;     ///< something follows them, or one of them, that is neither padding nor another one
    int count = 0;
};
[[nodiscard]] PeCertificates readPeCertificates(const PeImage &image);

} // namespace Sonde::Agent
