// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/linetree.h"

#include "models/result/linemodel.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MeasuredLines = 50; ///< of many, the first tell how wide a column is
constexpr int CellMargin = 40;    ///< of a line's cell: a sign, and what is around the text
constexpr int NameMargin = 22;    ///< of a fact's name
constexpr int ValueMargin = 14;   ///< around a fact's value

int treeRowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 5;
}

} // namespace

/// A line is cells under their titles; a fact is its name, and behind it what it is, as far as the view is wide.
class LineTree::Delegate final : public CellDelegate
{
public:
    Delegate(const Theme &theme, QObject *parent)
        : CellDelegate(theme, parent)
        , m_theme(theme)
    {
    }

    void forget() { m_nameWidths.clear(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!index.parent().isValid() && index.data(Qt::DecorationRole).isValid())
            return QStyledItemDelegate::paint(painter, option, index); // with its sign
        if (!isFact(index))
            return CellDelegate::paint(painter, option, index);
        CellDelegate::paint(painter, nameOf(option, index), index);
        CellDelegate::paint(painter, valueOf(option, index), index.siblingAtColumn(1));
    }

    /// A button stands behind a hash.
    [[nodiscard]] int roomBehind(const QModelIndex &index) const override
    {
        const bool isValue = index.parent().isValid() && index.column() == 1;
        return isValue && isHash(index.data().toString()) ? HashButton::room(m_theme) : 0;
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {CellDelegate::sizeHint(option, index).width(), treeRowHeight(option.fontMetrics)};
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override
    {
        if (!isFact(index))
            return CellDelegate::helpEvent(event, view, option, index);
        return CellDelegate::helpEvent(event, view, valueOf(option, index), index.siblingAtColumn(1));
    }

    /// Pixels in front of a fact's value, in a line of this width.
    int nameWidth(const QModelIndex &fact, const QFontMetrics &metrics, int lineWidth) const
    {
        const QModelIndex line = fact.parent();
        int &width = m_nameWidths[line.row()];
        if (width == 0)
            width = widestName(line, metrics);
        return std::min(width + NameMargin, lineWidth / 2);
    }

private:
    static bool isFact(const QModelIndex &index) { return index.parent().isValid() && index.column() == 0; }

    QStyleOptionViewItem nameOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        QStyleOptionViewItem name = option;
        name.rect.setWidth(nameWidth(index, option.fontMetrics, option.rect.width()));
        name.state.setFlag(QStyle::State_HasFocus, false);
        return name;
    }
    QStyleOptionViewItem valueOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        QStyleOptionViewItem value = option;
        value.rect.setLeft(option.rect.left() + nameWidth(index, option.fontMetrics, option.rect.width()));
        return value;
    }

    const Theme &m_theme;
    mutable QHash<int, int> m_nameWidths; ///< of the facts of a line
};

LineTree::LineTree(const Theme &theme, LineModel *lines, const Fit &fit, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_lines(lines)
    , m_fit(fit)
    , m_cells(new Delegate(theme, this))
{
    lines->setParent(this);
    setModel(lines);
    setItemDelegate(m_cells);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &line) {
        spanFacts(line);
        Q_EMIT rowsChanged();
    });
    connect(this, &QTreeView::collapsed, this, &LineTree::rowsChanged);
    connect(this, &QAbstractItemView::doubleClicked, this, &LineTree::enterLine);
    connect(&theme, &Theme::changed, this, &LineTree::refresh);
    onLanguageChange(this, [this] { refresh(); });
}

int LineTree::widestName(const QModelIndex &line, const QFontMetrics &metrics)
{
    int width = 0;
    for (int fact = 0; fact < line.model()->rowCount(line); ++fact)
        width = std::max(width, metrics.horizontalAdvance(line.model()->index(fact, 0, line).data().toString()));
    return width;
}

void LineTree::reset()
{
    QTreeView::reset();
    if (m_cells)
        m_cells->forget();
}

void LineTree::refresh()
{
    m_cells->forget();
    m_lines->refresh();
    fitColumns();
    for (int line = 0; line < m_lines->rowCount(); ++line) {
        if (isExpanded(m_lines->index(line, 0)))
            addHashButtons(m_lines->index(line, 0));
    }
    Q_EMIT rowsChanged();
}

void LineTree::spanFacts(const QModelIndex &line)
{
    for (int fact = 0; fact < m_lines->rowCount(line); ++fact)
        setFirstColumnSpanned(fact, line, true);
    addHashButtons(line);
}

