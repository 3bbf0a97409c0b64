// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
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
    QString owner = {};
    std::optional<qint64> created = {};
    std::optional<qint64> modified = {};
    QCborMap details = {};
};

struct PersistenceList {
    std::vector<PersistenceEntry> entries = {};
    std::vector<Error> errors = {};
};

[[nodiscard]] Result<PersistenceList> listPersistence(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent
