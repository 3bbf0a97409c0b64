// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/commandedit.h"

#include "models/text/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/hostilemark.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

bool isMark(const QTextFormat &format)
{
    return format.objectType() == HostileMark::ObjectType;
}

/// The lines of a pasted text that hold something.
QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(QRegularExpression(u"\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"_s), Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    return lines;
}

} // namespace

CommandEdit::CommandEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    document()->documentLayout()->registerHandler(HostileMark::ObjectType, new HostileMark(theme, this));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &CommandEdit::onTextChanged);
    connect(&theme, &Theme::changed, this, &CommandEdit::restyle);
    restyle();
}

// ---- the line behind the marks

QString CommandEdit::originalOf(int from, int to) const
{
    QString text;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.position() > from && block.position() <= to)
            text += u' '; // a break only an input method can make
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const int begin = std::max(from, fragment.position());
            const int end = std::min(to, fragment.position() + fragment.length());
            if (begin >= end)
                continue;
            if (isMark(fragment.charFormat()))
                text += fragment.charFormat().stringProperty(HostileMark::OriginalProperty).repeated(end - begin);
            else
                text += fragment.text().sliced(begin - fragment.position(), end - begin);
        }
    }
    return text;
}

QString CommandEdit::line() const
{
    return originalOf(0, document()->characterCount() - 1);
}

qsizetype CommandEdit::cursorColumn() const
{
    return originalOf(0, textCursor().position()).size();
}

int CommandEdit::positionOf(qsizetype column) const
{
    const int last = document()->characterCount() - 1;
    int position = int(std::min<qsizetype>(column, last)); // a character of the document is at least one of the line
    while (position > 0 && originalOf(0, position).size() > column)
        --position;
    return position;
}

void CommandEdit::setCursorColumn(qsizetype column)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(positionOf(column));
    setTextCursor(cursor);
}

QTextCharFormat CommandEdit::markFormat(const QString &original) const
{
    QTextCharFormat format;
    format.setObjectType(HostileMark::ObjectType);
    format.setProperty(HostileMark::OriginalProperty, original);
    return format;
}

void CommandEdit::insertMarked(QTextCursor &cursor, const QString &text)
{
    const VisibleText shown = VisibleText::of(text);
    qsizetype done = 0;
    for (const auto &mark : shown.marks) {
        cursor.insertText(text.sliced(done, mark.original - done), QTextCharFormat());
        cursor.insertText(
            QString(QChar::ObjectReplacementCharacter), markFormat(text.sliced(mark.original, mark.originalLength)));
        done = mark.original + mark.originalLength;
    }
    cursor.insertText(text.sliced(done), QTextCharFormat());
}

void CommandEdit::setLine(const QString &line)
{
    replace(0, this->line().size(), line);
}

void CommandEdit::replace(qsizetype start, qsizetype length, const QString &text)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.setPosition(positionOf(start));
    cursor.setPosition(positionOf(start + length), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_marking = true;
    insertMarked(cursor, text);
    m_marking = false;
    cursor.endEditBlock();
    setTextCursor(cursor);
    setCurrentCharFormat({});
}

void CommandEdit::markHostile()
{
    m_marking = true;
    QTextCursor cursor(document());
    for (int position = document()->characterCount() - 2; position >= 0; --position) {
        const QString character(document()->characterAt(position));
        cursor.setPosition(position + 1);
        if (isMark(cursor.charFormat()) || character.at(0) == QChar::ParagraphSeparator || character.at(0).isSurrogate()
            || !isHostile(character.at(0).unicode()))
            continue;
        cursor.setPosition(position, QTextCursor::KeepAnchor);
        cursor.joinPreviousEditBlock();
        cursor.insertText(QString(QChar::ObjectReplacementCharacter), markFormat(character));
        cursor.endEditBlock();
    }
    m_marking = false;
}

void CommandEdit::onTextChanged()
{
    if (m_marking)
        return;
    markHostile();
    fitHeight();
    Q_EMIT lineChanged();
}

// ---- clipboard

bool CommandEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

/// Without keys: some of those that Qt names there do something else in this line (linekeys.h).
void CommandEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menu->actions())
        action->setText(action->text().section(u'\t', 0, 0));
    menu->popup(event->globalPos());
}

void CommandEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList lines = linesOf(source->text());
    if (lines.size() > 1) {
        Q_EMIT linesPasted(lines);
        return;
    }
    if (lines.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    m_marking = true;
    cursor.removeSelectedText();
    insertMarked(cursor, lines.first());
    m_marking = false;
    cursor.endEditBlock();
    setTextCursor(cursor);
    setCurrentCharFormat({});
}

QMimeData *CommandEdit::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(originalOf(textCursor().selectionStart(), textCursor().selectionEnd()));
    return data;
}

// ---- size

void CommandEdit::fitHeight()
{
    const int height = sizeHint().height();
    if (height != this->height() || height != minimumHeight())
        setFixedHeight(height);
}

QSize CommandEdit::sizeHint() const
{
    const int rows = std::clamp(int(document()->documentLayout()->documentSize().height()), 1, MostRows);
    return {400, int(std::ceil(rows * QFontMetricsF(font()).lineSpacing())) + 2};
}

QSize CommandEdit::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void CommandEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void CommandEdit::restyle()
{
    setFont(m_theme.consoleFont());
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, m_theme.color(Color::Text));
    setPalette(colors);
    fitHeight();
}

} // namespace Sonde::Client

#include "moc_commandedit.cpp"
