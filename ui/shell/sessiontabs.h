// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "models/session/commandhistory.h"
#include "ui/theme/steadytabs.h"

#include <QAction>
#include <QSet>
#include <QTimer>

namespace Sonde::Client {

class ActListController;
class ClockTabBar;
class DeviceModel;
class SessionPage;
class Settings;
class Theme;

/// Devices and library first, then one tab for each open session: its state, its device, how long it has been going.
class SessionTabs final : public SteadyTabs
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionTabs)

public:
    /// `upload` is offered in each session.
    SessionTabs(TenantClient &client, DeviceModel &devices, QAction &upload, Theme &theme, Settings &settings,
        QWidget *parent = nullptr);
    ~SessionTabs() override;

    /// Whose state the blocks of acts follow; outlives the tabs. Before the first session.
    void setActs(ActListController &acts) { m_acts = &acts; }
    /// The tabs that are always there, in this order.
    struct Pages {
        QWidget *devices = nullptr;
        QWidget *library = nullptr;
        QWidget *remediations = nullptr;
        QWidget *activity = nullptr;
        QWidget *administration = nullptr;
    };
    /// Call once.
    void setPages(const Pages &pages);
    /// Why the page of the administration is for others; empty when it is not.
    void setAdministrationUsable(const QString &whyNot);
    /// Shows a session's tab and makes it when there is none.
    void openSession(const SessionRecord &session);
    /// Makes a session's tab without leaving the one that is shown.
    void addSession(const SessionRecord &session);
    [[nodiscard]] SessionPage *currentPage() const;
    /// Of a session on this device that goes on and can be typed in; nullptr when there is none.
    [[nodiscard]] SessionPage *livePageOn(const DeviceId &device) const;
    /// Of the sessions that go on, with the names of their devices.
    [[nodiscard]] QList<std::pair<QString, SessionPage *>> livePages() const;
    /// What who sits here typed in the sessions that have tabs and that still runs, each with its device.
    [[nodiscard]] QStringList runningLines() const { return openLines(false); }
    /// The same of what waits for a second person.
    [[nodiscard]] QStringList waitingLines() const { return openLines(true); }
    /// It is in front, in a window that is in front.
    [[nodiscard]] bool isSeen(SessionId session) const;
    /// It has ended in its tab, which may be closed since: the inventory hears of it a moment later.
    [[nodiscard]] bool sawEnd(SessionId session) const { return m_ended.contains(session); }
    [[nodiscard]] SessionController *currentController() const;
    [[nodiscard]] QString deviceName(const SessionController &session) const;

public Q_SLOTS:
    void closeCurrent();
    void showDevices();
    void showLibrary();
    void showRemediations();
    void showActivity();
    void showAdministration();
    void showNext();
    void showPrevious();

Q_SIGNALS:
    /// A session has a tab now.
    void opened(Sonde::Client::SessionController *session);
    /// A command that ran in the background, or in a tab that is not shown, has ended.
    void finishedUnseen(Sonde::SessionId session, const Sonde::CommandRecord &command);
    /// A line of whoever sits here waited for a second person and is not run, seen or not: its block may be far above by then.
    void notApproved(Sonde::SessionId session, const Sonde::CommandRecord &command);
    /// Seen or not.
    void commandEnded();
    void endedUnseen(Sonde::SessionId session);
    /// Another session is wanted on this device.
    void startRequested(const Sonde::DeviceId &device);
    void refused(const Sonde::Error &error);
    /// A line that runs this script without parameters was put into the page's input.
    void scriptComposed(Sonde::Client::SessionPage *page, const QString &name);

private:
    struct Tab {
        std::unique_ptr<SessionController> controller;
        SessionPage *page = nullptr;
    };

    Tab &make(const SessionRecord &session);
    [[nodiscard]] QStringList openLines(bool held) const;
    void followDevice(const Tab &tab, const DeviceId &id);
    void watch(SessionController &controller);
    [[nodiscard]] int indexOf(SessionId session) const;
    [[nodiscard]] Tab *tabAt(int index);
    void askToClose(int index);
    void close(SessionId session);
    void addCloseButton(SessionId session, int index);
    void refresh();
    void refreshTab(Tab &tab);
    void refreshPage(QWidget *page, const QString &title, const QString &icon);
    void setLook(int index, const QString &text, const QIcon &icon);
    void showUsable(int step);
    void moveClocks();
    void noteFinished(SessionController &controller, CommandId command);

    TenantClient &m_client;
    DeviceModel &m_devices;
    QAction &m_upload;
    ActListController *m_acts = nullptr;
    Theme &m_theme;
    Settings &m_settings;
    CommandHistory m_history; ///< of all sessions
    Pages m_pages;
    std::map<SessionId, Tab> m_tabs;
    QSet<SessionId> m_ended; ///< of those that have or had tabs
    QTimer m_tick;
    ClockTabBar *m_bar;
};

} // namespace Sonde::Client
