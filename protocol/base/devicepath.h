// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>
#include <QString>

namespace Sonde {

/// A path on a device, lossless: the bytes the device's file system uses (UTF-8 on macOS and from Windows' UTF-16, any bytes on Linux).
///
/// On the wire it is a CBOR text string when the bytes are valid UTF-8 and a byte string otherwise. An analyst types (and reads) the
/// invalid bytes of a path as `\xNN` inside a token that begins with `bytes:`, e.g. `bytes:/tmp/caf\xE9` (`\\` is a backslash there).
class DevicePath final
{
public:
    /// What a token in the `bytes:` form begins with.
    static constexpr QLatin1StringView BytesForm{"bytes:"};

    DevicePath() = default;
    explicit DevicePath(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    /// From what an analyst typed: plain text, or the `bytes:` form.
    [[nodiscard]] static DevicePath fromTyped(QStringView text);
    [[nodiscard]] static DevicePath fromCbor(const QCborValue &value);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] bool isUtf8() const;
    /// What can be typed to mean this path again: plain text when it is UTF-8, else the `bytes:` form.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QCborValue toCbor() const;

    friend bool operator==(const DevicePath &, const DevicePath &) = default;

private:
    QByteArray m_bytes;
};

} // namespace Sonde
