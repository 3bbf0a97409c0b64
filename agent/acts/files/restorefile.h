// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/fileimage.h"
#include "agent/acts/quarantine/quarantine.h"
#include "agent/system/linux/descriptor.h"

namespace Sonde::Agent {

/// StepKind::RestoreFile: brings a file back from quarantine, whole and as it was, or not at all. Never over what is there.
class RestoreFileWorker final : public StepWorker
{
public:
    explicit RestoreFileWorker(Quarantine &quarantine)
        : m_quarantine(quarantine)
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::RestoreFile}; }
    /// What it needs is in the order: it was kept by the act that is undone.
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    /// An undo is not undone: remediate it again.
    [[nodiscard]] Reversal reverse(const StepOrder &, const StepOutcome &, const UndoTerms &) override { return {}; }
    /// Its content, that is: what a power failure may have taken.
    [[nodiscard]] bool isStillDone(const StepOrder &order) override;
    /// Many files together wait once for the disk.
    void flush() override;
    void settle(const StepOrder &order, const StepOutcome &outcome) override;

private:
    struct Target;
    static constexpr size_t MostUnflushed = 200; ///< they are open

    void flushLater(int file, int folder);
    [[nodiscard]] StepResult putBackRaw(const StepOrder &order, const FileImage &image, const Target &target);
    [[nodiscard]] StepResult makeAgain(const StepOrder &order, const FileImage &image, const Target &target);
    [[nodiscard]] StepResult makeLink(const StepOrder &order, const FileImage &image, const Target &target);

    Quarantine &m_quarantine;
    std::vector<Linux::Descriptor> m_unflushed;
};

} // namespace Sonde::Agent
