// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionpage.h"

#include "controllers/session/actquestion.h"
#include "models/inventory/devicemodel.h"
#include "models/text/visibletext.h"
#include "protocol/command/grammar.h"
#include "protocol/command/offering.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/keys/areas.h"
#include "ui/session/callout.h"
#include "ui/session/commandlogpanel.h"
#include "ui/session/dashboardstrip.h"
#include "ui/session/helppanel.h"
#include "ui/session/pinchoices.h"
#include "ui/session/sessionannouncer.h"
#include "ui/session/sessiondialogs.h"
#include "ui/session/standingtext.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/steadytabs.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/findbar.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto SlowTick = 1000ms; ///< clocks
constexpr auto FastTick = 100ms;  ///< something turns
constexpr int LeastConsole = 48;  ///< pixels: in a low window it gives way before the input line is cut

} // namespace

SessionPage::SessionPage(SessionController &session, TenantClient &client, DeviceModel &devices,
    CommandHistory &history, Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_client(client)
    , m_devices(devices)
    , m_theme(theme)
    , m_settings(settings)
    , m_columns(settings)
    , m_requests(session, devices)
    , m_strip(new DashboardStrip(theme, this))
    , m_callout(new Callout(theme, this))
    , m_find(new FindBar(theme, this))
    , m_console(new ConsoleView(theme, m_syntax, m_requests, this))
    , m_input(new InputLine(theme, history, session.completion(), this))
    , m_side(new SteadyTabs(this))
    , m_log(new CommandLogPanel(session, theme, m_syntax, settings, m_requests, this))
    , m_help(new HelpPanel(theme, m_requests, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_dialogs(new SessionDialogs(session, client, m_requests, *m_input, theme, m_syntax, settings, m_columns, *this))
{
    m_requests.serve(*m_input, *m_dialogs);
    connect(&m_requests, &SessionRequests::scriptComposed, this, &SessionPage::scriptComposed);
    arrange();
    makeActions();
    connectConsole();
    connectInput();
    connectSession();
    connectSideBar();
    connect(&m_tick, &QTimer::timeout, this, &SessionPage::tick);
    m_tick.setInterval(SlowTick);
    new SessionAnnouncer(session, *this);
    setDoor(*this, *m_input);
    retranslate();
    showDevice();
    showSession();
    showState();
    if (m_session.isCaughtUp())
        restorePins();
    onLanguageChange(this, &SessionPage::retranslate);
}

SessionPage::~SessionPage()
{
    qApp->disconnect(this); // the focus leaves our parts while they go
    hide();                 // its tables are measured once more, and ask the session for its times
}

void SessionPage::arrange()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(m_console, 1);
    column->addWidget(m_input);
    m_console->setMinimumHeight(LeastConsole);

    m_side->setDocumentMode(true);
    m_side->addTab(m_log, QString());
    m_side->addTab(m_help, QString());
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_side);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1000, 410});
    m_splitter->restoreState(m_settings.get(Settled::SessionSplitter));
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_settings.set(Settled::SessionSplitter, m_splitter->saveState()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_callout);
    layout->addWidget(m_splitter, 1);
    for (QWidget *area : std::initializer_list<QWidget *>{m_strip, m_console, m_input, m_side})
        makeArea(*area);
}

// ---- actions

