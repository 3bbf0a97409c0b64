// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"

#include <array>
#include <optional>
#include <vector>

namespace Sonde::Agent {

struct PeSection {
    QByteArray name;
    quint32 address = 0; ///< relative to the image's
    quint32 virtualSize = 0;
    qint64 offset = 0;
    qint64 size = 0; ///< in the file
    quint32 flags = 0;
};

struct PeDirectory {
    quint32 address = 0;
    quint32 size = 0;
};

/// A Windows program (Microsoft's "PE Format") before its directories are read: headers, and where in the file an address of the loaded
/// image lies.
class PeImage final
{
    Q_DISABLE_COPY_MOVE(PeImage)

public:
    enum Directory { Exports = 0, Imports = 1, Resources = 2, Security = 4, Debug = 6, Clr = 14 };
    static constexpr size_t DirectoryCount = 16;

    explicit PeImage(const ByteSource &source);

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] bool is64() const { return m_is64; }
    [[nodiscard]] const ByteSource &source() const { return m_source; }
    /// From "PE\0\0" on; the optional header is 24 bytes further.
    [[nodiscard]] Bytes headers() const { return Bytes(m_headers); }
    [[nodiscard]] qint64 headersOffset() const { return m_headersOffset; }
    [[nodiscard]] qint64 checksumOffset() const { return m_headersOffset + 24 + 64; }
    /// Of the entry of a directory in the optional header; -1: it has none.
    [[nodiscard]] qint64 directoryOffset(Directory directory) const;
    /// Empty where there is none.
    [[nodiscard]] PeDirectory directory(Directory directory) const;
    [[nodiscard]] const std::vector<PeSection> &sections() const { return m_sections; }

    /// What the file has of the loaded image there; short where the file ends.
    [[nodiscard]] QByteArray read(quint32 address, qint64 count) const;
    [[nodiscard]] QByteArray text(quint32 address, qint64 most = 512) const;
    /// In the file; -1: it is not from there.
    [[nodiscard]] qint64 offsetOf(quint32 address) const;

private:
    void readSections();

    const ByteSource &m_source;
    qint64 m_headersOffset = 0;
    QByteArray m_headers;
    bool m_isValid = false;
    bool m_is64 = false;
    std::vector<PeSection> m_sections;
    mutable qint64 m_windowOffset = 0; ///< the last piece read: tables of names lie close together
    mutable QByteArray m_window;
};

} // namespace Sonde::Agent
