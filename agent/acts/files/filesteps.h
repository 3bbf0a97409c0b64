// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/acts/base/stepworker.h"

namespace Sonde::Agent {

/// Where `path` is when the links of its folders are followed; its own last part stays what it is. NotFound.
[[nodiscard]] Result<QByteArray> canonicalPath(const QByteArray &path);

/// The step that takes the file at a canonical path, as it is now, into quarantine; of a link the link itself, which has no "sha256".
[[nodiscard]] Result<ActStep> moveFileStepAt(const QByteArray &place, const LookTerms &terms = {});
/// Whether it is the agent's program, or lies in its folder.
[[nodiscard]] bool isAgents(const QByteArray &path, const QByteArray &agentFolder);

/// Of the system the device's own, where nobody keeps a list of packages that says which files these are: others need it.
[[nodiscard]] bool isSystems(const QByteArray &path, const std::stop_token &stop);

/// What is to know before a file is moved: its other names, who has it open, what cannot be restored. `open`: when somebody has looked.
[[nodiscard]] std::vector<ActNote> notesOnFile(
    const QByteArray &path, const std::stop_token &stop, const OpenFiles *open = nullptr);
/// The step of moveFileStepAt(), and these notes.
[[nodiscard]] Result<void> addMoveFile(ActPlan &plan, const QByteArray &place, const LookTerms &terms);

/// Something has this path, whatever it is.
[[nodiscard]] bool isTaken(const QByteArray &path);
/// What was kept of a file that StepKind::MoveFile took away.
struct KeptFacts {
    QByteArray path;
    qint64 size = 0;
    QByteArray sha256;
};
[[nodiscard]] Result<KeptFacts> keptFactsOf(const QCborMap &kept);
/// What a file in the way is, and what is kept of it when it is moved; the step is empty where it cannot be.
struct Aside {
    ActStep step;
    Result<QCborMap> kept;
};
[[nodiscard]] Aside asideOf(const QByteArray &path);
/// What brings back the file that `moved` took away. With a place that is taken: a note, and what `terms` say.
[[nodiscard]] Reversal restoreFileSteps(const StepOrder &moved, const UndoTerms &terms);

} // namespace Sonde::Agent
