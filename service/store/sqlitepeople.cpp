// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "service/store/sqlitestore.h"
#include "service/store/sqlitevalues.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

/// The tables that are no history: people, devices, secrets, the library, settings.
namespace Sonde::Service {

namespace {

/// Roles of an earlier version are read by the names they have now.
QStringList rolesFrom(const QVariant &value)
{
    return renamedRoles(listFrom(value));
}

/// Of "hash, owner, bound_to, expires, last, made_by, second_factor".
StoredToken tokenFrom(const QSqlQuery &row)
{
    return {row.value(0).toByteArray(), row.value(1).toString(), row.value(2).toString(), timeFrom(row.value(3)),
        timeFrom(row.value(4)), row.value(5).toString(), timeFrom(row.value(6))};
}

} // namespace

void SqliteStore::saveUser(const StoredUser &user)
{
    write("INSERT OR REPLACE INTO users(name, password, roles, disabled, eligible) VALUES(?,?,?,?,?)",
        {user.name.value(), stored(user.passwordHash), stored(user.roles.join(u'\n')), user.disabled,
            stored(user.eligible.join(u'\n'))});
}

std::optional<StoredUser> SqliteStore::user(const UserName &name)
{
    QSqlQuery &query =
        run("SELECT password, roles, disabled, eligible FROM users WHERE name=?", {stored(name.value())});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredUser{name, query.value(0).toByteArray(), rolesFrom(query.value(1)), query.value(2).toBool(),
        listFrom(query.value(3))};
}

std::vector<StoredUser> SqliteStore::users()
{
    QSqlQuery &query = run("SELECT name, password, roles, disabled, eligible FROM users ORDER BY name", {});
    std::vector<StoredUser> found;
    while (query.next())
        found.push_back({UserName(query.value(0).toString()), query.value(1).toByteArray(), rolesFrom(query.value(2)),
            query.value(3).toBool(), listFrom(query.value(4))});
    query.finish();
    return found;
}

bool SqliteStore::hasUsers()
{
    return number("SELECT EXISTS(SELECT 1 FROM users)") != 0;
}

void SqliteStore::saveDevice(const StoredDevice &device)
{
    write("INSERT OR REPLACE INTO devices(id, certificate, device_group, tags, facts, first_seen, last_seen, "
          "next_certificate, server_exception) VALUES(?,?,?,?,?,?,?,?,?)",
        {device.id.value(), stored(device.certificate), stored(device.group), stored(device.tags.join(u'\n')),
            Codec::toBytes(device.facts), stored(device.firstSeen), stored(device.lastSeen),
            stored(device.nextCertificate), device.serverException});
}

void SqliteStore::dropDevice(const DeviceId &device)
{
    write("DELETE FROM devices WHERE id=?", {device.value()});
}

std::vector<StoredDevice> SqliteStore::devices()
{
    QSqlQuery &query =
        run("SELECT id, certificate, device_group, tags, facts, first_seen, last_seen, next_certificate, "
            "server_exception FROM devices",
            {});
    std::vector<StoredDevice> found;
    while (query.next()) {
        found.push_back({DeviceId(query.value(0).toString()), query.value(1).toByteArray(), query.value(2).toString(),
            listFrom(query.value(3)),
            Codec::fromBytes<DeviceFacts>(query.value(4).toByteArray()).value_or(DeviceFacts{}),
            timeFrom(query.value(5)), timeFrom(query.value(6)), query.value(7).toByteArray(), query.value(8).toBool()});
    }
    query.finish();
    return found;
}

void SqliteStore::saveToken(SecretKind kind, const StoredToken &token)
{
    write("INSERT OR REPLACE INTO tokens(kind, hash, owner, bound_to, expires, last, made_by, second_factor) "
          "VALUES(?,?,?,?,?,?,?,?)",
        {int(kind), token.hash, stored(token.owner), stored(token.boundTo), stored(token.expires), stored(token.last),
            stored(token.madeBy), stored(token.secondFactor)});
}

std::optional<StoredToken> SqliteStore::token(SecretKind kind, const QByteArray &hash)
{
    QSqlQuery &query =
        run("SELECT hash, owner, bound_to, expires, last, made_by, second_factor FROM tokens WHERE kind=? AND hash=?",
            {int(kind), hash});
    const auto done = qScopeGuard([&query] { query.finish(); });
    return query.next() ? std::optional(tokenFrom(query)) : std::nullopt;
}

std::vector<StoredToken> SqliteStore::tokens(SecretKind kind)
{
    QSqlQuery &query = run(
        "SELECT hash, owner, bound_to, expires, last, made_by, second_factor FROM tokens WHERE kind=?", {int(kind)});
    std::vector<StoredToken> found;
    while (query.next())
        found.push_back(tokenFrom(query));
    query.finish();
    return found;
}

void SqliteStore::dropToken(SecretKind kind, const QByteArray &hash)
{
    write("DELETE FROM tokens WHERE kind=? AND hash=?", {int(kind), hash});
}

void SqliteStore::dropTokensOf(SecretKind kind, const QString &owner)
{
    write("DELETE FROM tokens WHERE kind=? AND owner=?", {int(kind), owner});
}

void SqliteStore::dropExpiredTokens(const QDateTime &now)
{
    write("DELETE FROM tokens WHERE expires<?", {stored(now)});
}

void SqliteStore::saveSecondFactor(const UserName &user, const StoredSecondFactor &factor)
{
    write("INSERT OR REPLACE INTO second_factors(user, secret, pending, last_step) VALUES(?,?,?,?)",
        {user.value(), stored(factor.secret), stored(factor.pending), factor.lastStep});
}

void SqliteStore::dropSecondFactor(const UserName &user)
{
    write("DELETE FROM second_factors WHERE user=?", {user.value()});
}

std::optional<StoredSecondFactor> SqliteStore::secondFactor(const UserName &user)
{
    QSqlQuery &query = run("SELECT secret, pending, last_step FROM second_factors WHERE user=?", {user.value()});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredSecondFactor{query.value(0).toByteArray(), query.value(1).toByteArray(), query.value(2).toLongLong()};
}

void SqliteStore::saveLibraryFile(const LibraryFile &file)
{
    write("INSERT OR REPLACE INTO library(name, version, file) VALUES(?,?,?)",
        {stored(file.name), file.version, Codec::toBytes(file)});
}

void SqliteStore::dropLibraryFile(const QString &name)
{
    write("DELETE FROM library WHERE name=?", {stored(name)});
}

std::vector<LibraryFile> SqliteStore::libraryFiles()
{
    QSqlQuery &query = run("SELECT file FROM library ORDER BY name, version", {});
    std::vector<LibraryFile> found;
    while (query.next()) {
        if (auto file = Codec::fromBytes<LibraryFile>(query.value(0).toByteArray()))
            found.push_back(*std::move(file));
    }
    query.finish();
    return found;
}

void SqliteStore::saveRole(const RoleRecord &role)
{
    write("INSERT OR REPLACE INTO roles(name, role) VALUES(?,?)", {stored(role.role.name), Codec::toBytes(role)});
}

void SqliteStore::dropRole(const QString &name)
{
    write("DELETE FROM roles WHERE name=?", {stored(name)});
}

std::vector<RoleRecord> SqliteStore::roles()
{
    QSqlQuery &query = run("SELECT role FROM roles ORDER BY name", {});
    std::vector<RoleRecord> found;
    while (query.next()) {
        if (auto role = Codec::fromBytes<RoleRecord>(query.value(0).toByteArray()))
            found.push_back(*std::move(role));
    }
    query.finish();
    return found;
}

void SqliteStore::saveElevation(const ElevationRecord &elevation)
{
    write("INSERT OR REPLACE INTO elevations(user, role, record) VALUES(?,?,?)",
        {elevation.user.value(), elevation.role, Codec::toBytes(elevation)});
}

void SqliteStore::dropElevation(const UserName &user, const QString &role)
{
    write("DELETE FROM elevations WHERE user=? AND role=?", {user.value(), role});
}

std::vector<ElevationRecord> SqliteStore::elevations()
{
    QSqlQuery &query = run("SELECT record FROM elevations ORDER BY user, role", {});
    std::vector<ElevationRecord> found;
    while (query.next()) {
        if (auto elevation = Codec::fromBytes<ElevationRecord>(query.value(0).toByteArray()))
            found.push_back(*std::move(elevation));
    }
    query.finish();
    return found;
}

void SqliteStore::saveGroups(const std::vector<DeviceGroupRecord> &groups)
{
    write("DELETE FROM device_groups", {});
    for (size_t at = 0; at < groups.size(); ++at)
        write("INSERT INTO device_groups(rank, record) VALUES(?,?)", {qint64(at + 1), Codec::toBytes(groups.at(at))});
}

std::vector<DeviceGroupRecord> SqliteStore::groups()
{
    QSqlQuery &query = run("SELECT record FROM device_groups ORDER BY rank", {});
    std::vector<DeviceGroupRecord> found;
    while (query.next()) {
        if (auto group = Codec::fromBytes<DeviceGroupRecord>(query.value(0).toByteArray()))
            found.push_back(*std::move(group));
    }
    query.finish();
    return found;
}

bool SqliteStore::isUpToDate()
{
    return number("PRAGMA user_version") != 0;
}

void SqliteStore::setUpToDate()
{
    write("PRAGMA user_version=1", {});
}

void SqliteStore::saveSetting(const SettingChange &change, const QString &value)
{
    write("INSERT OR REPLACE INTO settings(key, value, changed_by, changed, before) VALUES(?,?,?,?,?)",
        {change.key, stored(value), stored(change.by), stored(change.at), stored(change.before)});
}

std::vector<SettingChange> SqliteStore::settingChanges()
{
    QSqlQuery &query =
        run("SELECT key, changed_by, changed, before FROM settings WHERE changed_by<>'' ORDER BY key", {});
    std::vector<SettingChange> found;
    while (query.next())
        found.push_back({query.value(0).toString(), query.value(1).toString(), timeFrom(query.value(2)),
            query.value(3).toString()});
    query.finish();
    return found;
}

QMap<QString, QString> SqliteStore::settings()
{
    QSqlQuery &query = run("SELECT key, value FROM settings", {});
    QMap<QString, QString> found;
    while (query.next())
        found.insert(query.value(0).toString(), query.value(1).toString());
    query.finish();
    return found;
}

} // namespace Sonde::Service
