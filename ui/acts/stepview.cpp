// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/stepview.h"

#include "ui/acts/stepmodel.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MeasuredSteps = 50; ///< of many, the first tell how wide a column is
constexpr int FewSteps = 3;       ///< are opened by themselves

} // namespace

StepView::StepView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_steps(new StepModel(theme, this))
    , m_cells(new CellDelegate(theme, this))
{
    setModel(m_steps);
    setItemDelegateForColumn(StepModel::Step, m_cells);
    setItemDelegateForColumn(StepModel::Subject, m_cells);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::expanded, this, &StepView::rowsChanged);
    connect(this, &QTreeView::collapsed, this, &StepView::rowsChanged);
    connect(&theme, &Theme::changed, this, [this] {
        m_steps->refresh();
        fitColumns();
    });
    onLanguageChange(this, [this] {
        m_steps->refresh();
        fitColumns();
    });
}

void StepView::setAct(const ShownAct &act)
{
    m_steps->setSteps(act.steps);
    setColumnHidden(StepModel::State, !act.number);
    if (m_steps->rowCount() <= FewSteps && !act.number)
        expandAll();
    fitColumns();
    Q_EMIT rowsChanged();
}

int StepView::heightOf(int rows) const
{
    const int shown = rowHeight(m_steps->index(0, 0));
    const int row = shown > 0 ? shown : fontMetrics().height() + 4;
    return header()->sizeHint().height() + std::max(rows, 1) * row + 2;
}

int StepView::shownRows() const
{
    int rows = 0;
    for (int step = 0; step < m_steps->rowCount(); ++step) {
        const QModelIndex at = m_steps->index(step, 0);
        rows += 1 + (isExpanded(at) ? m_steps->rowCount(at) : 0);
    }
    return rows;
}

/// What a step does is never cut as long as there is room for it; the rest is its subject's.
void StepView::fitColumns()
{
    const auto widest = [this](int column) {
        int width = header()->sectionSizeHint(column);
        for (int step = 0; step < std::min(m_steps->rowCount(), MeasuredSteps); ++step)
            width =
                std::max(width, fontMetrics().horizontalAdvance(m_steps->index(step, column).data().toString()) + 34);
        return width;
    };
    const int all = viewport()->width();
    const int state = isColumnHidden(StepModel::State) ? 0 : std::min(widest(StepModel::State) + 12, all / 3);
    const int step = std::min(widest(StepModel::Step) + indentation(), (all - state) * 3 / 5);
    header()->resizeSection(StepModel::Step, step);
    header()->resizeSection(StepModel::State, state);
    header()->resizeSection(StepModel::Subject, std::max(40, all - step - state));
}

void StepView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

QString StepView::selectedText() const
{
    QStringList lines;
    for (QModelIndex at = m_steps->index(0, 0); at.isValid(); at = indexBelow(at)) {
        if (!selectionModel()->isSelected(at))
            continue;
        QStringList cells;
        for (int column = 0; column < StepModel::ColumnCount; ++column) {
            if (const QString text = at.siblingAtColumn(column).data().toString(); !text.isEmpty())
                cells += text.trimmed();
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void StepView::setHighlighted(const QString &text)
{
    m_cells->setHighlighted(text);
    viewport()->update();
}

bool StepView::find(const QString &text, bool backwards, bool fromEdge)
{
    const auto holds = [&text](const QModelIndex &at) {
        return std::ranges::any_of(std::views::iota(0, int(StepModel::ColumnCount)), [&](int column) {
            return at.siblingAtColumn(column).data().toString().contains(text, Qt::CaseInsensitive);
        });
    };
    const auto edge = [this, backwards] {
        QModelIndex at = m_steps->index(backwards ? m_steps->rowCount() - 1 : 0, 0);
        while (backwards && isExpanded(at) && m_steps->rowCount(at) > 0)
            at = m_steps->index(m_steps->rowCount(at) - 1, 0, at);
        return at;
    };
    const bool here = !fromEdge && currentIndex().isValid();
    QModelIndex at = here ? currentIndex().siblingAtColumn(0) : edge();
    if (here)
        at = backwards ? indexAbove(at) : indexBelow(at);
    for (; at.isValid(); at = backwards ? indexAbove(at) : indexBelow(at)) {
        if (!holds(at))
            continue;
        setCurrentIndex(at);
        return true;
    }
    return false;
}

bool StepView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)
        && selectionModel()->hasSelection()) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void StepView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isTyping(*event) || enter)
        return event->ignore(); // for the input line, or the dialog's button
    if (!event->matches(QKeySequence::Copy))
        return QTreeView::keyPressEvent(event);
    if (selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else
        event->ignore();
}

void StepView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuRequested(
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

} // namespace Sonde::Client

#include "moc_stepview.cpp"
