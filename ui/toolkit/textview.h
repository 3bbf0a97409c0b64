// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/linelayout.h"
#include "ui/toolkit/outputpane.h"
#include "ui/toolkit/textrange.h"
#include "ui/toolkit/textviewinput.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>
#include <QPointer>
#include <functional>

namespace Sonde::Client {

class TextBuffer;
class Theme;

/// A read-only view of a TextBuffer that sets and paints only the lines on screen, so its cost does not depend on the buffer's size.
///
/// Selection and cursor are in the original text: hostile characters are shown as marks, and copied as they came. However fast the
/// buffer grows the view looks at it once per frame. It follows the end while it is at the end.
class TextView final : public QAbstractScrollArea, public OutputPane
{
    Q_OBJECT

public:
    explicit TextView(const Theme &theme, QWidget *parent = nullptr);
    ~TextView() override;

    /// Not owned; nullptr shows nothing.
    void setBuffer(TextBuffer *buffer);
    [[nodiscard]] TextBuffer *buffer() const { return m_buffer; }

    void setWrap(bool wrap);
    [[nodiscard]] bool wrap() const { return m_wrap; }
    /// A column before each line ("stdout"); none without a function.
    void setLabels(std::function<QString(qsizetype line)> labels);
    [[nodiscard]] bool hasLabels() const { return bool(m_labels); }
    [[nodiscard]] QString labelOf(qsizetype line) const { return m_labels ? m_labels(line) : QString(); }

    [[nodiscard]] TextRange selection() const { return m_selection; }
    void setSelection(const TextRange &selection);
    void copy() const;

    [[nodiscard]] QWidget *widget() override { return this; }
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override { return !m_selection.isEmpty(); }
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override { setSelection({{}, endPosition()}); }
    void clearSelection() override { setSelection({m_selection.cursor, m_selection.cursor}); }
    void setHighlighted(const QString &text) override;
    bool findFrom(Start start, const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

    /// Goes there and shows it; `select` keeps the other end of the selection where it is.
    void moveCursor(TextPosition to, bool select);
    void scrollToLine(qsizetype line);
    /// Downwards; negative: upwards.
    void scrollRows(int rows);
    void scrollToEnd();
    [[nodiscard]] bool isAtEnd() const;
    /// Lines on screen, the first and one past the last.
    [[nodiscard]] std::pair<qsizetype, qsizetype> visibleLines() const;
    [[nodiscard]] int rowsOnScreen() const;
    [[nodiscard]] qsizetype lineCount() const;
    /// A line as it is set; valid until the next one is asked for.
    [[nodiscard]] LineLayout &line(qsizetype index) const;
    [[nodiscard]] TextPosition endPosition() const;
    /// The place that stands so many rows below, at the same distance from the edge.
    [[nodiscard]] TextPosition verticallyMoved(TextPosition from, int rows) const;
    [[nodiscard]] QRect cursorRect(TextPosition position) const;
    [[nodiscard]] TextPosition positionAt(QPoint viewportPoint) const;

Q_SIGNALS:
    void selectionChanged();
    void contextMenuRequested(const QPoint &globalPosition);
    /// A line was added or removed, or set anew.
    void contentHeightChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override { m_input.mousePress(*event); }
    void mouseMoveEvent(QMouseEvent *event) override { m_input.mouseMove(*event); }
    void mouseReleaseEvent(QMouseEvent *event) override { m_input.mouseRelease(*event); }
    void mouseDoubleClickEvent(QMouseEvent *event) override { m_input.mouseDoubleClick(*event); }
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Upper edge of the view: a row of a line.
    struct Top {
        qsizetype line = 0;
        int row = 0;
        friend auto operator<=>(const Top &, const Top &) = default;
    };

    void onAppended(qsizetype first, qsizetype last);
    void onFrame();
    void restyle();
    void updateBars();
    void setTop(Top top);
    void reveal(TextPosition position);

    [[nodiscard]] Top lastTop() const;
    [[nodiscard]] Top moved(Top top, int rows) const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] QList<LineHighlight> highlightsOf(qsizetype index, const QString &text) const;

    const Theme &m_theme;
    QPointer<TextBuffer> m_buffer;
    std::function<QString(qsizetype)> m_labels;
    LineStyle m_style;
    mutable QCache<qsizetype, LineLayout> m_lines;
    mutable qreal m_widest = 0; ///< of the lines set so far
    Top m_top;
    TextRange m_selection;
    QString m_highlighted;
    QBasicTimer m_frame;
    TextViewInput m_input;
    int m_labelWidth = 0;
    bool m_wrap = false;
    bool m_following = true;
    bool m_settingBars = false;
};

} // namespace Sonde::Client