QAction *SessionPage::addPageAction(const QKeySequence &keys, const std::function<void()> &slot)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void SessionPage::makeActions()
{
    m_findAction = addPageAction(QKeySequence(u"Ctrl+Shift+F"_s), [this] { openFindBar(); });
    m_clearAction = addPageAction(QKeySequence(u"Ctrl+L"_s), [this] { clearConsole(); });
    m_exportAction = addPageAction(QKeySequence(u"Ctrl+Shift+E"_s), [this] { m_requests.askWhereToExport(); });
    m_caseAction = addPageAction({}, [this] { m_requests.askWhereToExportCase(); });
    m_sideAction = new QAction(this);
    m_sideAction->setShortcut(QKeySequence(u"Ctrl+B"_s));
    m_traceAction = new QAction(this);
    for (QAction *action : {m_sideAction, m_traceAction}) {
        action->setCheckable(true);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_collectAction = addPageAction({}, [this] { m_requests.askToCollect(); });
    m_isolateAction = addPageAction({}, [this] { m_requests.askToIsolate(); });
    m_releaseAction = addPageAction({}, [this] { m_requests.askToRelease(); });
    m_disconnectAction = addPageAction({}, [this] { m_requests.askToDisconnect(); });
    connect(m_sideAction, &QAction::toggled, this, &SessionPage::showLog);
    connect(m_traceAction, &QAction::toggled, this, [this](bool on) { m_session.setTracing(on); });
    m_sideAction->setChecked(m_settings.get(Settled::CommandLogShown));
    m_side->setVisible(m_sideAction->isChecked());
}

QList<ShortcutLine> SessionPage::keys()
{
    const QString group = tr("Session");
    return {
        {group, tr("Run the line; a second time although something is wrong with it"), tr("Enter")},
        {group, tr("Complete a verb, parameter, path or number"), tr("Tab")},
        {group, tr("Lines typed before that begin like this one"), tr("Up, Down")},
        {group, tr("Find a line typed before"), tr("Ctrl+R")},
        {group, tr("Edit the line as in a terminal: to its start (twice: select all) or end"), tr("Ctrl+A, Ctrl+E")},
        {group, tr("A word back or forward"), tr("Alt+B, Alt+F")},
        {group, tr("Delete up to a blank, a word back, a word forward"), tr("Ctrl+W, Alt+Backspace, Alt+D")},
        {group, tr("Delete to the start or end of the line"), tr("Ctrl+U, Ctrl+K")},
        {group, tr("Put back what was deleted so; what was deleted before it"), tr("Ctrl+Y, Alt+Y")},
        {group, tr("The last word of the line typed before"), tr("Alt+.")},
        {group, tr("Upper case, lower case, capital"), tr("Alt+U, Alt+L, Alt+C")},
        {group, tr("Cancel the foreground command (copies when text is selected)"), tr("Ctrl+C")},
        {group, tr("Move the foreground command to the background (undoes when the line is not empty)"), tr("Ctrl+Z")},
        {group, tr("Empty the console; the log keeps everything"), tr("Ctrl+L")},
        {group, tr("Command log and help"), tr("Ctrl+B")},
        {group, tr("From block to block"), tr("Ctrl+Up, Ctrl+Down")},
        {group, tr("Make a block larger or smaller"), tr("Enter")},
        {group, tr("Hide or show a block's output"), tr("Space")},
        {group, tr("Into a block's output"), tr("Down")},
        {group, tr("Commands for what a cell holds"), tr("Menu key")},
        {group, tr("Filter the rows of a block; in the input line: of the newest"), tr("Ctrl+Shift+L")},
        {group, tr("Open and close a group or branch of rows"), tr("Right, Left")},
        {group, tr("Long texts of a row on several lines, or on one again"), tr("Ctrl+Enter")},
        {group, tr("Back to the input line"), tr("Esc")},
    };
}

void SessionPage::setUploadAction(QAction &action)
{
    m_strip->setUploadAction(action);
}

void SessionPage::showLog(bool shown)
{
    m_side->setVisible(shown);
    m_settings.set(Settled::CommandLogShown, shown);
}

void SessionPage::showHelp(const QString &verb)
{
    m_side->setCurrentWidget(m_help);
    m_help->showVerb(verb);
}

void SessionPage::showInLog(CommandId command)
{
    m_side->setCurrentWidget(m_log);
    m_log->select(command);
}

void SessionPage::clearConsole()
{
    m_session.clearConsole();
    m_input->setFocus();
}

// ---- wiring

void SessionPage::connectConsole()
{
    m_console->setFolders([this](const CommandRecord &record) {
        const QString directory = m_session.directoryOf(record.id);
        const bool listsFolder =
            record.invocation.has(Trait::ListsFolder) && !record.invocation.value(u"path"_s).isEmpty();
        return listsFolder ? m_session.completion().absolute(record.invocation.value(u"path"_s), directory) : directory;
    });
    m_console->setHelpReader(helpReader());
    m_console->setColumnChoices(&m_columns);
    m_console->setModel(&m_session.console());
    connect(m_console, &ConsoleView::pinnedChanged, this, &SessionPage::keepPins);
    connect(m_console, &ConsoleView::leaveRequested, this, qOverload<>(&QWidget::setFocus));
    connect(m_find, &FindBar::textChanged, m_console, &ConsoleView::searchFor);
    connect(m_console, &ConsoleView::matchesCounted, m_find, &FindBar::setCount);
    connect(m_find, &FindBar::findRequested, this,
        [this](const QString &text, bool backwards) { m_find->setFound(m_console->find(text, backwards)); });
    connect(m_find, &FindBar::closed, this, qOverload<>(&QWidget::setFocus));
}

void SessionPage::showCommand(CommandId command)
{
    if (!m_session.isCaughtUp())
        m_toShow = command; // its block is yet to come
    else if (m_session.console().rowOf(command) >= 0)
        m_console->jumpTo(command);
    else
        m_dialogs->openWindow(command);
}

void SessionPage::followCatchUp()
{
    restorePins();
    if (const CommandId command = std::exchange(m_toShow, {}); command.isValid())
        showCommand(command);
    m_requests.askWhatWaited();
}

void SessionPage::keepPins()
{
    PinChoices(m_settings, m_session.session()).choose(m_console->pinned());
}

void SessionPage::restorePins()
{
    const QList<CommandId> pinned = PinChoices(m_settings, m_session.session()).pinned();
    for (const CommandId command : pinned)
        m_console->setPinned(command, true);
}

void SessionPage::connectInput()
{
    connect(m_input, &InputLine::submitted, this, [this](const TypedLine &line) {
        m_console->scrollToEnd();
        if (ActQuestion::isNeededFor(line))
            m_requests.askToAct(*line.invocation);
        else
            m_session.submit(line);
    });
    connect(m_input, &InputLine::lookupWanted, &m_session, &SessionController::lookUp);
    connect(m_input, &InputLine::verbTyped, m_help, &HelpPanel::follow);
    connect(&m_session, &SessionController::completionChanged, m_input, &InputLine::completionChanged);
    connect(m_input, &InputLine::cancelRequested, this, &SessionPage::cancelForeground);
    connect(m_input, &InputLine::backgroundRequested, this, &SessionPage::backgroundForeground);
    connect(m_input, &InputLine::clearRequested, this, &SessionPage::clearConsole);
    connect(m_input, &InputLine::jumpRequested, m_console, &ConsoleView::jump);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now == m_input->editor())
            m_console->clearCurrent();
    });
}

