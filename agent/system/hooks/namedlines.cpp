// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/namedlines.h"

#include "agent/base/linehash.h"

#include <QHash>
#include <deque>
#include <utility>

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
    QHash<std::pair<QByteArray, QByteArray>, std::deque<size_t>> places; // of what says the same
    for (const Hook &hook : parse(bytes)) {
        places[{hook.name, hook.command}].push_back(hooks.size());
        hooks.push_back({hook, {}});
    }
    size_t next = 0;
    for (const NamedLine &line : namedLines(path, bytes)) {
        const std::vector<Hook> own = line.id.isEmpty() ? std::vector<Hook>() : parse(line.content);
        if (own.size() != 1)
            continue;
        // What it is for may be said above it. Lines come in the order of what they say.
        const auto same = places.find({own.front().name, own.front().command});
        if (same == places.end())
            continue;
        while (!same->empty() && same->front() < next)
            same->pop_front();
        if (same->empty())
            continue;
        next = same->front();
        hooks[next++].id = line.id;
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
