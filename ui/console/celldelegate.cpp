// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "theme.h"
#include "visibletext.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace Sonde {

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

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    const QString original = index.data().toString();
    const bool found = !m_highlighted.isEmpty() && original.contains(m_highlighted, Qt::CaseInsensitive);
    const VisibleText shown = VisibleText::of(original);
    if (shown.marks.isEmpty() && !found)
        return QStyledItemDelegate::paint(painter, plain, index);

    QStyleOptionViewItem option = plain;
    initStyleOption(&option, index);
    const QString text = std::exchange(option.text, QString());
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    if (found)
        option.backgroundBrush = m_theme.color(Color::Match);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    QList<QTextLayout::FormatRange> marks;
    for (const auto &mark : shown.marks) {
        marks.append({int(mark.start), int(mark.length), {}});
        marks.last().format.setForeground(m_theme.color(Color::Warning));
    }
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(margin, 0, -margin, 0);
    QTextLayout layout(option.fontMetrics.elidedText(text, option.textElideMode, area.width()), option.font);
    layout.setFormats(marks);
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
