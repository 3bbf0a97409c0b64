// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/visibletext.h"

#include "models/text/utf8text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

bool isSurrogate(char32_t character)
{
    return character >= 0xD800 && character <= 0xDFFF;
}

QString mark(char32_t character)
{
    if (isRawByte(character))
        return u"[\\x%1]"_s.arg(QString::number(uint(character & 0xFF), 16).toUpper());
    return u"[U+%1]"_s.arg(QString::number(uint(character), 16).toUpper(), 4, u'0');
}

} // namespace

bool isHostile(char32_t character)
{
    if (isSurrogate(character))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control: // C0, DEL, C1: escapes begin with one of these
    case QChar::Other_Format:  // bidirectional, zero-width, tags, soft hyphen, byte order mark
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: break;
    }
    // Drawn as nothing although they are letters or marks: Hangul and Khmer fillers, the braille blank, variation selectors.
    return character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4
        || character == 0x17B5 || character == 0x2800 || character == 0x3164 || character == 0xFFA0
        || (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

VisibleText VisibleText::of(QStringView original, QStringView keep)
{
    VisibleText shown;
    shown.text.reserve(original.size());
    for (qsizetype i = 0; i < original.size();) {
        const bool pair =
            original.at(i).isHighSurrogate() && i + 1 < original.size() && original.at(i + 1).isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        const char32_t character =
            pair ? QChar::surrogateToUcs4(original.at(i), original.at(i + 1)) : original.at(i).unicode();
        if (isHostile(character) && !(length == 1 && keep.contains(original.at(i)))) {
            const QString sign = mark(character);
            shown.marks.append({shown.text.size(), sign.size(), i, length});
            shown.text += sign;
        } else {
            shown.text += original.sliced(i, length);
        }
        i += length;
    }
    return shown;
}

qsizetype VisibleText::toOriginal(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(marks, position, {}, &Mark::start);
    if (after == marks.begin())
        return position;
    const Mark &last = *std::prev(after);
    if (position < last.start + last.length)
        return last.original;
    return last.original + last.originalLength + (position - last.start - last.length);
}

qsizetype VisibleText::fromOriginal(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(marks, position, {}, &Mark::original);
    if (after == marks.begin())
        return position;
    const Mark &last = *std::prev(after);
    if (position < last.original + last.originalLength)
        return last.start;
    return last.start + last.length + (position - last.original - last.originalLength);
}

QString visible(QStringView original)
{
    return VisibleText::of(original).text;
}

} // namespace Sonde::Client
