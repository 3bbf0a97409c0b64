// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/macho/codesignature.h"

#include "agent/formats/base/details.h"
#include "agent/formats/base/signaturedetails.h"
#include "agent/formats/small/propertylist.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

enum Magic : quint32 { SuperBlob = 0xfade0cc0, DirectoryBlob = 0xfade0c02 };
constexpr quint32 MostParts = 64;
constexpr qint64 MostIdentifier = 1024;
constexpr quint32 MostOtherSlots = 32;
constexpr quint32 HasTeam = 0x20200; ///< the version since when a directory says this
constexpr quint32 HasLongSize = 0x20300;

const EVP_MD *algorithmOf(quint8 type)
{
    switch (type) {
    case 1: return EVP_sha1();
    case 2:
    case 3: return EVP_sha256(); // 3: its first 20 bytes
    case 4: return EVP_sha384();
    default: return nullptr;
    }
}

QCborArray codeFlagNames(quint32 flags)
{
    static constexpr NamedNumber names[]{{0x1, "host"}, {0x2, "adhoc"}, {0x100, "hard"}, {0x200, "kill"},
        {0x400, "expires"}, {0x800, "restrict"}, {0x1000, "enforcement"}, {0x2000, "library-validation"},
        {0x10000, "runtime"}, {0x20000, "linker-signed"}};
    QCborArray array;
    for (const NamedNumber &name : names) {
        if (flags & name.number)
            array.append(QString::fromLatin1(name.name));
    }
    return array;
}

} // namespace

std::optional<CodeSignatureParts> readCodeSignature(const QByteArray &bytes)
{
    const Bytes blob(bytes, ByteOrder::Big);
    if (blob.u32(0) != SuperBlob)
        return {};
    CodeSignatureParts parts;
    const quint32 count = std::min(blob.u32(8), MostParts);
    for (quint32 i = 0; i < count; ++i) {
        const quint32 slot = blob.u32(12 + i * 8);
        const quint32 offset = blob.u32(12 + i * 8 + 4);
        const quint32 size = blob.u32(qint64(offset) + 4);
        if (size < 8 || !blob.holds(offset, size))
            return {};
        parts.emplace(slot, blob.slice(offset, size).toByteArray());
    }
    return parts;
}

std::optional<CodeDirectory> readCodeDirectory(const QByteArray &bytes)
{
    const Bytes blob(bytes, ByteOrder::Big);
    CodeDirectory directory;
    directory.blob = bytes;
    directory.flags = blob.u32(12);
    directory.digestSize = blob.u8(36);
    directory.algorithm = algorithmOf(blob.u8(37));
    if (blob.u32(0) != DirectoryBlob || !directory.algorithm || directory.digestSize < 20
        || directory.digestSize > EVP_MD_get_size(directory.algorithm) || blob.u8(39) > 30)
        return {};
    const quint32 version = blob.u32(8);
    directory.identifier = blob.text(blob.u32(20), MostIdentifier);
    if (version >= HasTeam && blob.u32(48) != 0)
        directory.teamId = blob.text(blob.u32(48), MostIdentifier);
    directory.codeSize = blob.u32(32);
    if (version >= HasLongSize && blob.u64(56) != 0)
        directory.codeSize = qint64(blob.u64(56));
    directory.pageSize = blob.u8(39) == 0 ? 0 : qint64(1) << blob.u8(39);
    const qint64 digests = blob.u32(16);
    const qint64 pages = blob.u32(28);
    if (directory.codeSize < 0 || !blob.holds(digests, pages * directory.digestSize))
        return {};
    directory.pageDigests = blob.slice(digests, pages * directory.digestSize).toByteArray();
    for (quint32 slot = 1; slot <= std::min(blob.u32(24), MostOtherSlots); ++slot) {
        const QByteArrayView digest = blob.slice(digests - slot * directory.digestSize, directory.digestSize);
        if (digest != QByteArray(digest.size(), '\0'))
            directory.otherDigests.emplace(slot, digest.toByteArray());
    }
    return directory;
}

/// Compares each page that goes by.
struct CodeSignatureCheck::PageCheck {
    explicit PageCheck(const CodeDirectory &directory)
        : algorithm(*directory.algorithm)
        , digestSize(directory.digestSize)
        , pageSize(directory.pageSize == 0 ? directory.codeSize : directory.pageSize)
        , left(directory.codeSize)
        , expected(directory.pageDigests)
    {
    }

