// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionreader.h"
#include "protocol/wire/messages.h"
#include "ui/shell/typedahead.h"

#include <QMainWindow>
#include <QPointer>

namespace Sonde::Client {

class AdministrationPage;
class DeviceAdministration;
class DevicesPage;
class DownloadsDock;
class GovernanceDesk;
class Leaving;
class LibraryPage;
class MainActions;
class NotificationStrip;
class Notifier;
class Reporter;
class ActivityPage;
class RemediationsPage;
class SessionTabs;
class Settings;
class SignInDialog;
class Theme;
class UploadEntry;
class Workstation;

/// Arranges: menus, tabs, notifications, the bottom line. What it shows is the pages' business, what happens the controllers'.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(Workstation &workstation, Theme &theme, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SessionTabs &tabs() { return *m_tabs; }
    [[nodiscard]] MainActions &actions() { return *m_actions; }
    /// Closes without asking about what is unfinished: somebody ends the program who is not at the window.
    void leaveUnasked();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectActions();
    void connectPages();
    void connectLibrary();
    void connectActs();
    void connectAdministration();
    void askWhereToRun(const LibraryFile &script);
    void connectWorkstation();
    void followSilence();
    void connectGovernance();
    void restoreLayout();
    void saveLayout();
    void retranslate();
    void showTitle();
    void withdrawWhatIsSeen();

    void showPhase();
    void followPhase();
    void askSignIn();
    void reopenSessions();
    /// With a line that would change the device: it is asked about as soon as the session is there.
    void startSession(const DeviceId &device, const QString &act = {});
    void enterSession(const SessionRecord &session, const QString &act, const QString &typed);
    void readCommand(SessionId session, const DeviceId &device, CommandId command);
    void askToAct(const DeviceId &device, const QString &line);
    void goToSession(SessionId session);
    [[nodiscard]] SessionReader reader();
    void followReader();
    /// Says why not.
    [[nodiscard]] bool canRead(const SessionRecord &session);
    void readSession(const SessionRecord &session);
    void goToCommand(SessionId session, CommandId command);
    void fetchEligibility(const DeviceId &device);
    void followTab();
    void resizeConsoleText(int by);
    void openSettings();
    void openShortcuts();
    void openAbout();

    Workstation &m_workstation;
    Theme &m_theme;
    Settings &m_settings;
    UploadEntry *m_uploads;
    MainActions *m_actions;
    DevicesPage *m_devices;
    LibraryPage *m_library;
    RemediationsPage *m_remediations;
    ActivityPage *m_activity;
    AdministrationPage *m_administration;
    DeviceAdministration *m_deviceActions;
    SessionTabs *m_tabs;
    NotificationStrip *m_strip;
    Notifier *m_notifier;
    DownloadsDock *m_downloads;
    Leaving *m_leaving;
    GovernanceDesk *m_governance;
    Reporter *m_reporter;
    TypedAhead m_typedAhead; ///< while a session opens
    QPointer<SignInDialog> m_signIn;
    bool m_reopened = false; ///< sessions left running the last time have their tabs again
};

} // namespace Sonde::Client
