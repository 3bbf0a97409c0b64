// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/access/groupbook.h"
#include "service/settings/tenantsettings.h"

#include <QByteArrayList>

namespace Sonde::Service {

/// Every enrolled device, with its presence and who holds a session on it.
class Inventory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inventory)

public:
    Inventory(Store &store, const Settings &settings, const GroupBook &groups, QObject *parent = nullptr);

    /// A device just enrolled, with the certificate it will show.
    /// `label`: of its enrolment token.
    void add(const DeviceId &id, const QString &name, const QString &label, const QByteArray &certificate);
    [[nodiscard]] bool isKnown(const DeviceId &id, const QByteArray &certificate) const;
    /// SHA-256 of those it may show: one, and the one it was given last. None when it is not known.
    [[nodiscard]] QByteArrayList certificatesOf(const DeviceId &id) const;
    /// It has shown this one: the one before is good no longer.
    void showCertificate(const DeviceId &id, const QByteArray &certificate);
    /// It may show this one, too, from now on.
    void renewCertificate(const DeviceId &id, const QByteArray &certificate);
    /// It is one no more.
    void remove(const DeviceId &id);
    [[nodiscard]] bool contains(const DeviceId &id) const { return m_devices.contains(id); }
    [[nodiscard]] qsizetype size() const { return m_devices.size(); }
    [[nodiscard]] QList<DeviceId> ids() const { return m_devices.keys(); }
    [[nodiscard]] DeviceRecord record(const DeviceId &id) const;
    /// Of devices; empty when this is none.
    [[nodiscard]] QString groupOf(const DeviceId &id) const;

    void setOnline(const DeviceId &id, const DeviceFacts &facts);
    void setOffline(const DeviceId &id);
    /// It is online, but has not been heard since then. Without a time: it is heard again.
    void setSilentSince(const DeviceId &id, const QDateTime &since);
    void setIsolation(const DeviceId &id, const IsolationFacts &facts);
    void setHolder(const DeviceId &id, SessionId session, const QString &holder, const QDateTime &since);
    /// Which group it is in may be another from then on.
    void setTags(const DeviceId &id, const QStringList &tags);
    void setServerException(const DeviceId &id, bool allowed);
    /// The rules of the groups are others.
    void regroup();
    /// What the rules of groups are about.
    [[nodiscard]] RuleSubject subjectOf(const DeviceId &id) const;
    /// The label that it was enrolled with.
    [[nodiscard]] QString labelOf(const DeviceId &id) const;
    /// Writes down that the devices online now were seen now.
    void rememberPresence();
    /// A setting that shows in every record changed.
    void touchAll();

Q_SIGNALS:
    void changed(const Sonde::DeviceId &device);
    /// It is in another group than before, by what it is called now: who may what on it may be another.
    void groupChanged(const Sonde::DeviceId &device);

private:
    struct Device {
        StoredDevice stored;
        QString group = UngroupedDevices;
        bool online = false;
        QDateTime silentSince = {}; ///< invalid: it is heard
        SessionId session;
        QString holder;
        QDateTime heldSince;
    };
    void see(Device &device);
    void place(Device &device);
    [[nodiscard]] std::optional<QString> approvalOf(const QString &group) const;

    Store &m_store;
    const Settings &m_settings;
    const GroupBook &m_groups;
    QHash<DeviceId, Device> m_devices;
};

} // namespace Sonde::Service
