// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <optional>

/// The index: a SQLite file beside the tenant's, that has nothing that is not in the tenant's. When it is lost, or of another tenant or
/// version, it is made anew.
namespace Sonde::Service {

/// Lines of a chunk of output have numbers of their own: that of the chunk's row, and its place in the chunk.
inline constexpr int LineBits = 20;
[[nodiscard]] constexpr quint64 lineNumber(quint64 outputRow, quint64 line)
{
    return outputRow << LineBits | line;
}
[[nodiscard]] constexpr quint64 outputRowOf(quint64 lineNumber)
{
    return lineNumber >> LineBits;
}
[[nodiscard]] constexpr quint32 lineOf(quint64 lineNumber)
{
    return quint32(lineNumber & ((quint64(1) << LineBits) - 1));
}

/// How far the index has come.
struct IndexState {
    quint64 entry = 0;
    QByteArray entryHash;
    quint64 outputRow = 0;
};

/// With its tables, empty when it is new or of another version.
[[nodiscard]] Result<QSqlDatabase> openIndex(const QString &path, const QString &connection);
[[nodiscard]] IndexState indexState(QSqlDatabase &index);
/// What is wrong when it cannot be kept.
[[nodiscard]] std::optional<QSqlError> saveIndexState(QSqlDatabase &index, const IndexState &state);
/// As if it were new.
void emptyIndex(QSqlDatabase &index);
/// The file is damaged, or is something else.
[[nodiscard]] bool isCorrupt(const QSqlError &error);
/// Whether all of it can be read, and fits together. Takes seconds where there is much.
[[nodiscard]] bool isWhole(QSqlDatabase &index);
/// Nobody has it open.
void removeIndex(const QString &path);

} // namespace Sonde::Service
