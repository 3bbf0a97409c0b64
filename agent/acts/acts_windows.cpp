// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"

#include "protocol/base/reason.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

/// Nothing is taken away from this platform's devices yet.
class Quarantine final
{};

Acts::Acts(const QString &folder, const QByteArray &, const Delays &, const std::shared_ptr<Isolation> &)
    : m_ledger(folder + u"/acts.log"_s)
    , m_runner(m_ledger, {})
{
}

Acts::~Acts() = default;

Result<void> Acts::prepare()
{
    const std::lock_guard lock(m_acting);
    m_ready = m_ledger.open();
    return m_ready;
}

void Acts::remember(SessionId, EntityType, const QString &, const QCborMap &) {}

Result<PlannedAct> Acts::planRemedy(const RemedyOrder &order)
{
    return fail(ErrorCode::NotSupported, order.id, Reason::NoWayToRemediate);
}

Result<PlannedAct> Acts::planUndo(const UndoOrder &order)
{
    return fail(ErrorCode::NothingToUndo, order.id);
}

Result<ActRecord> Acts::run(const PlannedAct &act, const ActTerms &terms)
{
    const std::lock_guard lock(m_acting);
    return m_runner.run(act, terms, [](const QString &, qint64) { return Result<void>(); });
}

void Acts::setTold(CommandId command)
{
    if (const auto record = ofCommand(command); record && !record->told)
        std::ignore = m_ledger.setTold(record->number); // else it is told once more
}

Result<KeptFile> Acts::copyOut(quint64 act, int) const
{
    return fail(ErrorCode::NothingToUndo, QString::number(act));
}

const Entity *Acts::entity(EntityType) const
{
    return nullptr;
}

} // namespace Sonde::Agent
