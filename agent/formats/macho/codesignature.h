// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"
#include "protocol/digest/digest.h"

#include <map>
#include <optional>

namespace Sonde::Agent {

/// What an Apple code signature says is signed (CodeDirectory of Apple's <kern/cs_blobs.h>): a digest for each page of the file.
struct CodeDirectory {
    QByteArray blob; ///< itself: what the publisher's signature is over
    QByteArray identifier;
    QByteArray teamId;
    quint32 flags = 0;
    const EVP_MD *algorithm = nullptr;
    qint64 digestSize = 0;
    qint64 codeSize = 0; ///< how much of the file it covers, from its beginning
    qint64 pageSize = 0; ///< 0: all in one
    QByteArray pageDigests;
    std::map<quint32, QByteArray> otherDigests; ///< of other parts of the signature, by their slot

    static constexpr quint32 AdHoc = 2; ///< nobody signed
};

/// The parts of a signature by their slot.
using CodeSignatureParts = std::map<quint32, QByteArray>;
enum CodeSignatureSlot : quint32 { DirectorySlot = 0, EntitlementsSlot = 5, PublisherSlot = 0x10000 };

/// None when the bytes are no embedded signature.
[[nodiscard]] std::optional<CodeSignatureParts> readCodeSignature(const QByteArray &bytes);
[[nodiscard]] std::optional<CodeDirectory> readCodeDirectory(const QByteArray &blob);

/// The code signature of a Mach-O file for one machine: makes the digests of its pages while the content goes by.
///
/// Its verdict: Unsigned; Malformed; Tampered: a page or a part has another digest, or the publisher signed something else; Appended:
/// the directory does not cover all before the signature, or something follows it; UnknownPublisher also where nobody signed ("ad hoc", as
/// linkers do); else SignedMessage::judgeSigner().
class CodeSignatureCheck final
{
    Q_DISABLE_COPY_MOVE(CodeSignatureCheck)

public:
    /// `part`: where the Mach-O file lies in what goes by, `signature` where its signature lies in the Mach-O file.
    CodeSignatureCheck(const ByteSource &file, Region part, Region signature, ContentPass &pass);

    [[nodiscard]] SignatureVerdict verdict(const SignatureTerms &terms);
    /// `code_signature{}` of FormatReport, after verdict(); empty when it is unsigned.
    [[nodiscard]] QCborMap details() const;

private:
    struct PageCheck;

    [[nodiscard]] SignatureVerdict judge(const SignatureTerms &terms);
    [[nodiscard]] bool areOthersRight() const;

    bool m_isSigned = false;
    bool m_coversAll = false;
    CodeSignatureParts m_parts;
    std::optional<CodeDirectory> m_directory;
    std::optional<SignedMessage> m_publisher;
    std::shared_ptr<PageCheck> m_pages;
    SignatureVerdict m_verdict;
};

} // namespace Sonde::Agent
