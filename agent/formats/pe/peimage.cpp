// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/peimage.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

constexpr qint64 CoffBytes = 24;
constexpr qint64 SectionBytes = 40;
constexpr quint16 MostSections = 96; ///< the loader's own limit
constexpr quint16 Is64Bit = 0x20b;
constexpr quint16 Is32Bit = 0x10b;
constexpr qint64 WindowBytes = 64 * 1024;

} // namespace

PeImage::PeImage(const ByteSource &source)
    : m_source(source)
{
    const QByteArray dos = source.read(0, 64);
    if (!dos.startsWith("MZ"))
        return;
    m_headersOffset = Bytes(dos).u32(0x3c);
    m_headers = source.read(m_headersOffset, 64 * 1024);
    const quint16 magic = Bytes(m_headers).u16(CoffBytes);
    m_is64 = magic == Is64Bit;
    m_isValid = m_headers.startsWith(QByteArrayView("PE\0\0", 4)) && (m_is64 || magic == Is32Bit);
    if (m_isValid)
        readSections();
}

void PeImage::readSections()
{
    const Bytes headers = this->headers();
    const quint16 count = std::min(headers.u16(6), MostSections);
    const qint64 table = CoffBytes + headers.u16(20);
    for (qint64 at = table; at < table + count * SectionBytes && headers.holds(at, SectionBytes); at += SectionBytes) {
        m_sections.push_back({headers.text(at, 8), headers.u32(at + 12), headers.u32(at + 8), headers.u32(at + 20),
            headers.u32(at + 16), headers.u32(at + 36)});
    }
}

qint64 PeImage::directoryOffset(Directory directory) const
{
    const qint64 count = headers().u32(CoffBytes + (m_is64 ? 108 : 92));
    if (directory >= std::min<qint64>(count, DirectoryCount))
        return -1;
    return m_headersOffset + CoffBytes + (m_is64 ? 112 : 96) + directory * 8;
}

PeDirectory PeImage::directory(Directory directory) const
{
    const qint64 at = directoryOffset(directory);
    if (at < 0)
        return {};
    return {headers().u32(at - m_headersOffset), headers().u32(at - m_headersOffset + 4)};
}

qint64 PeImage::offsetOf(quint32 address) const
{
    for (const PeSection &section : m_sections) {
        if (address >= section.address && address - section.address < section.size)
            return section.offset + (address - section.address);
    }
    // What lies before the first section are the headers, as they are in the file.
    const auto first = std::ranges::min_element(m_sections, {}, &PeSection::address);
    return first != m_sections.end() && address < first->address ? qint64(address) : -1;
}

QByteArray PeImage::read(quint32 address, qint64 count) const
{
    const qint64 offset = offsetOf(address);
    if (offset < 0)
        return {};
    if (count > WindowBytes / 4)
        return m_source.read(offset, count);
    if (offset < m_windowOffset || offset + count > m_windowOffset + m_window.size()) {
        m_windowOffset = offset;
        m_window = m_source.read(offset, WindowBytes);
    }
    return Bytes(m_window).slice(offset - m_windowOffset, count).toByteArray();
}

QByteArray PeImage::text(quint32 address, qint64 most) const
{
    return Bytes(read(address, most)).text(0, most);
}

} // namespace Sonde::Agent
