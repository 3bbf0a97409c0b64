// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/text/visibletext.h"
#include "ui/activity/activitypage.h"
#include "ui/administration/administrationpage.h"
#include "ui/administration/deviceadministration.h"
#include "ui/devices/devicespage.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/signindialog.h"
#include "ui/downloads/downloadsbutton.h"
#include "ui/downloads/downloadspanel.h"
#include "ui/governance/governancedesk.h"
#include "ui/keys/areas.h"
#include "ui/library/filepane.h"
#include "ui/library/librarypage.h"
#include "ui/library/uploadentry.h"
#include "ui/remediations/remediationspage.h"
#include "ui/session/sessionpage.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/downloadsdock.h"
#include "ui/shell/languages.h"
#include "ui/shell/leaving.h"
#include "ui/shell/mainactions.h"
#include "ui/shell/notifier.h"
#include "ui/shell/reporter.h"
#include "ui/shell/restartnotice.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/tenantstatus.h"
#include "ui/shell/workstation.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/languagechange.h"

#include <QApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize FirstSize(1280, 800);
constexpr int LeastPageHeight = 360; ///< pixels: pages make do with it while the downloads are open in a low window
constexpr int SmallestText = 7;
constexpr int LargestText = 40;

} // namespace

MainWindow::MainWindow(Workstation &workstation, Theme &theme, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_workstation(workstation)
    , m_theme(theme)
    , m_settings(settings)
    , m_uploads(new UploadEntry(workstation.library(), theme, *this))
    , m_actions(new MainActions(*menuBar(), m_uploads->action(), *this))
    , m_devices(new DevicesPage(workstation.devices(), theme, settings))
    , m_library(new LibraryPage(workstation.library(), m_uploads->action(), theme, settings))
    , m_remediations(new RemediationsPage(workstation.acts(), workstation.devices(), theme, settings))
    , m_activity(new ActivityPage(workstation.activity(), workstation.devices(), theme, settings))
    , m_administration(new AdministrationPage(workstation.administration(), workstation.devices(), theme, settings))
    , m_deviceActions(new DeviceAdministration(workstation.administration().devices, workstation.devices(), *this))
    , m_tabs(new SessionTabs(workstation.client(), workstation.devices(), m_uploads->action(), theme, settings))
    , m_strip(new NotificationStrip(theme))
    , m_notifier(new Notifier(*m_strip, settings, this))
    , m_downloads(
          new DownloadsDock(workstation.downloads(), m_actions->showDownloads, theme, settings, *m_notifier, this))
    , m_leaving(new Leaving(workstation, *m_tabs, *this))
    , m_governance(new GovernanceDesk(workstation.client(), workstation.devices(), theme, *this))
    , m_reporter(new Reporter(workstation, *m_tabs, *m_notifier, this))
    , m_typedAhead(*m_devices)
{
    arrange();
    connectActions();
    connectPages();
    connectLibrary();
    connectActs();
    connectAdministration();
    connectWorkstation();
    connectGovernance();
    retranslate();
    showPhase();
    restoreLayout();
    onLanguageChange(this, [this] {
        retranslate();
        showPhase();
    });
}

// Its parts speak to the window and to those made before them: they go while it is whole, the last made first. Nothing of it shows
// by then, so that no focus moves from one that goes to the next.
MainWindow::~MainWindow()
{
    if (isVisible())
        saveLayout();
    hide();
    const std::initializer_list<QObject *> parts{m_reporter, m_leaving, m_downloads, m_notifier, m_strip, m_tabs,
        m_deviceActions, m_governance, m_actions, m_uploads};
    qDeleteAll(parts);
}

/// From outside in: what is put into the window later has been through its style sheet once less for each step.
void MainWindow::arrange()
{
    auto *content = new QWidget;
    setCentralWidget(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    m_tabs->setMinimumHeight(LeastPageHeight);
    m_tabs->setPages({m_devices, m_library, m_remediations, m_activity, m_administration});
    m_devices->addAction(&m_actions->filterDevices);
    auto *status = new TenantStatus(m_workstation);
    status->setNotice(*m_strip);
    setStatusBar(status);
    addDockWidget(Qt::BottomDockWidgetArea, m_downloads);
    for (QWidget *part : m_governance->statusParts())
        statusBar()->addPermanentWidget(part);
    statusBar()->addPermanentWidget(
        new DownloadsButton(m_workstation.downloads().model(), m_actions->showDownloads, m_theme));
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_settings.get(Settled::WindowGeometry)))
        resize(FirstSize);
    restoreState(m_settings.get(Settled::WindowPanels));
    m_devices->setFocus();
    // Where a desktop that ends closes no windows.
    connect(qApp, &QGuiApplication::commitDataRequest, this, &MainWindow::saveLayout);
}

