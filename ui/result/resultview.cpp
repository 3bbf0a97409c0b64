// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/resultview.h"

#include "models/result/cellformat.h"
#include "models/result/resultmodel.h"
#include "models/text/visibletext.h"
#include "ui/result/celldetails.h"
#include "ui/result/cellmenu.h"
#include "ui/result/columnfilter.h"
#include "ui/result/columnmenu.h"
#include "ui/result/frozencolumns.h"
#include "ui/result/resultheader.h"
#include "ui/result/sessionactions.h"
#include "ui/result/wholerows.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int RowsMeasured = 60;
constexpr int LongestMeasured = 8; ///< of them
constexpr int LongestText = 4000;  ///< pixels; a longer text is read in its tool tip or in a window
constexpr int LeastText = 170;     ///< of a column whose texts are longer
constexpr int CellPadding = 22;
constexpr qsizetype MostWhole = 100; ///< rows with their long texts at once
constexpr int GroupIndent = 24;      ///< of its words, behind the sign that opens it

} // namespace

ResultView::ResultView(const Theme &theme, SessionActions &actions, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_cells(new CellDelegate(theme, this))
    , m_header(new ResultHeader(theme, this))
    , m_whole(new WholeRows(*this, [this](int row) { return wholeHeight(row); }))
{
    setItemDelegate(m_cells);
    m_cells->setDetails([this](const QModelIndex &at) { return cellDetails(at, m_actions.times()); });
    setHorizontalHeader(m_header);
    setFocusPolicy(Qt::StrongFocus); // the wheel alone does not take it
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
    connect(m_header, &ResultHeader::sortRequested, this, &ResultView::sortBy);
    connect(m_header, &ResultHeader::menuRequested, this, &ResultView::openColumnMenu);
    connect(&theme, &Theme::changed, this, &ResultView::restyle);
    connect(m_header, &QHeaderView::sectionResized, this, &ResultView::noteSized);
    connect(m_whole, &WholeRows::changed, this, &ResultView::contentHeightChanged);
    restyle();
    onLanguageChange(this, &ResultView::retranslate);
}

void ResultView::setResult(ResultModel *result)
{
    m_whole->fold();
    m_result = result;
    m_measured = 0;
    m_sized = false;
    setModel(result);
    applyReading();
    connect(result, &QAbstractItemModel::rowsInserted, this, &ResultView::onRowsChanged);
    connect(result, &ResultModel::arrangementChanged, this, &ResultView::markFiltered);
    connect(result, &QAbstractItemModel::layoutAboutToBeChanged, m_whole, &WholeRows::fold);
    connect(result, &QAbstractItemModel::modelAboutToBeReset, m_whole, &WholeRows::fold);
    connect(result, &QAbstractItemModel::rowsAboutToBeRemoved, m_whole, &WholeRows::fold);
    connect(result, &QAbstractItemModel::rowsAboutToBeInserted, m_whole, [this](const QModelIndex &, int first) {
        if (std::ranges::any_of(m_whole->rows(), [first](int row) { return row >= first; }))
            m_whole->fold();
    });
    markFiltered();
    connect(result, &QAbstractItemModel::layoutChanged, this, [this] {
        if (m_result->isTree())
            m_measured = 0; // its steps need room
        onRowsChanged();
    });
    connect(result, &QAbstractItemModel::modelReset, this, [this] {
        m_measured = 0;
        m_sized = false;
        onRowsChanged();
    });
    onRowsChanged();
}

void ResultView::onRowsChanged()
{
    if (m_measured < std::min(m_result->rowCount(), RowsMeasured))
        measure();
    growToView();
    followSideways();
    Q_EMIT contentHeightChanged();
}

ColumnNeed ResultView::needOf(int column) const
{
    const QFontMetrics metrics(withTabularFigures(font()));
    const QFontMetrics headerMetrics(m_header->font());
    const int sortMark = 18;
    const QString title = ResultHeader::title(m_result->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    const int header = headerMetrics.horizontalAdvance(title) + sortMark + CellPadding;
    int width = header;
    // Shaping is what takes the time: only what may be the widest is shaped.
    QList<std::pair<QString, int>> texts; // and how far they are indented
    for (int row = 0; row < std::min(m_result->rowCount(), RowsMeasured); ++row) {
        const QModelIndex index = m_result->index(row, column);
        texts.emplace_back(visible(index.data().toString()), CellDelegate::indent(index));
    }
    std::ranges::sort(texts, std::greater(),
        [letter = metrics.averageCharWidth()](const auto &text) { return text.first.size() * letter + text.second; });
    for (const auto &[text, indent] : texts.first(std::min<qsizetype>(texts.size(), LongestMeasured)))
        width = std::max(width, metrics.horizontalAdvance(text) + indent + CellPadding);
    width = std::min(width, LongestText);
    // A number or a time that is cut says something else.
    const ValueType type = m_result->column(column).type;
    const bool whole = isNumeric(type) || type == ValueType::Time || type == ValueType::Boolean;
    return {width, whole ? width : std::min(width, std::max(header, leastText(column)))};
}

/// Deep in a tree the names stand far to the right: they take up to half of the view before anything else does.
int ResultView::leastText(int column) const
{
    return m_result->isTree() && column == 0 ? std::max(LeastText, viewport()->width() / 2) : LeastText;
}

int ResultView::wholeHeight(int row) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int height = verticalHeader()->defaultSectionSize();
    for (int column = 0; column < m_result->columnCount(); ++column) {
        option.rect = QRect(0, 0, columnWidth(column), height);
        height = std::max(height, m_cells->wholeHeight(option, m_result->index(row, column)));
    }
    return height;
}

void ResultView::measure()
{
    m_measured = std::min(m_result->rowCount(), RowsMeasured);
    m_needs.clear();
    for (int column = 0; column < m_result->columnCount(); ++column)
        m_needs += needOf(column);
    fitColumns();
}

void ResultView::fitColumns()
{
    if (m_sized || !m_result || m_needs.size() != m_result->columnCount())
        return;
    const QScopedValueRollback quiet(m_fitting, true);
    const QList<int> widths = sharedWidths(m_needs, viewport()->width());
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths.at(column));
    m_whole->fit();
}

