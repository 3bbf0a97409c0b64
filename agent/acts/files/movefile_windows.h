// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/fileimage_windows.h"
#include "agent/acts/quarantine/quarantine.h"

namespace Sonde::Agent {

/// StepKind::MoveFile: takes a name out of its folder, and what it named into quarantine. By its handle: what is renamed, or deleted, is the
/// file that was pinned, or nothing.
///
/// Within a volume it is renamed into the quarantine and sealed there, from elsewhere it is sealed and then deleted. One that somebody has
/// open and does not share goes when the device is restarted: from its volume into the quarantine as it is then, from another its sealed
/// copy is made now.
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
    [[nodiscard]] StepResult keepRaw(const PinnedFile &file, HANDLE handle, const StepOrder &order);
    [[nodiscard]] StepResult keepCopy(const PinnedFile &file, HANDLE handle, const StepOrder &order);
    [[nodiscard]] StepResult moveAtRestart(const PinnedFile &file, const StepOrder &order);
    [[nodiscard]] Result<void> sealContent(const PinnedFile &file, const StepOrder &order);
    /// Each under a name of its own: "7-0_1", "7-0_2"…
    [[nodiscard]] Result<void> sealStreams(const QByteArray &path, const StepOrder &order);
    [[nodiscard]] Result<void> sealRaw(const StepOrder &order);

    Quarantine &m_quarantine;
};

/// The step that takes this file, as it is now, into quarantine. `sha256`: of its content.
[[nodiscard]] ActStep moveFileStep(const PinnedFile &file, const QByteArray &sha256);
/// Whether somebody has it open who does not let it be moved.
[[nodiscard]] bool isBusy(const PinnedFile &file);
/// Also one that is read-only. By its last handle; GetLastError() says why not.
[[nodiscard]] bool deleteByHandle(HANDLE file);
/// FactsChanged: nothing was touched.
[[nodiscard]] Error factsChanged(const QString &subject, const QStringList &names);

/// In the outcome of a step that the next restart does.
inline constexpr QLatin1StringView AtRestartKey("at_restart");

} // namespace Sonde::Agent