    void add(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const qint64 count = std::min<qint64>(bytes.size(), std::min(left, pageSize) - inPage);
            digest.add(bytes.first(count));
            inPage += count;
            bytes = bytes.sliced(count);
            if (inPage == std::min(left, pageSize))
                endPage();
        }
    }

    void endPage()
    {
        const QByteArray result = digest.result().first(digestSize);
        allRight = allRight && Bytes(expected).slice(page * digestSize, digestSize) == result;
        digest = Digest(algorithm);
        left -= inPage;
        inPage = 0;
        ++page;
    }

    /// All of it went by, there was a digest for each page, and there were no others.
    [[nodiscard]] bool isRight() const { return allRight && left == 0 && page * digestSize == expected.size(); }

    const EVP_MD &algorithm;
    qint64 digestSize;
    qint64 pageSize;
    qint64 left;
    QByteArray expected;
    Digest digest{algorithm};
    qint64 page = 0;
    qint64 inPage = 0;
    bool allRight = true;
};

CodeSignatureCheck::CodeSignatureCheck(const ByteSource &file, Region part, Region signature, ContentPass &pass)
    : m_isSigned(signature.size > 0)
{
    if (!m_isSigned)
        return;
    m_parts = readCodeSignature(file.read(signature.offset, signature.size)).value_or(CodeSignatureParts());
    m_directory = readCodeDirectory(m_parts[DirectorySlot]);
    // A blob of a header of its own around the message.
    m_publisher = SignedMessage::parse(Bytes(m_parts[PublisherSlot]).slice(8, m_parts[PublisherSlot].size()));
    ERR_clear_error();
    if (!m_directory)
        return;
    m_coversAll = m_directory->codeSize == signature.offset && signature.offset + signature.size == file.size();
    m_pages = std::make_shared<PageCheck>(*m_directory);
    pass.watch({part.offset, std::min(m_directory->codeSize, part.size)},
        [pages = m_pages](QByteArrayView bytes) { pages->add(bytes); });
}

SignatureVerdict CodeSignatureCheck::verdict(const SignatureTerms &terms)
{
    m_verdict = judge(terms);
    ERR_clear_error();
    return m_verdict;
}

SignatureVerdict CodeSignatureCheck::judge(const SignatureTerms &terms)
{
    if (!m_isSigned)
        return {SignatureState::Unsigned, {}};
    const bool hasPublisher = m_parts[PublisherSlot].size() > 8; // an ad hoc signature may have an empty one
    if (!m_directory || (hasPublisher && !m_publisher))
        return {SignatureState::Malformed, {}};
    const QString signer = m_publisher ? m_publisher->signerName() : QString();
    if (!m_coversAll)
        return {SignatureState::Appended, signer};
    if (!m_pages->isRight() || !areOthersRight() || (m_publisher && !m_publisher->isOver(m_directory->blob)))
        return {SignatureState::Tampered, signer};
    if (!m_publisher)
        return {SignatureState::UnknownPublisher, {}};
    return {m_publisher->judgeSigner(terms.roots, terms.at), signer};
}

bool CodeSignatureCheck::areOthersRight() const
{
    for (const auto &[slot, part] : m_parts) {
        if (slot == DirectorySlot || slot >= MostOtherSlots)
            continue;
        const auto expected = m_directory->otherDigests.find(slot);
        if (expected == m_directory->otherDigests.end()
            || Digest::of(part, *m_directory->algorithm).first(m_directory->digestSize) != expected->second)
            return false;
    }
    return true;
}

QCborMap CodeSignatureCheck::details() const
{
    QCborMap map;
    if (!m_isSigned)
        return map;
    if (m_directory) {
        insertText(map, u"identifier"_s, m_directory->identifier);
        insertText(map, u"team_id"_s, m_directory->teamId);
        insertList(map, u"flags"_s, codeFlagNames(m_directory->flags));
        insertText(map, u"digest_algorithm"_s, QByteArray(EVP_MD_get0_name(m_directory->algorithm)).toLower());
        insertHex(map, u"cd_hash"_s, Digest::of(m_directory->blob, *m_directory->algorithm).first(20));
        map.insert(u"ad_hoc"_s, bool(m_directory->flags & CodeDirectory::AdHoc));
    }
    if (const auto entitlements = m_parts.find(EntitlementsSlot); entitlements != m_parts.end()) {
        const auto list = readPropertyList(entitlements->second.sliced(8));
        insertMap(map, u"entitlements"_s, list ? plainValue(list->value).toMap() : QCborMap());
    }
    map.insert(u"signature"_s, signatureDetails(m_verdict, m_publisher ? &*m_publisher : nullptr));
    return map;
}

} // namespace Sonde::Agent
