// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict/verdictview.h"

#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"
#include "ui/verdict/verdictmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MostShown = 10; ///< lines before they scroll
constexpr int MeasuredLines = 50;

} // namespace

VerdictView::VerdictView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_model(new VerdictModel(theme, this))
    , m_cells(new CellDelegate(theme, this))
{
    setModel(m_model);
    setItemDelegateForColumn(VerdictModel::Said, m_cells);
    setItemDelegateForColumn(VerdictModel::Seen, m_cells);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::expanded, this, &VerdictView::fit);
    connect(this, &QTreeView::collapsed, this, &VerdictView::fit);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex &at) { Q_EMIT rowRequested(rowOf(at)); });
    setExpandsOnDoubleClick(false);
    const auto refresh = [this] {
        m_model->refresh();
        fit();
    };
    connect(&theme, &Theme::changed, this, refresh);
    onLanguageChange(this, refresh);
}

void VerdictView::setExamination(const Examination &examination)
{
    m_model->setExamination(examination);
    fit();
}

int VerdictView::lineCount() const
{
    return m_model->rowCount();
}

int VerdictView::rowOf(const QModelIndex &index) const
{
    return index.data(VerdictModel::RowRole).toInt();
}

int VerdictView::shownRows() const
{
    int rows = 0;
    for (int line = 0; line < m_model->rowCount() && rows < MostShown; ++line) {
        const QModelIndex at = m_model->index(line, 0);
        rows += 1 + (isExpanded(at) ? m_model->rowCount(at) : 0);
    }
    return std::min(rows, MostShown);
}

void VerdictView::fit()
{
    fitColumns();
    const int row = std::max(rowHeight(m_model->index(0, 0)), fontMetrics().height() + 4);
    setFixedHeight(header()->sizeHint().height() + std::max(1, shownRows()) * row + 2);
    Q_EMIT heightChanged();
}

/// Engines have short names; what they say and what they saw share the rest.
void VerdictView::fitColumns()
{
    const auto widest = [this](int column) {
        int width = header()->sectionSizeHint(column);
        for (int line = 0; line < std::min(m_model->rowCount(), MeasuredLines); ++line)
            width =
                std::max(width, fontMetrics().horizontalAdvance(m_model->index(line, column).data().toString()) + 40);
        return width;
    };
    const int all = viewport()->width();
    const int engine = std::min(widest(VerdictModel::Engine) + indentation(), all / 3);
    const int said = std::min(widest(VerdictModel::Said), (all - engine) * 3 / 5);
    header()->resizeSection(VerdictModel::Engine, engine);
    header()->resizeSection(VerdictModel::Said, said);
    header()->resizeSection(VerdictModel::Seen, std::max(40, all - engine - said));
}

void VerdictView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

QString VerdictView::selectedText() const
{
    QStringList lines;
    for (QModelIndex at = m_model->index(0, 0); at.isValid(); at = indexBelow(at)) {
        if (!selectionModel()->isSelected(at))
            continue;
        QStringList cells;
        for (int column = 0; column < VerdictModel::ColumnCount; ++column) {
            if (const QString text = at.siblingAtColumn(column).data().toString(); !text.isEmpty())
                cells += text;
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

bool VerdictView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)
        && selectionModel()->hasSelection()) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void VerdictView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        Q_EMIT rowRequested(rowOf(currentIndex()));
    else if (isTyping(*event))
        event->ignore(); // for the input line
    else if (event->matches(QKeySequence::Copy) && selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else if (event->matches(QKeySequence::Copy))
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

void VerdictView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return event->ignore();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(rowOf(currentIndex()),
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

} // namespace Sonde::Client

#include "moc_verdictview.cpp"
