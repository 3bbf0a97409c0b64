// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "models/session/sessionstanding.h"
#include "ui/result/columnchoices.h"
#include "ui/session/sessionrequests.h"
#include "ui/theme/shortcutline.h"
#include "ui/toolkit/syntax.h"

#include <QTimer>
#include <QWidget>
#include <functional>

class QAction;
class QSplitter;
class QTabWidget;

namespace Sonde::Client {

class Callout;
class CommandHistory;
class CommandLogPanel;
class ConsoleView;
class DashboardStrip;
class DeviceModel;
class FindBar;
class HelpPanel;
struct HelpReader;
class InputLine;
class SessionDialogs;
class Settings;
class Theme;

/// A session as one page: dashboard strip, console with its input line, and beside them the command log and help.
///
/// It only arranges its parts and passes what the analyst wants to the controller. Everything that ticks hangs on one timer, which
/// rests while the page is hidden.
class SessionPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionPage)

public:
    SessionPage(SessionController &session, TenantClient &client, DeviceModel &devices, CommandHistory &history,
        Theme &theme, Settings &settings, QWidget *parent = nullptr);
    ~SessionPage() override;

    /// The keys that are not in a menu, for the Shortcuts window. What is in one is in actions().
    [[nodiscard]] static QList<ShortcutLine> keys();

    /// What the strip's upload button does.
    void setUploadAction(QAction &action);
    /// Whose state blocks of acts follow; outlives the page. Before there are blocks.
    void setActs(ActListController &acts) { m_requests.setActs(acts); }
    /// Opens the form of a library script; what is filled in becomes a line in the input.
    void askToRun(LibraryController &library, const LibraryFile &script) { m_requests.askToRun(library, script); }
    [[nodiscard]] ConsoleView &console() const { return *m_console; }
    [[nodiscard]] InputLine &input() const { return *m_input; }

    /// What can be done with the session from elsewhere.
    [[nodiscard]] SessionRequests &requests() { return m_requests; }
    [[nodiscard]] bool mayCompose() const { return m_requests.mayCompose(); }
    void compose(const QString &line) { m_requests.compose(line); }
    void askToAct(const QString &line) { m_requests.askToAct(line); }
    /// As if it were typed into the input line.
    void typeIn(const QString &text);

public Q_SLOTS:
    /// What the side bar is about: a command's help, or a command of the log.
    void showHelp(const QString &verb);
    void showInLog(Sonde::CommandId command);
    /// Its block; in a window of its own when the console was emptied since.
    void showCommand(Sonde::CommandId command);
    void openFindBar();

Q_SIGNALS:
    /// The analyst is done with an ended session's tab.
    void closeRequested();
    /// After the end: another session on its device.
    void startRequested(const Sonde::DeviceId &device);
    /// The line that runs this script of the library is in the input, without parameters.
    void scriptComposed(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the callout's button does.
    enum class CalloutWay { None, StartAnew, Release, StepIn, StepOut };

    void arrange();
    void connectConsole();
    void connectInput();
    void connectSession();
    void connectSideBar();
    void makeActions();
    QAction *addPageAction(const QKeySequence &keys, const std::function<void()> &slot);

    void tick();
    void showSession();
    void showDevice();
    void showState();
    void showWhetherItCanBeTyped();
    void followReader();
    void showCallout();
    void doWhatTheCalloutSays();
    [[nodiscard]] SessionStanding standing() const;
    /// Empty where lines can be typed, and where the device can be acted on.
    [[nodiscard]] QString whyReadOnly() const;
    [[nodiscard]] QString whyNotClose() const;
    [[nodiscard]] QString whyNotAct() const;
    void cancelForeground();
    void followFinished(CommandId command);
    void backgroundForeground();
    void clearConsole();
    void showLog(bool shown);
    void followCatchUp();
    void keepPins();
    void restorePins();
    void retranslate();
    [[nodiscard]] HelpReader helpReader() const;

    SessionController &m_session;
    TenantClient &m_client;
    DeviceModel &m_devices;
    Theme &m_theme;
    Settings &m_settings;
    Syntax m_syntax;
    ColumnChoices m_columns;
    SessionRequests m_requests;
    DashboardStrip *m_strip;
    Callout *m_callout;
    FindBar *m_find;
    ConsoleView *m_console;
    InputLine *m_input;
    QTabWidget *m_side;
    CommandLogPanel *m_log;
    HelpPanel *m_help;
    QSplitter *m_splitter;
    SessionDialogs *m_dialogs;
    QAction *m_findAction = nullptr;
    QAction *m_clearAction = nullptr;
    QAction *m_sideAction = nullptr;
    QAction *m_traceAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_caseAction = nullptr;
    QAction *m_collectAction = nullptr;
    QAction *m_isolateAction = nullptr;
    QAction *m_releaseAction = nullptr;
    QAction *m_disconnectAction = nullptr;
    bool m_mayAct = true; ///< as the console shows it
    CalloutWay m_way = CalloutWay::None;
    CommandId m_toShow; ///< as soon as the journal has been read
    QTimer m_tick;
    QDateTime m_lastSlowTick;
};

} // namespace Sonde::Client
