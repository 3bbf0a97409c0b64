// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections.h"

#include "command.h"
#include "processes.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sonde::Commands {

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

/// "tcp", "tcp6", "udp", "udp6".
QString protocolName(const Connection &connection)
{
    const QString name = connection.transport == Transport::Tcp ? u"tcp"_s : u"udp"_s;
    return connection.ipv6 ? QString(name + u'6') : name;
}

} // namespace

Outcome connections(CommandContext &context)
{
    const auto list = listConnections(context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const RowShape shape(context.spec(),
        {u"name", u"pid", u"protocol", u"status_display", u"local_ip", u"local_port", u"remote_ip", u"remote_port",
            u"user_name"});
    ProcessNames processes;
    for (const Connection &connection : list->connections) {
        const ProcessFacts &owner = processes.facts(connection.pid);
        const bool goOn = context.addRow(
            shape.row({bytesCell(owner.name), connection.pid ? QCborValue(connection.pid) : QCborValue(nullptr),
                protocolName(connection), connection.status, connection.localAddress.toString(), connection.localPort,
                connection.remoteAddress.toString(), connection.remotePort, textCell(owner.user)}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Commands
