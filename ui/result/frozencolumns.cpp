// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/frozencolumns.h"

#include "models/result/resultmodel.h"
#include "ui/result/resultheader.h"
#include "ui/result/resultview.h"
#include "ui/result/wholerows.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <memory>

namespace Sonde::Client {

FrozenColumns::FrozenColumns(const Theme &theme, ResultView &rows)
    : QTableView(&rows)
    , m_theme(theme)
    , m_rows(rows)
{
    auto *header = new ResultHeader(theme, this);
    setHorizontalHeader(header);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setFocusPolicy(Qt::NoFocus);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(rows.verticalScrollMode());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setItemDelegate(rows.itemDelegate());
    hide();
    rows.installEventFilter(this);
    connect(header, &ResultHeader::sortRequested, &rows, &ResultView::sortBy);
    connect(header, &ResultHeader::menuRequested, &rows, &ResultView::openColumnMenu);
    connect(rows.verticalScrollBar(), &QAbstractSlider::valueChanged, verticalScrollBar(), &QAbstractSlider::setValue);
}

/// What a thing is called, and its number beside it.
int FrozenColumns::frozenCount() const
{
    const ResultModel &result = *m_rows.result();
    const auto isNumber = [&](int column) { return result.column(column).type == ValueType::Pid; };
    return result.columnCount() > 1 && (isNumber(0) || isNumber(1)) ? 2 : 1;
}

void FrozenColumns::adopt()
{
    if (model() != m_rows.model())
        setModel(m_rows.model());
    if (selectionModel() == m_rows.selectionModel())
        return;
    const std::unique_ptr<QItemSelectionModel> own(selectionModel()); // which setModel() made
    setSelectionModel(m_rows.selectionModel());
}

void FrozenColumns::follow()
{
    const ResultModel *result = m_rows.result();
    // The head of a group is a line across all columns.
    if (!result || result->groupBy() >= 0 || m_rows.horizontalScrollBar()->value() == 0)
        return hide();
    const int most = m_rows.viewport()->width() / 2;
    const auto widthOf = [&](int columns) {
        int width = 1; // the line at its right
        for (int column = 0; column < columns; ++column)
            width += m_rows.columnWidth(column);
        return width;
    };
    int count = std::min(frozenCount(), result->columnCount());
    if (widthOf(count) > most)
        count = 1; // what a thing is called stays, if not all of it
    const int width = std::min(widthOf(count), most);
    adopt();
    for (int column = 0; column < result->columnCount(); ++column)
        setColumnHidden(column, column >= count);
    for (int column = 0; column < count; ++column)
        setColumnWidth(column, count == 1 ? width - 1 : m_rows.columnWidth(column));
    verticalHeader()->setDefaultSectionSize(m_rows.verticalHeader()->defaultSectionSize());
    for (const int row : std::exchange(m_whole, m_rows.wholeRows().rows()))
        setRowHeight(row, m_rows.rowHeight(row)); // perhaps it is one no more
    for (const int row : std::as_const(m_whole))
        setRowHeight(row, m_rows.rowHeight(row));
    horizontalHeader()->setFixedHeight(m_rows.horizontalHeader()->height());
    setGeometry(0, 0, width, m_rows.horizontalHeader()->height() + m_rows.viewport()->height());
    setAccessibleName(m_rows.accessibleName());
    verticalScrollBar()->setValue(m_rows.verticalScrollBar()->value());
    show();
    raise();
}

bool FrozenColumns::showsWhole(int column) const
{
    return isVisible() && model() == m_rows.model() && !isColumnHidden(column)
        && columnWidth(column) >= m_rows.columnWidth(column);
}

void FrozenColumns::mousePressEvent(QMouseEvent *event)
{
    m_rows.setFocus(Qt::MouseFocusReason);
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && event->button() == Qt::LeftButton && m_rows.pressBranch(at, visualRect(at), event->pos()))
        return;
    QTableView::mousePressEvent(event);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT m_rows.contextMenuRequested(event->globalPos());
}

void FrozenColumns::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_rows.viewport(), event);
}

void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(QRect(viewport()->width() - 1, 0, 1, viewport()->height()), m_theme.color(Color::ControlBorder));
    const QModelIndex current = currentIndex();
    if (!m_rows.hasFocus() || !current.isValid() || isColumnHidden(current.column()))
        return;
    painter.setPen(m_theme.color(Color::Accent)); // the focus is never here, what it is on may be
    painter.drawRect(visualRect(current).adjusted(0, 0, -1, -1));
}

bool FrozenColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QTableView::eventFilter(watched, event);
}

} // namespace Sonde::Client

#include "moc_frozencolumns.cpp"