/// While all of it is there: what is set is told to everyone.
void MainWindow::saveLayout()
{
    m_settings.set(Settled::WindowGeometry, saveGeometry());
    m_settings.set(Settled::WindowPanels, saveState());
    m_devices->saveLayout();
    m_library->saveLayout();
    m_remediations->saveLayout();
    m_activity->saveLayout();
    m_administration->saveLayout();
    m_downloads->panel().saveLayout();
    m_settings.write();
}

void MainWindow::connectActions()
{
    MainActions &is = *m_actions;
    connect(&is.signIn, &QAction::triggered, this, &MainWindow::askSignIn);
    connect(&is.closeTab, &QAction::triggered, m_tabs, &SessionTabs::closeCurrent);
    connect(&is.quit, &QAction::triggered, this, &QWidget::close);
    connect(&is.startSession, &QAction::triggered, m_devices, &DevicesPage::startCurrent);
    connect(&is.showDevices, &QAction::triggered, m_tabs, &SessionTabs::showDevices);
    connect(&is.showLibrary, &QAction::triggered, m_tabs, &SessionTabs::showLibrary);
    connect(&is.showRemediations, &QAction::triggered, m_tabs, &SessionTabs::showRemediations);
    connect(&is.showActivity, &QAction::triggered, m_tabs, &SessionTabs::showActivity);
    connect(&is.showAdministration, &QAction::triggered, m_tabs, &SessionTabs::showAdministration);
    connect(&is.filterDevices, &QAction::triggered, this, [this] {
        m_tabs->showDevices();
        m_devices->focusFilter();
    });
    connect(&is.nextTab, &QAction::triggered, m_tabs, &SessionTabs::showNext);
    connect(&is.previousTab, &QAction::triggered, m_tabs, &SessionTabs::showPrevious);
    connect(&is.nextArea, &QAction::triggered, this, [this] { goToArea(*this, false); });
    connect(&is.previousArea, &QAction::triggered, this, [this] { goToArea(*this, true); });
    for (int index = 5; QAction & tab : is.sessionTabs) {
        connect(&tab, &QAction::triggered, m_tabs, [this, index] { m_tabs->setCurrentIndex(index); });
        ++index;
    }
    connect(&is.largerText, &QAction::triggered, this, [this] { resizeConsoleText(1); });
    connect(&is.smallerText, &QAction::triggered, this, [this] { resizeConsoleText(-1); });
    connect(&is.normalText, &QAction::triggered, this, [this] { m_settings.set(Settled::ConsoleFontSize, 0); });
    connect(&is.fullScreen, &QAction::toggled, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(&is.settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(&is.shortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(&is.about, &QAction::triggered, this, &MainWindow::openAbout);
}

void MainWindow::connectPages()
{
    connect(m_downloads, &DownloadsDock::commandRequested, this, &MainWindow::goToCommand);
    m_downloads->setSeen([this](SessionId session) { return m_tabs->isSeen(session); });
    connect(m_downloads, &DownloadsDock::left, m_tabs, [this] { m_tabs->currentWidget()->setFocus(); });
    connect(m_devices, &DevicesPage::startRequested, this, [this](const DeviceId &device) { startSession(device); });
    connect(m_devices, &DevicesPage::sessionRequested, this, &MainWindow::goToSession);
    connect(m_devices, &DevicesPage::startChanged, this,
        [this] { setUsable(m_actions->startSession, m_devices->whyNotStart()); });
    connect(m_devices, &DevicesPage::readRequested, this, &MainWindow::readSession);
    connect(m_tabs, &SessionTabs::startRequested, this, [this](const DeviceId &device) { startSession(device); });
    connect(m_leaving, &Leaving::left, this, &QWidget::close);
    connect(m_leaving, &Leaving::failed, m_reporter, &Reporter::tellProblem);
    m_devices->setSessions(m_workstation.sessions());
    m_remediations->setSessions(m_workstation.sessions());
    connect(m_devices, &DevicesPage::eligibilityRequested, this, &MainWindow::fetchEligibility);
    connect(m_devices, &DevicesPage::retryRequested, &m_workstation, &Workstation::retry);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::followTab);
    connect(m_tabs, &QTabWidget::currentChanged, m_strip, &NotificationStrip::leavePage);
    connect(m_reporter, &Reporter::devicesWanted, m_tabs, &SessionTabs::showDevices);
    connect(m_reporter, &Reporter::sessionWanted, this, [this](SessionId session) {
        goToSession(session);
        activateWindow();
    });
    connect(m_reporter, &Reporter::commandWanted, this, &MainWindow::goToCommand);
    connect(m_tabs, &SessionTabs::opened, this, [this](SessionController *session) {
        m_workstation.downloads().follow(*session);
        connect(session, &SessionController::sessionChanged, this, &MainWindow::showTitle); // then it knows its device
    });
    followTab();
}

void MainWindow::connectLibrary()
{
    connect(m_library, &LibraryPage::failed, m_reporter, &Reporter::tellProblem);
    connect(m_library, &LibraryPage::runRequested, this, &MainWindow::askWhereToRun);
    connect(m_tabs, &SessionTabs::opened, this,
        [this](SessionController *session) { session->setLibrary(m_workstation.library().files()); });
    connect(m_tabs, &SessionTabs::scriptComposed, this, [this](SessionPage *page, const QString &name) {
        const LibraryFile *script = m_workstation.library().files().file(name);
        if (script && script->hasParameters)
            page->askToRun(m_workstation.library(), *script);
    });
    connect(m_library, &LibraryPage::downloaded, m_reporter, &Reporter::tellDownloaded);
    connect(&m_workstation.library(), &LibraryController::failed, m_reporter, &Reporter::tellProblem);
    connect(m_uploads, &UploadEntry::left, this, [this] { m_tabs->currentWidget()->setFocus(Qt::TabFocusReason); });
    connect(m_uploads, &UploadEntry::refused, m_reporter, &Reporter::tellProblem);
    connect(m_uploads, &UploadEntry::failed, m_reporter, &Reporter::tellProblem);
    connect(m_uploads, &UploadEntry::stored, m_reporter, &Reporter::tellStored);
    connect(m_reporter, &Reporter::libraryFileWanted, this, [this](const QString &name) {
        m_tabs->showLibrary();
        m_library->selectFile(name);
    });
}

void MainWindow::connectActs()
{
    m_tabs->setActs(m_workstation.acts());
    connect(m_remediations, &RemediationsPage::undoRequested, this, &MainWindow::askToAct);
    connect(m_remediations, &RemediationsPage::commandRequested, this, &MainWindow::readCommand);
    connect(m_activity, &ActivityPage::commandRequested, this, &MainWindow::readCommand);
    connect(m_devices, &DevicesPage::actRequested, this, &MainWindow::askToAct);
    connect(m_devices, &DevicesPage::remediationsRequested, this, [this](const QString &device) {
        m_remediations->setFilter(device);
        m_tabs->showRemediations();
    });
}

void MainWindow::readCommand(SessionId session, const DeviceId &device, CommandId command)
{
    SessionRecord record; // of an old one the service tells the rest
    record.id = session;
    record.device = device;
    const SessionRecord *known = m_workstation.sessions().session(session);
    if (known && !canRead(*known))
        return;
    m_tabs->openSession(known ? *known : record);
    if (command.isValid())
        m_tabs->currentPage()->showCommand(command);
}

/// A page that is nobody's business but an administrator's, and what they do to devices.
void MainWindow::connectAdministration()
{
    const auto follow = [this] {
        const QString whyNot = m_administration->whyNot();
        setUsable(m_actions->showAdministration, whyNot);
        m_tabs->setAdministrationUsable(whyNot);
    };
    connect(m_administration, &AdministrationPage::accessChanged, this, follow);
    connect(m_administration, &AdministrationPage::failed, m_reporter, &Reporter::tellProblem);
    connect(m_deviceActions, &DeviceAdministration::failed, m_reporter, &Reporter::tellProblem);
    m_devices->setDeviceActions(m_deviceActions->actions(), m_deviceActions->editTags);
    connect(m_devices, &DevicesPage::selectionChanged, m_deviceActions,
        [this] { m_deviceActions->setDevices(m_devices->selectedDevices()); });
    onLanguageChange(m_administration, follow);
    follow();
}

/// In a session on that device; one is started where there is none.
void MainWindow::askToAct(const DeviceId &device, const QString &line)
{
    SessionPage *page = m_tabs->livePageOn(device);
    if (!page)
        return startSession(device, line);
    m_tabs->setCurrentWidget(page);
    page->askToAct(line);
}

/// On the device whose session is open; of several, the analyst chooses.
void MainWindow::askWhereToRun(const LibraryFile &script)
{
    const auto open = [this, script](SessionPage *page) {
        m_tabs->setCurrentWidget(page);
        page->askToRun(m_workstation.library(), script);
    };
    const auto pages = m_tabs->livePages();
    if (pages.isEmpty()) {
        m_reporter->tellSessionNeeded();
    } else if (pages.size() == 1) {
        open(pages.first().second);
    } else {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto &[device, page] : pages)
            connect(menu->addAction(visible(device).replace(u'&', u"&&"_s)), &QAction::triggered, page,
                [open, page] { open(page); });
        const QPushButton *button = m_library->pane()->runButton();
        menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
    }
}

void MainWindow::connectWorkstation()
{
    connect(&m_workstation, &Workstation::phaseChanged, this, &MainWindow::followPhase);
    connect(&m_workstation.client(), &TenantClient::stateChanged, this, [this] {
        followSilence();
        followReader();
    });
    connect(&m_workstation.client(), &TenantClient::silenceChanged, this, &MainWindow::followSilence);
    connect(&m_workstation.client(), &TenantClient::grantsChanged, this, &MainWindow::followReader);
    connect(&m_workstation.inventory(), &InventoryController::completed, m_devices, &DevicesPage::refreshDevice);
    new RestartNotice(m_workstation, *m_tabs, *m_notifier, this);
}

/// What the service said last is as old as its last word.
void MainWindow::followSilence()
{
    const TenantClient &client = m_workstation.client();
    if (client.silentSince().isValid())
        m_devices->setAsOf(client.silentSince());
    else if (client.state() == TenantClient::State::Reconnecting)
        m_devices->setAsOf(QDateTime::currentDateTimeUtc());
    else
        m_devices->setAsOf({});
}

void MainWindow::connectGovernance()
{
    m_actions->addTools({&m_governance->takeRole, &m_governance->showApprovals, &m_governance->secondFactor});
    m_reporter->follow(*m_governance);
}

void MainWindow::showPhase()
{
    const auto phase = m_workstation.phase();
    m_actions->signIn.setVisible(!m_workstation.isEmbedded());
    switch (phase) {
    case Workstation::Phase::StartingTenant:
        m_devices->showStarting(tr("The tenant on this computer is starting."));
        break;
    case Workstation::Phase::SigningIn: m_devices->showStarting(tr("Signing in to the tenant.")); break;
    case Workstation::Phase::Listing: m_devices->showStarting(tr("The devices are being listed.")); break;
    case Workstation::Phase::Failed: m_devices->showFailure(*m_workstation.failure()); break;
    case Workstation::Phase::SignInNeeded:
        m_devices->showStarting(tr("Sign in to see the devices of this tenant."));
        break;
    case Workstation::Phase::Ready: m_devices->showInventory(); break;
    }
}

void MainWindow::followPhase()
{
    showPhase();
    if (m_workstation.phase() == Workstation::Phase::SignInNeeded)
        askSignIn();
    if (m_workstation.phase() != Workstation::Phase::Ready)
        return;
    if (m_signIn)
        m_signIn->accept();
    followReader();
    reopenSessions();
}

/// The service says anew at each sign-in what somebody may do.
void MainWindow::followReader()
{
    m_devices->setReader(reader());
    m_remediations->setReader(reader());
}

void MainWindow::askSignIn()
{
    if (!m_signIn) {
        m_signIn =
            new SignInDialog(m_workstation.tenant(), m_workstation.user(), KnownTenants(), m_settings, m_theme, this);
        m_signIn->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_signIn, &SignInDialog::confirmed, &m_workstation, &Workstation::signIn);
    }
    if (m_workstation.failure())
        m_signIn->showRefusal(*m_workstation.failure());
    m_signIn->open();
}

