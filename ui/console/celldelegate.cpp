// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace Sonde {

namespace {

constexpr int Padding = 8; ///< as beside the headers' texts

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
    option->textElideMode = Qt::ElideRight;
}

QList<QTextLayout::FormatRange> CellDelegate::marksOf(const VisibleText &shown) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const auto &mark : shown.marks) {
        formats.append({int(mark.start), int(mark.length), {}});
        formats.last().format.setForeground(m_theme.color(Color::Warning));
    }
    return formats;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    const QString original = index.data().toString();
    const bool found = !m_highlighted.isEmpty() && original.contains(m_highlighted, Qt::CaseInsensitive);
    if (found)
        option.backgroundBrush = m_theme.color(Color::Match);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    if (found)
        painter->fillRect(option.rect, option.backgroundBrush);

    const QRect area = option.rect.adjusted(Padding, 0, -Padding, 0);
    QTextLayout layout(option.fontMetrics.elidedText(option.text, option.textElideMode, area.width()), option.font);
    layout.setFormats(marksOf(VisibleText::of(original)));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    const bool right = option.displayAlignment.testFlag(Qt::AlignRight);
    const qreal x = right ? area.right() - line.naturalTextWidth() : area.left();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, {x, area.top() + (area.height() - line.height()) / 2});
    painter->restore();
}

QFont withTabularFigures(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

} // namespace Sonde
