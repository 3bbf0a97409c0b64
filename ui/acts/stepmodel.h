// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/knownprocess.h"
#include "models/result/linemodel.h"
#include "protocol/time/timetext.h"

namespace Sonde::Client {

class Theme;

/// The steps of an act, and below each the facts it is bound to, what came of it, and why it was not done.
class StepModel final : public LineModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepModel)

public:
    enum Column { Step, Subject, State, ColumnCount };
    Q_ENUM(Column)

    explicit StepModel(const Theme &theme, QObject *parent = nullptr);

    void setSteps(const std::vector<ShownStep> &steps);
    /// By which clock times are shown; the program's until then.
    void setTimes(const TimeText &times);

private:
    struct Fact {
        int depth = 0;
        QString name;
        QString text;
    };
    using Facts = std::vector<Fact>;
    [[nodiscard]] int lineCount() const override { return int(m_steps.size()); }
    [[nodiscard]] int factCount(int line) const override { return int(factsOf(line).size()); }
    [[nodiscard]] QVariant lineData(int line, int column, int role) const override;
    [[nodiscard]] QVariant factData(int line, int fact, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;
    void forgetWords() override;

    [[nodiscard]] const Facts &factsOf(int line) const;
    void addFacts(Facts &facts, const QCborMap &said, bool isOutcome) const;
    void addProcesses(Facts &facts, const QString &title, const QCborArray &processes) const;
    [[nodiscard]] QString subjectOf(const ShownStep &step) const;

    const Theme &m_theme;
    TimeText m_times;
    std::vector<ShownStep> m_steps;
    QMap<qint64, KnownProcess> m_processes;            ///< of all steps
    mutable std::vector<std::optional<Facts>> m_facts; ///< of the steps that were opened
};

} // namespace Sonde::Client
