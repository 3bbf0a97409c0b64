// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessiontabs.h"

#include "models/inventory/devicemodel.h"
#include "models/text/visibletext.h"
#include "ui/dialogs/closesessiondialog.h"
#include "ui/evidence/commandlook.h"
#include "ui/session/sessionpage.h"
#include "ui/session/standingtext.h"
#include "ui/shell/clocktabbar.h"
#include "ui/shell/tabicons.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/clocktext.h"
#include "ui/toolkit/languagechange.h"

#include <QDir>
#include <QToolButton>

namespace Sonde::Client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int runningCommands(const SessionController &controller)
{
    int running = 0;
    for (const CommandRecord &command : controller.commands())
        running += !isFinal(command.state);
    return running;
}

} // namespace

SessionTabs::SessionTabs(
    TenantClient &client, DeviceModel &devices, QAction &upload, Theme &theme, Settings &settings, QWidget *parent)
    : SteadyTabs(parent)
    , m_client(client)
    , m_devices(devices)
    , m_upload(upload)
    , m_theme(theme)
    , m_settings(settings)
    , m_history(QDir(settings.folder()).filePath(u"history"_s))
    , m_bar(new ClockTabBar(this))
{
    setTabBar(m_bar);
    setDocumentMode(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    tabBar()->setObjectName(u"mainTabs"_s);
    tabBar()->setExpanding(false);
    setGround(this, Ground::Sunken);
    connect(&theme, &Theme::changed, this, &SessionTabs::refresh);
    connect(&devices, &DeviceModel::countChanged, this, &SessionTabs::refresh);
    connect(&devices, &QAbstractItemModel::dataChanged, this, &SessionTabs::refresh);
    connect(&client, &TenantClient::stateChanged, this, &SessionTabs::refresh);
    connect(&client, &TenantClient::silenceChanged, this, &SessionTabs::refresh);
    connect(this, &QTabWidget::currentChanged, this, [this](int index) {
        if (QWidget *page = widget(index))
            page->setFocus(Qt::TabFocusReason);
    });
    connect(&settings, &Settings::changed, this, [this](QLatin1StringView key) {
        if (!Settings::is(key, Settled::DownloadFolder))
            return;
        for (const auto &[id, tab] : m_tabs)
            tab.controller->setDownloadFolder(m_settings.downloadFolder());
    });
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &SessionTabs::moveClocks);
    onLanguageChange(this, &SessionTabs::refresh);
}

SessionTabs::~SessionTabs()
{
    blockSignals(true); // one page goes, the next comes to the front: who hears of it may look for the one that went
    // Pages refer to their controllers, which go first otherwise.
    for (auto &[id, tab] : m_tabs)
        delete tab.page;
}

void SessionTabs::setPages(const Pages &pages)
{
    m_pages = pages;
    for (QWidget *page : {pages.devices, pages.library, pages.remediations, pages.activity, pages.administration}) {
        setGround(page, Ground::Surface);
        addTab(page, QString());
    }
    refresh();
}

void SessionTabs::openSession(const SessionRecord &session)
{
    setCurrentWidget(make(session).page);
}

void SessionTabs::addSession(const SessionRecord &session)
{
    make(session);
}

void SessionTabs::followDevice(const Tab &tab, const DeviceId &id)
{
    if (const DeviceRecord *device = m_devices.device(id))
        tab.controller->setDevice(*device);
}

SessionTabs::Tab &SessionTabs::make(const SessionRecord &session)
{
    const auto [place, added] = m_tabs.try_emplace(session.id);
    Tab &tab = place->second;
    if (!added)
        return tab;
    tab.controller = std::make_unique<SessionController>(m_client, session.id);
    followDevice(tab, session.device);
    tab.controller->setDownloadFolder(m_settings.downloadFolder());
    tab.page = new SessionPage(*tab.controller, m_client, m_devices, m_history, m_theme, m_settings, this);
    tab.page->setUploadAction(m_upload);
    if (m_acts)
        tab.page->setActs(*m_acts);
    setGround(tab.page, Ground::Surface);
    watch(*tab.controller);
    Q_EMIT opened(tab.controller.get());
    const int index = addTab(tab.page, QString());
    addCloseButton(session.id, index);
    refreshTab(tab);
    m_tick.start();
    return tab;
}

void SessionTabs::watch(SessionController &controller)
{
    const SessionId id = controller.id();
    connect(&controller, &SessionController::sessionChanged, this, &SessionTabs::refresh);
    connect(&controller, &SessionController::refused, this, &SessionTabs::refused);
    connect(&controller, &SessionController::commandFinished, this, [this, &controller](CommandId command) {
        noteFinished(controller, command);
        Q_EMIT commandEnded();
    });
    connect(&controller, &SessionController::ended, this, [this, &controller, id] {
        m_ended.insert(id);
        refresh();
        // Who disconnects knows that the session ends.
        if (!isSeen(id) && !controller.isDisconnecting())
            Q_EMIT endedUnseen(id);
    });
    SessionPage *page = m_tabs.at(id).page;
    connect(page, &SessionPage::startRequested, this, &SessionTabs::startRequested);
    connect(page, &SessionPage::closeRequested, this, [this, id] { askToClose(indexOf(id)); });
    connect(page, &SessionPage::scriptComposed, this,
        [this, page](const QString &name) { Q_EMIT scriptComposed(page, name); });
}

