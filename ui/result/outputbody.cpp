// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/outputbody.h"

#include "ui/acts/actpane.h"
#include "ui/result/outputcopy.h"
#include "ui/result/recordview.h"
#include "ui/result/resultpane.h"
#include "ui/result/resultview.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/jsonview.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/textview.h"

#include <QAbstractScrollArea>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace Sonde::Client {

using Kind = CommandOutput::Kind;

OutputBody::OutputBody(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_actions(actions)
    , m_note(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    setTone(m_note, Tone::Dim);
    m_note->setContentsMargins(10, 4, 10, 4);
    m_note->hide();
    onLanguageChange(this, &OutputBody::retranslate);
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
        connect(output, &CommandOutput::encodingChanged, this, &OutputBody::showText);
        refresh();
    }
}

void OutputBody::setText(const QString &text)
{
    makePane(Kind::Text);
    delete std::exchange(m_ownText, new TextBuffer(this));
    m_ownText->append(text.toUtf8());
    auto *view = static_cast<TextView *>(m_pane);
    view->setWrap(true); // a sentence goes on in the next row
    view->setBuffer(m_ownText);
    view->scrollToLine(0);
}

void OutputBody::setFolder(const QString &folder)
{
    m_folder = folder;
}

void OutputBody::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    if (m_pane)
        m_pane->setName(name);
}

// ---- the view that fits

void OutputBody::refresh()
{
    const Kind kind = m_output->kind();
    if (kind != m_kind) {
        const QSignalBlocker once(this); // its height is what this says at its end
        makePane(kind);
    }
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
    if constexpr (requires { &View::setFolder; })
        view->setFolder(m_folder);
    if constexpr (requires { &View::contentHeightChanged; })
        connect(view, &View::contentHeightChanged, this, &OutputBody::heightChanged);
    view->setName(m_name);
    setFocusProxy(view);
    layout()->addWidget(view);
    watchWheel(*view);
    return view;
}

void OutputBody::watchWheel(QWidget &view)
{
    if (!m_inBlock)
        return;
    auto areas = view.findChildren<QAbstractScrollArea *>();
    if (auto *area = qobject_cast<QAbstractScrollArea *>(&view))
        areas += area;
    for (QAbstractScrollArea *area : std::as_const(areas))
        area->viewport()->installEventFilter(this);
}

bool OutputBody::isInPane(const QWidget *widget) const
{
    return m_pane && widget && (widget == m_pane->widget() || m_pane->widget()->isAncestorOf(widget));
}

/// A long output must not hold who scrolls past it.
bool OutputBody::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    const auto &wheel = static_cast<const QWheelEvent &>(*event);
    const bool sideways = std::abs(wheel.angleDelta().x()) > std::abs(wheel.angleDelta().y());
    if (sideways || wheel.modifiers() != Qt::NoModifier || isInPane(QApplication::focusWidget()))
        return QWidget::eventFilter(watched, event);
    event->ignore(); // goes on to who is around it
    return true;
}

void OutputBody::makePane(Kind kind)
{
    if (m_pane)
        delete std::exchange(m_pane, nullptr)->widget();
    m_kind = kind;
    switch (kind) {
    case Kind::None: break;
    case Kind::Table: {
        auto *view = adopt(new ResultPane(m_theme, m_actions, this));
        view->setCounting(!m_inBlock);
        view->setResult(m_apart ? new ResultModel(*m_output->table(), view) : m_output->model(), m_choices);
        break;
    }
    case Kind::Record: adopt(new RecordView(m_theme, m_actions, this))->setResult(m_output->table()); break;
    case Kind::Act: {
        auto *view = adopt(new ActPane(m_theme, this));
        followReader();
        view->setResult(m_output->table());
        if (ActListController *acts = m_actions.acts())
            view->setFate(*acts, m_command);
        connect(view, &ActPane::undoRequested, this, [this](const QString &line) { m_actions.askToAct(line); });
        break;
    }
    case Kind::Text:
        adopt(new TextView(m_theme, this));
        showText();
        break;
    case Kind::Json:
        adopt(new JsonView(m_syntax, m_theme, this));
        if (!m_output->json().isEmpty())
            showJson();
        break;
    }
}

void OutputBody::followReader()
{
    if (m_kind == Kind::Act)
        static_cast<ActPane *>(m_pane)->setReader(m_actions.times(), m_actions.mayCompose());
}

