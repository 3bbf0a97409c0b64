// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QCborArray>
#include <QDateTime>
#include <QIODevice>
#include <QStringList>
#include <optional>
#include <vector>

/// A baseline is a file of the tenant's library for each verb that it holds the rows of: the service writes it, a device reads it, and it can
/// be carried to another tenant as any file of the library.
namespace Sonde {

/// What a baseline says of itself, before its rows.
struct BaselineHead {
    QString verb;
    QString device; ///< its name
    QDateTime taken;
    CommandId command;
    QString savedBy;
    QList<QString> columns; ///< ids, in the order of the cells
    quint32 rows = 0;

    bool operator==(const BaselineHead &) const = default;
};

struct Baseline {
    BaselineHead head;
    std::vector<QCborArray> rows;
};

/// More is no list of what a device has.
inline constexpr qint64 MostBaselineBytes = 64LL * 1024 * 1024;
inline constexpr quint64 MostBaselineCells =
    16ULL * 1024 * 1024; ///< of all rows, each as wide as its head says; and with what stands in cells

/// The name of a baseline, and the verb whose rows a file of it holds.
struct BaselineName {
    QString name;
    QString verb;
};
/// "golden.processes.baseline".
[[nodiscard]] QString baselineFileName(const BaselineName &name);
/// By its file's name; nothing of another file of the library.
[[nodiscard]] std::optional<BaselineName> baselineName(QStringView fileName);

/// `chunks`: rows as the device sent them (rows.h).
[[nodiscard]] QByteArray toBytes(const BaselineHead &head, const std::vector<QByteArray> &chunks);
/// BaselineMalformed.
[[nodiscard]] Result<Baseline> readBaseline(QIODevice &file, const QString &name);
/// Without its rows.
[[nodiscard]] Result<BaselineHead> readBaselineHead(QIODevice &file, const QString &name);

} // namespace Sonde
