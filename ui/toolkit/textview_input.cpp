// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/textview.h"

#include "models/text/textbuffer.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto AutoScrollTime = 50ms;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

// ---- selection

void TextView::setSelection(const TextRange &selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    viewport()->update();
    Q_EMIT selectionChanged();
    QAccessibleTextCursorEvent moved(this, 0);
    QAccessible::updateAccessibility(&moved);
}

QString TextView::selectedText() const
{
    return m_buffer && hasSelection() ? m_buffer->text(m_selection.begin(), m_selection.end()) : QString();
}

void TextView::selectAll()
{
    setSelection({{}, endPosition()});
}

void TextView::clearSelection()
{
    setSelection({m_selection.cursor, m_selection.cursor});
}

void TextView::addActions(QMenu &menu)
{
    QAction *wrap = menu.addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(m_wrap);
    connect(wrap, &QAction::toggled, this, &TextView::setWrap);
}

void TextView::copy() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void TextView::moveCursor(TextPosition to, bool select)
{
    setSelection({select ? m_selection.anchor : to, to});
    reveal(to);
}

void TextView::reveal(TextPosition position)
{
    const auto [first, past] = visibleLines();
    if (position.line < first || position.line >= past - 1)
        scrollToLine(position.line);
    const QRect cursor = cursorRect(position);
    if (cursor.bottom() >= viewport()->height())
        scrollRows(1 + (cursor.bottom() - viewport()->height()) / int(m_style.rowHeight));
    else if (cursor.top() < 0)
        scrollRows(-1 + cursor.top() / int(m_style.rowHeight));
    if (m_wrap)
        return;
    updateBars();
    QScrollBar *bar = horizontalScrollBar();
    if (cursor.left() < textLeft())
        bar->setValue(bar->value() + cursor.left() - textLeft());
    else if (cursor.right() > viewport()->width())
        bar->setValue(bar->value() + cursor.right() - viewport()->width() + textLeft());
}

// ---- keyboard

TextPosition TextView::verticallyMoved(TextPosition from, int rows) const
{
    const qreal x = line(from.line).cursorRect(from.column).x();
    const int row = int(line(from.line).cursorRect(from.column).y() / m_style.rowHeight);
    const Top target = moved({from.line, row}, rows);
    return {target.line, line(target.line).columnAt({x, (target.row + 0.5) * m_style.rowHeight})};
}

bool TextView::moveByKey(QKeyEvent *event)
{
    using enum QKeySequence::StandardKey;
    const TextPosition at = m_selection.cursor;
    const auto is = [event](QKeySequence::StandardKey move, QKeySequence::StandardKey select) {
        return event->matches(move) || event->matches(select);
    };
    const auto go = [&](TextPosition to) {
        moveCursor(to, event->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    };
    if (is(MoveToNextLine, SelectNextLine))
        return go(verticallyMoved(at, 1));
    if (is(MoveToPreviousLine, SelectPreviousLine))
        return go(verticallyMoved(at, -1));
    if (is(MoveToNextPage, SelectNextPage))
        return go(verticallyMoved(at, rowsOnScreen()));
    if (is(MoveToPreviousPage, SelectPreviousPage))
        return go(verticallyMoved(at, -rowsOnScreen()));
    if (is(MoveToStartOfLine, SelectStartOfLine))
        return go({at.line, 0});
    if (is(MoveToEndOfLine, SelectEndOfLine))
        return go({at.line, line(at.line).columns()});
    if (is(MoveToStartOfDocument, SelectStartOfDocument))
        return go({});
    if (is(MoveToEndOfDocument, SelectEndOfDocument))
        return go(endPosition());
    if (is(MoveToNextChar, SelectNextChar)) {
        const bool atEnd = at.column >= line(at.line).columns() && at.line + 1 < lineCount();
        return go(atEnd ? TextPosition{at.line + 1, 0} : TextPosition{at.line, line(at.line).nextColumn(at.column)});
    }
    if (is(MoveToPreviousChar, SelectPreviousChar)) {
        const bool atStart = at.column == 0 && at.line > 0;
        return go(atStart ? TextPosition{at.line - 1, line(at.line - 1).columns()}
                          : TextPosition{at.line, line(at.line).previousColumn(at.column)});
    }
    return false;
}

bool TextView::event(QEvent *event)
{
    // Copying is ours only while something is selected: Ctrl+C otherwise cancels the foreground command.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Copy) && hasSelection()) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && hasSelection())
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (lineCount() == 0 || !moveByKey(event))
        event->ignore();
}

// ---- mouse

void TextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const TextPosition at = positionAt(event->pos());
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    setSelection({extend ? m_selection.anchor : at, at});
}

void TextView::extendTo(QPoint point)
{
    if (point.y() < 0 || point.y() >= viewport()->height())
        scrollRows(point.y() < 0 ? -1 : 1);
    setSelection({m_selection.anchor, positionAt(point)});
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event->pos();
    extendTo(m_dragPoint);
    const bool outside = !viewport()->rect().contains(m_dragPoint);
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(AutoScrollTime, this);
    else if (!outside)
        m_autoScroll.stop();
}

void TextView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (event->button() == Qt::LeftButton && hasSelection() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (lineCount() == 0)
        return;
    const TextPosition at = positionAt(event->pos());
    const QString text = m_buffer->line(at.line);
    qsizetype begin = std::min(at.column, text.size());
    qsizetype end = begin;
    while (begin > 0 && isWordCharacter(text.at(begin - 1)))
        --begin;
    while (end < text.size() && isWordCharacter(text.at(end)))
        ++end;
    setSelection({{at.line, begin}, {at.line, end}});
}

void TextView::wheelEvent(QWheelEvent *event)
{
    const bool up = event->angleDelta().y() > 0;
    const bool canScroll = up ? m_top > Top{} : !isAtEnd();
    const bool sideways = std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    if (sideways)
        QAbstractScrollArea::wheelEvent(event);
    else if (canScroll)
        scrollRows(-event->angleDelta().y() * QApplication::wheelScrollLines() / 120);
    event->setAccepted(sideways || canScroll); // at its end the console around it scrolls
}

void TextView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place =
        byKey ? viewport()->mapToGlobal(cursorRect(m_selection.cursor).bottomLeft()) : event->globalPos();
    Q_EMIT contextMenuRequested(place);
}

void TextView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TextView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace Sonde::Client
