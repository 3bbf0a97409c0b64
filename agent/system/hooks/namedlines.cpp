// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/namedlines.h"

#include "agent/base/linehash.h"

#include <QHash>
#include <algorithm>

namespace Sonde::Agent::Linux {

std::vector<NamedLine> namedLines(const QByteArray &path, QByteArrayView bytes)
{
    std::vector<NamedLine> lines;
    QHash<QByteArray, int> earlier;
    bool goesOn = false;
    for (const QByteArray &content : plainLines(bytes)) {
        const int occurrence = earlier[content]++;
        const bool isPart = std::exchange(goesOn, content.endsWith('\\')) || goesOn;
        lines.push_back({content, isPart ? QByteArray() : lineId(path, content, occurrence)});
    }
    return lines;
}

std::vector<NamedHook> namedHooks(const QByteArray &path, QByteArrayView bytes, HookParser parse)
{
    std::vector<NamedHook> hooks;
    for (const Hook &hook : parse(bytes))
        hooks.push_back({hook, {}});
    auto next = hooks.begin();
    for (const NamedLine &line : namedLines(path, bytes)) {
        const std::vector<Hook> own = line.id.isEmpty() ? std::vector<Hook>() : parse(line.content);
        if (own.size() != 1)
            continue;
        // What it is for may be said above it.
        const auto isIt = [&own](const NamedHook &one) {
            return one.hook.name == own.front().name && one.hook.command == own.front().command;
        };
        const auto found = std::find_if(next, hooks.end(), isIt);
        if (found == hooks.end())
            continue;
        found->id = line.id;
        next = found + 1;
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
