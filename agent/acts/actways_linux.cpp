// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/actways.h"

#include "agent/acts/files/fileentity.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/restorefile.h"
#include "agent/acts/lines/removeline.h"
#include "agent/acts/network/isolationworker.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/acts/processes/lookagain.h"
#include "agent/acts/processes/processentity.h"
#include "agent/acts/processes/stopprocesses.h"
#include "agent/acts/services/scheduledtaskentity.h"
#include "agent/acts/services/serviceentity.h"
#include "agent/acts/services/unitsteps.h"
#include "agent/acts/starts/persistenceentity.h"
#include "agent/acts/starts/startupfolderentity.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

std::vector<std::unique_ptr<Entity>> allEntities(const QString &folder, const QByteArray &root)
{
    std::vector<std::unique_ptr<Entity>> entities;
    entities.push_back(std::make_unique<FileEntity>(QFile::encodeName(folder)));
    entities.push_back(std::make_unique<ProcessEntity>());
    entities.push_back(std::make_unique<ServiceEntity>(root));
    entities.push_back(std::make_unique<ScheduledTaskEntity>(root));
    entities.push_back(std::make_unique<StartupFolderEntity>(root));
    entities.push_back(std::make_unique<PersistenceEntity>(root));
    return entities;
}

std::vector<std::unique_ptr<StepWorker>> allWorkers(Quarantine &quarantine, const QByteArray &root,
    const Acts::Delays &lookAgain, const std::shared_ptr<Isolation> &isolation)
{
    std::vector<std::unique_ptr<StepWorker>> workers;
    workers.push_back(std::make_unique<MoveFileWorker>(quarantine));
    workers.push_back(std::make_unique<RestoreFileWorker>(quarantine));
    workers.push_back(std::make_unique<RemoveLineWorker>());
    workers.push_back(std::make_unique<UnitWorker>(root));
    workers.push_back(std::make_unique<MaskUnitWorker>());
    workers.push_back(std::make_unique<StopProcessesWorker>());
    workers.push_back(std::make_unique<KillProcessesWorker>(quarantine));
    workers.push_back(std::make_unique<LookAgainWorker>(lookAgain));
    workers.push_back(std::make_unique<IsolationWorker>(isolation));
    return workers;
}

KeptFile keptFileOf(const StepOrder &order)
{
    const QString &subject = order.step.subject;
    if (order.step.kind != StepKind::MoveFile)
        return {.path = "/proc/" + subject.section(u',', 0, 0).toLatin1() + "/exe", .facts = {}};
    KeptFile kept{.path = DevicePath::fromTyped(subject).bytes(), .facts = {}};
    if (const auto image = imageOf(order.kept)) {
        kept.facts = factsOfImage(*image);
        kept.facts->changed = order.step.identity.value(u"changed"_s).toInteger();
    }
    return kept;
}

} // namespace Sonde::Agent
