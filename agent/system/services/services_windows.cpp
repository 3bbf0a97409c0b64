// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/services.h"

#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/servicecontrol_windows.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::ControlledService;
using Windows::deviceBytes;

QString startTypeOf(const ControlledService &service)
{
    switch (service.startType) {
    case SERVICE_AUTO_START: return service.delayed ? u"automatic (delayed)"_s : u"automatic"_s;
    case SERVICE_DEMAND_START: return service.triggered ? u"manual (triggered)"_s : u"manual"_s;
    case SERVICE_DISABLED: return u"disabled"_s;
    case SERVICE_BOOT_START: return u"boot"_s;
    case SERVICE_SYSTEM_START: return u"system"_s;
    default: return QString::number(service.startType);
    }
}

QString typeOf(const ControlledService &service)
{
    constexpr quint32 ofUsers = 0x40; // SERVICE_USER_SERVICE
    QStringList words;
    if (service.type & SERVICE_WIN32_OWN_PROCESS)
        words += u"own process"_s;
    if (service.type & SERVICE_WIN32_SHARE_PROCESS)
        words += u"shared process"_s;
    if (service.type & ofUsers)
        words += u"for each user"_s;
    if (service.type & SERVICE_INTERACTIVE_PROCESS)
        words += u"interactive"_s;
    return words.join(u", "_s);
}

Service asService(const ControlledService &found)
{
    QByteArrayList dependencies;
    for (const QString &one : found.dependencies)
        dependencies += deviceBytes(one);
    return {.name = deviceBytes(found.name),
        .displayName = deviceBytes(found.displayName),
        .state = found.state,
        .subState = {},
        .startType = startTypeOf(found),
        .type = typeOf(found),
        .account = deviceBytes(found.account),
        .binary = deviceBytes(found.library.isEmpty() ? Windows::programOf(found.commandLine) : found.library),
        .commandLine = deviceBytes(found.commandLine),
        .pid = found.pid,
        .path = deviceBytes(QString(uR"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\)"_s + found.name)),
        .dependencies = dependencies};
}

} // namespace

Result<ServiceList> listServices(const QByteArray &, const std::stop_token &stop)
{
    const auto found = Windows::listControlled(Windows::Controlled::Services);
    if (!found)
        return std::unexpected(found.error());
    ServiceList list{{}, found->errors};
    for (const ControlledService &one : found->services) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        list.services.push_back(asService(one));
    }
    return list;
}

} // namespace Sonde::Agent
