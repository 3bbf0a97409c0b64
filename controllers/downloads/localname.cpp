// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/localname.h"

#include "models/text/visibletext.h"
#include "protocol/base/tenantfiles.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype HashDigits = 16;
constexpr qsizetype LongestExtension = 16;
/// Normalisation looks this far back at most (Unicode's stream-safe text has 30 marks in a row).
constexpr qsizetype NormalisedTail = 40;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// `%` and two digits at `at`: an escape, or something that would be taken for one.
bool isEscape(QByteArrayView bytes, qsizetype at)
{
    return at + 2 < bytes.size() && bytes[at] == '%' && isHexDigit(bytes[at + 1]) && isHexDigit(bytes[at + 2]);
}

/// `~` and the digits of a shortened name at `at`, or something that would be taken for them.
bool isShortening(QByteArrayView bytes, qsizetype at)
{
    if (bytes[at] != '~' || at + HashDigits >= bytes.size())
        return false;
    return std::ranges::all_of(
        bytes.sliced(at + 1, HashDigits), [](char c) { return isHexDigit(c) && !(c >= 'A' && c <= 'F'); });
}

QString escaped(QByteArrayView bytes)
{
    QString text;
    for (const char byte : bytes)
        text += u'%' + QString::number(uchar(byte), 16).toUpper().rightJustified(2, u'0');
    return text;
}

/// Bytes of the valid UTF-8 character at `at`; 0 when there is none.
qsizetype characterLength(QByteArrayView bytes, qsizetype at)
{
    for (qsizetype length = 1; length <= 4 && at + length <= bytes.size(); ++length) {
        if (QUtf8StringView(bytes.sliced(at, length)).isValidUtf8())
            return length;
    }
    return 0;
}

char32_t codePoint(const QString &character)
{
    return character.size() == 2 ? QChar::surrogateToUcs4(character[0], character[1])
                                 : char32_t(character[0].unicode());
}

bool isForbidden(char32_t character)
{
    return isHostile(character) || QChar::isNonCharacter(character)
        || (character < 0x80 && QByteArrayView("/\\:*?\"<>|").contains(char(character)));
}

/// Whether some file system would store `text` + `character` as something else.
bool isRewritten(const QString &text, const QString &character)
{
    if (codePoint(character) < 0x80)
        return false;
    const QString tail = text.last(std::min(text.size(), NormalisedTail)) + character;
    return tail.normalized(QString::NormalizationForm_C) != tail;
}

/// Where the dots and blanks at the end begin, which Windows drops.
qsizetype edgeOf(QByteArrayView name)
{
    qsizetype edge = name.size();
    while (edge > 0 && (name[edge - 1] == '.' || name[edge - 1] == ' '))
        --edge;
    return edge;
}

QString escapedName(QByteArrayView name)
{
    const qsizetype edge = edgeOf(name);
    QString local;
    for (qsizetype at = 0; at < name.size();) {
        const qsizetype length = characterLength(name, at);
        const QByteArrayView bytes = name.sliced(at, std::max<qsizetype>(length, 1));
        const QString character = length ? QString::fromUtf8(bytes) : QString();
        const bool atEdge = at >= edge || ((at == 0 || at + length == name.size()) && length && character[0].isSpace());
        const bool kept = length && !atEdge && !isEscape(name, at) && !isShortening(name, at)
            && !isForbidden(codePoint(character)) && !isRewritten(local, character);
        local += kept ? character : escaped(bytes);
        at += bytes.size();
    }
    return local;
}

bool isDevice(const QString &name)
{
    const auto checked = checkFileName(name);
    return !checked && checked.error().facts.text(Fact::Why) == "reserved"_L1;
}

/// The beginning of `text` in at most `bytes` bytes, not ending within a character or an escape.
QString beginning(const QString &text, qsizetype bytes)
{
    QByteArray start = text.toUtf8().first(bytes);
    while (!QUtf8StringView(start).isValidUtf8())
        start.chop(1);
    for (qsizetype back = 1; back <= 2 && back <= start.size(); ++back) {
        if (start.at(start.size() - back) == '%')
            start.chop(back);
    }
    return QString::fromUtf8(start);
}

QString shortened(const QString &name, const QByteArray &original)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    QString extension = dot > 0 ? name.sliced(dot) : QString();
    if (extension.toUtf8().size() > LongestExtension)
        extension.clear();
    const QByteArray hash = QCryptographicHash::hash(original, QCryptographicHash::Sha256).toHex().first(HashDigits);
    const QString end = u'~' + QString::fromLatin1(hash) + extension;
    return beginning(name, MaxLocalNameBytes - end.toUtf8().size()) + end;
}

} // namespace

QString localName(const QByteArray &deviceName)
{
    QString name = escapedName(deviceName);
    if (isDevice(name))
        name.replace(0, 1, escaped(deviceName.first(1)));
    return name.toUtf8().size() > MaxLocalNameBytes ? shortened(name, deviceName) : name;
}

std::optional<QByteArray> deviceName(const QString &localName)
{
    const QByteArray local = localName.toUtf8();
    QByteArray name;
    for (qsizetype at = 0; at < local.size(); ++at) {
        if (isShortening(local, at))
            return std::nullopt;
        if (isEscape(local, at)) {
            name += QByteArray::fromHex(local.sliced(at + 1, 2));
            at += 2;
        } else {
            name += local.at(at);
        }
    }
    return name;
}

} // namespace Sonde::Client
