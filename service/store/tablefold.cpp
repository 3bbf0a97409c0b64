// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/tablefold.h"

#include "protocol/base/codec.h"
#include "service/store/sqlitevalues.h"
#include "service/store/store.h"

#include <QCryptographicHash>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// None that was handed out is good for longer.
constexpr std::chrono::days LongestLife{7};

/// What somebody was given is taken back.
void dropOf(QHash<QByteArray, QString> &owners, const QString &owner)
{
    owners.removeIf([&owner](const auto &one) { return one.value() == owner; });
}

QSqlQuery rowsOf(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(sql);
    return query;
}

} // namespace

void TableFold::apply(const JournalEntry &entry)
{
    m_now = entry.time;
    std::visit(
        Overloaded{
            [&](const Event::UserAdded &added) {
                m_users.insert(added.user.value(), {added.roles, false, added.credential.value_or(QByteArray())});
            },
            [&](const Event::UserChanged &changed) {
                User &user = m_users[changed.user.value()];
                user.roles = changed.roles.value_or(user.roles);
                user.disabled = changed.disabled.value_or(user.disabled);
                user.credential = changed.credential.value_or(user.credential);
                user.eligible = changed.eligible.value_or(user.eligible);
                if (changed.disabled || changed.roles || changed.credential)
                    dropOf(m_access.owners, changed.user.value());
            },
            [&](const Event::UserSignedOut &out) { dropOf(m_access.owners, out.user.value()); },
            [&](const Event::SignedIn &signedIn) {
                if (signedIn.token)
                    m_access.owners.insert(*signedIn.token, entry.actor);
                else
                    m_access.lastUnknown = entry.time;
            },
            [&](const Event::EnrolmentTokenMade &made) {
                if (made.token)
                    m_enrolments.owners.insert(*made.token, made.group);
                else
                    m_enrolments.lastUnknown = entry.time;
            },
            [&](const Event::EnrolmentTokenWithdrawn &withdrawn) {
                // Whoever puts it back made it.
                m_enrolments.owners.remove(withdrawn.token);
            },
            [&](const Event::DeviceEnrolled &enrolled) {
                m_devices.insert(
                    entry.device.value(), {enrolled.certificate.value_or(QByteArray()), {}, enrolled.group});
            },
            [&](const Event::CertificateRenewed &renewed) {
                Device &device = m_devices[entry.device.value()];
                if (!device.next.isEmpty())
                    device.certificate = device.next;
                device.next = renewed.certificate;
            },
            [&](const Event::DeviceRemoved &) { m_devices.remove(entry.device.value()); },
            [&](const Event::GroupChanged &changed) {
                std::erase_if(m_groups, [&](const DeviceGroup &one) { return one.name == changed.name; });
                if (changed.to)
                    m_groups.insert(m_groups.begin()
                            + std::min(qsizetype(std::max(changed.rank, 1U)) - 1, qsizetype(m_groups.size())),
                        *changed.to);
            },
            [&](const Event::TagsChanged &changed) { m_devices[entry.device.value()].tags = changed.to; },
            [&](const Event::ServerExcepted &changed) {
                m_devices[entry.device.value()].serverException = changed.allowed;
            },
            [&](const Event::RoleChanged &changed) {
                m_roles.remove(changed.name);
                if (changed.to)
                    m_roles.insert(changed.to->name, *changed.to);
            },
            [&](const Event::RoleElevated &elevated) {
                m_elevations.insert(
                    {elevated.user.value(), elevated.role}, {elevated.reason, entry.actor, elevated.until});
            },
            [&](const Event::ElevationEnded &ended) { m_elevations.remove({ended.user.value(), ended.role}); },
            [&](const Event::SecondFactorMade &made) { m_secondFactors[made.user.value()].pending = made.credential; },
            [&](const Event::SecondFactorConfirmed &confirmed) {
                SecondFactor &factor = m_secondFactors[confirmed.user.value()];
                factor.secret = std::exchange(factor.pending, {});
            },
            [&](const Event::SecondFactorRemoved &removed) {
                m_secondFactors.remove(removed.user.value());
                dropOf(m_access.owners, removed.user.value());
            },
            [&](const Event::SecondFactorShown &shown) { m_shown.insert(shown.token); },
            [&](const Event::SettingChanged &changed) { m_settings.insert(changed.key, changed.to); },
            [&](const Event::LibraryFileStored &stored) {
                m_library[stored.file.name].insert(stored.file.version, stored.file);
            },
            [&](const Event::LibraryFileDeleted &deleted) { m_library.remove(deleted.name); },
            [](const auto &) {},
        },
        entry.event);
}

