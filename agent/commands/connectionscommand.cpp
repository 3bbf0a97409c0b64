// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/connections.h"

#include "agent/command/command.h"
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
QCborValue portCell(const Connection &connection, quint16 port)
{
    return isUnix(connection.transport) ? QCborValue(nullptr) : QCborValue(port);
}

/// Nobody's, or one that is gone, has not begun.
QCborValue creationCell(const ProcessFacts &owner)
{
    return owner.pid ? timeCell(owner.created) : QCborValue(nullptr);
}

} // namespace

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

    const RowShape shape(context.spec(),
        {u"name", u"pid", u"protocol", u"status_display", u"local_ip", u"local_port", u"remote_ip", u"remote_port",
            u"path", u"user_name", u"process_creation_time", u"network_namespace"});
    ProcessNames processes;
    for (const Connection &connection : list->connections) {
        if (wantedPid && connection.pid != *wantedPid)
            continue;
        const ProcessFacts &owner = processes.facts(connection.pid);
        const bool goOn = context.addRow(shape.row({bytesCell(owner.name),
            connection.pid ? QCborValue(connection.pid) : QCborValue(nullptr), protocolName(connection),
            connection.status, textCell(connection.localAddress.toString()), portCell(connection, connection.localPort),
            textCell(connection.remoteAddress.toString()), portCell(connection, connection.remotePort),
            bytesCell(connection.path), textCell(owner.user), creationCell(owner),
            connection.networkNamespace ? QCborValue(qint64(connection.networkNamespace)) : QCborValue(nullptr)}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
