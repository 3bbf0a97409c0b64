// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/registryentity_windows.h"

#include "agent/acts/windows/registrysteps_windows.h"
#include "protocol/command/grammar.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

using Windows::RegistryView;

Result<QString> RegistryEntity::nameOf(const QString &id, const QByteArray &) const
{
    return RegistryName::parse(id).transform([](const RegistryName &name) { return name.typed(); });
}

Result<Look> RegistryEntity::look(const QString &id, const LookTerms &) const
{
    const auto name = RegistryName::parse(id);
    if (!name)
        return std::unexpected(name.error());
    if (isNeeded(*name))
        return fail(ErrorCode::Protected, name->typed());
    auto facts = registryFacts(*name, RegistryView::Native);
    if (!facts && facts.error().code == ErrorCode::NotFound) {
        const auto other = registryFacts(*name, RegistryView::Bits32);
        facts = other ? other : facts;
    }
    return facts.transform([&name](const QCborMap &found) { return Look{name->typed(), found}; });
}

QString RegistryEntity::lookLine(const QString &name) const
{
    return u"registry "_s + quoted(name);
}

Result<ActPlan> RegistryEntity::plan(const Look &look, const PlanTerms &) const
{
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    return RegistryName::parse(look.id)
        .and_then([&plan](const RegistryName &name) { return addRegistryEnd(plan, name); })
        .transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
