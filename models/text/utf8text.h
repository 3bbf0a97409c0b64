// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// UTF-8 read so that nothing is lost: a byte that is none becomes the lone surrogate U+DC00 + byte, as PEP 383 has it, which VisibleText
/// shows as `[\xE9]`.
namespace Sonde::Client {

[[nodiscard]] QString fromUtf8Lossless(QByteArrayView bytes);
/// The bytes that were read.
[[nodiscard]] QByteArray toUtf8Lossless(QStringView text);
/// Stands for a byte that is not UTF-8.
[[nodiscard]] constexpr bool isRawByte(char32_t character)
{
    return character >= 0xDC80 && character <= 0xDCFF;
}

} // namespace Sonde::Client
