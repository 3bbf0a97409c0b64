// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/devicechanges.h"

namespace Sonde::Client {

DeviceChanges::DeviceChanges(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &TenantClient::stateChanged, this, &DeviceChanges::changed);
    connect(&client, &TenantClient::grantsChanged, this, &DeviceChanges::changed);
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (const auto *devices = std::get_if<Message::Devices>(&message))
            followDevices(devices->devices);
    });
}

void DeviceChanges::followDevices(const std::vector<DeviceRecord> &devices)
{
    const auto before = m_excepted;
    for (const DeviceRecord &device : devices) {
        if (device.serverException.value_or(false) && !device.removed.value_or(false))
            m_excepted.insert(device.id, device.facts.name);
        else
            m_excepted.remove(device.id);
    }
    Q_EMIT changed();
    if (m_excepted != before)
        Q_EMIT exceptionsChanged();
}

std::optional<Error> DeviceChanges::whyNotChanged(const std::vector<DeviceRecord> &devices) const
{
    constexpr auto needed = Permission::CoreSecuritySettings;
    const Grants &grants = m_client.grants();
    for (const DeviceRecord &device : devices) {
        if (!grants.on(device.group).contains(needed))
            return notGranted(ErrorCode::NotPermitted, device.facts.name, needed, grants, device.group);
    }
    return {};
}

std::optional<Error> DeviceChanges::whyNotRemoved() const
{
    return whyNotPermitted(m_client, Permission::CoreSecuritySettings);
}

void DeviceChanges::changeTags(const std::vector<DeviceId> &devices, const QStringList &add, const QStringList &remove,
    QObject *context, ChangeAnswer answer)
{
    Message::ChangeTags request;
    request.devices = devices;
    request.add = add;
    request.remove = remove;
    submitChange(m_client, request, this, [] {}, context, std::move(answer));
}

void DeviceChanges::setException(const DeviceId &device, bool allowed, QObject *context, ChangeAnswer answer)
{
    submitChange(
        m_client, Message::ExceptServer{.device = device, .allowed = allowed}, this, [] {}, context, std::move(answer));
}

void DeviceChanges::remove(const DeviceId &device, QObject *context, ChangeAnswer answer)
{
    submitChange(m_client, Message::RemoveDevice{.device = device}, this, [] {}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_devicechanges.cpp"
