// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QSqlDatabase>

namespace Sonde::Service {

/// What the journal says that the tables of people, devices, secrets, files and settings hold. Who changes a table alone makes it differ.
class TableFold final
{
public:
    void apply(const JournalEntry &entry);
    /// What differs first, in words; nothing when nothing does.
    [[nodiscard]] std::optional<QString> difference(QSqlDatabase &database) const;

private:
    struct User {
        QStringList roles;
        bool disabled = false;
        QByteArray credential; ///< empty: an earlier version did not say it
        QStringList eligible = {};
    };
    struct Elevation {
        QString reason;
        QString by;
        QDateTime until;

        bool operator==(const Elevation &) const = default;
    };
    struct SecondFactor {
        QByteArray secret; ///< SHA-256 of what is kept; empty: none counts
        QByteArray pending;
    };
    struct Device {
        QByteArray certificate; ///< likewise
        QByteArray next;
        std::optional<QString> group;
        QStringList tags = {};
        bool serverException = false;
    };

    [[nodiscard]] std::optional<QString> differenceOfUsers(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfRoles(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfElevations(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfSecondFactors(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfGroups(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfDevices(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfTokens(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfSettings(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfLibrary(QSqlDatabase &database) const;

    QMap<QString, User> m_users;
    QMap<std::pair<QString, QString>, Elevation> m_elevations; ///< by user and role
    QMap<QString, SecondFactor> m_secondFactors;               ///< by user
    QMap<QString, Device> m_devices;
    QMap<QString, RoleDefinition> m_roles;
    std::vector<DeviceGroup> m_groups; ///< by rank
    QMap<QString, QString> m_settings;
    QMap<QString, QMap<quint32, LibraryFile>> m_library;
    /// When a secret was made of which the journal, an earlier version's, does not say which one it is: none while this is not set.
    struct Secrets {
        QHash<QByteArray, QString> owners; ///< by hash
        QDateTime lastUnknown;
    };

    [[nodiscard]] bool isAccounted(const Secrets &secrets, const QByteArray &hash, const QString &owner) const;

    Secrets m_access;
    Secrets m_enrolments;
    QSet<QByteArray> m_shown; ///< hashes of access tokens with which a second factor was shown
    QDateTime m_now;          ///< of the last entry
};

} // namespace Sonde::Service
