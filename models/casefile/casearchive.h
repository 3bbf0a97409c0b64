// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QByteArray>
#include <map>
#include <optional>
#include <stop_token>

/// The archive of a case file and its seal, as bytes.
namespace Sonde::Client {

namespace CaseNames {
inline constexpr auto Index = "case.json";
inline constexpr auto Journal = "journal.cbor";
inline constexpr auto Manifest = "manifest.json";
inline constexpr auto Outputs = "outputs.json";
inline constexpr auto Evidence = "evidence.json";
inline constexpr auto Acts = "acts.json";
inline constexpr auto HtmlReport = "report.html";
inline constexpr auto PdfReport = "report.pdf";
/// Before the number of a command.
inline constexpr auto OutputFolder = "outputs/";
inline constexpr auto EvidenceFolder = "evidence/";
/// Before "SESSION-SIZE": placeOf().
inline constexpr auto EntriesFolder = "entries/";
inline constexpr auto ProofFolder = "proofs/";
} // namespace CaseNames

/// "proofs/3-120": what there is about the entries of a session when the journal had so many.
[[nodiscard]] QByteArray placeOf(const char *folder, SessionId session, quint64 size);

struct CaseSeal {
    QByteArray key;
    QByteArray signature;
};

/// The comment of the archive.
[[nodiscard]] QByteArray sealLine(const CaseSeal &seal);
/// The end of a file, when it is one letter by letter.
[[nodiscard]] std::optional<CaseSeal> sealFrom(QByteArrayView line);
/// How long the line always is.
inline constexpr qsizetype SealSize = 18 + 2 * 65 + 1 + 2 * 64;

struct CaseMember {
    quint64 size = 0;
    QByteArray sha256;
    QByteArray bytes;       ///< of what is read for verifying; of others there is the hash alone
    bool isDamaged = false; ///< cannot be read, or is compressed
    bool isTwice = false;
};

struct CaseArchive {
    std::map<QByteArray, CaseMember> members;
    std::optional<CaseSeal> seal; ///< nothing: there is none that ends the file
    QByteArray sha256;            ///< of what it seals
    bool isWhole = true;          ///< the list of members could be read to its end
};

/// Blocks. ReadFailed when there is no such file or it is no archive; Cancelled.
[[nodiscard]] Result<CaseArchive> readCase(const QString &path, const std::stop_token &stop);

} // namespace Sonde::Client
