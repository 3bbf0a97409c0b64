// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/filesteps.h"

#include "protocol/base/devicepath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A mask lies where the unit's own file was, and is gone by then.
bool isFreedBy(std::span<const ActStep> steps, const QByteArray &path)
{
    const QString subject = DevicePath(path).typed();
    return std::ranges::any_of(steps,
        [&subject](const ActStep &step) { return step.kind == StepKind::UnmaskUnit && step.subject == subject; });
}

/// A name beside a path that nobody has.
QByteArray freeNameBeside(const QByteArray &path)
{
    QByteArray name = path + ".restored";
    for (int count = 2; isTaken(name); ++count)
        name = path + ".restored-" + QByteArray::number(count);
    return name;
}

} // namespace

Result<void> addMoveFile(ActPlan &plan, const QByteArray &place, const LookTerms &terms)
{
    const auto step = moveFileStepAt(place, terms);
    if (!step)
        return std::unexpected(step.error());
    plan.steps.push_back(*step);
    std::ranges::move(notesOnFile(place, terms.stop), std::back_inserter(plan.notes));
    return {};
}

Reversal restoreFileSteps(const StepOrder &moved, const UndoTerms &terms)
{
    const auto kept = keptFactsOf(moved.kept);
    if (!kept)
        return {};
    QByteArray path = kept->path;
    Reversal reversal;
    const auto add = [&reversal](const ActStep &step, const QCborMap &keptOfIt) {
        reversal.steps.push_back(step);
        reversal.kept.push_back(keptOfIt);
    };
    if (isTaken(path) && !isFreedBy(terms.before, path)) {
        const Aside aside = asideOf(path); // not a folder, which nobody moves away
        reversal.notes.push_back({NoteKind::InTheWay, DevicePath(path).typed(), aside.step.identity});
        if (terms.conflict == Conflict::Replace && aside.kept)
            add(aside.step, *aside.kept);
        else if (terms.conflict == Conflict::Beside)
            path = freeNameBeside(path);
    }
    QCborMap identity{{u"item"_s, moved.item}, {u"size"_s, kept->size}};
    if (!kept->sha256.isEmpty())
        identity.insert(u"sha256"_s, QString::fromLatin1(kept->sha256.toHex()));
    add({StepKind::RestoreFile, DevicePath(path).typed(), identity}, moved.kept);
    return reversal;
}

} // namespace Sonde::Agent
