// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/devicetext.h"

namespace Sonde::Agent::Windows {

namespace {

/// A surrogate takes three bytes: 1110 1101, 101x xxxx, 10xx xxxx.
constexpr qsizetype SurrogateBytes = 3;

std::optional<char16_t> surrogateAt(QByteArrayView bytes)
{
    if (bytes.size() < SurrogateBytes || uchar(bytes[0]) != 0xED || (uchar(bytes[1]) & 0xE0) != 0xA0
        || (uchar(bytes[2]) & 0xC0) != 0x80)
        return {};
    return char16_t(0xD000 | (uchar(bytes[1]) & 0x3F) << 6 | (uchar(bytes[2]) & 0x3F));
}

} // namespace

QByteArray deviceBytes(QStringView text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (unit.isSurrogate() && !isPair) {
            const ushort code = unit.unicode();
            for (const int byte : {0xED, 0x80 | (code >> 6 & 0x3F), 0x80 | (code & 0x3F)})
                bytes += char(byte);
        } else {
            bytes += text.sliced(i, isPair ? 2 : 1).toUtf8();
            i += isPair ? 1 : 0;
        }
    }
    return bytes;
}

std::optional<QString> deviceText(QByteArrayView bytes)
{
    if (QUtf8StringView(bytes).isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    qsizetype begin = 0; // of what is not in the text yet
    const auto append = [&](qsizetype end) {
        const QByteArrayView between = bytes.sliced(begin, end - begin);
        if (!QUtf8StringView(between).isValidUtf8())
            return false;
        text += QString::fromUtf8(between);
        return true;
    };
    for (qsizetype i = 0; i < bytes.size();) {
        const auto surrogate = surrogateAt(bytes.sliced(i));
        if (!surrogate) {
            ++i;
            continue;
        }
        if (!append(i))
            return {};
        text += QChar(*surrogate);
        i += SurrogateBytes;
        begin = i;
    }
    if (!append(bytes.size()))
        return {};
    return text;
}

} // namespace Sonde::Agent::Windows
