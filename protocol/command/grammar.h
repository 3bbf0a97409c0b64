// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QMap>

namespace Sonde {

/// A command ready to run: its verb and what was bound to its parameters. The same value from the input line to the agent.
struct Invocation {
    QString verb;
    QMap<QString, QString> values; ///< by parameter name
    QStringList flags;             ///< without dashes, as declared
    OutputType output = OutputType::Table;
    QString toFile; ///< name after `>`; empty: none
    bool background = false;

    bool operator==(const Invocation &) const = default;

    [[nodiscard]] QString value(const QString &name) const { return values.value(name); }
    [[nodiscard]] bool hasFlag(const QString &name) const { return flags.contains(name); }
    /// Of its command; that of no verb has none.
    [[nodiscard]] bool has(Trait trait) const;
};

enum class TokenKind { Word, Redirect, Ampersand };

/// One word of a line, quotes removed; `start`/`length` are its place in the line, quotes included.
struct Token {
    TokenKind kind = TokenKind::Word;
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
    bool quoted = false; ///< its first character was inside quotes: `"-x"` is a value, never a parameter name
    bool closed = true;  ///< false: its last quote is still open
};

/// Splits a line into words; never fails (an open quote runs to the end). `"…"` and `'…'` quote, adjacent pieces join, a backslash is
/// an ordinary character, `>` and `&` are operators outside quotes (`&` only as the last one of the line).
[[nodiscard]] QList<Token> tokenize(QStringView line);

/// A longer line (in UTF-8) is refused.
inline constexpr qsizetype MaxLineBytes = 32 * 1024;

/// The whole grammar: aliases, positional and named parameters, flags (`-auto`, `- auto`), `-output json` and the positional output
/// type, `> file`, `&`. Errors carry "position" (character offset) and, once the verb is known, "verb" and "usage"; an unknown verb
/// carries "nearest", a bad value its "parameter" and the "choices" there are.
[[nodiscard]] Result<Invocation> parseLine(QStringView line, const Catalogue &catalogue = Catalogue::instance());

/// Checks an invocation that came over the wire against the catalogue: known verb, known and required parameters, types, flags.
[[nodiscard]] Result<void> validate(const Invocation &invocation, const Catalogue &catalogue = Catalogue::instance());

/// A line that parses to this invocation again.
[[nodiscard]] QString toLine(const Invocation &invocation);
/// `text` quoted so that it is one value token, when that is needed.
[[nodiscard]] QString quoted(const QString &text);

/// `fileinfo <path>`, `findfile <name> [-path <path>] [-max <max>]`.
[[nodiscard]] QString usage(const CommandSpec &command);

enum class CursorPlace { Verb, Parameter, ParameterName, OutputValue, FileName, Nothing };

/// What the text under the cursor is, for completion and hints.
struct CursorContext {
    CursorPlace place = CursorPlace::Verb;
    const CommandSpec *command = nullptr;
    const ParameterSpec *parameter = nullptr;
    QString prefix;      ///< unquoted text of the word up to the cursor; that of a parameter name begins with its dash
    qsizetype start = 0; ///< the word to replace
    qsizetype length = 0;
};
[[nodiscard]] CursorContext contextAt(
    QStringView line, qsizetype cursor, const Catalogue &catalogue = Catalogue::instance());

} // namespace Sonde
