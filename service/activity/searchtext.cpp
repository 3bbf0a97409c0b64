// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/searchtext.h"

#include "protocol/command/rows.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

bool isWithoutBlanks(char32_t letter)
{
    constexpr char32_t LongVowel = 0x30fc; // of hiragana and katakana, so of no script
    if (letter == LongVowel)
        return true;
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai: return true;
    default: return false;
    }
}

void addCell(QString &line, const QCborValue &cell)
{
    if (cell.isString() || cell.isInteger() || cell.isDouble())
        line += cell.toVariant().toString() + u'\t';
    else if (cell.isByteArray())
        line += QString::fromUtf8(cell.toByteArray()) + u'\t';
    else if (cell.isArray()) {
        for (const QCborValue &part : cell.toArray())
            addCell(line, part);
    } else if (cell.isMap()) {
        for (const auto &part : cell.toMap())
            addCell(line, part.second);
    }
}

QStringList rowLines(const QByteArray &bytes)
{
    QStringList lines;
    for (const QCborArray &row : readRows(bytes).value_or(std::vector<QCborArray>())) {
        QString line;
        for (const QCborValue &cell : row)
            addCell(line, cell);
        lines += line;
    }
    return lines;
}

bool isOfWord(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter);
}

/// The words of what was typed, as the index has them: letters and digits.
QStringList wordsOf(const QString &part)
{
    QStringList words(QString{});
    for (const char32_t letter : searchable(part).toUcs4()) {
        if (isOfWord(letter))
            words.last() += QChar::fromUcs4(letter);
        else if (!words.last().isEmpty())
            words += QString();
    }
    words.removeAll(QString());
    return words;
}

} // namespace

QStringList linesOf(ChunkFormat format, const QByteArray &bytes)
{
    switch (format) {
    case ChunkFormat::Rows: return rowLines(bytes);
    case ChunkFormat::Text:
    case ChunkFormat::ErrorText: return QString::fromUtf8(bytes).split(u'\n');
    case ChunkFormat::Report: return {};
    }
    return {};
}

QString searchable(const QString &text)
{
    const bool isPlain = std::ranges::all_of(text, [](QChar letter) { return letter.unicode() < 0x0300; });
    if (isPlain)
        return text.left(LongestSearched);
    QString apart;
    for (const char32_t letter : text.left(LongestSearched).normalized(QString::NormalizationForm_KC).toUcs4()) {
        const bool alone = isWithoutBlanks(letter);
        if (alone)
            apart += u' ';
        apart += QChar::fromUcs4(letter);
        if (alone)
            apart += u' ';
    }
    return apart;
}

Result<QString> searchExpression(const QString &typed)
{
    if (typed.size() > LongestTyped)
        return fail(ErrorCode::LineTooLong).with(Fact::Actual, typed.size()).with(Fact::Limit, LongestTyped);
    QStringList phrases;
    for (const QString &part : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QStringList words = wordsOf(part);
        if (!words.isEmpty())
            phrases += u'"' + words.join(u' ') + u"\" *";
    }
    if (phrases.isEmpty())
        return fail(ErrorCode::BadValue, typed);
    return phrases.join(u" AND "_s);
}

QString cutAround(const QString &line, const QString &typed, qsizetype most)
{
    QString first = typed.simplified().section(u' ', 0, 0, QString::SectionSkipEmpty);
    const auto isSign = [](QChar letter) { return !letter.isLetterOrNumber(); };
    first.erase(first.cbegin(), std::ranges::find_if_not(std::as_const(first), isSign));
    const qsizetype at = std::max<qsizetype>(0, line.indexOf(first, 0, Qt::CaseInsensitive));
    return line.sliced(std::clamp<qsizetype>(at - most / 4, 0, std::max<qsizetype>(0, line.size() - most))).left(most);
}

} // namespace Sonde::Service
