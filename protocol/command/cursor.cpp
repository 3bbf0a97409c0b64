// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/binder.h"
#include "protocol/command/tokenizer.h"

#include <algorithm>

namespace Sonde {

namespace {

/// The words before the cursor, and the one it touches, if any.
struct Around {
    QList<Token> before;
    std::optional<Token> word;
};

Around around(QStringView line, qsizetype cursor)
{
    Around found;
    for (const auto &token : tokenize(line)) {
        const qsizetype end = token.start + token.length;
        if (token.kind == TokenKind::Word && token.start < cursor && cursor <= end)
            found.word = token;
        else if (end <= cursor)
            found.before += token;
    }
    return found;
}

bool beginsName(const std::optional<Token> &word)
{
    return word && !word->quoted && word->text.startsWith(u'-');
}

/// What a word is that comes after all the binder has taken.
void place(CursorContext &context, const Binder &binder, bool dashed)
{
    switch (binder.awaits()) {
    case Binder::Awaits::Value:
        context.place = CursorPlace::Parameter;
        context.parameter = binder.awaitedParameter();
        return;
    case Binder::Awaits::OutputType: context.place = CursorPlace::OutputValue; return;
    case Binder::Awaits::FileName: context.place = CursorPlace::FileName; return;
    case Binder::Awaits::DashedName: context.place = CursorPlace::ParameterName; return;
    case Binder::Awaits::Nothing: return;
    case Binder::Awaits::Anything: break;
    }
    context.parameter = dashed ? nullptr : binder.nextParameter();
    if (dashed)
        context.place = CursorPlace::ParameterName;
    else if (context.parameter)
        context.place = CursorPlace::Parameter;
    else if (binder.mayNameOutput())
        context.place = CursorPlace::OutputValue;
}

} // namespace

CursorContext contextAt(QStringView line, qsizetype cursor, const Catalogue &catalogue)
{
    cursor = std::clamp<qsizetype>(cursor, 0, line.size());
    const auto [before, word] = around(line, cursor);

    CursorContext context;
    context.start = cursor;
    if (word) {
        context.prefix = unquoted(line.sliced(word->start, cursor - word->start));
        context.start = word->start;
        context.length = word->length;
    }
    if (before.isEmpty())
        return context;

    context.place = CursorPlace::Nothing;
    context.command = before.first().kind == TokenKind::Word ? catalogue.find(before.first().text) : nullptr;
    if (!context.command)
        return context;

    Binder binder(*context.command, catalogue);
    for (const auto &token : before.sliced(1))
        (void)binder.take(token); // a refused word changes nothing for the next one
    place(context, binder, beginsName(word));
    if (binder.awaits() == Binder::Awaits::DashedName) {
        // `- au`: the dash belongs to the word.
        context.length += context.start - before.last().start;
        context.start = before.last().start;
        context.prefix.prepend(u'-');
    }
    return context;
}

} // namespace Sonde
