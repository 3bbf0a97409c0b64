// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commandlogpanel.h"

#include "controllers/session/sessioncontroller.h"
#include "models/text/visibletext.h"
#include "ui/console/notelines.h"
#include "ui/evidence/commandlook.h"
#include "ui/result/outputbody.h"
#include "ui/result/sessionactions.h"
#include "ui/session/commandfacts.h"
#include "ui/session/commandlogtextmodel.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/steadytabs.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/textview.h"
#include "ui/toolkit/typing.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MostNotesHeight = 130; ///< pixels: below them the output is to be seen
constexpr int LeastPartHeight = 64;  ///< pixels: a low window shows a little of both

} // namespace

/// The sentences above an output, as high as they are, up to a limit.
class CommandLogPanel::Notes final : public QScrollArea
{
public:
    Notes(const Theme &theme, QWidget *parent)
        : QScrollArea(parent)
        , m_column(new QVBoxLayout)
        , m_lines(theme, *m_column)
    {
        auto *inner = new QWidget;
        auto *whole = new QVBoxLayout(inner);
        whole->setContentsMargins({});
        whole->addLayout(m_column);
        whole->addStretch();
        setGround(inner, Ground::Surface);
        setWidget(inner);
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        hide();
    }

    void setNotes(BlockNotes::List said)
    {
        if (!m_lines.setNotes(std::move(said)))
            return;
        setVisible(!m_lines.isEmpty());
        fit();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }

private:
    void fit()
    {
        if (!m_lines.isEmpty())
            setFixedHeight(std::min(widget()->heightForWidth(viewport()->width()), MostNotesHeight));
    }

    QVBoxLayout *m_column;
    NoteLines m_lines;
};

CommandLogPanel::CommandLogPanel(SessionController &session, const Theme &theme, const Syntax &syntax,
    Settings &settings, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_settings(settings)
    , m_actions(actions)
    , m_text(new CommandLogTextModel(session.log(), actions, this))
    , m_filter(new QLineEdit(this))
    , m_export(new QPushButton(this))
    , m_table(new QTableView(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_details(new SteadyTabs(this))
    , m_input(new TextView(theme, this))
    , m_result(new QWidget(this))
    , m_notes(new Notes(theme, m_result))
    , m_output(new OutputBody(theme, syntax, actions, this))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 8, 10, 8);
    bar->setSpacing(8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_splitter, 1);
    makeTable();
    makeDetails();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_table->setMinimumHeight(LeastPartHeight);
    m_details->setMinimumHeight(LeastPartHeight);
    m_splitter->setMinimumHeight(LeastPartHeight); // of one part: see foldDetails()
    m_splitter->setSizes({380, 260});
    m_splitter->restoreState(m_settings.get(Settled::CommandLogSplitter));

    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_session.log().setFilter(text); });
    connect(m_export, &QPushButton::clicked, this, &CommandLogPanel::exportRequested);
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_settings.set(Settled::CommandLogSplitter, m_splitter->saveState()); });
    connect(&session, &SessionController::commandChanged, this, [this](CommandId command) {
        if (command == selected())
            showSelected();
    });
    connect(&session.deliveries(), &Deliveries::changed, this, [this](CommandId command) {
        if (command != selected())
            return;
        showInput();
        showNotes();
    });
    connect(&theme, &Theme::changed, this, &CommandLogPanel::restyle);
    restyle();
    onLanguageChange(this, &CommandLogPanel::retranslate);
    retranslate();
}

void CommandLogPanel::makeTable()
{
    m_table->setModel(m_text);
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(CommandLogModel::Status, new StateDelegate(m_theme, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    using Is = CommandLogModel::Column;
    // By their numbers lines name commands.
    new ColumnFit(*m_table,
        {{Is::CommandLine, 26, 18, true}, {Is::Status, 12, 10, false, true, {}, true}, ColumnFit::whole(Is::Id, 4),
            ColumnFit::whole(Is::Accepted, 9), ColumnFit::whole(Is::Duration, 7)});
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_following = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_following)
            bar->setValue(bar->maximum());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CommandLogPanel::showSelected);
    connect(m_table, &QTableView::activated, this, [this] { Q_EMIT jumpRequested(selected()); });
    m_table->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CommandLogPanel::openMenu);
}

/// A table searches for what is typed; here it is meant for the input line.
bool CommandLogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::FocusIn
        && static_cast<const QFocusEvent *>(event)->reason() != Qt::MouseFocusReason)
        beginAtNewest();
    const bool isKey = watched == m_table && event->type() == QEvent::KeyPress;
    if (!isKey || !isTyping(*static_cast<const QKeyEvent *>(event)))
        return QWidget::eventFilter(watched, event);
    event->ignore(); // goes on to who is around it
    return true;
}

/// A table begins at its top, far out of view, with a row that is current and not selected. What one looks for was typed last.
void CommandLogPanel::beginAtNewest()
{
    const int newest = m_text->rowCount() - 1;
    if (m_table->currentIndex().isValid() || newest < 0)
        return;
    m_table->selectRow(newest);
    m_table->scrollToBottom();
}

void CommandLogPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldDetails();
}

