// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicetextmodel.h"

#include <QTableView>
#include <QTimer>

class QMenu;

namespace Sonde::Client {

class Settings;
class ColumnFit;
class Theme;

/// The inventory as a table of whole rows: sort by a click on a title, columns by its menu, Enter or double click to act on a device.
class DeviceTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceTable)

public:
    DeviceTable(DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] DeviceId currentDevice() const;
    /// In the order of the table.
    [[nodiscard]] std::vector<DeviceId> selectedDevices() const;
    void selectRow(int row);
    void setAsOf(const std::optional<QDateTime> &lost) { m_text.setAsOf(lost); }
    /// Into the settings: the columns.
    void saveLayout();
    /// Fills a menu with a check box for each column.
    void fillColumnsMenu(QMenu &menu);

Q_SIGNALS:
    void currentDeviceChanged(const Sonde::DeviceId &device);
    void activatedDevice(const Sonde::DeviceId &device);
    /// selectedDevices() are others.
    void selectedOthers();
    /// Up was pressed in the first row.
    void leftUpwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpHeader();
    void fitRows();
    void openHeaderMenu(const QPoint &position);
    void noteCurrent();

    DeviceModel &m_devices;
    Settings &m_settings;
    DeviceTextModel m_text;
    QTimer m_ages;
    DeviceId m_current;
    ColumnFit *m_columns = nullptr;
};

} // namespace Sonde::Client
