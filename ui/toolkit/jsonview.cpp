// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/jsonview.h"

#include "models/text/textbuffer.h"
#include "protocol/base/sizetext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/codehighlighter.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/syntax.h"
#include "ui/toolkit/textview.h"

#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Hostile characters of a document are inside its strings, so JSON's own escapes can stand for them.
QString escaped(const QString &json)
{
    const VisibleText shown = VisibleText::of(json, u"\n\t");
    QString text;
    text.reserve(json.size());
    qsizetype done = 0;
    for (const auto &mark : shown.marks) {
        text += QStringView(json).sliced(done, mark.original - done);
        for (qsizetype i = 0; i < mark.originalLength; ++i)
            text += u"\\u%1"_s.arg(uint(json.at(mark.original + i).unicode()), 4, 16, QLatin1Char('0'));
        done = mark.original + mark.originalLength;
    }
    text += QStringView(json).sliced(done);
    return text;
}

} // namespace

JsonView::JsonView(const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_editor(new QPlainTextEdit(this))
    , m_note(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_editor);
    m_note->setContentsMargins(10, 4, 10, 4);
    m_note->setWordWrap(true);
    m_note->hide();

    m_editor->setReadOnly(true);
    m_editor->setFocusPolicy(Qt::StrongFocus); // the wheel alone does not take it
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_editor->document()->setDocumentMargin(8);
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusProxy(m_editor);
    connect(m_editor, &QWidget::customContextMenuRequested, this,
        [this](QPoint point) { Q_EMIT contextMenuRequested(m_editor->mapToGlobal(point)); });
    connect(&theme, &Theme::changed, this, &JsonView::restyle);
    auto *highlighter = new CodeHighlighter(syntax, theme, m_editor->document());
    highlighter->setLanguage(u"JSON"_s);
    restyle();
    onLanguageChange(this, &JsonView::retranslate);
}

JsonView::~JsonView() = default;

void JsonView::setJson(const QByteArray &json)
{
    m_size = json.size();
    const bool large = json.size() > MostHighlighted;
    m_note->setVisible(large);
    m_editor->setVisible(!large);
    if (large) {
        showLarge(json);
    } else {
        delete std::exchange(m_large, nullptr);
        setFocusProxy(m_editor);
        m_editor->setPlainText(escaped(QString::fromUtf8(json)).trimmed());
    }
    retranslate();
}

void JsonView::showLarge(const QByteArray &json)
{
    if (!m_large) {
        m_large = new TextView(m_theme, this);
        layout()->addWidget(m_large);
        setFocusProxy(m_large);
        connect(m_large, &TextView::contextMenuRequested, this, &JsonView::contextMenuRequested);
    }
    delete std::exchange(m_buffer, new TextBuffer(this));
    m_buffer->append(json);
    m_large->setBuffer(m_buffer);
    m_large->scrollToLine(0);
    m_editor->clear();
}

void JsonView::retranslate()
{
    m_note->setText(tr("This document has %1: it is shown without colours.").arg(sizeText(m_size)));
    m_editor->setAccessibleName(tr("JSON output"));
    if (m_large)
        m_large->setAccessibleName(tr("JSON output"));
}

void JsonView::restyle()
{
    m_editor->setFont(m_theme.consoleFont());
    m_note->setForegroundRole(QPalette::PlaceholderText);
    setHighlighted({});
}

QString JsonView::selectedText() const
{
    if (m_large)
        return m_large->selectedText();
    // The cursor gives paragraph separators for line breaks.
    return m_editor->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

bool JsonView::hasSelection() const
{
    return m_large ? m_large->hasSelection() : m_editor->textCursor().hasSelection();
}

void JsonView::clearSelection()
{
    if (m_large)
        return m_large->clearSelection();
    QTextCursor cursor = m_editor->textCursor();
    cursor.clearSelection();
    m_editor->setTextCursor(cursor);
}

void JsonView::addActions(QMenu &menu)
{
    if (m_large)
        return m_large->addActions(menu);
    QAction *wrap = menu.addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(m_editor->lineWrapMode() != QPlainTextEdit::NoWrap);
    connect(wrap, &QAction::toggled, m_editor,
        [this](bool on) { m_editor->setLineWrapMode(on ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap); });
}

void JsonView::selectAll()
{
    m_large ? m_large->selectAll() : m_editor->selectAll();
}

void JsonView::setHighlighted(const QString &text)
{
    if (m_large)
        return m_large->setHighlighted(text);
    QList<QTextEdit::ExtraSelection> found;
    QTextCharFormat format;
    format.setBackground(m_theme.color(Color::Match));
    constexpr qsizetype mostMarked = 2000;
    for (QTextCursor at = m_editor->document()->find(text); !at.isNull() && found.size() < mostMarked;
        at = m_editor->document()->find(text, at))
        found.append({at, format});
    m_editor->setExtraSelections(found);
}

bool JsonView::findFrom(Start start, const QString &text, bool backwards)
{
    if (m_large)
        return m_large->findFrom(start, text, backwards);
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags{};
    const QTextCursor before = m_editor->textCursor();
    if (start == Start::Edge)
        m_editor->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (m_editor->find(text, flags))
        return true;
    m_editor->setTextCursor(before);
    return false;
}

int JsonView::heightFor(int mostRows) const
{
    if (m_large)
        return m_note->sizeHint().height() + m_large->heightFor(mostRows);
    const int rows = std::min(m_editor->blockCount(), mostRows);
    const int margins = 2 * int(m_editor->document()->documentMargin());
    const QScrollBar *bar = m_editor->horizontalScrollBar();
    return int(std::ceil(rows * QFontMetricsF(m_editor->font()).lineSpacing())) + margins
        + (bar->maximum() > 0 ? bar->sizeHint().height() : 0);
}

} // namespace Sonde::Client

#include "moc_jsonview.cpp"
