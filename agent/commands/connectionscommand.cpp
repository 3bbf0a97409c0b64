// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/deviceverb.h"
#include "agent/system/network/connections.h"
#include "agent/system/processes/processes.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

/// Facts of processes, each asked for once.
class ProcessNames final
{
public:
    const ProcessFacts &facts(qint64 pid)
    {
        auto known = m_known.constFind(pid);
        if (known == m_known.constEnd())
            known = m_known.insert(pid, pid ? m_table.facts(pid).value_or(ProcessFacts()) : ProcessFacts());
        return *known;
    }

private:
    ProcessTable m_table;
    QHash<qint64, ProcessFacts> m_known;
};

/// "tcp", "tcp6", "udp", "udp6", "unix-stream"…
QString protocolName(const Connection &connection)
{
    switch (connection.transport) {
    case Transport::Tcp: return connection.ipv6 ? u"tcp6"_s : u"tcp"_s;
    case Transport::Udp: return connection.ipv6 ? u"udp6"_s : u"udp"_s;
    case Transport::UnixStream: return u"unix-stream"_s;
    case Transport::UnixDatagram: return u"unix-dgram"_s;
    case Transport::UnixSeqpacket: return u"unix-seqpacket"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// A Unix socket has no ports.
/// Port 0 is none: nobody is at the other end of what listens.
QCborValue portCell(const Connection &connection, quint16 port)
{
    return isUnix(connection.transport) || port == 0 ? QCborValue(nullptr) : QCborValue(port);
}

/// Nobody's, or one that is gone, has not begun.
QCborValue creationCell(const ProcessFacts &owner)
{
    return owner.pid ? timeCell(owner.created) : QCborValue(nullptr);
}

Outcome connections(CommandContext &context)
{
    const auto wantedPid = context.number(u"pid"_s);
    if (wantedPid) {
        if (const auto known = ProcessTable().facts(*wantedPid); !known)
            return std::unexpected(known.error());
    }
    const auto list = listConnections(context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    ProcessNames processes;
    for (const Connection &connection : list->connections) {
        if (wantedPid && connection.pid != *wantedPid)
            continue;
        const ProcessFacts &owner = processes.facts(connection.pid);
        const bool goOn = context.addRow<Verbs::Connections>(cell<"name">(bytesCell(owner.name)),
            cell<"pid">(connection.pid ? QCborValue(connection.pid) : QCborValue(nullptr)),
            cell<"protocol">(protocolName(connection)), cell<"status_display">(connection.status),
            cell<"local_ip">(textCell(connection.localAddress.toString())),
            cell<"local_port">(portCell(connection, connection.localPort)),
            cell<"remote_ip">(textCell(connection.remoteAddress.toString())),
            cell<"remote_port">(portCell(connection, connection.remotePort)), cell<"path">(bytesCell(connection.path)),
            cell<"user_name">(textCell(owner.user)), cell<"process_creation_time">(creationCell(owner)),
            cell<"network_namespace">(
                connection.networkNamespace ? QCborValue(qint64(connection.networkNamespace)) : QCborValue(nullptr)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Connections{Verbs::Connections, &connections};

} // namespace Sonde::Agent::Commands
