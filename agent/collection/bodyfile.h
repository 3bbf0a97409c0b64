// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/spool.h"
#include "agent/system/walk/walk.h"

#include <QSet>

namespace Sonde::Agent {

/// Adds a line of the bodyfile format 3 of The Sleuth Kit to `text`, with its end:
/// 0|name|inode|mode|uid|gid|size|atime|mtime|ctime|crtime; times are seconds, a birth time that is not known is 0.
void addBodyfileLine(QByteArray &text, QByteArrayView path, const WalkedFacts &facts, QByteArrayView target);

/// All files below folders of the device, links as such.
struct BodyfileOrder {
    std::vector<QByteArray> roots;
    QSet<QByteArray> notEntered;
    std::optional<qint64> since; ///< nanoseconds: only what was changed since then
};
/// How many lines there are. `mayGoOn` is asked for each file, with how many there are; when it says no, the bodyfile ends there.
[[nodiscard]] qint64 writeBodyfile(const Walk &walk, const BodyfileOrder &order, Spool &lines,
    const std::function<bool(qint64 files)> &mayGoOn, const std::function<void(const Error &error)> &problem);

} // namespace Sonde::Agent
