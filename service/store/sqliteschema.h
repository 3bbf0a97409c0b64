// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace Sonde::Service {

inline constexpr auto JournalColumns = "number, time, actor, device, session, command, event, previous, hash";

/// A connection of this name to the database file, with our pragmas set; StorageFailed with the engine's words.
[[nodiscard]] Result<QSqlDatabase> openSqlite(const QString &path, const QString &connection, bool readOnly);
/// Creates what is missing.
[[nodiscard]] Result<void> createSchema(QSqlDatabase &database);
/// A row of JournalColumns; JournalBroken when its event is not one.
[[nodiscard]] Result<JournalEntry> entryFromRow(const QSqlQuery &row);
inline constexpr auto HeadQuery =
    "SELECT number, hash, outputs, outputs_hash, outputs_after, outputs_of_digests, since, signature, peaks FROM head";
/// A row of HeadQuery.
[[nodiscard]] SignedHead headFromRow(const QSqlQuery &row);
[[nodiscard]] Error storageError(const QSqlQuery &query);

} // namespace Sonde::Service