void SessionPage::connectSession()
{
    connect(&m_session, &SessionController::sessionChanged, this, &SessionPage::showSession);
    connect(&m_session, &SessionController::commandChanged, this, &SessionPage::showSession);
    connect(&m_session, &SessionController::commandFinished, this, &SessionPage::followFinished);
    connect(&m_session, &SessionController::caughtUp, this, &SessionPage::followCatchUp);
    connect(&m_session, &SessionController::disconnectRequested, &m_requests, &SessionRequests::askToDisconnect);
    connect(&m_session, &SessionController::helpRequested, this, &SessionPage::showHelp);
    connect(&m_session, &SessionController::tracingChanged, m_traceAction, &QAction::setChecked);
    connect(&m_client, &TenantClient::stateChanged, this, &SessionPage::showSession);
    connect(&m_client, &TenantClient::silenceChanged, this, &SessionPage::showSession);
    connect(&m_client, &TenantClient::settingsChanged, this, &SessionPage::showSession);
    connect(&m_client, &TenantClient::grantsChanged, this, &SessionPage::showSession);
    connect(&m_devices, &QAbstractItemModel::dataChanged, this, &SessionPage::showDevice);
    connect(&m_devices, &QAbstractItemModel::modelReset, this, &SessionPage::showDevice);
    connect(&m_devices, &QAbstractItemModel::layoutChanged, this, &SessionPage::showDevice);
    connect(m_strip, &DashboardStrip::disconnectRequested, &m_requests, &SessionRequests::askToDisconnect);
    connect(m_callout, &Callout::actionChosen, this, &SessionPage::doWhatTheCalloutSays);
}

void SessionPage::doWhatTheCalloutSays()
{
    switch (m_way) {
    case CalloutWay::None: break;
    case CalloutWay::StartAnew: Q_EMIT startRequested(m_session.session().device); break;
    case CalloutWay::Release: m_requests.askToRelease(); break;
    case CalloutWay::StepIn: m_dialogs->askToStepIn(); break;
    case CalloutWay::StepOut: m_session.stepIn(false); break;
    }
}

void SessionPage::connectSideBar()
{
    connect(m_log, &CommandLogPanel::jumpRequested, this, &SessionPage::showCommand);
    connect(m_log, &CommandLogPanel::exportRequested, &m_requests, &SessionRequests::askWhereToExport);
    m_log->setColumnChoices(&m_columns);
}

