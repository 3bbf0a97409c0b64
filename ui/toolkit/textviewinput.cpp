// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/textviewinput.h"

#include "models/text/textbuffer.h"
#include "ui/toolkit/textview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimerEvent>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto AutoScrollTime = 50ms;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

TextViewInput::TextViewInput(TextView &view)
    : m_view(view)
{
}

// ---- keyboard

bool TextViewInput::moveByKey(const QKeyEvent &event)
{
    using enum QKeySequence::StandardKey;
    const TextPosition at = m_view.selection().cursor;
    const auto is = [&event](QKeySequence::StandardKey move, QKeySequence::StandardKey select) {
        return event.matches(move) || event.matches(select);
    };
    const auto go = [&](TextPosition to) {
        m_view.moveCursor(to, event.modifiers().testFlag(Qt::ShiftModifier));
        return true;
    };
    if (is(MoveToNextLine, SelectNextLine))
        return go(m_view.verticallyMoved(at, 1));
    if (is(MoveToPreviousLine, SelectPreviousLine))
        return go(m_view.verticallyMoved(at, -1));
    if (is(MoveToNextPage, SelectNextPage))
        return go(m_view.verticallyMoved(at, m_view.rowsOnScreen()));
    if (is(MoveToPreviousPage, SelectPreviousPage))
        return go(m_view.verticallyMoved(at, -m_view.rowsOnScreen()));
    if (is(MoveToStartOfLine, SelectStartOfLine))
        return go({at.line, 0});
    if (is(MoveToEndOfLine, SelectEndOfLine))
        return go({at.line, m_view.line(at.line).columns()});
    if (is(MoveToStartOfDocument, SelectStartOfDocument))
        return go({});
    if (is(MoveToEndOfDocument, SelectEndOfDocument))
        return go(m_view.endPosition());
    if (is(MoveToNextChar, SelectNextChar)) {
        const bool atEnd = at.column >= m_view.line(at.line).columns() && at.line + 1 < m_view.lineCount();
        return go(
            atEnd ? TextPosition{at.line + 1, 0} : TextPosition{at.line, m_view.line(at.line).nextColumn(at.column)});
    }
    if (is(MoveToPreviousChar, SelectPreviousChar)) {
        const bool atStart = at.column == 0 && at.line > 0;
        return go(atStart ? TextPosition{at.line - 1, m_view.line(at.line - 1).columns()}
                          : TextPosition{at.line, m_view.line(at.line).previousColumn(at.column)});
    }
    return false;
}

bool TextViewInput::wantsShortcut(const QKeyEvent &event) const
{
    return (event.matches(QKeySequence::Copy) && m_view.hasSelection()) || event.matches(QKeySequence::SelectAll);
}

bool TextViewInput::keyPress(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy) && m_view.hasSelection())
        m_view.copy();
    else if (event.matches(QKeySequence::SelectAll))
        m_view.selectAll();
    else
        return m_view.lineCount() > 0 && moveByKey(event);
    return true;
}

// ---- mouse

void TextViewInput::mousePress(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const TextPosition at = m_view.positionAt(event.pos());
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    m_view.setSelection({extend ? m_view.selection().anchor : at, at});
}

void TextViewInput::extendTo(QPoint point)
{
    if (point.y() < 0 || point.y() >= m_view.viewport()->height())
        m_view.scrollRows(point.y() < 0 ? -1 : 1);
    m_view.setSelection({m_view.selection().anchor, m_view.positionAt(point)});
}

void TextViewInput::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId())
        extendTo(m_dragPoint);
    else
        QObject::timerEvent(event);
}

void TextViewInput::mouseMove(const QMouseEvent &event)
{
    if (!event.buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event.pos();
    extendTo(m_dragPoint);
    const bool outside = !m_view.viewport()->rect().contains(m_dragPoint);
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(AutoScrollTime, this);
    else if (!outside)
        m_autoScroll.stop();
}

void TextViewInput::mouseRelease(const QMouseEvent &event)
{
    m_autoScroll.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (event.button() == Qt::LeftButton && m_view.hasSelection() && clipboard->supportsSelection())
        clipboard->setText(m_view.selectedText(), QClipboard::Selection);
}

void TextViewInput::mouseDoubleClick(const QMouseEvent &event)
{
    if (m_view.lineCount() == 0)
        return;
    const TextPosition at = m_view.positionAt(event.pos());
    const QString text = m_view.buffer()->line(at.line);
    qsizetype begin = std::min(at.column, text.size());
    qsizetype end = begin;
    while (begin > 0 && isWordCharacter(text.at(begin - 1)))
        --begin;
    while (end < text.size() && isWordCharacter(text.at(end)))
        ++end;
    m_view.setSelection({{at.line, begin}, {at.line, end}});
}

} // namespace Sonde::Client
