// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/moduleparser.h"

#include "protocol/base/reason.h"

#include <QStringList>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstring>
#include <elf.h>
#include <memory>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView SignatureMark = "~Module signature appended~\n";

/// struct module_signature of the kernel's module_signature.h, which stands before the mark.
struct SignatureTrailer {
    quint8 algorithm;
    quint8 hash;
    quint8 kind; ///< 2: PKCS#7
    quint8 signerLength;
    quint8 keyLength;
    quint8 padding[3];
    quint8 size[4]; ///< big-endian
};
constexpr quint8 Pkcs7 = 2;

template<typename T>
using OpenSslPointer = std::unique_ptr<T, void (*)(T *)>;

QString readable(const X509_NAME *name)
{
    const int place = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (place >= 0) {
        const ASN1_STRING *text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place));
        return QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
    }
    std::array<char, 256> line{};
    X509_NAME_oneline(name, line.data(), int(line.size()));
    return QString::fromUtf8(line.data());
}

QString hexOf(const ASN1_OCTET_STRING *bytes)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(bytes)), ASN1_STRING_length(bytes)).toHex());
}

/// Kernel modules carry no certificate, only the name of its issuer or the number of its key.
QString signerName(CMS_SignerInfo *signer)
{
    ASN1_OCTET_STRING *key = nullptr;
    X509_NAME *issuer = nullptr;
    ASN1_INTEGER *serial = nullptr;
    if (CMS_SignerInfo_get0_signer_id(signer, &key, &issuer, &serial) != 1)
        return {};
    return issuer ? readable(issuer) : key ? u"key "_s + hexOf(key) : QString();
}

QString describeSignature(QByteArrayView der)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.data());
    const OpenSslPointer<CMS_ContentInfo> message(
        d2i_CMS_ContentInfo(nullptr, &data, long(der.size())), &CMS_ContentInfo_free);
    ERR_clear_error(); // what is wrong with a file on the device is no error of ours
    auto *signers = message ? CMS_get0_SignerInfos(message.get()) : nullptr;
    if (!signers || sk_CMS_SignerInfo_num(signers) < 1)
        return u"unreadable"_s;
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
    X509_ALGOR *digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT *algorithm = nullptr;
    if (digest)
        X509_ALGOR_get0(&algorithm, nullptr, nullptr, digest);
    const QString hash = algorithm ? QString::fromLatin1(OBJ_nid2ln(OBJ_obj2nid(algorithm))) : u"?"_s;
    return u"%1 (%2)"_s.arg(signerName(signer), hash);
}

/// Numbers of an ELF file of either size and byte order, by their places in it.
class ElfReader final
{
public:
    explicit ElfReader(QByteArrayView file)
        : m_file(file)
        , m_wide(file.at(EI_CLASS) == ELFCLASS64)
        , m_big(file.at(EI_DATA) == ELFDATA2MSB)
    {
    }

    [[nodiscard]] bool isWide() const { return m_wide; }
    /// 0 when it lies outside.
    template<typename T>
    [[nodiscard]] T number(quint64 at) const
    {
        if (at > quint64(m_file.size()) || quint64(m_file.size()) - at < sizeof(T))
            return 0;
        const char *place = m_file.data() + at;
        return m_big ? qFromBigEndian<T>(place) : qFromLittleEndian<T>(place);
    }
    /// An address or size, as wide as the file's are.
    [[nodiscard]] quint64 word(quint64 at) const { return m_wide ? number<quint64>(at) : number<quint32>(at); }
    /// Empty when it does not lie inside.
    [[nodiscard]] QByteArrayView part(quint64 at, quint64 size) const
    {
        const auto all = quint64(m_file.size());
        return at > all || size > all - at ? QByteArrayView() : m_file.sliced(qsizetype(at), qsizetype(size));
    }

private:
    QByteArrayView m_file;
    bool m_wide;
    bool m_big;
};

struct Section {
    quint32 name = 0;
    QByteArrayView content;
};

Section sectionAt(const ElfReader &elf, quint64 header)
{
    return elf.isWide() ? Section{elf.number<quint32>(header),
                              elf.part(elf.word(header + offsetof(Elf64_Shdr, sh_offset)),
                                  elf.word(header + offsetof(Elf64_Shdr, sh_size)))}
                        : Section{elf.number<quint32>(header),
                              elf.part(elf.word(header + offsetof(Elf32_Shdr, sh_offset)),
                                  elf.word(header + offsetof(Elf32_Shdr, sh_size)))};
}

} // namespace

std::vector<LoadedModule> parseModules(QByteArrayView bytes)
{
    std::vector<LoadedModule> modules;
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // nf_nat 61440 2 nft_chain_nat,xt_MASQUERADE, Live 0x0000000000000000 (OE)
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 5)
            continue;
        QByteArrayList users = fields.at(3).split(',');
        users.removeAll("");
        users.removeAll("-");
        users.removeAll("[permanent]");
        QByteArray taints = fields.value(6);
        taints.removeIf([](char c) { return c == '(' || c == ')'; });
        modules.push_back({fields.at(0), fields.at(1).toLongLong(), users, fields.at(4), taints});
    }
    return modules;
}

