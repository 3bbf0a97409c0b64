// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/commandwords.h"

#include "agent/system/linux/cescapes.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView Blanks = " \t\r\n";

struct Word {
    QByteArray text;
    qsizetype end = 0; ///< where what follows begins
};

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && Blanks.contains(text.at(at)))
        ++at;
    return at;
}

Word nextWord(QByteArrayView text, qsizetype at)
{
    Word word;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '\\' && quote != '\'' && at + 1 < text.size())
            word.text += text.at(++at);
        else if (quote ? c == quote : (c == '\'' || c == '"'))
            quote = quote ? 0 : c;
        else if (!quote && Blanks.contains(c))
            break;
        else
            word.text += c;
    }
    word.end = skipBlanks(text, at);
    return word;
}

bool isAssignment(const QByteArray &word)
{
    const qsizetype equals = word.indexOf('=');
    return equals > 0 && isVariableName(QByteArrayView(word).first(equals));
}

bool isShellKeyword(const QByteArray &word)
{
    static constexpr std::array<QByteArrayView, 10> keywords{
        "if", "then", "!", "{", "(", "while", "do", "exec", "command", "nohup"};
    return std::ranges::contains(keywords, word);
}

/// As extract_first_word() of systemd takes one, with its quotes and escapes; `isSeparator`: it is the `;` that parts commands.
struct UnitWord {
    QByteArray text;
    bool isSeparator = false;
    qsizetype end = 0;
};

UnitWord nextUnitWord(QByteArrayView text, qsizetype at)
{
    UnitWord word;
    const qsizetype start = at;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '\\') {
            const qsizetype taken = takeEscape(text, at, word.text);
            const bool isSemicolon = at + 1 < text.size() && text.at(at + 1) == ';';
            if (taken == 0 && !isSemicolon) // unknown: it stays as it is
                word.text += c;
            at += std::max<qsizetype>(taken - 1, 0);
        } else if (quote ? c == quote : (c == '\'' || c == '"')) {
            quote = quote ? 0 : c;
        } else if (!quote && Blanks.contains(c)) {
            break;
        } else {
            word.text += c;
        }
    }
    at = std::min(at, text.size());
    word.isSeparator = text.sliced(start, at - start) == ";";
    word.end = skipBlanks(text, at);
    return word;
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || quint8(c) >= 0x80
        || QByteArrayView("-_./:=,@%+").contains(c);
}

/// What systemd or the shell puts a value for is left as it is: quoted, it would read as text.
bool isPlainInUnit(char c)
{
    return isPlain(c) || QByteArrayView("${}").contains(c);
}

QByteArray quotedUnless(bool isAllPlain, const QByteArray &argument)
{
    return !argument.isEmpty() && isAllPlain ? argument : '\'' + QByteArray(argument).replace('\'', "'\\''") + '\'';
}

} // namespace

QByteArray shellQuoted(const QByteArray &argument)
{
    return quotedUnless(std::ranges::all_of(argument, isPlain), argument);
}

std::vector<StartCommand> unitCommands(QByteArrayView line)
{
    std::vector<StartCommand> commands;
    bool isNew = true;
    const QByteArrayView text = withoutExecPrefix(line);
    for (qsizetype at = skipBlanks(text, 0); at < text.size();) {
        if (isNew) // the signs may stand before each
            at = text.size() - withoutExecPrefix(text.sliced(at)).size();
        const UnitWord word = nextUnitWord(text, at);
        at = word.end;
        if (word.isSeparator) {
            isNew = true;
        } else if (isNew) {
            commands.push_back({word.text, {}});
            isNew = false;
        } else {
            QByteArray &arguments = commands.back().arguments;
            arguments += (arguments.isEmpty() ? "" : " ")
                + quotedUnless(std::ranges::all_of(word.text, isPlainInUnit), word.text);
        }
    }
    return commands;
}

QByteArray unitCommandLine(QByteArrayView line)
{
    QByteArrayList commands;
    for (const StartCommand &command : unitCommands(line)) {
        const QByteArray program = quotedUnless(std::ranges::all_of(command.program, isPlainInUnit), command.program);
        commands += command.arguments.isEmpty() ? program : program + ' ' + command.arguments;
    }
    return commands.join(" ; ");
}

bool isVariableName(QByteArrayView name)
{
    const auto isPart = [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    return !name.isEmpty() && std::ranges::all_of(name, isPart);
}

QByteArray unquoted(QByteArrayView value)
{
    value = value.trimmed();
    const bool isQuoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return (isQuoted ? value.sliced(1).chopped(1) : value).toByteArray();
}

QByteArrayList splitWords(QByteArrayView text)
{
    QByteArrayList words;
    for (qsizetype at = skipBlanks(text, 0); at < text.size();) {
        const Word word = nextWord(text, at);
        words += word.text;
        at = word.end;
    }
    return words;
}

StartCommand splitCommand(QByteArrayView text)
{
    const qsizetype start = skipBlanks(text, 0);
    const Word first = nextWord(text, start);
    return {first.text, text.sliced(first.end).trimmed().toByteArray()};
}

QByteArrayView withoutExecPrefix(QByteArrayView line)
{
    constexpr QByteArrayView prefixes = "@-:+!|";
    qsizetype at = skipBlanks(line, 0);
    while (at < line.size() && prefixes.contains(line.at(at)))
        ++at;
    return line.sliced(at);
}

StartCommand splitShellCommand(QByteArrayView text)
{
    for (qsizetype at = skipBlanks(text, 0); at < text.size();) {
        const Word word = nextWord(text, at);
        if (!isAssignment(word.text) && !isShellKeyword(word.text))
            return {word.text, text.sliced(word.end).trimmed().toByteArray()};
        at = word.end;
    }
    return {};
}

} // namespace Sonde::Agent::Linux
