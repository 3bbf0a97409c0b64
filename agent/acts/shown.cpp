// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/shown.h"

#include "agent/acts/acts.h"
#include "agent/acts/processes/processentity.h"
#include "agent/acts/services/scheduledtaskentity.h"
#include "agent/acts/services/serviceentity.h"
#include "protocol/base/devicepath.h"

namespace Sonde::Agent {

void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const ProcessFacts &process)
{
    if (acts)
        acts->remember(session, EntityType::Process, QString::number(process.pid), factsOf(process));
}

void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const Service &service)
{
    if (acts)
        acts->remember(session, EntityType::Service, DevicePath(service.name).typed(), factsOf(service));
}

void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const ScheduledTask &task)
{
    if (acts)
        acts->remember(session, EntityType::Scheduledtask, DevicePath(task.id).typed(), factsOf(task));
}

} // namespace Sonde::Agent