/// The rows in view may be longer than the first ones were. As long as nothing is cut they take of what the last column has to spare, so
/// that no column becomes narrower while one reads.
void ResultView::growToView()
{
    if (m_sized || !m_result || m_needs.size() != m_result->columnCount() || m_needs.isEmpty())
        return;
    int free = viewport()->width();
    for (const ColumnNeed &need : std::as_const(m_needs))
        free -= need.whole;
    const int first = std::max(0, rowAt(0));
    const int inView = viewport()->height() / verticalHeader()->defaultSectionSize() + 2;
    const int end = std::min(first + inView, m_result->rowCount());
    const QFontMetrics metrics(withTabularFigures(font()));
    bool grown = false;
    const bool isTree = m_result->isTree();
    for (int row = first; row < end && (free > 0 || isTree); ++row) {
        const auto columns = free > 0 ? m_needs.size() : 1; // that of the names in a tree has room of its own
        for (int column = 0; column < columns && !m_result->isGroup(row); ++column) {
            const QModelIndex index = m_result->index(row, column);
            const QString text = visible(index.data().toString());
            const int around = CellDelegate::indent(index) + CellPadding;
            ColumnNeed &need = m_needs[column];
            if (text.size() * metrics.maxWidth() + around <= need.whole) // shaping is what takes the time
                continue;
            const int more = std::min(metrics.horizontalAdvance(text) + around, LongestText) - need.whole;
            const bool isStep = isTree && column == 0;
            if (more <= 0 || (free <= 0 && !isStep))
                continue;
            need.whole += isStep ? more : std::min(more, free);
            need.least = isStep ? std::min(need.whole, leastText(column)) : need.least;
            free -= more;
            grown = true;
        }
    }
    if (grown)
        fitColumns();
}

