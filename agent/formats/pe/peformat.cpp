// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/peformat.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

constexpr qint64 DebugEntryBytes = 28;
constexpr qint64 MostDebugEntries = 32;
constexpr quint32 DebugCodeView = 2;
constexpr quint32 DebugReproducible = 16;

constexpr qint64 CertificateHeaderBytes = 8;
constexpr qint64 MostCertificateBytes = 4 * 1024 * 1024;

/// How long the DER element is that begins there; 0 when there is none.
qint64 derSize(const Bytes &bytes, qint64 at)
{
    const int length = bytes.u8(at + 1);
    if (bytes.u8(at) != 0x30)
        return 0;
    if (length < 0x80)
        return 2 + length;
    const int octets = length & 0x7f;
    if (octets < 1 || octets > 4)
        return 0;
    qint64 size = 0;
    for (int i = 0; i < octets; ++i)
        size = size << 8 | bytes.u8(at + 2 + i);
    return 2 + octets + size;
}

constexpr qint64 padded(qint64 size)
{
    return (size + 7) & ~qint64(7);
}

} // namespace

PeDebug readPeDebug(const PeImage &image)
{
    const PeDirectory directory = image.directory(PeImage::Debug);
    const QByteArray entries =
        image.read(directory.address, std::min<qint64>(directory.size, MostDebugEntries * DebugEntryBytes));
    PeDebug debug;
    for (qint64 at = 0; at + DebugEntryBytes <= entries.size(); at += DebugEntryBytes) {
        const Bytes entry(entries);
        const quint32 type = entry.u32(at + 12);
        debug.isReproducible |= type == DebugReproducible;
        if (type != DebugCodeView)
            continue;
        const QByteArray view = image.source().read(entry.u32(at + 24), std::min<qint64>(entry.u32(at + 16), 4096));
        if (!view.startsWith("RSDS") || view.size() < 24)
            continue;
        debug.pdbId = QUuid::fromBytes(view.constData() + 4, QSysInfo::LittleEndian);
        debug.pdbPath = Bytes(view).text(24, view.size());
    }
    return debug;
}

std::optional<PeDotNet> readPeDotNet(const PeImage &image)
{
    const quint32 at = image.directory(PeImage::Clr).address;
    const QByteArray header = at == 0 ? QByteArray() : image.read(at, 72);
    if (header.size() < 72)
        return {};
    const QByteArray metadata = image.read(Bytes(header).u32(8), 16 + 256);
    PeDotNet dotNet;
    dotNet.flags = Bytes(header).u32(16);
    if (metadata.startsWith("BSJB"))
        dotNet.version = Bytes(metadata).text(16, std::min<qint64>(Bytes(metadata).u32(12), 255));
    return dotNet;
}

PeCertificates readPeCertificates(const PeImage &image)
{
    // The one directory whose address is a place in the file: it is not loaded.
    const PeDirectory directory = image.directory(PeImage::Security);
    PeCertificates certificates;
    if (directory.address == 0 || directory.size == 0)
        return certificates;
    certificates.offset = directory.address;
    certificates.size = directory.size;
    const QByteArray table =
        image.source().read(directory.address, std::min<qint64>(directory.size, MostCertificateBytes));
    const Bytes bytes(table);
    certificates.hasMore = qint64(directory.size) > table.size();
    for (qint64 at = 0; bytes.holds(at, CertificateHeaderBytes);) {
        const qint64 length = bytes.u32(at);
        if (length <= CertificateHeaderBytes || !bytes.holds(at, length)) {
            certificates.hasMore = true;
            break;
        }
        const quint16 type = bytes.u16(at + 6);
        const qint64 inside = length - CertificateHeaderBytes;
        const qint64 der =
            type == PeCertificates::SignedData ? std::min(derSize(bytes, at + CertificateHeaderBytes), inside) : inside;
        if (++certificates.count <= MostListed)
            certificates.all.append({type, bytes.slice(at + CertificateHeaderBytes, der).toByteArray()});
        const QByteArrayView rest = bytes.slice(at + CertificateHeaderBytes + der, inside - der);
        certificates.hasMore |= rest.size() >= 8 || std::ranges::any_of(rest, [](char c) { return c != 0; });
        at += padded(length);
    }
    return certificates;
}

} // namespace Sonde::Agent
