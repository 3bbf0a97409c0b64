// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/fileimage.h"
#include "agent/acts/files/pinnedfile.h"
#include "agent/acts/quarantine/quarantine.h"

namespace Sonde::Agent {

/// StepKind::MoveFile: takes a name out of its folder, and what it named into quarantine. The kernel has no unlink by handle, so the name is
/// moved first to where nobody else can reach it, and looked at there: when it is not the file that was pinned, it goes back.
///
/// Within a file system that place is the quarantine itself, elsewhere a folder beside the file, from which the content is copied.
class MoveFileWorker final : public StepWorker
{
public:
    explicit MoveFileWorker(Quarantine &quarantine)
        : m_quarantine(quarantine)
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::MoveFile}; }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] qint64 bytesToKeep(const ActStep &step) const override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;

private:
    struct Place;

    [[nodiscard]] StepResult moveTo(const Place &place, const PinnedFile &file, const StepOrder &order);
    [[nodiscard]] StepResult keepRaw(const PinnedFile &file, const StepOrder &order);
    [[nodiscard]] StepResult keepCopy(const PinnedFile &file, const StepOrder &order);
    [[nodiscard]] Result<void> sealPinned(const PinnedFile &file, const StepOrder &order);
    [[nodiscard]] StepResult recoverRaw(const StepOrder &order, const FileImage &image);
    [[nodiscard]] StepResult recoverCopy(const StepOrder &order, const FileImage &image, int folder);

    Quarantine &m_quarantine;
};

/// The step that takes this file, as it is now, into quarantine. `sha256`: of its content.
[[nodiscard]] ActStep moveFileStep(const PinnedFile &file, const QByteArray &sha256);
/// What is kept of a file, in an order.
[[nodiscard]] QCborMap keptImage(const FileImage &image);
[[nodiscard]] Result<FileImage> imageOf(const QCborMap &kept);
/// FactsChanged: nothing was touched.
[[nodiscard]] Error factsChanged(const QString &subject, const QStringList &names);

} // namespace Sonde::Agent