// After a restart of the workstation: what is still going on is shown again.
void MainWindow::reopenSessions()
{
    if (std::exchange(m_reopened, true))
        return;
    const SessionListModel &sessions = m_workstation.sessions();
    for (int row = 0; row < sessions.rowCount(); ++row) {
        const SessionRecord *session = sessions.session(row);
        if (isLive(*session) && session->createdBy == m_workstation.user().value())
            m_tabs->addSession(*session);
    }
}

void MainWindow::startSession(const DeviceId &device, const QString &act)
{
    m_devices->setStarting(device, true);
    m_reporter->forgetNotStarted();
    if (act.isEmpty())
        m_typedAhead.begin();
    m_workstation.inventory().startSession(device, this, [this, device, act](const Result<SessionRecord> &session) {
        m_devices->setStarting(device, false);
        const QString typed = m_typedAhead.end(); // since it was asked for
        if (session)
            enterSession(*session, act, typed);
        else
            m_reporter->tellNotStarted(session.error());
        m_devices->refreshDevice();
    });
}

void MainWindow::enterSession(const SessionRecord &session, const QString &act, const QString &typed)
{
    m_tabs->openSession(session);
    if (!act.isEmpty())
        m_tabs->currentPage()->askToAct(act);
    else if (!typed.isEmpty())
        m_tabs->currentPage()->typeIn(typed);
}

