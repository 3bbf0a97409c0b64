// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/cescapes.h"

#include <QString>
#include <optional>

namespace Sonde::Agent::Linux {

namespace {

/// The number of just so many digits behind the backslash and its letter; none where there are others.
std::optional<uint> digitsAt(QByteArrayView text, qsizetype at, qsizetype count, int base)
{
    if (text.size() - at < count)
        return {};
    bool isNumber = false;
    const QByteArrayView digits = text.sliced(at, count);
    const uint number = digits.toUInt(&isNumber, base);
    const bool isPlain = digits.front() != '+' && digits.front() != '-' && digits.front() != ' ';
    return isNumber && isPlain ? std::optional(number) : std::nullopt;
}

char plainEscape(char letter)
{
    switch (letter) {
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case 's': return ' ';
    case '\\':
    case '"':
    case '\'': return letter;
    default: return '\0';
    }
}

} // namespace

qsizetype takeEscape(QByteArrayView text, qsizetype at, QByteArray &into)
{
    constexpr int hexadecimal = 16;
    constexpr int octal = 8;
    if (at + 1 >= text.size())
        return 0;
    const char letter = text.at(at + 1);
    if (const char plain = plainEscape(letter)) {
        into += plain;
        return 2;
    }
    if (letter == 'x') {
        const auto byte = digitsAt(text, at + 2, 2, hexadecimal);
        if (byte)
            into += char(*byte);
        return byte ? 4 : 0;
    }
    if (letter == 'u' || letter == 'U') {
        const qsizetype count = letter == 'u' ? 4 : 8;
        const auto character = digitsAt(text, at + 2, count, hexadecimal);
        if (!character || *character > QChar::LastValidCodePoint)
            return 0;
        const char32_t one = *character;
        into += QString::fromUcs4(&one, 1).toUtf8();
        return 2 + count;
    }
    const auto byte = digitsAt(text, at + 1, 3, octal);
    if (!byte || *byte > 0xff)
        return 0;
    into += char(*byte);
    return 4;
}

QByteArray withoutEscapes(QByteArrayView text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype taken = text.at(i) == '\\' ? takeEscape(text, i, plain) : 0;
        if (taken == 0)
            plain += text.at(i);
        else
            i += taken - 1;
    }
    return plain;
}

} // namespace Sonde::Agent::Linux
