// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/serviceentity.h"

#include "agent/acts/services/serviceways.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

QCborMap factsOf(const Service &service)
{
    return {{u"path"_s, DevicePath(service.path).typed()}, {u"binary_path"_s, DevicePath(service.binary).typed()},
        {u"command_line"_s, DevicePath(service.commandLine).typed()}};
}

Result<QString> ServiceEntity::nameOf(const QString &id, const QByteArray &) const
{
    return plainServiceName(id);
}

Result<Look> ServiceEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto service = name ? findService(m_root, *name, terms.stop) : std::unexpected(name.error());
    if (!service)
        return std::unexpected(service.error());
    if (isVital(*service))
        return fail(ErrorCode::Protected, *name);
    return Look{*name, factsOf(*service)};
}

QString ServiceEntity::lookLine(const QString &name) const
{
    return u"services "_s + quoted(name);
}

Result<ActPlan> ServiceEntity::plan(const Look &look, const PlanTerms &terms) const
{
    const auto service = findService(m_root, look.id, terms.stop);
    if (!service)
        return std::unexpected(service.error());
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    const auto added = addEndOf(plan, m_root, *service, terms);
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
