// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

class QKeyEvent;

/// The keys of a terminal's line, as readline has them, and what each does to a line. Pure.
///
/// Left out are those that mean something else in this window: Ctrl+B, Ctrl+F and Ctrl+N, for which there are arrows.
namespace Sonde::Client {

enum class LineKey {
    LineStart,     ///< Ctrl+A
    LineEnd,       ///< Ctrl+E
    WordBack,      ///< Alt+B
    WordForward,   ///< Alt+F
    DeleteForward, ///< Ctrl+D
    DeleteBack,    ///< Ctrl+H
    KillToEnd,     ///< Ctrl+K
    KillToStart,   ///< Ctrl+U
    KillWord,      ///< Alt+D
    KillWordBack,  ///< Alt+Backspace: letters and digits
    KillBlankBack, ///< Ctrl+W: up to a blank, so that a whole path goes
    Transpose,     ///< Ctrl+T
    UpperWord,     ///< Alt+U
    LowerWord,     ///< Alt+L
    CapitalWord,   ///< Alt+C
    Yank,          ///< Ctrl+Y: what was killed last
    YankEarlier,   ///< Alt+Y, after it: what was killed before
    LastArgument,  ///< Alt+. or Alt+_: of the line before; again: of the one before that
    Undo,          ///< Ctrl+_
};

/// nullopt: none of these keys.
[[nodiscard]] std::optional<LineKey> lineKeyOf(const QKeyEvent &key);

/// A part of a line replaced, and where the cursor stands then. Columns are UTF-16 units.
struct LineChange {
    qsizetype start = 0;
    qsizetype length = 0;
    QString text;
    qsizetype cursor = 0;

    bool operator==(const LineChange &) const = default;
};

/// What a key of moving, deleting or changing letters does; nothing for the others, which need to know more than the line.
[[nodiscard]] std::optional<LineChange> lineChange(LineKey key, const QString &line, qsizetype cursor);
/// What it removes can be had back with Yank.
[[nodiscard]] bool isKill(LineKey key);
/// The last word of a line, as typed, quotes included; empty when there is none.
[[nodiscard]] QString lastArgument(const QString &line);

} // namespace Sonde::Client
