// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "service/store/sqlitestore.h"
#include "service/store/sqlitevalues.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

/// The tables that are no history: people, devices, secrets, the library, settings.
namespace Sonde::Service {

void SqliteStore::saveUser(const StoredUser &user)
{
    write("INSERT OR REPLACE INTO users(name, password, roles, disabled) VALUES(?,?,?,?)",
        {user.name.value(), stored(user.passwordHash), stored(user.roles.join(u'\n')), user.disabled});
}

std::optional<StoredUser> SqliteStore::user(const UserName &name)
{
    QSqlQuery &query = run("SELECT password, roles, disabled FROM users WHERE name=?", {stored(name.value())});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredUser{name, query.value(0).toByteArray(), listFrom(query.value(1)), query.value(2).toBool()};
}

std::vector<StoredUser> SqliteStore::users()
{
    QSqlQuery &query = run("SELECT name, password, roles, disabled FROM users ORDER BY name", {});
    std::vector<StoredUser> found;
    while (query.next())
        found.push_back({UserName(query.value(0).toString()), query.value(1).toByteArray(), listFrom(query.value(2)),
            query.value(3).toBool()});
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
          "next_certificate) VALUES(?,?,?,?,?,?,?,?)",
        {device.id.value(), stored(device.certificate), stored(device.group), stored(device.tags.join(u'\n')),
            Codec::toBytes(device.facts), stored(device.firstSeen), stored(device.lastSeen),
            stored(device.nextCertificate)});
}

void SqliteStore::dropDevice(const DeviceId &device)
{
    write("DELETE FROM devices WHERE id=?", {device.value()});
}

std::vector<StoredDevice> SqliteStore::devices()
{
    QSqlQuery &query = run("SELECT id, certificate, device_group, tags, facts, first_seen, last_seen, next_certificate "
                           "FROM devices",
        {});
    std::vector<StoredDevice> found;
    while (query.next()) {
        found.push_back({DeviceId(query.value(0).toString()), query.value(1).toByteArray(), query.value(2).toString(),
            listFrom(query.value(3)),
            Codec::fromBytes<DeviceFacts>(query.value(4).toByteArray()).value_or(DeviceFacts{}),
            timeFrom(query.value(5)), timeFrom(query.value(6)), query.value(7).toByteArray()});
    }
    query.finish();
    return found;
}

void SqliteStore::saveToken(SecretKind kind, const StoredToken &token)
{
    write("INSERT OR REPLACE INTO tokens(kind, hash, owner, bound_to, expires, last) VALUES(?,?,?,?,?,?)",
        {int(kind), token.hash, stored(token.owner), stored(token.boundTo), stored(token.expires), stored(token.last)});
}

std::optional<StoredToken> SqliteStore::token(SecretKind kind, const QByteArray &hash)
{
    QSqlQuery &query =
        run("SELECT owner, bound_to, expires, last FROM tokens WHERE kind=? AND hash=?", {int(kind), hash});
    const auto done = qScopeGuard([&query] { query.finish(); });
    if (!query.next())
        return {};
    return StoredToken{
        hash, query.value(0).toString(), query.value(1).toString(), timeFrom(query.value(2)), timeFrom(query.value(3))};
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

void SqliteStore::saveSetting(const QString &key, const QString &value)
{
    write("INSERT OR REPLACE INTO settings(key, value) VALUES(?,?)", {key, stored(value)});
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