/// The last column takes by itself what the others leave.
void ResultView::noteSized(int column)
{
    const bool byHand = QApplication::mouseButtons().testFlag(Qt::LeftButton);
    if (!m_fitting && byHand && m_header->visualIndex(column) < m_header->count() - 1)
        m_sized = true;
    if (!m_fitting)
        m_whole->fit();
    followSideways();
}

void ResultView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitColumns();
    growToView();
    followSideways();
}

/// Most tables are never scrolled sideways: the columns that would stay are made when one is.
void ResultView::followSideways()
{
    if (!m_frozen && horizontalScrollBar()->value() > 0)
        m_frozen = new FrozenColumns(m_theme, *this);
    if (m_frozen)
        m_frozen->follow();
}

void ResultView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const bool stays = m_frozen && m_frozen->showsWhole(index.column());
    const QSignalBlocker still(stays ? horizontalScrollBar() : nullptr);
    const int sideways = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (stays)
        horizontalScrollBar()->setValue(sideways);
}

void ResultView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        growToView();
    if (dx != 0)
        followSideways();
}

void ResultView::restyle()
{
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 8);
    m_whole->fit();
    viewport()->update();
    m_header->viewport()->update();
}

/// What the filter looks for is marked where it was found.
void ResultView::markFiltered()
{
    QHash<int, QStringList> marked;
    for (const ResultFilter::Term &term : m_result->filter().terms()) {
        const bool isText =
            term.test == ResultFilter::Term::Test::Contains || term.test == ResultFilter::Term::Test::Equals;
        for (int column = 0; column < m_result->columnCount() && isText && !term.negated; ++column) {
            if (term.column != ResultFilter::AnyColumn && term.column != m_result->commandColumn(column))
                continue;
            for (const QByteArray &text : term.texts) {
                if (!text.isEmpty())
                    marked[column] += QString::fromUtf8(text);
            }
        }
    }
    m_cells->setMarked(marked);
    viewport()->update();
}

void ResultView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    restyle();
    const auto refit = [this] {
        m_measured = 0;
        if (m_result)
            onRowsChanged();
    };
    QMetaObject::invokeMethod(this, refit, Qt::QueuedConnection); // when the header has its letters, too
}

void ResultView::retranslate()
{
    if (!m_result)
        return;
    applyReading();
    m_measured = 0; // sizes and the zone of times are of another width
    onRowsChanged();
    viewport()->update();
}

void ResultView::applyReading()
{
    //: What became of a row since an earlier run
    m_result->setChangeWords(tr("new"), tr("gone"), tr("changed"));
    m_result->setReading(QLocale(), m_actions.times());
}