void SessionTabs::addCloseButton(SessionId session, int index)
{
    auto *button = new QToolButton;
    setRole(button, ButtonRole::Quiet);
    button->setFocusPolicy(Qt::NoFocus); // the tab itself has the focus, and a key closes it
    button->setAccessibleName(tr("Close the tab"));
    const auto restyle = [this, button] {
        button->setIcon(m_theme.icon(u"close"_s, Color::DimText));
        button->setIconSize(m_theme.scaledIcon(12));
        button->setFixedSize(
            m_theme.scaledIcon(18)); // no higher than a tab without it: nothing jumps when the first one opens
    };
    restyle();
    connect(&m_theme, &Theme::changed, button, restyle);
    connect(button, &QAbstractButton::clicked, this, [this, session] { askToClose(indexOf(session)); });
    tabBar()->setTabButton(index, QTabBar::RightSide, button);
}

SessionPage *SessionTabs::currentPage() const
{
    return qobject_cast<SessionPage *>(currentWidget());
}

SessionPage *SessionTabs::livePageOn(const DeviceId &device) const
{
    for (const auto &[id, tab] : m_tabs) {
        if (tab.controller->session().device == device && tab.page->mayCompose())
            return tab.page;
    }
    return nullptr;
}

QList<std::pair<QString, SessionPage *>> SessionTabs::livePages() const
{
    QList<std::pair<QString, SessionPage *>> pages;
    for (const auto &[id, tab] : m_tabs) {
        if (!tab.controller->isEnded())
            pages.append({deviceName(*tab.controller), tab.page});
    }
    return pages;
}

QStringList SessionTabs::openLines(bool held) const
{
    QStringList lines;
    for (const auto &[id, tab] : m_tabs) {
        for (const CommandRecord &command : tab.controller->running()) {
            const bool isHeld = command.state == CommandState::Held;
            if (isHeld == held && typistOf(tab.controller->session(), command) == m_client.welcome().user.value())
                lines += u"%1 · %2"_s.arg(deviceName(*tab.controller), CommandLook::line(command));
        }
    }
    return lines;
}

SessionController *SessionTabs::currentController() const
{
    for (const auto &[id, tab] : m_tabs) {
        if (tab.page == currentWidget())
            return tab.controller.get();
    }
    return nullptr;
}

int SessionTabs::indexOf(SessionId session) const
{
    const auto found = m_tabs.find(session);
    return found == m_tabs.end() ? -1 : QTabWidget::indexOf(found->second.page);
}

SessionTabs::Tab *SessionTabs::tabAt(int index)
{
    for (auto &[id, tab] : m_tabs) {
        if (tab.page == widget(index))
            return &tab;
    }
    return nullptr;
}

void SessionTabs::closeCurrent()
{
    askToClose(currentIndex());
}

void SessionTabs::showDevices()
{
    setCurrentWidget(m_pages.devices);
}

void SessionTabs::showLibrary()
{
    setCurrentWidget(m_pages.library);
}

void SessionTabs::showRemediations()
{
    setCurrentWidget(m_pages.remediations);
}

void SessionTabs::showActivity()
{
    setCurrentWidget(m_pages.activity);
}

void SessionTabs::showAdministration()
{
    setCurrentWidget(m_pages.administration);
}

void SessionTabs::setAdministrationUsable(const QString &whyNot)
{
    const int index = QTabWidget::indexOf(m_pages.administration);
    setTabEnabled(index, whyNot.isEmpty());
    setTabToolTip(index, plainToolTip(whyNot));
    refresh();
}

/// `step` tabs on, and on again from one that cannot be used.
void SessionTabs::showUsable(int step)
{
    int index = currentIndex();
    do
        index = (index + step) % count();
    while (!isTabEnabled(index));
    setCurrentIndex(index);
}

void SessionTabs::showNext()
{
    showUsable(1);
}

void SessionTabs::showPrevious()
{
    showUsable(count() - 1);
}

