// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultview.h"

#include "cellcommands.h"
#include "celldelegate.h"
#include "resultheader.h"
#include "resultmodel.h"
#include "theme.h"
#include "typing.h"
#include "visibletext.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr int RowsMeasured = 60;
constexpr int WidestColumn = 380;
constexpr int CellPadding = 22;

} // namespace

ResultView::ResultView(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_cells(new CellDelegate(theme, this))
{
    setItemDelegate(m_cells);
    setHorizontalHeader(new ResultHeader(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(&theme, &Theme::changed, this, &ResultView::restyle);
    restyle();
}

void ResultView::setResult(ResultModel *result)
{
    m_result = result;
    m_fitted = false;
    setModel(result);
    // Not before the indicator says "as the device sent it": switching sorting on sorts.
    setSortingEnabled(true);
    connect(result, &QAbstractItemModel::rowsInserted, this, &ResultView::onRowsInserted);
    connect(result, &QAbstractItemModel::modelReset, this, [this] {
        m_fitted = false;
        onRowsInserted();
    });
    onRowsInserted();
}

void ResultView::onRowsInserted()
{
    if (!m_fitted && m_result->rowCount() > 0)
        fitColumns();
    Q_EMIT contentHeightChanged();
}

int ResultView::widthFor(int column) const
{
    const QFontMetrics metrics(withTabularFigures(font()));
    const QFontMetrics headerMetrics(horizontalHeader()->font());
    const int sortMark = 18;
    int width = headerMetrics.horizontalAdvance(ResultHeader::title(m_result->column(column).id)) + sortMark;
    for (int row = 0; row < std::min(m_result->rowCount(), RowsMeasured); ++row)
        width = std::max(width, metrics.horizontalAdvance(visible(m_result->index(row, column).data().toString())));
    return std::min(width + CellPadding, WidestColumn);
}

void ResultView::fitColumns()
{
    m_fitted = true;
    for (int column = 0; column < m_result->columnCount(); ++column)
        setColumnWidth(column, widthFor(column));
}

void ResultView::restyle()
{
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 8);
    viewport()->update();
}

int ResultView::heightFor(int mostRows) const
{
    const int rows = m_result ? std::clamp(m_result->rowCount(), 1, mostRows) : 1;
    const bool wide = horizontalHeader()->length() > horizontalHeader()->width();
    const int bar = wide ? horizontalScrollBar()->sizeHint().height() : 0;
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + bar + 1;
}

// ---- selection

QList<int> ResultView::selectedRows() const
{
    QList<int> rows;
    if (selectionModel()) {
        for (const auto &range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows += row;
        }
    }
    std::ranges::sort(rows);
    return rows;
}

bool ResultView::hasSelection() const
{
    return selectionModel() && selectionModel()->hasSelection();
}

QString ResultView::selectedText() const
{
    QStringList lines;
    for (const int row : selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_result->columnCount(); ++column)
            cells += m_result->index(row, column).data(ResultModel::PlainTextRole).toString();
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

// ---- finding

void ResultView::setHighlighted(const QString &text)
{
    m_cells->setHighlighted(text);
    viewport()->update();
}

bool ResultView::find(const QString &text, bool backwards)
{
    if (!m_result || text.isEmpty())
        return false;
    const QModelIndex at = currentIndex();
    const QModelIndex found = backwards ? m_result->findPrevious(text, at.isValid() ? at.row() : m_result->rowCount(), at.column())
                                        : m_result->findNext(text, at.row(), at.column());
    if (!found.isValid())
        return false;
    setCurrentIndex(found);
    scrollTo(found);
    return true;
}

// ---- menu and keys

void addComposeActions(QMenu &menu, const QStringList &lines, const std::function<void(const QString &)> &compose)
{
    for (const auto &line : lines) {
        // An ampersand in a menu would be a shortcut, a tab the place of one.
        QString text = visible(line);
        text.replace(u'&', "&&"_L1);
        QObject::connect(menu.addAction(text), &QAction::triggered, &menu, [compose, line] { compose(line); });
    }
}

void ResultView::addActions(QMenu &menu)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    const auto compose = [this](const QString &line) { Q_EMIT composeRequested(line); };
    const CommandSpec &command = m_result->command();
    const ColumnSpec &column = m_result->column(at.column());
    const QStringList lines = CellCommands::forCell(column.type, at.data(ResultModel::CellRole).value<QCborValue>(), m_folder);
    addComposeActions(menu, lines, compose);
    menu.addSeparator();
    addComposeActions(menu,
        CellCommands::forRow(command, m_result->row(at.row()), command.columnIndex(column.id), m_folder), compose);
    menu.addSeparator();
    connect(menu.addAction(tr("Copy cell")), &QAction::triggered, this,
        [text = at.data(ResultModel::PlainTextRole).toString()] { QApplication::clipboard()->setText(text); });
}

void ResultView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuRequested(
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

bool ResultView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy) && hasSelection()) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    if (isTyping(*event))
        return event->ignore(); // for the input line, not for a search in this table
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else
        event->ignore(); // then Ctrl+C cancels the foreground command
}

} // namespace Sonde
