// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blockwidget.h"

#include "models/result/examination.h"
#include "models/text/visibletext.h"
#include "ui/console/blockaccessible.h"
#include "ui/console/blockheader.h"
#include "ui/console/tracestrip.h"
#include "ui/evidence/commandlook.h"
#include "ui/evidence/questionbar.h"
#include "ui/result/cellmenu.h"
#include "ui/result/outputbody.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/languagechange.h"
#include "ui/verdict/verdictpane.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qreal Radius = 7;
constexpr int MostLines = 200;   ///< of a record
constexpr int LeastBody = 160;   ///< pixels, however low the window is
constexpr int BottomPadding = 5; ///< keeps the output off the round corners

} // namespace

BlockWidget::BlockWidget(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_header(new BlockHeader(theme, this))
    , m_noteLayout(new QVBoxLayout)
    , m_questions(new QVBoxLayout)
    , m_notes(theme, *m_noteLayout)
    , m_body(new OutputBody(theme, syntax, actions, this))
{
    QAccessible::installFactory(&BlockAccessible::make); // once, however often it is said
    setFocusPolicy(Qt::StrongFocus);
    m_body->setInBlock();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_noteLayout);
    layout->addLayout(m_questions);
    layout->addWidget(m_body);

    connect(m_header, &BlockHeader::collapseToggled, this, &BlockWidget::toggleCollapsed);
    connect(m_header, &BlockHeader::expandToggled, this, &BlockWidget::toggleExpanded);
    connect(m_header, &BlockHeader::cancelRequested, this, [this] { m_actions.cancel(command()); });
    connect(m_header, &BlockHeader::filterToggled, this, &BlockWidget::toggleFilter);
    connect(m_header, &BlockHeader::unpinRequested, this, [this] { Q_EMIT pinRequested(command(), false); });
    connect(m_header, &BlockHeader::menuRequested, this, &BlockWidget::showMenu);
    connect(m_header, &BlockHeader::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_body, &OutputBody::menuAboutToShow, this, &BlockWidget::addBlockActions);
    connect(m_body, &OutputBody::heightChanged, this, [this] {
        m_header->setBlock(m_block);
        showName();
        showVerdict();
        if (m_saysLoading != BlockNotes::isLoading(m_block))
            showNotes();
        fitBody();
        watchForPaint();
        Q_EMIT heightChanged();
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    onLanguageChange(this, [this] {
        showNotes();
        if (ConsoleModel::helpVerb(m_block))
            showHelp();
        m_header->tick(QDateTime::currentDateTimeUtc());
        showName();
    });
}

void BlockWidget::setBlock(const ConsoleModel::Block &block, const QString &folder)
{
    m_block = block;
    m_folder = folder;
    m_header->setMayAct(m_actions.mayCompose());
    m_header->setBlock(block);
    m_body->followReader();
    followProgress(block.output);
    showName();
    tick(QDateTime::currentDateTimeUtc());
    showNotes();
    showVerdict();
    showBody();
    watchForPaint();
}

void BlockWidget::showName()
{
    const QString line = visible(CommandLook::line(*m_block.record));
    const CommandId id = m_block.record->id;
    QStringList parts{id.isValid() ? tr("Command %1: %2").arg(id.toString(), line) : line};
    parts += m_header->facts();
    setName(*this, Words::listText(parts));
    //: %1 is a command line
    m_body->setName(tr("Output of %1").arg(line));
}

void BlockWidget::setDelivery(const ConsoleModel::Block &block)
{
    m_block.arrival = block.arrival;
    m_block.download = block.download;
    m_header->setDelivery(block);
}

void BlockWidget::followProgress(const CommandOutput *output)
{
    disconnect(m_progress);
    if (output && !isFinal(m_block.record->state))
        m_progress = connect(output, &CommandOutput::progressChanged, m_header, &BlockHeader::showProgress);
}

void BlockWidget::tick(const QDateTime &now)
{
    m_header->tick(now);
    if (isLongPending(now) == m_longPending)
        return;
    m_longPending = !m_longPending;
    showNotes();
    Q_EMIT heightChanged();
}

bool BlockWidget::isLongPending(const QDateTime &now) const
{
    const CommandState state = m_block.record->state;
    const bool pending = state == CommandState::Created || state == CommandState::Pending;
    return pending && m_block.record->id.isValid() && m_block.record->accepted.isValid()
        && m_block.record->accepted.addDuration(LongPending) <= now;
}

// ---- what is said

void BlockWidget::showWayToBring()
{
    const bool again = m_block.arrival == Arrival::Earlier;
    const bool wanted = m_block.mayBring && (again || m_block.arrival == Arrival::Elsewhere);
    if (wanted && !m_bring) {
        m_bring = new QWidget(this);
        auto *row = new QHBoxLayout(m_bring);
        row->setContentsMargins(34, 0, 12, 4);
        auto *button = new QPushButton;
        button->setAutoDefault(false);
        row->addWidget(button);
        row->addStretch();
        m_questions->addWidget(m_bring);
        setTabOrder(this, button);
        connect(button, &QAbstractButton::clicked, this, [this] { m_actions.bring(command()); });
        onLanguageChange(m_bring, [this] { showWayToBring(); });
    }
    if (!m_bring)
        return;
    if (wanted)
        m_bring->findChild<QPushButton *>()->setText(again ? tr("Download it again") : tr("Download it"));
    m_bring->setVisible(wanted);
}

/// Few blocks ever have one.
void BlockWidget::showQuestion()
{
    const auto &download = m_block.download;
    if (!m_question && download && download->state == Download::State::Asking) {
        m_question = new QuestionBar(m_theme, this);
        m_questions->addWidget(m_question);
        m_question->comeAfter(*this); // what waits for an answer is reached before the signs of the head
        connect(m_question, &QuestionBar::answered, this,
            [this](CommandId command, DownloadAnswer answer) { m_actions.answerDownload(command, answer); });
    }
    if (m_question)
        m_question->setDownload(download);
}

void BlockWidget::showNotes()
{
    m_saysLoading = BlockNotes::isLoading(m_block);
    m_notes.setNotes(BlockNotes::of(m_block, m_longPending));
    showTrace();
    showQuestion();
    showWayToBring();
}

void BlockWidget::showTrace()
{
    if (!m_block.trace) {
        delete std::exchange(m_trace, nullptr);
        return;
    }
    if (!m_trace) {
        m_trace = new TraceStrip(m_theme, this);
        m_questions->insertWidget(0, m_trace);
    }
    m_trace->setTrace(*m_block.trace);
    m_trace->show();
}

// ---- what an examination came to

/// Few blocks ever have one. Its rows say nothing new as long as they are as many.
void BlockWidget::showVerdict()
{
    const ResultTable *table = m_block.output ? m_block.output->table() : nullptr;
    if (!table || !table->command().has(Trait::Examines) || m_examinedRows == table->rowCount())
        return;
    m_examinedRows = table->rowCount();
    const auto examination = examinationOf(*table);
    if (!examination)
        return;
    if (!m_verdict)
        makeVerdict();
    m_verdict->setSubject(visible(m_block.record->line));
    m_verdict->setExamination(*examination);
}

void BlockWidget::makeVerdict()
{
    m_verdict = new VerdictPane(m_theme, this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_verdict); // what it came to is read before what hindered it
    m_verdict->show();                                                // now, so that it is measured with the rest
    setTabOrder(m_header, m_verdict);
    connect(m_verdict, &VerdictPane::heightChanged, this, &BlockWidget::heightChanged);
    connect(m_verdict, &VerdictPane::rowRequested, this, &BlockWidget::showRow);
    connect(m_verdict, &VerdictPane::menuRequested, this, &BlockWidget::showVerdictMenu);
}

void BlockWidget::showRow(int row)
{
    if (m_fold.collapsed)
        toggleCollapsed();
    m_body->showRow(row);
}

/// What may be asked of the thing that a line is about, and done to it.
void BlockWidget::showVerdictMenu(int row, const QPoint &globalPosition)
{
    const ResultTable *table = m_block.output ? m_block.output->table() : nullptr;
    if (!table || row >= table->rowCount())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Go to its row")), &QAction::triggered, this, [this, row] { showRow(row); });
    const QCborArray cells = table->row(row);
    addRowCommands(*menu, {table->command(), cells, table->command().columnIndex(u"path"), m_folder}, m_actions);
    menu->popup(globalPosition);
}

/// The next time it is painted, all of it is on the screen.
void BlockWidget::watchForPaint()
{
    const bool isWhole = isFinal(m_block.record->state) && (!m_block.output || m_block.output->whole());
    if (!m_block.trace || !isWhole || m_block.trace->steps.contains(CommandTrace::Step::Rendered))
        return;
    QWidget *pane = m_body->pane() ? m_body->pane()->widget() : this;
    if (auto *area = qobject_cast<QAbstractScrollArea *>(pane))
        pane = area->viewport();
    pane->installEventFilter(this);
    pane->update();
}

bool BlockWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QMetaObject::invokeMethod(this, [this] { m_actions.setRendered(command()); }, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void BlockWidget::showBody()
{
    m_body->setCommand(command());
    m_body->setFolder(m_folder);
    if (ConsoleModel::helpVerb(m_block))
        showHelp();
    else
        m_body->setOutput(m_block.output);
    fitBody();
}

void BlockWidget::showHelp()
{
    const CommandSpec *command = Catalogue::instance().find(ConsoleModel::helpVerb(m_block).value_or(QString()));
    m_body->setText(command ? Words::helpPage(*command, m_reader) : Words::helpOverview(m_reader));
}

void BlockWidget::setHelpReader(const HelpReader &reader)
{
    if (m_reader == reader)
        return;
    m_reader = reader;
    if (!m_block.record->line.isEmpty() && ConsoleModel::helpVerb(m_block))
        showHelp();
}

// ---- size

void BlockWidget::setFold(const BlockFold &fold)
{
    const bool turned = m_fold.collapsed != fold.collapsed;
    m_fold = fold;
    m_header->setCollapsed(fold.collapsed);
    m_header->setExpanded(fold.expanded);
    fitBody();
    if (!turned)
        return;
    QAccessible::State changed;
    changed.expanded = true;
    changed.collapsed = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

bool BlockWidget::hasOutput() const
{
    return m_body->heightFor(1) > 0;
}

void BlockWidget::setRoom(int height)
{
    if (m_room == height)
        return;
    m_room = height;
    fitBody();
}

void BlockWidget::setMostRows(int rows)
{
    m_mostRows = rows;
    fitBody();
}

void BlockWidget::fitBody()
{
    const bool hasBody = hasOutput();
    m_header->setHasBody(hasBody);
    m_body->setVisible(hasBody && !m_fold.collapsed);
    // A record is read, not searched: it stands there whole.
    const bool isRecord = m_body->isRecord();
    const int mostRows = ConsoleModel::helpVerb(m_block) ? 2 * m_mostRows : isRecord ? MostLines : m_mostRows;
    int height = m_body->heightFor(mostRows);
    const int room = m_room - m_header->sizeHint().height() - 2 * BottomPadding;
    if (m_fold.expanded)
        height = std::max(height, std::min(m_body->heightFor(200), room));
    if (!isRecord)
        height =
            std::min(height, std::max(room, LeastBody)); // in a low window its filter still is in view with its rows
    m_body->setFixedHeight(std::max(1, height));
    layout()->setContentsMargins(1, 1, 1, isBare() ? 1 : BottomPadding);
}

/// Nothing stands below its head.
bool BlockWidget::isBare() const
{
    return m_body->isHidden() && m_notes.isEmpty() && !m_trace && (!m_question || m_question->isHidden())
        && (!m_bring || m_bring->isHidden()) && !m_verdict;
}

int BlockWidget::heightFor(int width)
{
    if (width != this->width())
        resize(width, height());
    if (m_verdict)
        m_verdict->layout()->activate(); // else ours is told of its new height after this
    layout()->activate();
    fitBody(); // whether a table needs a scroll bar depends on its width
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
}

void BlockWidget::toggleExpanded()
{
    BlockFold fold = m_fold;
    fold.expanded = !fold.expanded;
    fold.collapsed = false;
    fold.wasFolded = true;
    setFold(fold);
    Q_EMIT foldChanged();
}

void BlockWidget::toggleFilter()
{
    if (m_fold.collapsed)
        toggleCollapsed();
    m_body->toggleFilter();
}

void BlockWidget::openFilter()
{
    if (m_fold.collapsed)
        toggleCollapsed();
    m_body->openFilter();
}

void BlockWidget::setColumnChoices(ColumnChoices *choices)
{
    m_body->setColumnChoices(choices);
}

void BlockWidget::setPinned(bool pinned)
{
    m_pinned = pinned;
    m_header->setPinned(pinned);
}

void BlockWidget::toggleCollapsed()
{
    BlockFold fold = m_fold;
    fold.collapsed = !fold.collapsed;
    fold.wasFolded = true;
    setFold(fold);
    // Not every desktop passes the changed state on.
    announce(*this, fold.collapsed ? tr("Output hidden") : tr("Output shown"), Urgency::Assertive);
    Q_EMIT foldChanged();
}

// ---- menu and keys

void BlockWidget::addBlockActions(QMenu &menu)
{
    const CommandRecord &record = *m_block.record;
    const auto add = [&](const QString &text, auto &&run) {
        connect(menu.addAction(text), &QAction::triggered, this, run);
    };
    // A row may have a command line of its own.
    //: %1 the number of a command
    addHeading(menu, record.id.isValid() ? tr("Command %1").arg(record.id.toString()) : tr("This line"));
    add(tr("Copy the typed line"), [line = record.line] { QApplication::clipboard()->setText(line); });
    if (m_actions.mayCompose())
        add(tr("Put the typed line into the input"), [this] { m_actions.compose(m_block.record->line); });
    if (m_body->pane() && record.id.isValid())
        addViewActions(menu);
    if (isFinal(record.state) || !record.id.isValid() || !m_actions.mayCompose())
        return; // it is not the reader's to stop
    menu.addSeparator();
    add(record.background ? tr("Bring to the foreground") : tr("Move to the background"),
        [this] { m_actions.setBackground(command(), !m_block.record->background); });
    if (!record.cancelAsked)
        add(tr("Cancel this command"), [this] { m_actions.cancel(command()); });
}

void BlockWidget::addViewActions(QMenu &menu)
{
    const auto add = [&](const QString &text, auto &&run) {
        connect(menu.addAction(text), &QAction::triggered, this, run);
    };
    menu.addSeparator();
    if (ResultModel *rows = m_body->arrangement(); rows && ResultComparison::isPossible(rows->command()))
        add(tr("Compare with an earlier run…"), [this, rows] { m_actions.compareRows(command(), *rows); });
    //: Keeps a block in view above the console
    add(m_pinned ? tr("Unpin") : tr("Pin above the console"), [this] { Q_EMIT pinRequested(command(), !m_pinned); });
    add(tr("Open in a window"), [this] { m_actions.openWindow(command()); });
    if (!m_body->arrangement())
        add(tr("Save as…"), [this] { m_actions.saveOutput(command()); });
}

void BlockWidget::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_body->addCopyActions(*menu);
    addBlockActions(*menu);
    menu->popup(globalPosition);
}

void BlockWidget::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    showMenu(byKey ? mapToGlobal(QPoint(12, m_header->height())) : event->globalPos());
}

void BlockWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_L && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        toggleFilter();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggleExpanded();
    else if (event->key() == Qt::Key_Space)
        toggleCollapsed();
    else if (event->key() == Qt::Key_Down && m_verdict && m_verdict->hasLines() && event->modifiers() == Qt::NoModifier)
        m_verdict->enter();
    else if (event->key() == Qt::Key_Down && m_body->pane() && event->modifiers() == Qt::NoModifier)
        m_body->setFocus(Qt::OtherFocusReason); // into the output
    else
        QWidget::keyPressEvent(event);
}

void BlockWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT entered();
}

void BlockWidget::setCurrent(bool current)
{
    m_current = current;
    update();
}

void BlockWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // The round corners alone are blended; what is between them is filled as it is.
    const QRect head = QRect(0, 0, width(), m_header->geometry().bottom() + 1);
    const QRect foot = rect().adjusted(0, std::max(head.height(), height() - int(Radius) - 1), 0, 0);
    painter.fillRect(QRect(1, head.height(), width() - 2, foot.top() - head.height()), m_theme.color(Color::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    for (const auto &[band, ground] : {std::pair(head, Color::Raised), std::pair(foot, Color::Surface)}) {
        painter.setClipRect(band);
        painter.setBrush(m_theme.color(ground));
        painter.drawRoundedRect(frame, Radius, Radius);
    }
    painter.setClipping(false);
    painter.setPen(QPen(m_theme.color(m_current ? Color::Accent : Color::Border), m_current ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, Radius, Radius);
}

} // namespace Sonde::Client

#include "moc_blockwidget.cpp"
