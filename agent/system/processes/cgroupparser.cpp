// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/cgroupparser.h"

#include <QList>
#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

constexpr qsizetype IdLength = 64;
constexpr qsizetype ShownLength = 12; // as docker ps shows it

/// How a container engine names the group of a container, "docker-<id>.scope".
struct ScopePrefix {
    QByteArrayView prefix;
    QByteArrayView engine;
};
constexpr std::array ScopePrefixes{ScopePrefix{"docker-", "docker"}, ScopePrefix{"libpod-", "podman"},
    ScopePrefix{"cri-containerd-", "containerd"}, ScopePrefix{"crio-", "cri-o"}};

bool isId(QByteArrayView text)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == IdLength && std::ranges::all_of(text, isHex);
}

QByteArray named(QByteArrayView engine, QByteArrayView id)
{
    return engine.toByteArray() + ' ' + (isId(id) ? id.first(ShownLength) : id).toByteArray();
}

/// The container that one step of the path stands for; empty when it stands for none.
QByteArray containerOf(const QByteArray &step, const QByteArray &before)
{
    const QByteArray stem = step.endsWith(".scope") ? step.chopped(qsizetype(sizeof ".scope") - 1) : step;
    for (const ScopePrefix &known : ScopePrefixes) {
        if (stem.startsWith(known.prefix) && isId(QByteArrayView(stem).sliced(known.prefix.size())))
            return named(known.engine, QByteArrayView(stem).sliced(known.prefix.size()));
    }
    if (isId(step))
        return named(before == "docker" ? "docker" : before.contains("pod") ? "kubernetes" : "container", step);
    constexpr QByteArrayView lxc = "lxc.payload.";
    if (step.startsWith(lxc))
        return named("lxc", QByteArrayView(step).sliced(lxc.size()));
    if (before == "lxc")
        return named("lxc", step);
    constexpr QByteArrayView machine = "machine-";
    if (step.startsWith(machine) && step.endsWith(".scope") && before == "machine.slice")
        return named("machine", QByteArrayView(stem).sliced(machine.size()));
    return {};
}

} // namespace

CgroupFacts parseCgroup(QByteArrayView bytes)
{
    CgroupFacts facts;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // 0::/system.slice/ssh.service
        const qsizetype slash = line.indexOf('/');
        if (slash < 0)
            continue;
        QByteArray before;
        const QList<QByteArray> steps = line.sliced(slash + 1).split('/');
        for (const QByteArray &step : steps) {
            const QByteArray container = containerOf(step, before);
            if (!container.isEmpty() && facts.container.isEmpty())
                facts.container = container;
            if (step.endsWith(".service"))
                facts.service = step;
            before = step;
        }
    }
    return facts;
}

} // namespace Sonde::Agent::Linux