/// In a low window rows come first: what came of one is seen in its block, too.
void CommandLogPanel::foldDetails()
{
    const int room = height() - layout()->itemAt(0)->sizeHint().height();
    m_details->setVisible(room >= 2 * LeastPartHeight + m_splitter->handleWidth());
}

void CommandLogPanel::makeDetails()
{
    m_details->setDocumentMode(true);
    m_input->setWrap(true);
    m_inputText = new TextBuffer(this);
    m_input->setBuffer(m_inputText);
    m_details->addTab(m_input, QString());
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_notes);
    column->addWidget(m_output, 1);
    m_details->addTab(m_result, QString());
    m_details->setCurrentWidget(m_result);
    m_output->setApart();
    connect(m_output, &OutputBody::heightChanged, this, &CommandLogPanel::showNotes);
}

void CommandLogPanel::setColumnChoices(ColumnChoices *choices)
{
    m_output->setColumnChoices(choices);
}

CommandId CommandLogPanel::selected() const
{
    const CommandRecord *record = m_session.log().record(m_table->currentIndex().row());
    return record && m_table->currentIndex().isValid() ? record->id : CommandId();
}

void CommandLogPanel::select(CommandId command)
{
    const int row = m_session.log().rowOf(command);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_text->index(row, 0));
    m_details->setCurrentWidget(m_result);
}

/// In the console, or here when it was cleared away there.
void CommandLogPanel::showSelected()
{
    const CommandRecord *record = m_session.command(selected());
    showInput();
    const bool hasOutput = record && record->state != CommandState::Rejected;
    m_output->setCommand(selected());
    m_output->setFolder(record ? m_session.directoryOf(record->id) : QString());
    m_output->setOutput(hasOutput ? m_session.output(record->id) : nullptr);
    showNotes();
}

void CommandLogPanel::showInput()
{
    const CommandRecord *record = m_session.command(selected());
    const QByteArray facts = record ? factsOf(*record).toUtf8() : QByteArray();
    if (m_inputText && m_inputText->bytes() == facts)
        return; // what is read stays in its place
    auto *text = new TextBuffer(this);
    text->append(facts);
    m_input->setBuffer(text);
    delete std::exchange(m_inputText, text);
}

/// The console knows best what was said of it; here it is said also when it was cleared away there.
void CommandLogPanel::showNotes()
{
    const CommandRecord *record = m_session.command(selected());
    if (!record)
        return m_notes->setNotes({});
    if (const ConsoleModel::Block *block = m_session.console().block(record->id))
        return m_notes->setNotes(BlockNotes::of(*block, false));
    ConsoleModel::Block cleared;
    cleared.record = std::make_shared<const CommandRecord>(*record);
    cleared.removals = removalsOf(m_session.session(), *record);
    cleared.output = record->state == CommandState::Rejected ? nullptr : m_session.output(record->id);
    m_notes->setNotes(BlockNotes::of(cleared, false));
}

QString CommandLogPanel::factsOf(const CommandRecord &command) const
{
    return CommandFacts::text(command, m_session.deliveries().arrival(command), m_session.session(),
        m_session.directoryOf(command.id), m_actions.times());
}

void CommandLogPanel::openMenu(const QPoint &position)
{
    const CommandRecord *record = m_session.command(selected());
    if (!record)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, auto &&run) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const CommandId id = record->id;
    QAction *jump = add(tr("Go to its block"), [this, id] { Q_EMIT jumpRequested(id); });
    setUsable(*jump, m_session.console().rowOf(id) >= 0 ? QString() : tr("The console was emptied since it ran."));
    add(tr("Open in a window"), [this, id] { m_actions.openWindow(id); });
    menu->addSeparator();
    if (m_actions.mayCompose())
        add(tr("Put command line into the input"), [this, line = record->line] { m_actions.compose(line); });
    add(tr("Copy command line"), [line = record->line] { QApplication::clipboard()->setText(line); });
    add(tr("Copy what is known of it"), [text = factsOf(*record)] { QApplication::clipboard()->setText(text); });
    if (!isFinal(record->state) && !record->cancelAsked && m_actions.mayCompose()) {
        menu->addSeparator();
        add(tr("Cancel this command"), [this, id] { m_actions.cancel(id); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void CommandLogPanel::tick()
{
    m_text->tick();
}

void CommandLogPanel::restyle()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_export->setIcon(m_theme.icon(u"save"_s, Color::DimText));
}

void CommandLogPanel::retranslate()
{
    m_table->setAccessibleName(tr("Command log"));
    m_filter->setPlaceholderText(tr("Filter by command or ID"));
    m_filter->setAccessibleName(tr("Filter the command log"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the command log"));
    //: Tab: what was typed
    m_details->setTabText(0, tr("Input"));
    //: Tab: what a command printed
    m_details->setTabText(1, tr("Output"));
    m_input->setAccessibleName(tr("Input"));
    m_output->setName(tr("Output"));
    m_notes->setAccessibleName(tr("Notes"));
    m_text->refresh();
    showSelected();
}

} // namespace Sonde::Client

#include "moc_commandlogpanel.cpp"
