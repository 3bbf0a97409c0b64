// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/celldelegate.h"

#include "models/result/resultmodel.h"
#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int Padding = 8;      ///< as beside the headers' texts
constexpr int WholePadding = 4; ///< over and under a text of several lines
constexpr int Step = 16;        ///< of a tree; a sign fits into it

/// The cell that the menu's "this value" and "copy cell" mean, and that the arrows move from.
void drawCurrent(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(theme.color(Color::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QString CellDelegate::displayText(const QVariant &value, const QLocale &) const
{
    return visible(value.toString());
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->font = withTabularFigures(option->font);
    // Of a path both ends matter: where it is, and which file.
    const bool isPath = ValueType(index.data(ResultModel::ValueTypeRole).toInt()) == ValueType::Path;
    option->textElideMode = isPath ? Qt::ElideMiddle : Qt::ElideRight;
    if (index.data(ResultModel::ChangedRole).toBool())
        option->font.setBold(true);
}

int CellDelegate::indent(const QModelIndex &index)
{
    return index.column() == 0 ? Step * index.data(ResultModel::DepthRole).toInt() : 0;
}

/// Pixels of a cell that are not for its text.
int CellDelegate::around(const QModelIndex &index) const
{
    return 2 * Padding + indent(index) + roomBehind(index);
}

/// Pixels, for all of its text on one line. The option's own metrics are those of other figures.
int CellDelegate::wholeWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QFontMetrics(option.font).horizontalAdvance(option.text) + around(index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    return QStyledItemDelegate::sizeHint(plain, index).expandedTo({wholeWidth(option, index), 0});
}

QRect CellDelegate::branchRect(const QModelIndex &index, const QRect &cell)
{
    const auto branch = ResultModel::Branch(index.data(ResultModel::BranchRole).toInt());
    if (index.column() != 0 || branch == ResultModel::Branch::None)
        return {};
    const int left = index.data(ResultModel::GroupRole).toBool() ? 0 : indent(index) - Step;
    return {cell.left() + Padding / 2 + left, cell.top(), Step, cell.height()};
}

void CellDelegate::drawBranch(QPainter &painter, const QModelIndex &index, const QRect &cell) const
{
    const QRect place = branchRect(index, cell);
    if (place.isEmpty())
        return;
    const bool open = ResultModel::Branch(index.data(ResultModel::BranchRole).toInt()) == ResultModel::Branch::Open;
    constexpr int size = 12;
    m_theme.icon(open ? u"down"_s : u"right"_s, Color::DimText)
        .paint(&painter, QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {size, size}, place));
}

QColor CellDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto change = ResultModel::Change(index.data(ResultModel::ChangeRole).toInt());
    const QString column = index.data(ResultModel::ColumnIdRole).toString();
    const bool says = column == ResultComparison::ColumnId || column == ResultComparison::BaselineColumnId;
    if (says && change != ResultModel::Change::None)
        return m_theme.color(change == ResultModel::Change::New ? Color::Good
                : change == ResultModel::Change::Gone           ? Color::Bad
                                                                : Color::Warning);
    if (index.data(ResultModel::ChangedRole).toBool())
        return m_theme.color(Color::Warning);
    if (change == ResultModel::Change::Gone || index.data(ResultModel::ContextRole).toBool())
        return m_theme.color(Color::DimText);
    return option.palette.color(
        option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    const bool found = !m_highlighted.isEmpty() && index.data().toString().contains(m_highlighted, Qt::CaseInsensitive);
    if (found)
        option.backgroundBrush = m_theme.color(Color::Match);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    }
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    drawBranch(*painter, index, option.rect);
    drawText(*painter, option, index);
    drawCurrent(*painter, option, m_theme);
}

QList<QTextLayout::FormatRange> CellDelegate::marksIn(const QString &text, int column) const
{
    QList<QTextLayout::FormatRange> marks;
    for (const QString &wanted : m_marked.value(column)) {
        for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
            at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive)) {
            marks.append({int(at), int(wanted.size()), {}});
            marks.last().format.setBackground(m_theme.color(Color::Match));
        }
    }
    return marks;
}

void CellDelegate::drawText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect area = option.rect.adjusted(Padding + indent(index), 0, -Padding - roomBehind(index), 0);
    const bool high = option.rect.height() >= 2 * option.fontMetrics.height();
    const QColor marks = m_theme.color(Color::Warning);
    const CellText &text = high ? m_texts.wrapped(index.data().toString(), option, area.width(), marks)
                                : m_texts.of(index.data().toString(), option, area.width(), marks);
    if (text.size.isEmpty())
        return;
    const bool right = option.displayAlignment.testFlag(Qt::AlignRight);
    const QPointF place(right ? area.right() - text.size.width() : area.left(),
        high ? area.top() + WholePadding : area.top() + (area.height() - text.size.height()) / 2);
    const bool fits = text.size.width() <= area.width();
    if (!fits) { // not even the … does
        painter.save();
        painter.setClipRect(option.rect);
    }
    painter.setPen(textColor(option, index));
    text.layout.draw(&painter, place, marksIn(text.layout.text(), index.column()));
    if (!fits)
        painter.restore();
}

int CellDelegate::wholeHeight(QStyleOptionViewItem option, const QModelIndex &index) const
{
    initStyleOption(&option, index);
    const int width = option.rect.width() - around(index);
    const CellText &text = m_texts.wrapped(index.data().toString(), option, width, m_theme.color(Color::Warning));
    return int(std::ceil(text.size.height())) + 2 * WholePadding;
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &plain, const QModelIndex &index)
{
    if (!index.isValid() || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, plain, index);
    if (const QString details = m_details ? m_details(index) : QString(); !details.isEmpty()) {
        QToolTip::showText(event->globalPos(), plainToolTip(details), view);
        return true;
    }
    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    const bool cut = wholeWidth(option, index) > option.rect.width();
    QToolTip::showText(event->globalPos(), cut ? plainToolTip(option.text) : QString(), view);
    return true;
}

LookDelegate::LookDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void LookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    drawCurrent(*painter, option, m_theme);
}

QFont withTabularFigures(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

} // namespace Sonde::Client

#include "moc_celldelegate.cpp"
