// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/devicechanges.h"
#include "models/inventory/devicemodel.h"

#include <QAction>

namespace Sonde::Client {

/// What administrators do to the devices that are selected: their tags, the exception of a server, their removal.
class DeviceAdministration final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceAdministration)

public:
    /// What it names outlives it; its dialogs are above `window`.
    DeviceAdministration(DeviceChanges &changes, const DeviceModel &devices, QWidget &window);

    QAction editTags, except, remove;

    /// Those that are selected.
    void setDevices(const std::vector<DeviceId> &devices);
    [[nodiscard]] QList<QAction *> actions() { return {&editTags, &except, &remove}; }

Q_SIGNALS:
    /// What was asked for was not done.
    void failed(const Sonde::Error &error);

private:
    [[nodiscard]] std::vector<DeviceRecord> chosen() const;
    void follow();
    void openTags();
    void setException(bool allowed);
    void askToRemove();
    void retranslate();
    [[nodiscard]] ChangeAnswer told();
    [[nodiscard]] static QString whyNotExcepted(const std::vector<DeviceRecord> &devices);

    DeviceChanges &m_changes;
    const DeviceModel &m_devices;
    QWidget &m_window;
    std::vector<DeviceId> m_chosen;
};

} // namespace Sonde::Client