// ---- what is shown

HelpReader SessionPage::helpReader() const
{
    const CompletionSources &sources = m_session.completion();
    return {sources.access, sources.platform, m_client.settings()};
}

void SessionPage::showDevice()
{
    m_strip->setDevice(m_devices.device(m_session.session().device));
    showState();
}

void SessionPage::showSession()
{
    const std::chrono::minutes idleLimit(m_client.settings().number(TenantSetting::InactivityMinutes));
    m_strip->setSession(m_session.session());
    m_strip->setIdle(m_session.idleSince(), idleLimit, m_session.isBusy());
    m_strip->setDevice(m_devices.device(m_session.session().device));
    m_input->setPrompt(m_session.session().workingDirectory);
    setUsable(*m_disconnectAction, whyNotClose());
    m_console->setHelpReader(helpReader());
    m_help->setReader(helpReader());
    showState();
    tick();
}

SessionStanding SessionPage::standing() const
{
    return standingOf(
        m_session.session(), m_devices.device(m_session.session().device), m_client.isOnline(), m_client.silentSince());
}

QString SessionPage::whyReadOnly() const
{
    if (m_session.isEnded())
        return tr("This session has ended; it can only be read.");
    if (m_session.part() == SessionPart::Watches)
        return tr("This session is somebody else’s; choose to act in it first.");
    return m_session.isMine() ? QString() : tr("This session is somebody else’s; it can only be read.");
}

/// Who administers the tenant closes a session without acting in it.
QString SessionPage::whyNotClose() const
{
    return !m_session.isEnded() && m_session.mayWork() ? QString() : whyReadOnly();
}

QString SessionPage::whyNotAct() const
{
    const QString readOnly = whyReadOnly();
    const CommandSpec &isolate = Catalogue::instance().of(Verbs::Isolate);
    const auto missing = m_session.completion().access.missing(isolate.needs, ErrorCode::RoleTooLow, isolate.verb);
    return readOnly.isEmpty() && missing ? visible(Words::errorText(*missing)) : readOnly;
}

void SessionPage::showState()
{
    const SessionStanding now = standing();
    m_strip->setStanding(now);
    m_strip->setMine(m_session.isMine());
    m_strip->setClosable(whyNotClose().isEmpty());
    showWhetherItCanBeTyped();
    followReader();
    const DeviceRecord *device = m_devices.device(m_session.session().device);
    const bool isolated = device && isIsolated(*device);
    setUsable(*m_clearAction, whyReadOnly());
    const QString whyNot = whyNotAct();
    const auto refusal = notOffered(Catalogue::instance().of(Verbs::Collect), m_session.completion().access,
        device ? device->facts.platform : Platform::Linux);
    const QString readOnly = whyReadOnly();
    setUsable(*m_collectAction, readOnly.isEmpty() && refusal ? visible(Words::errorText(*refusal)) : readOnly);
    setUsable(*m_isolateAction, whyNot.isEmpty() && isolated ? tr("The device is isolated already.") : whyNot);
    setUsable(*m_releaseAction, whyNot.isEmpty() && !isolated ? tr("The device is not isolated.") : whyNot);
    showCallout();
}

/// Whose session it is comes first: that decides what one may do about the rest.
void SessionPage::showCallout()
{
    const SessionStanding now = standing();
    const SessionRecord &session = m_session.session();
    const DeviceRecord *device = m_devices.device(session.device);
    const bool ended = now.kind == SessionStanding::Kind::Ended;
    const SessionPart part = ended ? SessionPart::Own : m_session.part();
    QString explanation = StandingText::explanation(now, session, m_requests.times());
    if (explanation.isEmpty() && device && device->facts.isolation)
        explanation = visible(Words::isolationSentence(*device->facts.isolation));
    const QString watched =
        ended ? QString() : StandingText::watchedBy(m_session.otherWatchers(), m_session.othersActing());
    const bool mayRelease = !ended && whyNotAct().isEmpty() && device && isIsolated(*device) && !explanation.isEmpty();
    m_way = ended                      ? CalloutWay::StartAnew
        : part == SessionPart::Watches ? CalloutWay::StepIn
        : mayRelease                   ? CalloutWay::Release
        : part == SessionPart::Acts    ? CalloutWay::StepOut
                                       : CalloutWay::None;
    QStringList sentences{StandingText::whose(session, part), explanation, watched};
    sentences.removeAll(QString());
    m_callout->setText(sentences.join(u' '),
        m_way == CalloutWay::StartAnew     ? tr("Start a new session")
            : m_way == CalloutWay::Release ? m_releaseAction->text()
                                           : StandingText::otherPart(session, part));
}

