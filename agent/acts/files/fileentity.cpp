// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/fileentity.h"

#include "agent/acts/files/filesteps.h"
#include "agent/base/devicefolder.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/command/grammar.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

Result<QString> FileEntity::nameOf(const QString &id, const QByteArray &workingDirectory) const
{
    const QByteArray path = absolutePath(workingDirectory, DevicePath::fromTyped(id).bytes());
    return canonicalPath(path).transform([](const QByteArray &canonical) { return DevicePath(canonical).typed(); });
}

Result<Look> FileEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    if (!name)
        return std::unexpected(name.error());
    const QByteArray path = DevicePath::fromTyped(*name).bytes();
    if (isTaken(path) && isAgents(path, m_agentFolder))
        return fail(ErrorCode::Protected, *name, Reason::BelongsToAgent);
    const auto step = moveFileStepAt(path, terms);
    if (!step)
        return std::unexpected(step.error());
    if (!step->identity.contains(u"sha256"_s))
        return fail(ErrorCode::NotARegularFile, *name, Reason::LinkToAnother);
    return Look{*name, step->identity};
}

QString FileEntity::lookLine(const QString &name) const
{
    return u"fileinfo "_s + quoted(name);
}

Result<ActPlan> FileEntity::plan(const Look &look, const PlanTerms &terms) const
{
    ActPlan plan{
        .kind = ActKind::Remediate, .type = EntityType::File, .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    plan.steps = {{StepKind::MoveFile, look.id, look.facts}};
    plan.notes = notesOnFile(DevicePath::fromTyped(look.id).bytes(), terms.stop, terms.openFiles.get());
    return plan;
}

} // namespace Sonde::Agent
