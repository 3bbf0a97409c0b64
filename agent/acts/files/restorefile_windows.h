// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/fileimage_windows.h"
#include "agent/acts/quarantine/quarantine.h"

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
    void settle(const StepOrder &order, const StepOutcome &outcome) override;

private:
    [[nodiscard]] StepResult putBackRaw(const StepOrder &order, const FileImage &image, const QByteArray &path);
    [[nodiscard]] StepResult makeAgain(const StepOrder &order, const FileImage &image, const QByteArray &path);
    [[nodiscard]] StepResult makeLink(const StepOrder &order, const FileImage &image, const QByteArray &path);
    [[nodiscard]] StepResult leaveThere(const FileImage &image, const QByteArray &path);
    /// What of it is not in quarantine.
    [[nodiscard]] Result<QStringList> copyContent(const StepOrder &order, const FileImage &image, const QByteArray &to);

    Quarantine &m_quarantine;
};

} // namespace Sonde::Agent
