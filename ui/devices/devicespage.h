// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/devicemodel.h"
#include "protocol/wire/messages.h"
#include "ui/theme/shortcutline.h"

#include <QWidget>

class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace Sonde::Client {

class DevicePage;
class DeviceTable;
class EmptyState;
class PlainLabel;
class SessionListModel;
struct SessionReader;
class Settings;
class Theme;

/// The first tab: the inventory with its filter line, and the page of the selected device beside it. It asks through signals and is
/// told the answers, so it needs no connection.
class DevicesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DevicesPage)

public:
    DevicesPage(DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// Who looks.
    void setReader(const SessionReader &reader);
    /// The tenant's sessions; outlive the page.
    void setSessions(const SessionListModel &sessions);
    /// The connection to the service was lost then; nothing: there is one.
    void setAsOf(const std::optional<QDateTime> &lost);
    /// Nothing to show yet; `step` says what is being waited for.
    void showStarting(const QString &step);
    /// There is no tenant: why, and a button to try again.
    void showFailure(const Error &error);
    /// The inventory, whole or growing.
    void showInventory();

    void setEligibility(const DeviceId &device, const Result<Message::Eligibility> &answer);
    void setStarting(const DeviceId &device, bool starting);
    /// Asks for the eligibility of the shown device again.
    void refreshDevice();
    /// The service has said that a session can start on the shown device.
    [[nodiscard]] bool canStart() const;
    /// Why startCurrent() does nothing; empty when it does.
    [[nodiscard]] QString whyNotStart() const;
    void selectDevice(const DeviceId &device);
    /// Into the settings: columns and widths.
    void saveLayout();
    /// The keys that are not in a menu, for the Shortcuts window.
    [[nodiscard]] static QList<ShortcutLine> keys();
    /// What can be done to the devices that are selected: in the menu of the table, and of these `tags` with a button beside the tags. They
    /// outlive the page.
    void setDeviceActions(const QList<QAction *> &actions, QAction &tags);
    [[nodiscard]] std::vector<DeviceId> selectedDevices() const;

public Q_SLOTS:
    void focusFilter();
    /// Starts a session on the selected device, or goes to the one there is.
    void startCurrent();

Q_SIGNALS:
    /// whyNotStart() may be another.
    void startChanged();
    /// selectedDevices() are others.
    void selectionChanged();
    void startRequested(const Sonde::DeviceId &device);
    void sessionRequested(Sonde::SessionId session);
    /// A session of the past, or another's, is to be read.
    void readRequested(const Sonde::SessionRecord &session);
    /// See DevicePage.
    void actRequested(const Sonde::DeviceId &device, const QString &line);
    void remediationsRequested(const QString &device);
    void eligibilityRequested(const Sonde::DeviceId &device);
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The filter does not hide it.
    [[nodiscard]] bool isShownListed() const;
    enum class Phase { Starting, Failed, Listing };

    void build(Theme &theme);
    [[nodiscard]] QWidget *makeFilterLine(Theme &theme);
    void connectParts();
    void retranslate();
    void applyFilter(const QString &text);
    void updateCount();
    void updateStack();
    void chooseEmptyAction();
    void openColumnsMenu();
    void openDeviceMenu(const QPoint &place);
    void showDevice(const DeviceId &device);
    void followModel();
    void activate(const DeviceId &device);
    void enterTable();
    void enterFromFilter();

    DeviceModel &m_devices;
    Theme &m_theme;
    Settings &m_settings;
    QString m_user;
    Phase m_phase = Phase::Starting;
    QString m_step;
    Error m_failure;
    DeviceRecord m_shown;
    QList<QAction *> m_deviceActions;

    QLineEdit *m_filter;
    PlainLabel *m_filterError;
    PlainLabel *m_count;
    QToolButton *m_columns;
    QStackedWidget *m_stack;
    DeviceTable *m_table;
    EmptyState *m_empty;
    DevicePage *m_device;
    QSplitter *m_splitter;
};

} // namespace Sonde::Client
