// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/actways.h"

#include "agent/acts/files/fileentity.h"
#include "agent/acts/files/movefile_windows.h"
#include "agent/acts/files/restorefile_windows.h"
#include "agent/acts/network/isolationworker.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/acts/processes/lookagain.h"
#include "agent/acts/processes/processentity.h"
#include "agent/acts/processes/stopprocesses.h"
#include "agent/acts/services/scheduledtaskentity.h"
#include "agent/acts/services/serviceentity.h"
#include "agent/acts/starts/persistenceentity.h"
#include "agent/acts/starts/startupfolderentity.h"
#include "agent/acts/windows/registryentity_windows.h"
#include "agent/acts/windows/registrysteps_windows.h"
#include "agent/acts/windows/servicesteps_windows.h"
#include "agent/acts/windows/tasksteps_windows.h"
#include "agent/base/devicefolder.h"
#include "agent/system/windows/privileges_windows.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

std::vector<std::unique_ptr<Entity>> allEntities(const QString &folder, const QByteArray &root)
{
    std::vector<std::unique_ptr<Entity>> entities;
    entities.push_back(std::make_unique<FileEntity>(devicePathOf(folder)));
    entities.push_back(std::make_unique<ProcessEntity>());
    entities.push_back(std::make_unique<ServiceEntity>(root));
    entities.push_back(std::make_unique<ScheduledTaskEntity>(root));
    entities.push_back(std::make_unique<StartupFolderEntity>(root));
    entities.push_back(std::make_unique<PersistenceEntity>(root));
    entities.push_back(std::make_unique<RegistryEntity>());
    return entities;
}

std::vector<std::unique_ptr<StepWorker>> allWorkers(Quarantine &quarantine, const QByteArray &,
    const Acts::Delays &lookAgain, const std::shared_ptr<Isolation> &isolation)
{
    // An access control list is no reason to leave what was found where it is.
    Windows::enablePrivileges();
    std::vector<std::unique_ptr<StepWorker>> workers;
    workers.push_back(std::make_unique<MoveFileWorker>(quarantine));
    workers.push_back(std::make_unique<RestoreFileWorker>(quarantine));
    workers.push_back(std::make_unique<ServiceWorker>());
    workers.push_back(std::make_unique<TaskWorker>());
    workers.push_back(std::make_unique<RegistryWorker>());
    workers.push_back(std::make_unique<StopProcessesWorker>());
    workers.push_back(std::make_unique<KillProcessesWorker>(quarantine));
    workers.push_back(std::make_unique<LookAgainWorker>(lookAgain));
    workers.push_back(std::make_unique<IsolationWorker>(isolation));
    return workers;
}

KeptFile keptFileOf(const StepOrder &order)
{
    KeptFile kept{.path = DevicePath::fromTyped(order.step.subject).bytes(), .facts = {}};
    if (const auto image = imageOf(order.kept))
        kept.facts = factsOfImage(*image);
    return kept;
}

} // namespace Sonde::Agent
