// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>

class QWidget;

namespace Sonde::Client {

class ConfirmDialog;
class DevicesPage;
class ListSection;
class MainWindow;
class ResultModel;
class Settings;
class Theme;
class UploadDialog;
class UploadRow;
class Workstation;

/// Walks through the running program with its real tenant and takes a picture of each stop: "01-starting.png", "02-devices.png"…
/// Each stop waits for what it shows; what does not come in time is named on stderr and the tour goes on.
class Tour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    Tour(MainWindow &window, Workstation &workstation, Theme &theme, Settings &settings, const QDir &pictures);
    ~Tour() override;

    void start();

Q_SIGNALS:
    /// The exit status: 0 when every stop was reached.
    void finished(int status);

private:
    struct Stop {
        QString name; ///< empty: no picture
        std::function<void()> arrive;
        std::function<bool()> isThere = [] { return true; };
        std::function<void()> leave = [] {};
    };

    void plan();
    void planDevices();
    void planSession();
    void planRows();
    /// Find, remediate, undo; in touracts.cpp.
    void planActs();
    void planDownloads();
    void planLibrary();
    /// The sections and their dialogs; in touradministration.cpp.
    void planAdministration();
    void planSettings();
    void showSection(const QString &name, int index);
    void changeTenant(std::function<void()> change, int section, int rows);
    [[nodiscard]] ListSection &administrationSection(int index) const;
    void planDialogs();
    void planEmptyStates();
    void run(const QString &name, const QString &line);
    /// What is shown then, in a small window.
    void narrow(const QString &name);
    /// Its path; the folder is the tour's own.
    [[nodiscard]] QString makeFile(const QString &name, const QByteArray &content) const;
    void arrange(const QString &name, std::function<void(ResultModel &)> how);
    void showInLog(const QString &verb);
    void typeAndComplete(const QString &text);
    /// Types a line that would change the device: the device is asked for its plan, and the picture is of that.
    void askToAct(const QString &name, const QString &line, std::function<void()> leave);
    void showIsolation();
    /// What waits for a second person says so before; `cancel` closes the question.
    void showApproval(const std::function<void()> &cancel);
    [[nodiscard]] ConfirmDialog *confirmation() const;
    void openDialog(const QString &name, std::function<void()> open);
    void showLonely(const QString &name, std::function<void(DevicesPage &)> prepare);

    void next();
    void look();
    void takePicture(const QString &name);
    /// A part of the window, by its kind.
    template<typename Part>
    [[nodiscard]] Part &part() const;
    [[nodiscard]] UploadDialog *uploadDialog() const;
    [[nodiscard]] QList<UploadRow *> uploadRows() const;
    [[nodiscard]] bool lastCommandShown() const;
    [[nodiscard]] ResultModel *lastRows() const;
    [[nodiscard]] CommandId lastCommand() const;
    void closeDialogs();

    MainWindow &m_window;
    Workstation &m_workstation;
    Theme &m_theme;
    Settings &m_settings;
    QDir m_pictures;
    std::deque<Stop> m_stops;
    QTimer m_poll;
    QDeadlineTimer m_deadline;
    int m_calm = 0; ///< looks in a row at which everything was there
    int m_taken = 0;
    int m_commands = 0; ///< lines typed so far
    int m_status = 0;
    std::unique_ptr<QWidget> m_lonely;
};

} // namespace Sonde::Client