void MainWindow::goToSession(SessionId session)
{
    if (const SessionRecord *record = m_workstation.sessions().session(session))
        m_tabs->openSession(*record);
}

SessionReader MainWindow::reader()
{
    return {m_workstation.user().value(), m_workstation.client().grants()};
}

bool MainWindow::canRead(const SessionRecord &session)
{
    const DeviceRecord *device = m_workstation.devices().device(session.device);
    const auto refusal = reader().refusal(session.id, session.createdBy, device ? device->group : QString());
    if (refusal)
        m_reporter->tellProblem(*refusal);
    return !refusal;
}

void MainWindow::readSession(const SessionRecord &session)
{
    if (canRead(session))
        m_tabs->openSession(session);
}

void MainWindow::goToCommand(SessionId session, CommandId command)
{
    const SessionRecord *record = m_workstation.sessions().session(session);
    if (!record)
        return m_reporter->tellProblem({ErrorCode::SessionClosed, session.toString(), {}, {}});
    if (!canRead(*record))
        return;
    m_tabs->openSession(*record);
    m_tabs->currentPage()->showCommand(command);
}

void MainWindow::fetchEligibility(const DeviceId &device)
{
    m_workstation.inventory().fetchEligibility(device, this,
        [this, device](const Result<Message::Eligibility> &answer) { m_devices->setEligibility(device, answer); });
}