/// A hash is there to be taken elsewhere: a button behind it copies it.
void LineTree::addHashButtons(const QModelIndex &line)
{
    const QFontMetrics metrics(withTabularFigures(font()));
    for (int fact = 0; fact < m_lines->rowCount(line); ++fact) {
        const QModelIndex name = m_lines->index(fact, 0, line);
        const QString hash = name.siblingAtColumn(1).data().toString();
        if (!isHash(hash))
            continue;
        const int text = metrics.horizontalAdvance(hash) + ValueMargin;
        const auto end = [this, at = QPersistentModelIndex(name), text](
                             int width) { return m_cells->nameWidth(at, fontMetrics(), width) + text; };
        setIndexWidget(name, new HashButton(hash, name.data().toString().trimmed(), end, m_theme));
    }
}

int LineTree::heightOf(int rows) const
{
    return header()->sizeHint().height() + std::max(rows, 1) * treeRowHeight(fontMetrics()) + 2;
}

int LineTree::shownRows() const
{
    int rows = 0;
    for (int line = 0; line < m_lines->rowCount(); ++line) {
        const QModelIndex at = m_lines->index(line, 0);
        rows += 1 + (isExpanded(at) ? m_lines->rowCount(at) : 0);
    }
    return rows;
}

int LineTree::widest(int column) const
{
    if (isColumnHidden(column))
        return 0;
    int width = header()->sectionSizeHint(column);
    for (int line = 0; line < std::min(m_lines->rowCount(), MeasuredLines); ++line)
        width = std::max(
            width, fontMetrics().horizontalAdvance(m_lines->index(line, column).data().toString()) + CellMargin);
    return width + (column == 0 ? indentation() : 0);
}

void LineTree::fitColumns()
{
    const int all = viewport()->width();
    const int first = std::min(widest(m_fit.first), all / 3);
    const int second = std::min(widest(m_fit.second), (all - first) * 3 / 5);
    header()->resizeSection(m_fit.first, first);
    header()->resizeSection(m_fit.second, second);
    header()->resizeSection(m_fit.rest, std::max(40, all - first - second));
}

void LineTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

QString LineTree::selectedText() const
{
    QStringList lines;
    for (QModelIndex at = m_lines->index(0, 0); at.isValid(); at = indexBelow(at)) {
        if (!selectionModel()->isSelected(at))
            continue;
        QStringList cells;
        for (int column = 0; column < m_lines->columnCount(); ++column) {
            if (const QString text = at.siblingAtColumn(column).data().toString(); !text.isEmpty())
                cells += text.trimmed();
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void LineTree::copySelected() const
{
    QApplication::clipboard()->setText(selectedText());
}

void LineTree::addHashActions(QMenu &menu) const
{
    const QModelIndex name = currentIndex().siblingAtColumn(0);
    const QString hash = currentIndex().siblingAtColumn(1).data().toString();
    if (!name.parent().isValid() || !isHash(hash))
        return;
    //: %1 is the name of a hash, such as SHA-256
    const QAction *copy = menu.addAction(tr("Copy %1").arg(name.data().toString().trimmed()));
    connect(copy, &QAction::triggered, this, [hash] { QApplication::clipboard()->setText(hash); });
}

void LineTree::setHighlighted(const QString &text)
{
    m_cells->setHighlighted(text);
    viewport()->update();
}

bool LineTree::find(const QString &text, bool backwards, bool fromEdge)
{
    const auto holds = [&](const QModelIndex &at) {
        return std::ranges::any_of(std::views::iota(0, m_lines->columnCount()), [&](int column) {
            return at.siblingAtColumn(column).data().toString().contains(text, Qt::CaseInsensitive);
        });
    };
    const auto edge = [this, backwards] {
        QModelIndex at = m_lines->index(backwards ? m_lines->rowCount() - 1 : 0, 0);
        while (backwards && isExpanded(at) && m_lines->rowCount(at) > 0)
            at = m_lines->index(m_lines->rowCount(at) - 1, 0, at);
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

bool LineTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)
        && selectionModel()->hasSelection()) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void LineTree::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && enterLine(currentIndex()))
        return;
    if (isTyping(*event) || enter)
        return event->ignore(); // for the input line, or a dialog's button
    if (!event->matches(QKeySequence::Copy))
        return QTreeView::keyPressEvent(event);
    if (selectionModel()->hasSelection())
        copySelected();
    else
        event->ignore();
}

void LineTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuAsked(
        currentIndex(), byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

} // namespace Sonde::Client

#include "moc_linetree.cpp"