int ResultView::heightFor(int rows) const
{
    const bool wide = m_header->length() > m_header->width();
    const int bar = wide ? horizontalScrollBar()->sizeHint().height() : 0;
    return m_header->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + m_whole->extraHeight() + bar
        + 1;
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
        if (m_result->isGroup(row))
            continue;
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

bool ResultView::findFrom(OutputPane::Start start, const QString &text, bool backwards)
{
    if (!m_result || text.isEmpty())
        return false;
    const QModelIndex at = start == OutputPane::Start::Here ? currentIndex() : QModelIndex();
    const QModelIndex found = backwards
        ? m_result->findPrevious(text, at.isValid() ? at.row() : m_result->rowCount(), std::max(0, at.column()))
        : m_result->findNext(text, at.row(), at.column());
    const auto place = [](const QModelIndex &index) { return std::pair(index.row(), index.column()); };
    const bool wentRound = at.isValid() && (backwards ? place(found) >= place(at) : place(found) <= place(at));
    if (!found.isValid() || wentRound)
        return false;
    setCurrentIndex(found);
    scrollTo(found);
    return true;
}

// ---- order and columns

/// A click sorts ascending, the next one descending, one more as the device sent the rows.
void ResultView::sortBy(int column, bool further)
{
    const int wanted = m_result->commandColumn(column);
    QList<SortColumn> sort = m_result->sortColumns();
    const auto known = std::ranges::find(sort, wanted, &SortColumn::column);
    const SortColumn ascending{wanted, Qt::AscendingOrder};
    const SortColumn descending{wanted, Qt::DescendingOrder};
    if (known == sort.end())
        return m_result->setSort(further ? sort + QList{ascending} : QList{ascending});
    if (*known == ascending)
        *known = descending;
    else
        sort.erase(known);
    if (!further)
        sort.removeIf([wanted](const SortColumn &one) { return one.column != wanted; });
    m_result->setSort(sort);
}

void ResultView::openColumnMenu(int column, const QPoint &globalPosition)
{
    if (!m_result || column < 0)
        return;
    auto *menu = new ColumnMenu(*m_result, column, m_choices, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &ColumnMenu::filterRequested, this, &ResultView::openColumnFilter);
    menu->popup(globalPosition);
}

void ResultView::openColumnFilter(int commandColumn)
{
    auto *filter = new ColumnFilter(*m_result, commandColumn, this);
    const int column = int(m_result->columns().indexOf(commandColumn));
    filter->openAt(m_header->viewport()->mapToGlobal(
        QPoint(m_header->sectionViewportPosition(std::max(0, column)), m_header->height())));
}

// ---- menu

void ResultView::addCellActions(QMenu &menu)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    const int column = m_result->commandColumn(at.column());
    const bool isCell = !m_result->isGroup(at.row()) && column < m_result->command().columns.size();
    if (isCell) {
        const CommandSpec &command = m_result->command();
        const QCborArray &row = m_result->row(at.row());
        addRowCommands(menu, {command, row, column, m_folder}, m_actions);
        addHeading(menu, tr("Rows"));
        addQuickFilters(menu, at);
        QAction *whole = menu.addAction(tr("Long texts on several lines"));
        whole->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
        whole->setCheckable(true);
        whole->setChecked(m_whole->isWhole(at.row()));
        connect(whole, &QAction::triggered, this, &ResultView::setWhole);
    }
    auto *columnMenu = new ColumnMenu(*m_result, at.column(), m_choices, &menu);
    connect(columnMenu, &ColumnMenu::filterRequested, this, &ResultView::openColumnFilter);
    menu.addMenu(columnMenu);
    if (!isCell)
        return;
    menu.addSeparator();
    connect(menu.addAction(tr("Copy cell")), &QAction::triggered, this,
        [text = at.data(ResultModel::PlainTextRole).toString()] { QApplication::clipboard()->setText(text); });
}

/// Of all rows that are selected.
void ResultView::setWhole(bool whole)
{
    for (const int row : selectedRows().first(std::min(selectedRows().size(), MostWhole))) {
        if (!m_result->isGroup(row))
            m_whole->set(row, whole);
    }
    followSideways();
    scrollTo(currentIndex());
}

void ResultView::addQuickFilters(QMenu &menu, const QModelIndex &at)
{
    const int column = m_result->commandColumn(at.column());
    const ColumnSpec &spec = m_result->column(at.column());
    const QString value = readableText(at.data(ResultModel::CellRole).value<QCborValue>(), spec.type);
    const auto add = [&](const QString &text, const QString &sign) {
        const QString term = sign + ResultFilter::term(m_result->command(), column, u"=", {value});
        connect(menu.addAction(text), &QAction::triggered, m_result, [this, term] {
            const QString &filter = m_result->filterText();
            m_result->setFilterText(filter.isEmpty() ? term : QString(filter.trimmed() % u' ' % term));
        });
    };
    add(tr("Only rows with this value"), {});
    add(tr("Without rows with this value"), u"-"_s);
}

