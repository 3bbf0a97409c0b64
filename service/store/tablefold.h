// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

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
    };
    struct Device {
        QByteArray certificate; ///< likewise
        QByteArray next;
        std::optional<QString> group;
    };

    [[nodiscard]] std::optional<QString> differenceOfUsers(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfDevices(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfTokens(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfSettings(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<QString> differenceOfLibrary(QSqlDatabase &database) const;

    QMap<QString, User> m_users;
    QMap<QString, Device> m_devices;
    QMap<QString, QString> m_settings;
    QMap<QString, QMap<quint32, LibraryFile>> m_library;
    QSet<QByteArray> m_tokens;
    QSet<QByteArray> m_enrolments;
    bool m_knowsTokens = true; ///< every sign-in said its token
    bool m_knowsEnrolments = true;
};

} // namespace Sonde::Service
