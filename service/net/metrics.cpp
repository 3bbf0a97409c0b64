// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/metrics.h"

#include "protocol/base/codec.h"

#include <QFile>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Sonde::Service {

namespace {

void add(QByteArray &text, const QByteArray &name, const QByteArray &help, const QByteArray &type, quint64 value)
{
    text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' '
        + QByteArray::number(value) + '\n';
}

/// Resident bytes of this process; 0 where the system does not say it in /proc.
quint64 residentBytes()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll().split(' ').value(1).toULongLong() * quint64(sysconf(_SC_PAGESIZE));
#endif
    return 0;
}

void addCommandStates(QByteArray &text, const SessionRegister &sessions)
{
    QMap<CommandState, quint64> counts;
    for (auto it = sessions.open().keyBegin(); it != sessions.open().keyEnd(); ++it)
        ++counts[sessions.command(*it)->state];
    text += "# HELP sonde_open_commands Commands that have not ended, by state.\n# TYPE sonde_open_commands gauge\n";
    for (const auto state :
        {CommandState::Created, CommandState::Pending, CommandState::Running, CommandState::Downloading})
        text += "sonde_open_commands{state=\"" + Codec::wireName(state).toLatin1() + "\"} "
            + QByteArray::number(counts.value(state)) + '\n';
}

} // namespace

QByteArray metricsText(const Tenant &tenant, const ConnectionFacts &connections)
{
    QByteArray text;
    add(text, "sonde_devices", "Enrolled devices.", "gauge", quint64(tenant.inventory.size()));
    add(text, "sonde_agents_online", "Agents connected now.", "gauge", quint64(tenant.router.onlineCount()));
    add(text, "sonde_workstations_online", "Workstations connected now.", "gauge", quint64(connections.workstations));
    add(text, "sonde_connections_pending", "Connections that have not said what they want.", "gauge",
        quint64(connections.pending));
    add(text, "sonde_connections_refused_total", "Connections refused before they said what they want.", "counter",
        connections.refused);
    add(text, "sonde_sessions_live", "Live sessions.", "gauge", quint64(tenant.sessions.live().size()));
    addCommandStates(text, tenant.sessions);
    add(text, "sonde_journal_entries", "Entries in the journal.", "counter", tenant.journal.lastNumber());
    add(text, "process_resident_memory_bytes", "Resident memory size in bytes.", "gauge", residentBytes());
    return text;
}

} // namespace Sonde::Service
