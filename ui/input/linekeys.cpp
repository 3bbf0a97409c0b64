// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/linekeys.h"

#include "protocol/command/grammar.h"

#include <QKeyEvent>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

// Where Qt calls the command key Control, terminals still listen to the one that is written on it.
#ifdef Q_OS_MACOS
constexpr Qt::KeyboardModifier TerminalControl = Qt::MetaModifier;
#else
constexpr Qt::KeyboardModifier TerminalControl = Qt::ControlModifier;
#endif

std::optional<LineKey> controlKey(int key)
{
    using enum LineKey;
    switch (key) {
    case Qt::Key_A: return LineStart;
    case Qt::Key_E: return LineEnd;
    case Qt::Key_D: return DeleteForward;
    case Qt::Key_H: return DeleteBack;
    case Qt::Key_K: return KillToEnd;
    case Qt::Key_U: return KillToStart;
    case Qt::Key_W: return KillBlankBack;
    case Qt::Key_T: return Transpose;
    case Qt::Key_Y: return Yank;
    case Qt::Key_Underscore: return Undo;
    default: return {};
    }
}

std::optional<LineKey> altKey(int key)
{
    using enum LineKey;
    switch (key) {
    case Qt::Key_B: return WordBack;
    case Qt::Key_F: return WordForward;
    case Qt::Key_D: return KillWord;
    case Qt::Key_Backspace: return KillWordBack;
    case Qt::Key_U: return UpperWord;
    case Qt::Key_L: return LowerWord;
    case Qt::Key_C: return CapitalWord;
    case Qt::Key_Y: return YankEarlier;
    case Qt::Key_Period:
    case Qt::Key_Underscore: return LastArgument;
    default: return {};
    }
}

/// Half of a pair belongs to a character beyond the basic plane, which is taken for a letter.
bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
}

qsizetype wordEnd(QStringView line, qsizetype from)
{
    while (from < line.size() && !isWordUnit(line[from]))
        ++from;
    while (from < line.size() && isWordUnit(line[from]))
        ++from;
    return from;
}

qsizetype wordStart(QStringView line, qsizetype from)
{
    while (from > 0 && !isWordUnit(line[from - 1]))
        --from;
    while (from > 0 && isWordUnit(line[from - 1]))
        --from;
    return from;
}

qsizetype blankWordStart(QStringView line, qsizetype from)
{
    while (from > 0 && line[from - 1].isSpace())
        --from;
    while (from > 0 && !line[from - 1].isSpace())
        --from;
    return from;
}

/// The next (or previous) place between two characters as a reader counts them.
qsizetype characterBoundary(const QString &line, qsizetype from, bool forward)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, line);
    finder.setPosition(from);
    const qsizetype found = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return found < 0 ? from : found;
}

LineChange moveTo(qsizetype cursor)
{
    return {cursor, 0, {}, cursor};
}

LineChange removal(qsizetype start, qsizetype end)
{
    return {start, end - start, {}, start};
}

/// The character before the cursor goes behind the one at it; at the end the last two change places.
LineChange transposition(const QString &line, qsizetype cursor)
{
    const qsizetype middle = cursor == line.size() ? characterBoundary(line, cursor, false) : cursor;
    const qsizetype start = characterBoundary(line, middle, false);
    const qsizetype end = characterBoundary(line, middle, true);
    if (start == middle || end == middle)
        return moveTo(cursor);
    const QString swapped = line.sliced(middle, end - middle) + line.sliced(start, middle - start);
    return {start, end - start, swapped, end};
}

LineChange recased(LineKey key, const QString &line, qsizetype cursor)
{
    const qsizetype end = wordEnd(line, cursor);
    QString text = line.sliced(cursor, end - cursor);
    text = key == LineKey::UpperWord ? text.toUpper() : text.toLower();
    if (key == LineKey::CapitalWord) {
        const auto first = std::ranges::find_if(text, isWordUnit);
        if (first != text.end())
            *first = first->toUpper();
    }
    return {cursor, end - cursor, text, cursor + text.size()};
}

} // namespace

std::optional<LineKey> lineKeyOf(const QKeyEvent &key)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    // Shift belongs to the underscore; to others it gives another meaning (Ctrl+Shift+E).
    const bool needsShift = key.key() == Qt::Key_Underscore;
    const Qt::KeyboardModifiers plain = needsShift ? modifiers & ~Qt::ShiftModifier : modifiers;
    if (plain == TerminalControl)
        return controlKey(key.key());
    return plain == Qt::AltModifier ? altKey(key.key()) : std::nullopt;
}

std::optional<LineChange> lineChange(LineKey key, const QString &line, qsizetype cursor)
{
    using enum LineKey;
    switch (key) {
    case LineStart: return moveTo(0);
    case LineEnd: return moveTo(line.size());
    case WordBack: return moveTo(wordStart(line, cursor));
    case WordForward: return moveTo(wordEnd(line, cursor));
    case DeleteForward: return removal(cursor, characterBoundary(line, cursor, true));
    case DeleteBack: return removal(characterBoundary(line, cursor, false), cursor);
    case KillToEnd: return removal(cursor, line.size());
    case KillToStart: return removal(0, cursor);
    case KillWord: return removal(cursor, wordEnd(line, cursor));
    case KillWordBack: return removal(wordStart(line, cursor), cursor);
    case KillBlankBack: return removal(blankWordStart(line, cursor), cursor);
    case Transpose: return transposition(line, cursor);
    case UpperWord:
    case LowerWord:
    case CapitalWord: return recased(key, line, cursor);
    case Yank:
    case YankEarlier:
    case LastArgument:
    case Undo: break;
    }
    return {};
}

bool isKill(LineKey key)
{
    using enum LineKey;
    return key == KillToEnd || key == KillToStart || key == KillWord || key == KillWordBack || key == KillBlankBack;
}

QString lastArgument(const QString &line)
{
    const QList<Token> tokens = tokenize(line);
    const auto last = std::ranges::find(tokens.crbegin(), tokens.crend(), TokenKind::Word, &Token::kind);
    return last == tokens.crend() ? QString() : line.sliced(last->start, last->length);
}

} // namespace Sonde::Client
