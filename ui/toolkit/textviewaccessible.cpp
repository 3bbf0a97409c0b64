// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/textviewaccessible.h"

#include "ui/toolkit/textview.h"

namespace Sonde::Client {

namespace {

constexpr qsizetype ShortText = 200; ///< lines that are read whole, seen or not

/// A line as it is read out: the label before it, then its text.
struct ReadLine {
    QString label;
    VisibleText shown;

    [[nodiscard]] qsizetype size() const { return label.size() + shown.text.size(); }
};

ReadLine readLine(const TextView &view, qsizetype line)
{
    const QString label = view.labelOf(line);
    return {label.isEmpty() ? label : label + u": ", VisibleText::of(view.buffer()->line(line), u"\t")};
}

} // namespace

TextViewAccessible::TextViewAccessible(TextView *view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

QAccessibleInterface *TextViewAccessible::make(const QString &, QObject *object)
{
    auto *view = qobject_cast<TextView *>(object);
    return view ? new TextViewAccessible(view) : nullptr;
}

void *TextViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString TextViewAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? shownText() : QAccessibleWidget::text(type);
}

QAccessible::State TextViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

// ---- offsets and places

TextView *TextViewAccessible::view() const
{
    return static_cast<TextView *>(widget());
}

std::pair<qsizetype, qsizetype> TextViewAccessible::lines() const
{
    const qsizetype all = view()->buffer() ? view()->buffer()->lineCount() : 0;
    return all <= ShortText ? std::pair<qsizetype, qsizetype>(0, all) : view()->visibleLines();
}

QString TextViewAccessible::shownText() const
{
    QString text;
    const auto [first, past] = lines();
    for (qsizetype i = first; i < past; ++i) {
        const ReadLine line = readLine(*view(), i);
        text += line.label + line.shown.text + u'\n';
    }
    return text;
}

static int offsetOf(const TextView &view, std::pair<qsizetype, qsizetype> lines, TextPosition position)
{
    qsizetype offset = 0;
    for (qsizetype i = lines.first; i < lines.second; ++i) {
        const ReadLine line = readLine(view, i);
        if (i >= position.line)
            return int(
                offset + (i == position.line ? line.label.size() + line.shown.fromOriginal(position.column) : 0));
        offset += line.size() + 1;
    }
    return int(offset);
}

static TextPosition positionOf(const TextView &view, std::pair<qsizetype, qsizetype> lines, int offset)
{
    qsizetype left = offset;
    for (qsizetype i = lines.first; i < lines.second; ++i) {
        const ReadLine line = readLine(view, i);
        if (left <= line.size())
            return {i, line.shown.toOriginal(std::max<qsizetype>(0, left - line.label.size()))};
        left -= line.size() + 1;
    }
    return {std::max<qsizetype>(0, lines.second - 1), 0};
}

// ---- QAccessibleTextInterface

void TextViewAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    *startOffset = *endOffset = 0;
    if (selectionIndex != 0 || !view()->hasSelection())
        return;
    *startOffset = offsetOf(*view(), lines(), view()->selection().begin());
    *endOffset = offsetOf(*view(), lines(), view()->selection().end());
}

int TextViewAccessible::selectionCount() const
{
    return view()->hasSelection() ? 1 : 0;
}

void TextViewAccessible::addSelection(int startOffset, int endOffset)
{
    setSelection(0, startOffset, endOffset);
}

void TextViewAccessible::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0)
        view()->setSelection({view()->selection().cursor, view()->selection().cursor});
}

void TextViewAccessible::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex == 0)
        view()->setSelection({positionOf(*view(), lines(), startOffset), positionOf(*view(), lines(), endOffset)});
}

int TextViewAccessible::cursorPosition() const
{
    return offsetOf(*view(), lines(), view()->selection().cursor);
}

void TextViewAccessible::setCursorPosition(int position)
{
    const TextPosition place = positionOf(*view(), lines(), position);
    view()->setSelection({place, place});
}

QString TextViewAccessible::text(int startOffset, int endOffset) const
{
    return shownText().mid(startOffset, endOffset - startOffset);
}

int TextViewAccessible::characterCount() const
{
    return int(shownText().size());
}

QRect TextViewAccessible::characterRect(int offset) const
{
    const QRect cursor = view()->cursorRect(positionOf(*view(), lines(), offset));
    return cursor.isNull() ? QRect() : cursor.translated(view()->viewport()->mapToGlobal(QPoint()));
}

int TextViewAccessible::offsetAtPoint(const QPoint &point) const
{
    return offsetOf(*view(), lines(), view()->positionAt(view()->viewport()->mapFromGlobal(point)));
}

void TextViewAccessible::scrollToSubstring(int startIndex, int)
{
    view()->scrollToLine(positionOf(*view(), lines(), startIndex).line);
}

QString TextViewAccessible::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

} // namespace Sonde::Client