void OutputBody::showText()
{
    if (m_kind != Kind::Text || !m_output)
        return;
    auto *view = static_cast<TextView *>(m_pane);
    view->setLabels({});
    view->setBuffer(m_output->text());
    markErrors();
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
    watchWheel(*m_pane->widget()); // it may have another view for a large one
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
        connect(menu.addAction(text), &QAction::triggered, this, [this, format] {
            if (m_output)
                copyText(*m_output, format);
        });
    };
    QAction *copy = menu.addAction(tr("Copy selection"));
    copy->setShortcut(QKeySequence::Copy);
    setUsable(*copy, m_pane->hasSelection() ? QString() : tr("Nothing is selected."));
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_pane->selectedText()); });
    if (m_output && m_output->table()) {
        addRowActions(menu);
    } else if (m_output) {
        copyAs(tr("Copy all"), CopyFormat::Text);
        if (m_output->script())
            copyAs(tr("Copy as JSON"), CopyFormat::Json);
    }
    connect(menu.addAction(tr("Select all")), &QAction::triggered, this, [this] { m_pane->selectAll(); });
}

/// A program may write in another encoding than its device declares.
void OutputBody::addEncodings(QMenu &menu)
{
    QMenu *encodings = menu.addMenu(tr("Encoding"));
    auto *group = new QActionGroup(encodings);
    for (const TextEncoding &encoding : TextEncoding::offered()) {
        QAction *action = group->addAction(encodings->addAction(encoding.label));
        action->setCheckable(true);
        action->setChecked(encoding.name.compare(m_output->encoding(), Qt::CaseInsensitive) == 0);
        connect(action, &QAction::triggered, this, [this, name = encoding.name] {
            if (m_output)
                m_output->setEncoding(name);
        });
    }
}

/// Of the rows selected, of those the filter lets through, and of all there are: what is the same is offered once.
void OutputBody::addRowActions(QMenu &menu)
{
    const ResultModel &model = m_apart && arrangement() ? *arrangement() : *m_output->model();
    const QPointer<const ResultModel> rows = &model;
    const ResultPart none{model.command(), {}, {}, {}};
    const auto partOf = [rows, none](const QList<int> &lines) {
        return [rows, none, lines] { return rows ? rows->shownPart(lines) : none; };
    };
    if (const auto *table = dynamic_cast<ResultPane *>(m_pane); table && table->hasSelection()) {
        const QList<int> selected = table->view()->selectedRows();
        addRowCopies(menu, tr("Copy %n selected row(s) as", nullptr, int(selected.size())), partOf(selected));
    }
    const bool some = model.acceptedCount() != model.totalCount() || model.isComparing();
    const auto all = [rows, none] { return rows ? rows->wholePart() : none; };
    if (some)
        addRowCopies(menu, tr("Copy %n shown row(s) as", nullptr, model.acceptedCount()), partOf({}));
    addRowCopies(menu, tr("Copy all rows as"), all);
    const auto addExport = [&](const QString &text, const std::function<ResultPart()> &part) {
        connect(
            menu.addAction(text), &QAction::triggered, this, [this, part] { m_actions.exportRows(m_command, part()); });
    };
    if (some)
        addExport(tr("Export %n shown row(s)…", nullptr, model.acceptedCount()), partOf({}));
    addExport(tr("Export all rows…"), all);
}

void OutputBody::addRowCopies(QMenu &menu, const QString &title, const std::function<ResultPart()> &part)
{
    QMenu *formats = menu.addMenu(title);
    const auto add = [&](const QString &text, CopyFormat format) {
        connect(formats->addAction(text), &QAction::triggered, this,
            [this, part, format] { copyRows(part(), format, this); });
    };
    //: Formats rows can be copied in
    add(tr("Text"), CopyFormat::Text);
    add(tr("JSON"), CopyFormat::Json);
    add(tr("CSV"), CopyFormat::Csv);
}

ResultModel *OutputBody::arrangement() const
{
    const auto *table = dynamic_cast<ResultPane *>(m_pane);
    return table ? table->result() : nullptr;
}

void OutputBody::toggleFilter()
{
    if (auto *table = dynamic_cast<ResultPane *>(m_pane))
        table->toggleFilter();
}

void OutputBody::openFilter()
{
    if (auto *table = dynamic_cast<ResultPane *>(m_pane))
        table->openFilter();
}

void OutputBody::showRow(int row)
{
    if (auto *table = dynamic_cast<ResultPane *>(m_pane))
        table->showRow(row);
}

void OutputBody::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_pane->addActions(*menu);
    addCopyActions(*menu);
    if (m_output && m_output->rawText())
        addEncodings(*menu);
    Q_EMIT menuAboutToShow(*menu);
    menu->popup(globalPosition);
}

void OutputBody::retranslate()
{
    m_note->setText(tr("The document appears when the command has finished."));
}

} // namespace Sonde::Client

#include "moc_outputbody.cpp"
