// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/visibletext.h"

#include <QTextCharFormat>
#include <QTextLayout>
#include <memory>

class QPainter;

namespace Sonde::Client {

/// How lines of a text view are set.
struct LineStyle {
    QFont font;
    qreal rowHeight = 0;
    qreal wrapWidth = 0;  ///< 0: a line is one row however long
    QTextCharFormat mark; ///< of `[U+202E]` and the like
};

/// Part of a line painted differently, in columns of the original text.
struct LineHighlight {
    qsizetype start = 0;
    qsizetype length = 0;
    QTextCharFormat format;
};

/// One line of text made visible and set into rows of one height. Columns are those of the original text; only painting knows of the
/// marks that stand for characters nobody should obey.
class LineLayout final
{
    Q_DISABLE_COPY_MOVE(LineLayout)

public:
    LineLayout(const QString &original, const LineStyle &style);

    [[nodiscard]] int rows() const;
    [[nodiscard]] qreal width() const;
    [[nodiscard]] qsizetype columns() const { return m_columns; }
    [[nodiscard]] const QString &shownText() const { return m_visible.text; }

    /// The column nearest to a point relative to the line's upper left corner.
    [[nodiscard]] qsizetype columnAt(QPointF point) const;
    /// Where a cursor before `column` stands.
    [[nodiscard]] QRectF cursorRect(qsizetype column) const;
    /// The column one cursor step away.
    [[nodiscard]] qsizetype nextColumn(qsizetype column) const;
    [[nodiscard]] qsizetype previousColumn(qsizetype column) const;
    void paint(QPainter &painter, QPointF origin, const QList<LineHighlight> &highlights) const;

private:
    void layOut();

    LineStyle m_style;
    qsizetype m_columns;
    VisibleText m_visible;
    std::unique_ptr<QTextLayout> m_layout;
};

} // namespace Sonde::Client
