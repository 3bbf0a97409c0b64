// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict/verdictview.h"

#include "ui/verdict/verdictmodel.h"

namespace Sonde::Client {

namespace {

constexpr int MostShown = 10; ///< rows before they scroll

int resultRowOf(const QModelIndex &line)
{
    return line.data(VerdictModel::RowRole).toInt();
}

} // namespace

VerdictView::VerdictView(const Theme &theme, QWidget *parent)
    : VerdictView(theme, new VerdictModel(theme), parent)
{
}

VerdictView::VerdictView(const Theme &theme, VerdictModel *verdict, QWidget *parent)
    : LineTree(theme, verdict, {VerdictModel::Engine, VerdictModel::Said, VerdictModel::Seen}, parent)
    , m_verdict(verdict)
{
    setExpandsOnDoubleClick(false); // that leads to the row, as Enter does
    connect(this, &LineTree::rowsChanged, this, &VerdictView::fit);
    connect(this, &LineTree::contextMenuAsked, this, [this](const QModelIndex &at, const QPoint &place) {
        if (at.isValid())
            Q_EMIT menuRequested(resultRowOf(at), place);
    });
}

void VerdictView::setExamination(const Examination &examination)
{
    m_verdict->setExamination(examination);
    fitColumns();
    fit();
}

int VerdictView::lineCount() const
{
    return m_verdict->rowCount();
}

bool VerdictView::enterLine(const QModelIndex &line)
{
    Q_EMIT rowRequested(resultRowOf(line));
    return true;
}

void VerdictView::fit()
{
    setFixedHeight(heightOf(std::min(shownRows(), MostShown)));
    Q_EMIT heightChanged();
}

} // namespace Sonde::Client

#include "moc_verdictview.cpp"
