// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/installedcron.h"

#include "agent/system/files/filetree.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// Names that run-parts(8) of Debian does not pass over, nor its cron.
bool isPlainName(const QByteArray &name)
{
    const auto isAllowed = [](char c) {
        return c == '-' || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    return !name.isEmpty() && std::ranges::all_of(name, isAllowed);
}

template<size_t Count>
bool hasEnding(const QByteArray &name, const std::array<QByteArrayView, Count> &endings)
{
    return std::ranges::any_of(endings, [&name](QByteArrayView ending) { return name.endsWith(ending); });
}

} // namespace

bool InstalledCron::readsTable(const QByteArray &name) const
{
    if (m_kind != Kind::Cronie)
        return isPlainName(name);
    // not_a_crontab() of cronie's database.c
    static constexpr std::array<QByteArrayView, 4> endings{"~", ".rpmsave", ".rpmorig", ".rpmnew"};
    return !name.startsWith('.') && !name.startsWith('#') && !hasEnding(name, endings);
}

bool InstalledCron::runsPart(const QByteArray &name) const
{
    if (m_runParts == RunParts::Debian)
        return isPlainName(name);
    static constexpr std::array<QByteArrayView, 8> endings{
        "~", ",", ".rpmsave", ".rpmorig", ".rpmnew", ".swp", ".cfsaved", ",v"};
    return !name.startsWith('.') && !hasEnding(name, endings);
}

InstalledCron::Kind cronKind(QByteArrayView program)
{
    if (program.contains("CRON_TZ")) // Debian's does not know it
        return InstalledCron::Kind::Cronie;
    const bool readsTheSame = program.contains("/etc/cron.d") && program.contains("crontabs");
    return readsTheSame && !program.contains("dcron") ? InstalledCron::Kind::Debian : InstalledCron::Kind::Unknown;
}

InstalledCron installedCron(FileTree &tree)
{
    constexpr qint64 most = 4LL * 1024 * 1024;
    const bool isScript = tree.tryRead("/usr/bin/run-parts", most).value_or(QByteArray()).startsWith("#!");
    const auto runParts = isScript ? InstalledCron::RunParts::RedHat : InstalledCron::RunParts::Debian;
    for (const char *path : {"/usr/sbin/crond", "/usr/sbin/cron", "/sbin/crond", "/sbin/cron", "/usr/bin/crond"}) {
        const auto program = tree.tryRead(path, most);
        const auto kind = program ? cronKind(*program) : InstalledCron::Kind::Unknown;
        if (kind != InstalledCron::Kind::Unknown)
            return InstalledCron(kind, runParts);
    }
    return InstalledCron(InstalledCron::Kind::Unknown, runParts);
}

} // namespace Sonde::Agent::Linux
