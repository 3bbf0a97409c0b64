// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inventory/inventory.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

Inventory::Inventory(Store &store, const Settings &settings, const GroupBook &groups, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_groups(groups)
{
    for (StoredDevice &device : m_store.devices()) {
        const DeviceId id = device.id;
        m_devices.insert(id, Device{.stored = std::move(device), .session = {}, .holder = {}, .heldSince = {}});
        m_devices[id].group = m_groups.groupOf(subjectOf(id));
    }
}

void Inventory::add(const DeviceId &id, const QString &name, const QString &label, const QByteArray &certificate)
{
    const auto now = QDateTime::currentDateTimeUtc();
    StoredDevice device{id, certificate, label, {}, {}, now, now};
    device.facts.name = name;
    m_store.saveDevice(device);
    m_devices.insert(id, Device{.stored = device, .session = {}, .holder = {}, .heldSince = {}});
    m_devices[id].group = m_groups.groupOf(subjectOf(id));
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
    const auto level = m_groups.levelOf(device.group);
    return {id, stored.facts, device.group,
        level ? Codec::wireName(*level) : m_settings.text(TenantSetting::AutomationLevel), stored.tags, device.online,
        stored.firstSeen, stored.lastSeen, device.session, device.holder, device.heldSince,
        m_devices.contains(id) ? std::nullopt : std::optional(true),
        stored.serverException ? std::optional(true) : std::nullopt, approvalOf(device.group),
        device.silentSince.isValid() ? std::optional(device.silentSince) : std::nullopt};
}

/// What the tenant wants everywhere, and what the group wants besides.
std::optional<QString> Inventory::approvalOf(const QString &group) const
{
    QStringList rules{m_settings.text(TenantSetting::ApprovalVerbs), m_groups.approvalOf(group)};
    rules.removeAll(QString());
    return rules.isEmpty() ? std::nullopt : std::optional(rules.join(u", "_s));
}

QString Inventory::groupOf(const DeviceId &id) const
{
    const auto found = m_devices.constFind(id);
    return found == m_devices.cend() ? QString() : found->group;
}

RuleSubject Inventory::subjectOf(const DeviceId &id) const
{
    const StoredDevice stored = m_devices.value(id).stored;
    const DeviceFacts &facts = stored.facts;
    return {facts.name, facts.domain.value_or(QString()), facts.platform, facts.osName, stored.tags};
}

QString Inventory::labelOf(const DeviceId &id) const
{
    return m_devices.value(id).stored.group;
}

void Inventory::place(Device &device)
{
    const DeviceId id = device.stored.id;
    const QString group = m_groups.groupOf(subjectOf(id));
    if (std::exchange(device.group, group) == group)
        return;
    Q_EMIT changed(id);
    Q_EMIT groupChanged(id);
}

void Inventory::setTags(const DeviceId &id, const QStringList &tags)
{
    const auto found = m_devices.find(id);
    if (found == m_devices.end())
        return;
    found->stored.tags = tags;
    m_store.saveDevice(found->stored);
    Q_EMIT changed(id);
    place(*found);
}

void Inventory::setServerException(const DeviceId &id, bool allowed)
{
    const auto found = m_devices.find(id);
    if (found == m_devices.end())
        return;
    found->stored.serverException = allowed;
    m_store.saveDevice(found->stored);
    Q_EMIT changed(id);
}

void Inventory::regroup()
{
    for (Device &device : m_devices)
        place(device);
    touchAll(); // levels are others, too
}

/// Who is silent was seen when the last word came.
void Inventory::see(Device &device)
{
    device.stored.lastSeen = device.silentSince.isValid() ? device.silentSince : QDateTime::currentDateTimeUtc();
    m_store.saveDevice(device.stored);
}

void Inventory::setOnline(const DeviceId &id, const DeviceFacts &facts)
{
    Device &device = m_devices[id];
    device.online = true;
    device.silentSince = {};
    device.stored.facts = facts;
    see(device);
    Q_EMIT changed(id);
    place(device);
}

void Inventory::setOffline(const DeviceId &id)
{
    if (!m_devices.contains(id))
        return;
    Device &device = m_devices[id];
    device.online = false;
    see(device);
    device.silentSince = {};
    Q_EMIT changed(id);
}

void Inventory::setSilentSince(const DeviceId &id, const QDateTime &since)
{
    const auto found = m_devices.find(id);
    if (found == m_devices.end() || std::exchange(found->silentSince, since) == since)
        return;
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