void dropListed(std::vector<LoadedModule> &modules, QSet<QByteArray> &hidden, const std::vector<LoadedModule> &later)
{
    for (const LoadedModule &listed : later) {
        if (hidden.remove(listed.name))
            std::ranges::replace_if(
                modules, [&listed](const LoadedModule &module) { return module.name == listed.name; }, listed);
    }
}

QByteArray moduleName(const QByteArray &path)
{
    QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    if (const qsizetype dot = name.indexOf(".ko"); dot >= 0)
        name.truncate(dot);
    return name.replace('-', '_');
}

QByteArrayList parseModulePaths(QByteArrayView bytes)
{
    QByteArrayList paths;
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':'); // what it needs follows
        const QByteArray path = (colon < 0 ? line : line.first(colon)).trimmed();
        if (!path.isEmpty() && !path.startsWith('#'))
            paths += path;
    }
    return paths;
}

ModuleInfo parseModuleInfo(QByteArrayView bytes)
{
    ModuleInfo info;
    const QByteArrayList fields = bytes.toByteArray().split('\0');
    for (const QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        if (equals > 0 && !info.contains(field.first(equals)))
            info.insert(field.first(equals), field.sliced(equals + 1));
    }
    return info;
}

QHash<QByteArray, ModuleInfo> parseBuiltinInfo(QByteArrayView bytes)
{
    QHash<QByteArray, ModuleInfo> modules;
    const QByteArrayList fields = bytes.toByteArray().split('\0');
    for (const QByteArray &field : fields) {
        const qsizetype dot = field.indexOf('.');
        const qsizetype equals = field.indexOf('=', dot);
        if (dot <= 0 || equals < 0)
            continue;
        ModuleInfo &info = modules[moduleName(field.first(dot))];
        const QByteArray key = field.sliced(dot + 1, equals - dot - 1);
        if (!info.contains(key))
            info.insert(key, field.sliced(equals + 1));
    }
    return modules;
}

Result<QByteArrayView> elfSection(QByteArrayView file, QByteArrayView name)
{
    if (file.size() < qsizetype(sizeof(Elf64_Ehdr)) || !file.startsWith(QByteArrayView(ELFMAG, SELFMAG)))
        return fail(ErrorCode::ReadFailed, {}, Reason::NoElf);
    const ElfReader elf(file);
    const quint64 table = elf.word(elf.isWide() ? offsetof(Elf64_Ehdr, e_shoff) : offsetof(Elf32_Ehdr, e_shoff));
    const auto half = [&elf](size_t wide, size_t narrow) { return elf.number<quint16>(elf.isWide() ? wide : narrow); };
    const quint16 size = half(offsetof(Elf64_Ehdr, e_shentsize), offsetof(Elf32_Ehdr, e_shentsize));
    const quint16 count = half(offsetof(Elf64_Ehdr, e_shnum), offsetof(Elf32_Ehdr, e_shnum));
    const quint16 namesAt = half(offsetof(Elf64_Ehdr, e_shstrndx), offsetof(Elf32_Ehdr, e_shstrndx));
    const QByteArrayView names = sectionAt(elf, table + quint64(namesAt) * size).content;
    for (quint16 i = 0; i < count; ++i) {
        const Section section = sectionAt(elf, table + quint64(i) * size);
        if (section.name >= quint64(names.size()))
            continue;
        const QByteArrayView rest = names.sliced(section.name);
        if (rest.startsWith(name) && rest.sliced(name.size()).startsWith('\0'))
            return section.content;
    }
    return fail(ErrorCode::ReadFailed, {}, Reason::NoSection);
}

QString moduleSignature(QByteArrayView file)
{
    if (!file.endsWith(SignatureMark))
        return u"none"_s;
    QByteArrayView rest = file.chopped(SignatureMark.size());
    SignatureTrailer trailer;
    if (rest.size() < qsizetype(sizeof trailer))
        return u"unreadable"_s;
    std::memcpy(&trailer, rest.last(sizeof trailer).data(), sizeof trailer);
    rest.chop(sizeof trailer);
    const quint32 size = qFromBigEndian<quint32>(trailer.size);
    if (trailer.kind != Pkcs7 || size > quint64(rest.size()))
        return u"unreadable"_s;
    return describeSignature(rest.last(qsizetype(size)));
}

QStringList taintNames(QByteArrayView letters)
{
    static const QHash<char, QString> names{{'P', u"proprietary"_s}, {'F', u"forced"_s}, {'C', u"staging"_s},
        {'O', u"out-of-tree"_s}, {'E', u"unsigned"_s}, {'K', u"live patch"_s}, {'T', u"layout randomised"_s},
        {'N', u"test"_s}};
    QStringList taints;
    for (const char letter : letters) {
        if (const auto name = names.constFind(letter); name != names.constEnd())
            taints += *name;
    }
    return taints;
}

} // namespace Sonde::Agent::Linux
