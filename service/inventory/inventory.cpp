// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inventory/inventory.h"

namespace Sonde::Service {

Inventory::Inventory(Store &store, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
{
    for (StoredDevice &device : m_store.devices()) {
        const DeviceId id = device.id;
        m_devices.insert(id, Device{.stored = std::move(device), .session = {}, .holder = {}, .heldSince = {}});
    }
}

void Inventory::add(const DeviceId &id, const QString &name, const QString &group, const QByteArray &certificate)
{
    const auto now = QDateTime::currentDateTimeUtc();
    StoredDevice device{id, certificate, group, {}, {}, now, now};
    device.facts.name = name;
    m_store.saveDevice(device);
    m_devices.insert(id, Device{.stored = device, .session = {}, .holder = {}, .heldSince = {}});
    Q_EMIT changed(id);
}

bool Inventory::isKnown(const DeviceId &id, const QByteArray &certificate) const
{
    return certificatesOf(id).contains(certificate);
}

QByteArrayList Inventory::certificatesOf(const DeviceId &id) const
{
    const auto found = m_devices.constFind(id);
    if (found == m_devices.cend())
        return {};
    QByteArrayList good{found->stored.certificate};
    if (!found->stored.nextCertificate.isEmpty())
        good += found->stored.nextCertificate;
    return good;
}

void Inventory::showCertificate(const DeviceId &id, const QByteArray &certificate)
{
    const auto found = m_devices.find(id);
    if (found == m_devices.end() || found->stored.nextCertificate != certificate)
        return;
    found->stored.certificate = std::exchange(found->stored.nextCertificate, {});
    m_store.saveDevice(found->stored);
}

void Inventory::renewCertificate(const DeviceId &id, const QByteArray &certificate)
{
    Device &device = m_devices[id];
    device.stored.nextCertificate = certificate;
    m_store.saveDevice(device.stored);
}

void Inventory::remove(const DeviceId &id)
{
    if (m_devices.remove(id) == 0)
        return;
    m_store.dropDevice(id);
    Q_EMIT changed(id);
}

DeviceRecord Inventory::record(const DeviceId &id) const
{
    const Device device = m_devices.value(id);
    const StoredDevice &stored = device.stored;
    return {id, stored.facts, stored.group, m_settings.text(TenantSetting::AutomationLevel), stored.tags, device.online,
        stored.firstSeen, stored.lastSeen, device.session, device.holder, device.heldSince,
        m_devices.contains(id) ? std::nullopt : std::optional(true)};
}

void Inventory::see(Device &device)
{
    device.stored.lastSeen = QDateTime::currentDateTimeUtc();
    m_store.saveDevice(device.stored);
}

void Inventory::setOnline(const DeviceId &id, const DeviceFacts &facts)
{
    Device &device = m_devices[id];
    device.online = true;
    device.stored.facts = facts;
    see(device);
    Q_EMIT changed(id);
}

void Inventory::setOffline(const DeviceId &id)
{
    if (!m_devices.contains(id))
        return;
    Device &device = m_devices[id];
    device.online = false;
    see(device);
    Q_EMIT changed(id);
}

void Inventory::setIsolation(const DeviceId &id, const IsolationFacts &facts)
{
    const auto device = m_devices.find(id);
    if (device == m_devices.end())
        return;
    device->stored.facts.isolation = facts;
    see(*device);
    Q_EMIT changed(id);
}

void Inventory::setHolder(const DeviceId &id, SessionId session, const QString &holder, const QDateTime &since)
{
    const auto found = m_devices.find(id);
    if (found == m_devices.end())
        return;
    found->session = session;
    found->holder = holder;
    found->heldSince = since;
    Q_EMIT changed(id);
}

void Inventory::rememberPresence()
{
    for (Device &device : m_devices) {
        if (device.online)
            see(device);
    }
}

void Inventory::touchAll()
{
    for (auto it = m_devices.keyBegin(); it != m_devices.keyEnd(); ++it)
        Q_EMIT changed(*it);
}

} // namespace Sonde::Service

#include "moc_inventory.cpp"
