// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/stepview.h"

#include "ui/acts/stepmodel.h"

namespace Sonde::Client {

namespace {

constexpr int FewSteps = 3; ///< are opened by themselves

} // namespace

StepView::StepView(const Theme &theme, QWidget *parent)
    : StepView(theme, new StepModel(theme), parent)
{
}

StepView::StepView(const Theme &theme, StepModel *steps, QWidget *parent)
    : LineTree(theme, steps, {StepModel::State, StepModel::Step, StepModel::Subject}, parent)
    , m_steps(steps)
{
    connect(this, &LineTree::contextMenuAsked, this,
        [this](const QModelIndex &, const QPoint &place) { Q_EMIT contextMenuRequested(place); });
}

void StepView::setAct(const ShownAct &act)
{
    m_steps->setSteps(act.steps);
    setColumnHidden(StepModel::State, !act.number);
    if (m_steps->rowCount() <= FewSteps && !act.number) {
        for (int step = 0; step < m_steps->rowCount(); ++step)
            expand(m_steps->index(step, 0));
    }
    fitColumns();
    Q_EMIT rowsChanged();
}

void StepView::setTimes(const TimeText &times)
{
    m_steps->setTimes(times);
}

} // namespace Sonde::Client

#include "moc_stepview.cpp"
