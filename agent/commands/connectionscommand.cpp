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

/// "tcp", "tcp6", "unix-stream", "packet-raw"…
QString protocolName(const Connection &connection)
{
    const auto either = [&connection](const QString &name) { return connection.ipv6 ? name + u'6' : name; };
    switch (connection.transport) {
    case Transport::Tcp: return either(u"tcp"_s);
    case Transport::Udp: return either(u"udp"_s);
    case Transport::UdpLite: return either(u"udplite"_s);
    case Transport::Mptcp: return either(u"mptcp"_s);
    case Transport::Sctp: return either(u"sctp"_s);
    case Transport::Dccp: return either(u"dccp"_s);
    case Transport::Raw: return either(u"raw"_s);
    case Transport::Icmp: return either(u"icmp"_s);
    case Transport::VsockStream: return u"vsock-stream"_s;
    case Transport::VsockDatagram: return u"vsock-dgram"_s;
    case Transport::VsockSeqpacket: return u"vsock-seqpacket"_s;
    case Transport::PacketRaw: return u"packet-raw"_s;
    case Transport::PacketDatagram: return u"packet-dgram"_s;
    case Transport::Xdp: return u"xdp"_s;
    case Transport::Tipc: return u"tipc"_s;
    case Transport::Other: return connection.details.value(u"kernel_protocol"_s).toLower();
    case Transport::Netlink: return u"netlink"_s;
    case Transport::UnixStream: return u"unix-stream"_s;
    case Transport::UnixDatagram: return u"unix-dgram"_s;
    case Transport::UnixSeqpacket: return u"unix-seqpacket"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// Port 0 is none: nobody is at the other end of what listens.
QCborValue portCell(const Connection &connection, quint32 port)
{
    return hasPorts(connection.transport) && port != 0 ? QCborValue(qint64(port)) : QCborValue(nullptr);
}

QCborValue detailsCell(const Connection &connection)
{
    QCborMap details;
    for (const auto &[name, value] : connection.details.asKeyValueRange())
        details.insert(name, value);
    return details.isEmpty() ? QCborValue(nullptr) : QCborValue(details);
}

/// Nobody's, or one that is gone, has not begun.
QCborValue creationCell(const ProcessFacts &owner)
{
    return owner.pid ? timeCell(owner.created, owner.createdDigits) : QCborValue(nullptr);
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
            cell<"protocol">(protocolName(connection)), cell<"status_display">(textCell(connection.status)),
            cell<"local_ip">(textCell(connection.localAddress.toString())),
            cell<"local_port">(portCell(connection, connection.localPort)),
            cell<"remote_ip">(textCell(connection.remoteAddress.toString())),
            cell<"remote_port">(portCell(connection, connection.remotePort)), cell<"path">(bytesCell(connection.path)),
            cell<"user_name">(textCell(owner.user)), cell<"process_creation_time">(creationCell(owner)),
            cell<"network_namespace">(
                connection.networkNamespace ? QCborValue(qint64(connection.networkNamespace)) : QCborValue(nullptr)),
            cell<"details">(detailsCell(connection)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Connections{Verbs::Connections, &connections};

} // namespace Sonde::Agent::Commands
