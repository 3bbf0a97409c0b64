// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QCborArray>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// One place where something is written down that makes the device start a program again by itself.
struct PersistenceEntry {
    QString method = {}; ///< the list it is in: "services", "scheduled_tasks", "ssh_keys"…
    QByteArray name = {};
    std::optional<bool> enabled = {}; ///< none where nobody can tell
    QByteArray command = {}; ///< what it starts; empty when what is started is the file itself, or a shell reads it
    QByteArray path = {};
    QByteArray id =
        {}; ///< by which it is taken away: the path, or the one line of it that says this, "/etc/crontab#1f2e3d4c"
    /// The file holds much more than this, which is needed: only a line of it can be taken away.
    bool holdsMore = false;
    QString owner = {};
    std::optional<qint64> created = {};
    std::optional<qint64> modified = {};
    QCborMap details = {};
    QString attack = {};  ///< the technique's number in ATT&CK: "T1053.003"
    QString package = {}; ///< that owns the file; empty: none, or none that is known
    /// Whether packages account for it: the file and what it starts are theirs and unchanged, or copies of what they bring for it. None
    /// where the device has no database of packages.
    std::optional<bool> explained = {};
    QCborArray starts =
        {}; ///< what is started, a map for each file: path, package, and of one that nobody accounts for sha256 and lines
};

struct PersistenceList {
    std::vector<PersistenceEntry> entries = {};
    std::vector<Error> errors = {};
};

/// Linux: everything that starts a program by itself, and what lets somebody in again.
[[nodiscard]] Result<PersistenceList> listPersistence(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent
