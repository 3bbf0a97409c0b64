// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/pinnedfile.h"
#include "agent/acts/lines/linesinturn.h"

namespace Sonde::Agent {

/// StepKind::RemoveLine and RestoreLine: one line out of a file and in again, byte for byte; every other byte stays.
///
/// The file is a new one afterwards, under the old name: who reads it never sees half of it, and whoever watches its folder (cron) sees that
/// something is new.
class RemoveLineWorker final : public StepWorker
{
public:
    /// No file of configuration is larger.
    static constexpr qint64 MostBytes = 4 * 1024 * 1024;

    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::RemoveLine, StepKind::RestoreLine}; }
    /// The whole file.
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    /// When the file has changed since: a note, and what `conflict` says — Beside puts the line where it belongs into what is there now,
    /// Replace brings the whole file back as it was.
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;

private:
    [[nodiscard]] StepResult remove(const StepOrder &order);
    [[nodiscard]] StepResult restore(const StepOrder &order);
};

/// The step that removes a line, by its number from 0, from the file as it is now. `content`: all of it.
[[nodiscard]] ActStep removeLineStep(const PinnedFile &file, const QByteArray &content, qsizetype number);

} // namespace Sonde::Agent
