// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/pamparser.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// The next word; one that begins with a bracket goes on to its end.
QByteArray takePamWord(QByteArrayView &text)
{
    text = text.trimmed();
    const bool isBracketed = text.startsWith('[');
    qsizetype end = 0;
    while (end < text.size() && (isBracketed ? text.at(end) != ']' : text.at(end) != ' ' && text.at(end) != '\t')) {
        end += text.at(end) == '\\' && end + 1 < text.size() ? 2 : 1; // "\]" is none
    }
    end = std::min(end + (isBracketed ? 1 : 0), text.size());
    const QByteArray word = text.first(end).toByteArray();
    text = text.sliced(end);
    return word;
}

} // namespace

std::vector<PamRule> parsePamLine(QByteArrayView line, PamFile file)
{
    static constexpr std::array<QByteArrayView, 4> types{"auth", "account", "session", "password"};
    QByteArrayView rest = line.trimmed();
    if (rest.startsWith('#') || rest.startsWith('@'))
        return {};
    if (file == PamFile::OfAll)
        std::ignore = takePamWord(rest);
    PamRule rule;
    rule.type = takePamWord(rest).toLower();
    if (rule.type.startsWith('-'))
        rule.type = rule.type.sliced(1);
    rule.control = takePamWord(rest);
    rule.module = takePamWord(rest);
    const QByteArray control = rule.control.toLower();
    if (!std::ranges::contains(types, QByteArrayView(rule.type)) || rule.module.isEmpty() || control == "include"
        || control == "substack")
        return {};
    while (!rest.trimmed().isEmpty()) {
        const QByteArray argument = takePamWord(rest);
        if (argument.startsWith('#'))
            break;
        rule.arguments += argument;
    }
    return {rule};
}

} // namespace Sonde::Agent::Linux