void ResultView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuRequested(
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

// ---- groups and branches

void ResultView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    const QModelIndex first = at.siblingAtColumn(0);
    if (at.isValid() && event->button() == Qt::LeftButton && pressBranch(first, visualRect(first), event->pos()))
        return;
    QTableView::mousePressEvent(event);
}

bool ResultView::pressBranch(const QModelIndex &at, const QRect &cell, const QPoint &position)
{
    if (!CellDelegate::branchRect(at, cell).contains(position) && !m_result->isGroup(at.row()))
        return false;
    setCurrentIndex(at);
    m_result->toggle(at.row());
    return true;
}

void ResultView::enter()
{
    setFocus();
    if (!currentIndex().isValid() && m_result && m_result->rowCount() > 0)
        setCurrentIndex(m_result->index(0, 0));
}

/// As in every tree: Right opens, Left closes or goes to the parent; Enter opens and closes a group.
bool ResultView::branchKey(const QKeyEvent &event)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid() || event.modifiers() != Qt::NoModifier)
        return false;
    const bool isGroup = m_result->isGroup(at.row());
    const auto branch = m_result->branch(at.row());
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isGroup && enter) {
        m_result->toggle(at.row());
        return true;
    }
    if (!isGroup && at.column() != 0)
        return false;
    if (event.key() == Qt::Key_Right && branch == ResultModel::Branch::Closed) {
        m_result->setOpen(at.row(), true);
        return true;
    }
    if (event.key() != Qt::Key_Left)
        return false;
    if (branch == ResultModel::Branch::Open) {
        m_result->setOpen(at.row(), false);
        return true;
    }
    const int parent = m_result->parentLine(at.row());
    if (parent >= 0)
        setCurrentIndex(m_result->index(parent, at.column()));
    return parent >= 0;
}

void ResultView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_result || m_result->groupBy() < 0)
        return;
    QPainter painter(viewport());
    for (int line = std::max(0, rowAt(0));
        line < m_result->rowCount() && rowViewportPosition(line) < viewport()->height(); ++line) {
        if (m_result->isGroup(line))
            paintGroup(painter, line);
    }
}

/// A group's head says its value over all columns.
void ResultView::paintGroup(QPainter &painter, int line) const
{
    const QRect band(0, rowViewportPosition(line), viewport()->width(), rowHeight(line));
    const QModelIndex index = m_result->index(line, 0);
    const bool selected = selectionModel()->isRowSelected(line, {});
    painter.fillRect(band, m_theme.color(selected ? Color::Selection : Color::Raised));
    const bool open = m_result->branch(line) == ResultModel::Branch::Open;
    const QRect sign(band.left() + 4, band.top(), 16, band.height());
    m_theme.icon(open ? u"down"_s : u"right"_s, Color::DimText)
        .paint(&painter, QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {12, 12}, sign));

    QFont strong = withTabularFigures(font());
    strong.setWeight(QFont::DemiBold);
    const QString value = visible(index.data().toString());
    //: Head of a group of rows without a value
    const QString name = value.isEmpty() ? tr("(empty)") : value;
    const QString count = locale().toString(index.data(ResultModel::GroupCountRole).toInt());
    const QRect words = band.adjusted(GroupIndent, 0, -8, 0);
    const int room = words.width() - QFontMetrics(strong).horizontalAdvance(count) - 24;
    painter.setFont(strong);
    painter.setPen(m_theme.color(selected ? Color::SelectionText : Color::Text));
    const QString shown = QFontMetrics(strong).elidedText(name, Qt::ElideRight, room);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter.setFont(withTabularFigures(font()));
    painter.setPen(m_theme.color(Color::DimText));
    painter.drawText(words.adjusted(QFontMetrics(strong).horizontalAdvance(shown) + 10, 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft, count);
}

// ---- keys

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
    if (m_result && branchKey(*event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && currentIndex().isValid())
        return setWhole(!m_whole->isWhole(currentIndex().row()));
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else
        event->ignore(); // then Ctrl+C cancels the foreground command
}

} // namespace Sonde::Client

#include "moc_resultview.cpp"
