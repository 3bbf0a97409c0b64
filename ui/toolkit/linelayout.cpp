// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/linelayout.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

LineLayout::LineLayout(const QString &original, const LineStyle &style)
    : m_style(style)
    , m_columns(original.size())
    , m_visible(VisibleText::of(original, u"\t"))
    , m_layout(std::make_unique<QTextLayout>(m_visible.text, style.font))
{
    layOut();
}

void LineLayout::layOut()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(m_style.wrapWidth > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(8 * QFontMetricsF(m_style.font).horizontalAdvance(u' '));
    // Every line begins at the left: its direction is not the device's to choose.
    option.setTextDirection(Qt::LeftToRight);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);

    QList<QTextLayout::FormatRange> marks;
    for (const auto &mark : m_visible.marks)
        marks.append({int(mark.start), int(mark.length), m_style.mark});
    m_layout->setFormats(marks);

    const qreal ascent = QFontMetricsF(m_style.font).ascent();
    m_layout->beginLayout();
    for (int row = 0;; ++row) {
        QTextLine line = m_layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_style.wrapWidth > 0 ? m_style.wrapWidth : qreal(QWIDGETSIZE_MAX));
        // A fallback font may stand higher than ours; base lines stay where ours puts them.
        line.setPosition({0, row * m_style.rowHeight + ascent - line.ascent()});
    }
    m_layout->endLayout();
}

int LineLayout::rows() const
{
    return std::max(1, m_layout->lineCount());
}

qreal LineLayout::width() const
{
    qreal widest = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

qsizetype LineLayout::columnAt(QPointF point) const
{
    const int row = std::clamp(int(point.y() / m_style.rowHeight), 0, rows() - 1);
    if (row >= m_layout->lineCount())
        return 0;
    return std::min(m_visible.toOriginal(m_layout->lineAt(row).xToCursor(point.x())), m_columns);
}

QRectF LineLayout::cursorRect(qsizetype column) const
{
    const int shown = int(m_visible.fromOriginal(std::min(column, m_columns)));
    const QTextLine line = m_layout->lineForTextPosition(shown);
    if (!line.isValid())
        return {0, 0, 1, m_style.rowHeight};
    return {line.cursorToX(shown), line.lineNumber() * m_style.rowHeight, 1, m_style.rowHeight};
}

qsizetype LineLayout::nextColumn(qsizetype column) const
{
    const qsizetype shown = m_visible.fromOriginal(column);
    for (int next = int(shown); next < m_visible.text.size();) {
        next = m_layout->nextCursorPosition(next);
        if (const qsizetype candidate = m_visible.toOriginal(next); candidate > column)
            return std::min(candidate, m_columns);
    }
    return m_columns;
}

qsizetype LineLayout::previousColumn(qsizetype column) const
{
    for (int previous = int(m_visible.fromOriginal(column)); previous > 0;) {
        previous = m_layout->previousCursorPosition(previous);
        if (const qsizetype candidate = m_visible.toOriginal(previous); candidate < column)
            return candidate;
    }
    return 0;
}

void LineLayout::paint(QPainter &painter, QPointF origin, const QList<LineHighlight> &highlights) const
{
    QList<QTextLayout::FormatRange> ranges;
    for (const auto &highlight : highlights) {
        const qsizetype start = m_visible.fromOriginal(highlight.start);
        const qsizetype end = m_visible.fromOriginal(highlight.start + highlight.length);
        if (end > start)
            ranges.append({int(start), int(end - start), highlight.format});
    }
    m_layout->draw(&painter, origin, ranges);
}

} // namespace Sonde::Client
