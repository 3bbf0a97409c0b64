// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/connections.h"

#include "agent/system/windows/systemerror_windows.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <windows.h>

#include <iphlpapi.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QString stateText(DWORD state)
{
    // The words of netstat.
    switch (state) {
    case MIB_TCP_STATE_CLOSED: return u"CLOSED"_s;
    case MIB_TCP_STATE_LISTEN: return u"LISTENING"_s;
    case MIB_TCP_STATE_SYN_SENT: return u"SYN_SENT"_s;
    case MIB_TCP_STATE_SYN_RCVD: return u"SYN_RECEIVED"_s;
    case MIB_TCP_STATE_ESTAB: return u"ESTABLISHED"_s;
    case MIB_TCP_STATE_FIN_WAIT1: return u"FIN_WAIT_1"_s;
    case MIB_TCP_STATE_FIN_WAIT2: return u"FIN_WAIT_2"_s;
    case MIB_TCP_STATE_CLOSE_WAIT: return u"CLOSE_WAIT"_s;
    case MIB_TCP_STATE_CLOSING: return u"CLOSING"_s;
    case MIB_TCP_STATE_LAST_ACK: return u"LAST_ACK"_s;
    case MIB_TCP_STATE_TIME_WAIT: return u"TIME_WAIT"_s;
    case MIB_TCP_STATE_DELETE_TCB: return u"DELETE_TCB"_s;
    default: return QString::number(state);
    }
}

QHostAddress address4(DWORD networkOrder)
{
    return QHostAddress(quint32(::ntohl(networkOrder)));
}

QHostAddress address6(const UCHAR *bytes, DWORD scope)
{
    QHostAddress address(bytes);
    if (scope)
        address.setScopeId(QString::number(scope));
    return address;
}

quint32 portOf(DWORD networkOrder)
{
    return ::ntohs(u_short(networkOrder));
}

Connection asConnection(const MIB_TCPROW_OWNER_MODULE &row)
{
    return {.transport = Transport::Tcp,
        .status = stateText(row.dwState),
        .localAddress = address4(row.dwLocalAddr),
        .localPort = portOf(row.dwLocalPort),
        .remoteAddress = address4(row.dwRemoteAddr),
        .remotePort = row.dwState == MIB_TCP_STATE_LISTEN ? 0 : portOf(row.dwRemotePort),
        .pid = row.dwOwningPid};
}

Connection asConnection(const MIB_TCP6ROW_OWNER_MODULE &row)
{
    return {.transport = Transport::Tcp,
        .ipv6 = true,
        .status = stateText(row.dwState),
        .localAddress = address6(row.ucLocalAddr, row.dwLocalScopeId),
        .localPort = portOf(row.dwLocalPort),
        .remoteAddress = address6(row.ucRemoteAddr, row.dwRemoteScopeId),
        .remotePort = row.dwState == MIB_TCP_STATE_LISTEN ? 0 : portOf(row.dwRemotePort),
        .pid = row.dwOwningPid};
}

Connection asConnection(const MIB_UDPROW_OWNER_MODULE &row)
{
    return {.transport = Transport::Udp,
        .localAddress = address4(row.dwLocalAddr),
        .localPort = portOf(row.dwLocalPort),
        .remoteAddress = QHostAddress(QHostAddress::AnyIPv4),
        .pid = row.dwOwningPid};
}

Connection asConnection(const MIB_UDP6ROW_OWNER_MODULE &row)
{
    return {.transport = Transport::Udp,
        .ipv6 = true,
        .localAddress = address6(row.ucLocalAddr, row.dwLocalScopeId),
        .localPort = portOf(row.dwLocalPort),
        .remoteAddress = QHostAddress(QHostAddress::AnyIPv6),
        .pid = row.dwOwningPid};
}

/// Wine has no functions that say it, and ends who calls them.
bool namesModules()
{
    static const bool names = ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") == nullptr;
    return names;
}

/// The part of the system that a process opened the socket for: a service in a shared process, a driver.
template<typename Row>
void addModule(Connection &connection, Row row, DWORD(WINAPI *ask)(Row *, TCPIP_OWNER_MODULE_INFO_CLASS, PVOID, PDWORD))
{
    QByteArray buffer(4096, '\0');
    auto size = DWORD(buffer.size());
    if (!namesModules() || ask(&row, TCPIP_OWNER_MODULE_INFO_BASIC, buffer.data(), &size) != ERROR_SUCCESS)
        return;
    const auto *module = reinterpret_cast<const TCPIP_OWNER_MODULE_BASIC_INFO *>(buffer.constData());
    if (module->pModuleName && *module->pModuleName)
        connection.details.insert(u"module"_s, QString::fromWCharArray(module->pModuleName));
    if (module->pModulePath && *module->pModulePath)
        connection.details.insert(u"module_path"_s, QString::fromWCharArray(module->pModulePath));
}

/// A table of the kernel's, which may grow between asking how large it is and asking for it.
template<typename Ask>
Result<QByteArray> tableOf(const QString &subject, const Ask &ask)
{
    QByteArray table;
    DWORD size = 0;
    DWORD failure = ERROR_INSUFFICIENT_BUFFER;
    for (int attempts = 0; failure == ERROR_INSUFFICIENT_BUFFER && attempts < 8; ++attempts) {
        table = QByteArray(qsizetype(size), '\0');
        failure = ask(size ? table.data() : nullptr, &size);
    }
    if (failure != ERROR_SUCCESS)
        return std::unexpected(Windows::errorOf(failure, subject));
    return table;
}

template<typename Table, typename Ask, typename AskModule>
void addTable(ConnectionList &list, const QString &subject, const Ask &ask, AskModule askModule)
{
    const auto bytes = tableOf(subject, ask);
    if (!bytes) {
        list.errors.push_back(bytes.error());
        return;
    }
    if (bytes->size() < qsizetype(sizeof(Table)))
        return;
    const auto *table = reinterpret_cast<const Table *>(bytes->constData());
    for (DWORD i = 0; i < table->dwNumEntries; ++i) {
        Connection connection = asConnection(table->table[i]);
        addModule(connection, table->table[i], askModule);
        list.connections.push_back(std::move(connection));
    }
}

} // namespace

Result<ConnectionList> listConnections(const std::stop_token &stop)
{
    const auto tcp = [](ULONG family) {
        return [family](void *place, DWORD *size) {
            return ::GetExtendedTcpTable(place, size, FALSE, family, TCP_TABLE_OWNER_MODULE_ALL, 0);
        };
    };
    const auto udp = [](ULONG family) {
        return [family](void *place, DWORD *size) {
            return ::GetExtendedUdpTable(place, size, FALSE, family, UDP_TABLE_OWNER_MODULE, 0);
        };
    };
    ConnectionList list;
    addTable<MIB_TCPTABLE_OWNER_MODULE>(list, u"tcp"_s, tcp(AF_INET), &::GetOwnerModuleFromTcpEntry);
    addTable<MIB_TCP6TABLE_OWNER_MODULE>(list, u"tcp6"_s, tcp(AF_INET6), &::GetOwnerModuleFromTcp6Entry);
    addTable<MIB_UDPTABLE_OWNER_MODULE>(list, u"udp"_s, udp(AF_INET), &::GetOwnerModuleFromUdpEntry);
    addTable<MIB_UDP6TABLE_OWNER_MODULE>(list, u"udp6"_s, udp(AF_INET6), &::GetOwnerModuleFromUdp6Entry);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return list;
}

} // namespace Sonde::Agent
