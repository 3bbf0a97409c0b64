// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputbody.h"

#include "jsonview.h"
#include "outputcopy.h"
#include "plaintext.h"
#include "recordview.h"
#include "resultview.h"
#include "textview.h"
#include "tones.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace Sonde {

using Kind = CommandOutput::Kind;

OutputBody::OutputBody(const Theme &theme, const Syntax &syntax, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_note(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    setTone(m_note, Tone::Dim);
    m_note->setContentsMargins(10, 4, 10, 4);
    m_note->hide();
    retranslate();
}

OutputBody::~OutputBody() = default;

void OutputBody::setOutput(CommandOutput *output)
{
    if (m_output == output)
        return;
    if (m_output)
        m_output->disconnect(this);
    m_output = output;
    makePane(Kind::None);
    if (output) {
        connect(output, &CommandOutput::changed, this, &OutputBody::refresh);
        connect(output, &CommandOutput::wholeChanged, this, &OutputBody::refresh);
        connect(output, &CommandOutput::jsonReady, this, &OutputBody::showJson);
        refresh();
    }
}

void OutputBody::setText(const QString &text)
{
    makePane(Kind::Text);
    delete std::exchange(m_ownText, new TextBuffer(this));
    m_ownText->append(text.toUtf8());
    auto *view = static_cast<TextView *>(m_pane);
    view->setBuffer(m_ownText);
    view->scrollToLine(0);
}

void OutputBody::setFolder(const QString &folder)
{
    m_folder = folder;
}

void OutputBody::setName(const QString &name)
{
    m_name = name;
    if (m_pane)
        m_pane->widget()->setAccessibleName(name);
}

// ---- the view that fits

void OutputBody::refresh()
{
    const Kind kind = m_output->kind();
    if (kind != m_kind)
        makePane(kind);
    if (kind == Kind::Json && m_output->whole())
        m_output->prepareJson();
    if (kind == Kind::Text)
        markErrors();
    m_note->setVisible(kind == Kind::Json && !m_output->whole());
    Q_EMIT heightChanged();
}

template<typename View>
View *OutputBody::adopt(View *view)
{
    m_pane = view;
    connect(view, &View::contextMenuRequested, this, &OutputBody::showMenu);
    if constexpr (requires { &View::composeRequested; }) {
        view->setFolder(m_folder);
        connect(view, &View::composeRequested, this, &OutputBody::composeRequested);
    }
    if constexpr (requires { &View::contentHeightChanged; })
        connect(view, &View::contentHeightChanged, this, &OutputBody::heightChanged);
    view->setAccessibleName(m_name);
    setFocusProxy(view);
    layout()->addWidget(view);
    return view;
}

void OutputBody::makePane(Kind kind)
{
    if (m_pane)
        delete std::exchange(m_pane, nullptr)->widget();
    m_kind = kind;
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Table:
        adopt(new ResultView(m_theme, this))->setResult(m_output->table());
        break;
    case Kind::Record:
        adopt(new RecordView(m_theme, this))->setResult(m_output->table());
        break;
    case Kind::Text:
        adopt(new TextView(m_theme, this))->setBuffer(m_output ? m_output->text() : nullptr);
        break;
    case Kind::Json:
        adopt(new JsonView(m_syntax, m_theme, this));
        if (!m_output->json().isEmpty())
            showJson();
        break;
    }
}

/// What a script complained of has its stream's name before it; a script that only talks needs no names.
void OutputBody::markErrors()
{
    const TextBuffer *text = m_output->text();
    auto *view = static_cast<TextView *>(m_pane);
    if (text->hasErrors() && !view->hasLabels())
        view->setLabels([text](qsizetype line) {
            return text->streamOf(line) == TextStream::Errors ? QStringLiteral("stderr") : QString();
        });
}

void OutputBody::showJson()
{
    if (m_kind != Kind::Json)
        return;
    static_cast<JsonView *>(m_pane)->setJson(m_output->json());
    m_note->hide();
    Q_EMIT heightChanged();
}

int OutputBody::heightFor(int mostRows) const
{
    if (!m_pane)
        return 0;
    return m_pane->heightFor(mostRows) + (m_note->isHidden() ? 0 : m_note->sizeHint().height());
}

// ---- menu

void OutputBody::addCopyActions(QMenu &menu)
{
    if (!m_pane)
        return;
    const auto copyAs = [this, &menu](const QString &text, CopyFormat format) {
        const auto *table = dynamic_cast<ResultView *>(m_pane);
        const QList<int> rows = table ? table->selectedRows() : QList<int>();
        connect(menu.addAction(text), &QAction::triggered, this, [this, rows, format] {
            if (m_output)
                copyOutput(*m_output, rows, format, this);
        });
    };
    QAction *copy = menu.addAction(tr("Copy selection"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_pane->hasSelection());
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_pane->selectedText()); });
    if (m_output && m_output->table()) {
        copyAs(tr("Copy as text"), CopyFormat::Text);
        copyAs(tr("Copy as JSON"), CopyFormat::Json);
        copyAs(tr("Copy as CSV"), CopyFormat::Csv);
    } else if (m_output) {
        copyAs(tr("Copy all"), CopyFormat::Text);
        if (m_output->script())
            copyAs(tr("Copy as JSON"), CopyFormat::Json);
    }
    connect(menu.addAction(tr("Select all")), &QAction::triggered, this, [this] { m_pane->selectAll(); });
}

void OutputBody::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_pane->addActions(*menu);
    addCopyActions(*menu);
    Q_EMIT menuAboutToShow(*menu);
    menu->popup(globalPosition);
}

void OutputBody::retranslate()
{
    m_note->setText(tr("The document appears when the command has finished."));
}

void OutputBody::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Sonde
