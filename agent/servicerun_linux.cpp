// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/servicerun.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

ServiceRun::ServiceRun(const QString &, QObject *parent)
    : QObject(parent)
{
}

ServiceRun::~ServiceRun() = default;

Result<void> ServiceRun::begin()
{
    return fail(ErrorCode::NotSupported, u"--service"_s, u"systemd starts this program as it is: leave it out"_s);
}

void ServiceRun::reportRunning() {}

void ServiceRun::reportEnded(bool) {}

} // namespace Sonde::Agent

#include "moc_servicerun.cpp"