void MainWindow::followTab()
{
    const SessionPage *page = m_tabs->currentPage();
    setUsable(m_actions->closeTab, page ? QString() : tr("This tab stays: only those of sessions are closed."));
    withdrawWhatIsSeen();
    m_actions->setPageActions(page ? page->actions() : QList<QAction *>());
    retranslate();
}

/// Of the session in front nothing has to be told: whoever comes back to the window sees it.
void MainWindow::withdrawWhatIsSeen()
{
    const SessionController *session = m_tabs->currentController();
    if (session && isActiveWindow())
        m_reporter->withdraw(session->id());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        withdrawWhatIsSeen();
}

void MainWindow::resizeConsoleText(int by)
{
    const int now = qRound(m_theme.consoleFont().pointSizeF());
    m_settings.set(Settled::ConsoleFontSize, std::clamp(now + by, SmallestText, LargestText));
}

void MainWindow::openSettings()
{
    QList<std::pair<QString, QString>> languages;
    for (const QString &code : Languages::offered())
        languages.append({code, Languages::nativeName(code)});
    auto *dialog = new SettingsDialog(m_settings, languages, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openShortcuts()
{
    const QList<ShortcutLine> ofPages =
        DevicesPage::keys() + AdministrationPage::keys() + SessionPage::keys() + DownloadsPanel::keys();
    QList<ShortcutLine> lines = m_actions->shortcutTable();
    lines.removeIf([&ofPages](const ShortcutLine &line) { // a page's keys are in the menus, too, while it is in front
        return std::ranges::any_of(ofPages,
            [&line](const ShortcutLine &other) { return line.group == other.group && line.keys == other.keys; });
    });
    lines += ofPages;
    auto *dialog = new ShortcutsDialog(lines, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::openAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// What is in front, as its tab calls it: among many windows the right one is found by it.
void MainWindow::showTitle()
{
    const SessionController *session = m_tabs->currentController();
    const QString name = session ? visible(m_tabs->deviceName(*session)) : m_tabs->tabText(m_tabs->currentIndex());
    setWindowTitle(name.isEmpty() ? u"Sonde"_s : u"%1 — Sonde"_s.arg(name));
}

void MainWindow::retranslate()
{
    showTitle();
    m_tabs->setAccessibleName(tr("Devices and sessions"));
    menuBar()->setAccessibleName(tr("Menu bar"));
    m_actions->retranslate();
    m_governance->retranslate();
    m_uploads->retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    if (m_leaving->mayLeave())
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::leaveUnasked()
{
    m_leaving->leaveUnasked();
    QCoreApplication::quit();
}

} // namespace Sonde::Client

#include "moc_mainwindow.cpp"