void SessionPage::showWhetherItCanBeTyped()
{
    const bool typed = mayCompose();
    if (m_input->isHidden() != typed)
        return;
    const bool hadFocus = m_input->editor()->hasFocus();
    m_input->setVisible(typed);
    setDoor(*this, typed ? static_cast<QWidget &>(*m_input) : *m_console);
    if (!typed && hadFocus)
        m_console->setFocus();
}

/// What is offered in blocks depends on whose session it is, and on whether it goes on.
void SessionPage::followReader()
{
    const bool mayAct = mayCompose();
    if (std::exchange(m_mayAct, mayAct) != mayAct)
        m_console->followReader();
}

void SessionPage::tick()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool turning = m_console->tick(now);
    const auto interval = turning ? FastTick : SlowTick;
    if (m_tick.intervalAsDuration() != interval)
        m_tick.setInterval(interval);
    if (m_lastSlowTick.isValid() && m_lastSlowTick.secsTo(now) == 0)
        return;
    m_lastSlowTick = now;
    m_strip->tick(now);
    if (turning)
        m_log->tick();
}

void SessionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    m_tick.start();
}

void SessionPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

// ---- keys that nobody below wanted

void SessionPage::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && event->key() == Qt::Key_C) {
        cancelForeground();
    } else if (control && event->key() == Qt::Key_Z) {
        backgroundForeground();
    } else if (event->key() == Qt::Key_L && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        m_console->filterNewest();
    } else if (event->key() == Qt::Key_Escape && mayCompose()) {
        m_input->setFocus();
    } else if (mayCompose() && isTyping(*event) && !m_input->editor()->hasFocus()) {
        m_input->setFocus();
        QApplication::sendEvent(m_input->editor(), event);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SessionPage::typeIn(const QString &text)
{
    if (mayCompose())
        m_input->compose(m_input->line() + text);
}

void SessionPage::cancelForeground()
{
    const CommandId command = m_session.foregroundCommand();
    if (!command.isValid() || !mayCompose())
        return;
    m_console->bringIntoView(command); // its block says what came of it
    m_session.cancel(command);
}

/// `fg` shows what it brings to the foreground; by itself it prints nothing.
void SessionPage::followFinished(CommandId command)
{
    const CommandRecord &record = *m_session.command(command);
    const bool typedHere = m_session.isCaughtUp() && record.typedBy == m_client.welcome().user.value();
    if (typedHere && record.invocation.verb == Verbs::Fg.name && record.state == CommandState::Completed)
        m_console->jumpTo(CommandId(record.invocation.value(u"command_id"_s).toULongLong()));
}

void SessionPage::backgroundForeground()
{
    if (const CommandId command = m_session.foregroundCommand(); command.isValid() && mayCompose())
        m_session.setBackground(command, true);
}

void SessionPage::openFindBar()
{
    m_find->open();
}

// ---- language

void SessionPage::retranslate()
{
    m_side->setTabText(0, tr("Command log"));
    //: Tab: explanations of the commands
    m_side->setTabText(1, tr("Help"));
    m_side->setAccessibleName(tr("Side bar"));
    m_findAction->setText(tr("Find in outputs"));
    m_clearAction->setText(tr("Empty the console"));
    m_exportAction->setText(tr("Export the command log…"));
    //: a file that proves to others what was done in the session
    m_caseAction->setText(tr("Export case file…"));
    m_sideAction->setText(tr("Command log and help"));
    //: Toggles timings and message numbers in the console
    m_traceAction->setText(tr("Trace"));
    //: opens a dialog on what a forensic package is to hold
    m_collectAction->setText(tr("Collect a package…"));
    //: cuts the device off the network; asks first
    m_isolateAction->setText(tr("Isolate the device…"));
    //: lets an isolated device onto the network again; asks first
    m_releaseAction->setText(tr("Release the device…"));
    m_disconnectAction->setText(tr("Disconnect session"));
    showState();
}

} // namespace Sonde::Client

#include "moc_sessionpage.cpp"