void SessionTabs::askToClose(int index)
{
    Tab *tab = tabAt(index);
    if (!tab)
        return;
    const SessionId id = tab->controller->id();
    const bool isOwn = tab->controller->part() == SessionPart::Own;
    if (tab->controller->isEnded() || !isOwn) { // that of somebody else goes on without this tab
        close(id);
        return;
    }
    setCurrentIndex(index);
    auto *dialog = new CloseSessionDialog(deviceName(*tab->controller), runningCommands(*tab->controller), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(tab->controller.get(), &SessionController::ended, dialog, &QDialog::reject);
    connect(dialog, &CloseSessionDialog::leaveChosen, this, [this, id] { close(id); });
    connect(dialog, &CloseSessionDialog::disconnectChosen, this, [this, id] {
        const auto found = m_tabs.find(id);
        if (found == m_tabs.end())
            return;
        connect(found->second.controller.get(), &SessionController::ended, this, [this, id] { close(id); });
        found->second.controller->disconnectSession();
    });
    dialog->open();
}

// Later, because the controller or the page may be the one that asked.
void SessionTabs::close(SessionId session)
{
    const auto found = m_tabs.find(session);
    if (found == m_tabs.end())
        return;
    removeTab(QTabWidget::indexOf(found->second.page));
    SessionPage *page = found->second.page;
    SessionController *controller = found->second.controller.release();
    m_tabs.erase(found);
    controller->disconnect(this);
    page->hide();
    connect(page, &QObject::destroyed, controller, &QObject::deleteLater);
    page->deleteLater();
    if (m_tabs.empty())
        m_tick.stop();
}

QString SessionTabs::deviceName(const SessionController &session) const
{
    const DeviceRecord *device = m_devices.device(session.session().device);
    return device ? device->facts.name : QString();
}

void SessionTabs::refresh()
{
    tabBar()->setIconSize(m_theme.scaledIcon(14));
    refreshPage(m_pages.devices, tr("Devices"), u"devices"_s);
    refreshPage(m_pages.library, tr("Library"), u"library"_s);
    refreshPage(m_pages.remediations, tr("Remediations"), u"undo"_s);
    //: tab: what was done in the whole tenant
    refreshPage(m_pages.activity, tr("Activity"), u"log"_s);
    const bool isOurs = isTabEnabled(QTabWidget::indexOf(m_pages.administration));
    refreshPage(m_pages.administration, tr("Administration"), isOurs ? u"administration"_s : u"lock"_s);
    for (auto &[id, tab] : m_tabs)
        refreshTab(tab);
}

void SessionTabs::refreshPage(QWidget *page, const QString &title, const QString &icon)
{
    if (const int index = QTabWidget::indexOf(page); index >= 0)
        setLook(index, title, m_theme.icon(icon, Color::DimText));
}

/// Each change of a tab lays out all of them, and is told to screen readers.
void SessionTabs::setLook(int index, const QString &text, const QIcon &icon)
{
    if (tabText(index) != text)
        setTabText(index, text);
    if (tabIcon(index).cacheKey() != icon.cacheKey())
        setTabIcon(index, icon);
}

void SessionTabs::refreshTab(Tab &tab)
{
    followDevice(tab, tab.controller->session().device);
    const SessionRecord &session = tab.controller->session();
    const int index = QTabWidget::indexOf(tab.page);
    const QString name = visible(deviceName(*tab.controller));
    const DeviceRecord *device = m_devices.device(session.device);
    const SessionStanding standing = standingOf(session, device, m_client.isOnline(), m_client.silentSince());
    const QString state = StandingText::text(standing, session, device ? TimeText(device->facts) : TimeText());
    QString text = name.isEmpty() ? tr("Session %1").arg(tab.controller->id().toString()) : name;
    text.replace(u'&', u"&&"_s);
    setLook(index, text, sessionIcon(standing.kind, m_theme));
    setTabToolTip(index, plainToolTip(u"%1 · %2"_s.arg(name, state)));
    if (const QString spoken = u"%1, %2"_s.arg(name, state); tabBar()->accessibleTabName(index) != spoken)
        tabBar()->setAccessibleTabName(index, spoken);
    moveClocks();
}

void SessionTabs::moveClocks()
{
    for (const auto &[id, tab] : m_tabs) {
        const SessionRecord &session = tab.controller->session();
        const QDateTime until = session.ended.isValid() ? session.ended : QDateTime::currentDateTimeUtc();
        if (session.started.isValid())
            m_bar->setClock(
                QTabWidget::indexOf(tab.page), longClockText(std::chrono::seconds(session.started.secsTo(until))));
    }
}

void SessionTabs::noteFinished(SessionController &controller, CommandId command)
{
    const CommandRecord *record = controller.command(command);
    if (!record || !controller.isCaughtUp())
        return;
    const bool isOwn = typistOf(controller.session(), *record) == m_client.welcome().user.value();
    if (isOwn && record->state == CommandState::Rejected && record->approvalUntil)
        return Q_EMIT notApproved(controller.id(), *record);
    // A getfile is not done with that: the downloads tell when its file is here, or what it asks.
    const Arrival arrival = controller.deliveries().arrival(*record);
    const bool awaited = CommandLook::dependsOnArrival(*record, arrival);
    if (!isSeen(controller.id()) && !awaited)
        Q_EMIT finishedUnseen(controller.id(), *record);
}

bool SessionTabs::isSeen(SessionId session) const
{
    const auto found = m_tabs.find(session);
    return found != m_tabs.end() && currentWidget() == found->second.page && isActiveWindow();
}

} // namespace Sonde::Client

#include "moc_sessiontabs.cpp"
