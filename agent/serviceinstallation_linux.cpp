// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/serviceinstallation.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

std::unexpected<Error> doneByThePackage()
{
    return fail(ErrorCode::NotSupported, u"sonde-agent"_s,
        u"the package and systemd do that here: systemctl enable --now sonde-agent, or apt remove sonde-agent"_s);
}

} // namespace

ServiceDefinition agentService(const QStringList &command)
{
    return {u"sonde-agent"_s, u"Sonde device agent"_s, {}, command};
}

QString serviceDataFolder()
{
    return u"/var/lib/sonde-agent"_s;
}

Result<void> installService(const ServiceDefinition &)
{
    return doneByThePackage();
}

Result<void> startService(const QString &)
{
    return doneByThePackage();
}

Result<void> stopService(const QString &)
{
    return doneByThePackage();
}

Result<bool> uninstallService(const QString &)
{
    return doneByThePackage();
}

} // namespace Sonde::Agent