std::optional<QString> TableFold::difference(QSqlDatabase &database) const
{
    using Look = std::optional<QString> (TableFold::*)(QSqlDatabase &) const;
    for (const Look look :
        {&TableFold::differenceOfUsers, &TableFold::differenceOfRoles, &TableFold::differenceOfElevations,
            &TableFold::differenceOfSecondFactors, &TableFold::differenceOfGroups, &TableFold::differenceOfDevices,
            &TableFold::differenceOfTokens, &TableFold::differenceOfSettings, &TableFold::differenceOfLibrary}) {
        if (auto found = (this->*look)(database))
            return found;
    }
    return {};
}

std::optional<QString> TableFold::differenceOfUsers(QSqlDatabase &database) const
{
    auto missing = m_users;
    for (auto row = rowsOf(database, u"SELECT name, password, roles, disabled, eligible FROM users"_s); row.next();) {
        const QString name = row.value(0).toString();
        const auto known = m_users.constFind(name);
        if (known == m_users.cend())
            return u"the user %1 is in its table, but nobody added one"_s.arg(name);
        missing.remove(name);
        if (renamedRoles(listFrom(row.value(2))) != renamedRoles(known->roles))
            return u"the roles of the user %1 are others than were given"_s.arg(name);
        if (row.value(3).toBool() != known->disabled)
            return u"whether the user %1 may sign in is another than was said"_s.arg(name);
        if (listFrom(row.value(4)) != known->eligible)
            return u"the roles that the user %1 may take are others than were given"_s.arg(name);
        const QByteArray credential = QCryptographicHash::hash(row.value(1).toByteArray(), QCryptographicHash::Sha256);
        if (!known->credential.isEmpty() && credential != known->credential)
            return u"the password of the user %1 is another than was set"_s.arg(name);
    }
    return missing.isEmpty() ? std::optional<QString>() : u"the user %1 is not in its table"_s.arg(missing.firstKey());
}

std::optional<QString> TableFold::differenceOfRoles(QSqlDatabase &database) const
{
    auto missing = m_roles;
    for (auto row = rowsOf(database, u"SELECT name, role FROM roles"_s); row.next();) {
        const QString name = row.value(0).toString();
        const auto role = Codec::fromBytes<RoleRecord>(row.value(1).toByteArray());
        if (!m_roles.contains(name) || !role || role->role != m_roles.value(name))
            return u"the role %1 is another than was made"_s.arg(name);
        missing.remove(name);
    }
    return missing.isEmpty() ? std::optional<QString>() : u"the role %1 is not in its table"_s.arg(missing.firstKey());
}

std::optional<QString> TableFold::differenceOfElevations(QSqlDatabase &database) const
{
    auto missing = m_elevations;
    for (auto row = rowsOf(database, u"SELECT user, role, record FROM elevations"_s); row.next();) {
        const std::pair key(row.value(0).toString(), row.value(1).toString());
        const auto record = Codec::fromBytes<ElevationRecord>(row.value(2).toByteArray());
        const bool isKnown = record && record->user.value() == key.first && record->role == key.second
            && m_elevations.contains(key)
            && m_elevations.value(key) == Elevation{record->reason, record->by, record->until};
        if (!isKnown)
            return u"the role %1 of %2 for a time is another than was granted"_s.arg(key.second, key.first);
        missing.remove(key);
    }
    return missing.isEmpty() ? std::optional<QString>()
                             : u"the role %1 for a time is not in its table"_s.arg(missing.firstKey().second);
}

