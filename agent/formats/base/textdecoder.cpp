// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/textdecoder.h"

#include <QStringDecoder>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QString decodedAs(QStringDecoder::Encoding encoding, QByteArrayView bytes)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

/// "<?xml … encoding="…"?>" of bytes that are neither UTF-8 nor UTF-16.
QByteArray declaredEncoding(QByteArrayView bytes)
{
    constexpr qsizetype longest = 256;
    const QByteArray head = bytes.first(std::min(bytes.size(), longest)).toByteArray();
    const qsizetype end = head.indexOf("?>");
    const qsizetype key = head.indexOf("encoding=");
    if (!head.startsWith("<?xml") || key < 0 || end < key)
        return {};
    const QByteArrayView value = QByteArrayView(head).first(end).sliced(key + qsizetype(sizeof "encoding=") - 1);
    const qsizetype close = value.isEmpty() ? -1 : value.indexOf(value.front(), 1);
    return close < 0 ? QByteArray() : value.first(close).sliced(1).toByteArray();
}

/// Two characters below 256 are enough to tell: no text in UTF-8 has zeros.
bool hasZeros(QByteArrayView bytes, qsizetype first)
{
    constexpr qsizetype characters = 2;
    if (bytes.size() < 2 * characters)
        return false;
    for (qsizetype i = 0; i < 2 * characters; ++i) {
        if ((bytes.at(i) == '\0') != (i % 2 == first))
            return false;
    }
    return true;
}

} // namespace

DecodedText decodedText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return {decodedAs(QStringDecoder::Utf16LE, bytes.sliced(2)), u"UTF-16LE"_s};
    if (bytes.startsWith("\xfe\xff"))
        return {decodedAs(QStringDecoder::Utf16BE, bytes.sliced(2)), u"UTF-16BE"_s};
    if (bytes.startsWith("\xef\xbb\xbf"))
        return {decodedAs(QStringDecoder::Utf8, bytes.sliced(3)), u"UTF-8"_s};
    if (hasZeros(bytes, 1))
        return {decodedAs(QStringDecoder::Utf16LE, bytes), u"UTF-16LE"_s};
    if (hasZeros(bytes, 0))
        return {decodedAs(QStringDecoder::Utf16BE, bytes), u"UTF-16BE"_s};
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return {text, u"UTF-8"_s};
    // Only of one byte a character: it was seen that it is none of the others.
    const auto declared = QStringConverter::encodingForName(declaredEncoding(bytes).constData());
    if (declared == QStringConverter::System || !declared) {
        QStringDecoder named(declaredEncoding(bytes).constData());
        if (named.isValid())
            return {named(bytes), u"8-bit"_s};
    }
    return {QString::fromLatin1(bytes), u"8-bit"_s};
}

} // namespace Sonde::Agent
