// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"
#include "ui/toolkit/linetree.h"

namespace Sonde {
class TimeText;
}

namespace Sonde::Client {

class StepModel;

/// The steps of a plan or an outcome, each with its facts to be opened. However many there are, only those in view are made.
class StepView final : public LineTree
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepView)

public:
    explicit StepView(const Theme &theme, QWidget *parent = nullptr);

    void setAct(const ShownAct &act);
    void setTimes(const TimeText &times);

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);

private:
    StepView(const Theme &theme, StepModel *steps, QWidget *parent);

    StepModel *m_steps;
};

} // namespace Sonde::Client