std::optional<QString> TableFold::differenceOfSecondFactors(QSqlDatabase &database) const
{
    const auto hashOf = [](const QVariant &kept) {
        const QByteArray bytes = kept.toByteArray();
        return bytes.isEmpty() ? QByteArray() : QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    auto missing = m_secondFactors;
    for (auto row = rowsOf(database, u"SELECT user, secret, pending FROM second_factors"_s); row.next();) {
        const QString user = row.value(0).toString();
        const SecondFactor known = missing.take(user);
        if (hashOf(row.value(1)) != known.secret || hashOf(row.value(2)) != known.pending)
            return u"the second factor of the user %1 is another than was made"_s.arg(user);
    }
    return missing.isEmpty() ? std::optional<QString>()
                             : u"the second factor of the user %1 is not in its table"_s.arg(missing.firstKey());
}

std::optional<QString> TableFold::differenceOfGroups(QSqlDatabase &database) const
{
    size_t rank = 0;
    for (auto row = rowsOf(database, u"SELECT record FROM device_groups ORDER BY rank"_s); row.next(); ++rank) {
        const auto record = Codec::fromBytes<DeviceGroupRecord>(row.value(0).toByteArray());
        if (rank >= m_groups.size() || !record || record->group != m_groups.at(rank))
            return u"the device group of rank %1 is another than was made"_s.arg(rank + 1);
    }
    return rank == m_groups.size() ? std::optional<QString>()
                                   : u"the device group %1 is not in its table"_s.arg(m_groups.at(rank).name);
}

std::optional<QString> TableFold::differenceOfDevices(QSqlDatabase &database) const
{
    auto missing = m_devices;
    for (auto row = rowsOf(database,
             u"SELECT id, certificate, device_group, next_certificate, tags, server_exception FROM devices"_s);
        row.next();) {
        const QString id = row.value(0).toString();
        const auto known = m_devices.constFind(id);
        if (known == m_devices.cend())
            return u"the device %1 is in its table, but was not enrolled"_s.arg(id);
        missing.remove(id);
        const QList<QByteArray> good{known->certificate, known->next};
        const bool isKnown = good.contains(row.value(1).toByteArray())
            && (row.value(3).toByteArray().isEmpty() || good.contains(row.value(3).toByteArray()));
        if (!known->certificate.isEmpty() && !isKnown)
            return u"the certificate of the device %1 is another than it was given"_s.arg(id);
        if (known->group && row.value(2).toString() != *known->group)
            return u"the group of the device %1 is another than it was enrolled into"_s.arg(id);
        if (listFrom(row.value(4)) != known->tags)
            return u"the tags of the device %1 are others than were given"_s.arg(id);
        if (row.value(5).toBool() != known->serverException)
            return u"whether live response is on for the server %1 is another than was said"_s.arg(id);
    }
    return missing.isEmpty() ? std::optional<QString>()
                             : u"the device %1 is not in its table"_s.arg(missing.firstKey());
}

/// One that is known is its owner's. One that is not may be of an earlier version's making, as long as such a one can be good.
bool TableFold::isAccounted(const Secrets &secrets, const QByteArray &hash, const QString &owner) const
{
    const auto known = secrets.owners.constFind(hash);
    if (known != secrets.owners.cend())
        return *known == owner;
    return secrets.lastUnknown.isValid() && secrets.lastUnknown.addDuration(LongestLife) > m_now;
}

std::optional<QString> TableFold::differenceOfTokens(QSqlDatabase &database) const
{
    for (auto row = rowsOf(database, u"SELECT hash, owner, kind, second_factor FROM tokens"_s); row.next();) {
        const QByteArray hash = row.value(0).toByteArray();
        const QString owner = row.value(1).toString();
        const auto kind = SecretKind(row.value(2).toInt());
        if (kind == SecretKind::Access && !isAccounted(m_access, hash, owner))
            return u"there is an access token of %1 that nobody signed in for"_s.arg(owner);
        if (row.value(3).toLongLong() != 0 && !m_shown.contains(hash))
            return u"an access token of %1 says that a second factor was shown, but none was"_s.arg(owner);
        if (kind == SecretKind::Enrolment && !isAccounted(m_enrolments, hash, owner))
            return u"there is an enrolment token that nobody made"_s;
    }
    return {};
}

std::optional<QString> TableFold::differenceOfSettings(QSqlDatabase &database) const
{
    auto missing = m_settings;
    for (auto row = rowsOf(database, u"SELECT key, value FROM settings"_s); row.next();) {
        const QString key = row.value(0).toString();
        if (!m_settings.contains(key) || m_settings.value(key) != row.value(1).toString())
            return u"the setting %1 is another than was set"_s.arg(key);
        missing.remove(key);
    }
    return missing.isEmpty() ? std::optional<QString>()
                             : u"the setting %1 is not in its table"_s.arg(missing.firstKey());
}

std::optional<QString> TableFold::differenceOfLibrary(QSqlDatabase &database) const
{
    auto missing = m_library;
    for (auto row = rowsOf(database, u"SELECT name, version, file FROM library"_s); row.next();) {
        const QString name = row.value(0).toString();
        const quint32 version = row.value(1).toUInt();
        const auto file = Codec::fromBytes<LibraryFile>(row.value(2).toByteArray());
        const auto known = m_library.value(name).value(version);
        if (!m_library.value(name).contains(version) || !file || file->sha256 != known.sha256)
            return u"version %1 of the library file %2 is another than was stored"_s.arg(version).arg(name);
        missing[name].remove(version);
    }
    for (const auto &[name, versions] : missing.asKeyValueRange()) {
        if (!versions.isEmpty())
            return u"version %1 of the library file %2 is not in its table"_s.arg(versions.firstKey()).arg(name);
    }
    return {};
}

} // namespace Sonde::Service
