// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/utf8text.h"

namespace Sonde::Client {

namespace {

constexpr char16_t RawByte = 0xDC00;

/// How long the character is that begins with `lead`; 0: none does.
qsizetype sequenceLength(uchar lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >> 5 == 0b110)
        return 2;
    if (lead >> 4 == 0b1110)
        return 3;
    return lead >> 3 == 0b11110 ? 4 : 0;
}

} // namespace

QString fromUtf8Lossless(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = sequenceLength(uchar(bytes[i]));
        if (length > 0 && i + length <= bytes.size() && bytes.sliced(i, length).isValidUtf8()) {
            text += QString::fromUtf8(bytes.sliced(i, length));
            i += length;
        } else {
            text += QChar(char16_t(RawByte + uchar(bytes[i])));
            ++i;
        }
    }
    return text;
}

QByteArray toUtf8Lossless(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    qsizetype plain = 0; // from here on nothing raw was seen
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPaired = i > 0 && text[i - 1].isHighSurrogate();
        if (!isRawByte(text[i].unicode()) || isPaired)
            continue;
        bytes += text.sliced(plain, i - plain).toUtf8();
        bytes += char(text[i].unicode() - RawByte);
        plain = i + 1;
    }
    return bytes + text.sliced(plain).toUtf8();
}

} // namespace Sonde::Client
