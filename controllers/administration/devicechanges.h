// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tenantchange.h"

namespace Sonde::Client {

/// What administrators change of devices. The inventory tells what came of it.
class DeviceChanges final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceChanges)

public:
    /// `client` outlives it.
    explicit DeviceChanges(TenantClient &client, QObject *parent = nullptr);

    /// Why the tags of these, or the exception of one, cannot be changed: of the first that may not be. Nothing when all may.
    [[nodiscard]] std::optional<Error> whyNotChanged(const std::vector<DeviceRecord> &devices) const;
    /// Devices are removed by who may change the tenant as a whole.
    [[nodiscard]] std::optional<Error> whyNotRemoved() const;

    /// On which live response is on whatever the setting for servers says: their names.
    [[nodiscard]] const QMap<DeviceId, QString> &exceptedServers() const { return m_excepted; }

    /// All of the devices, or none.
    void changeTags(const std::vector<DeviceId> &devices, const QStringList &add, const QStringList &remove,
        QObject *context, ChangeAnswer answer);
    /// Whether live response is on for this server also while it is off for servers.
    void setException(const DeviceId &device, bool allowed, QObject *context, ChangeAnswer answer);
    /// It can connect no longer; what the journal says of it stays.
    void remove(const DeviceId &device, QObject *context, ChangeAnswer answer);

Q_SIGNALS:
    /// Some device is another, or what one may do is.
    void changed();
    /// exceptedServers() are others.
    void exceptionsChanged();

private:
    void followDevices(const std::vector<DeviceRecord> &devices);

    TenantClient &m_client;
    QMap<DeviceId, QString> m_excepted;
};

} // namespace Sonde::Client
