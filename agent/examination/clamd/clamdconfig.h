// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>
#include <optional>

namespace Sonde::Agent {

/// What of clamd's configuration decides what its silence is worth. Beyond its limits it says OK without having looked.
struct ClamdConfig {
    QByteArray socket;                          ///< of this device; empty: it listens on none
    qint64 mostFileBytes = 25LL * 1024 * 1024;  ///< the lowest that any version has by default
    qint64 mostScanBytes = 100LL * 1024 * 1024; ///< of all that is in an archive
    std::chrono::milliseconds mostTime{120'000};
    QByteArray temporary = "/tmp"; ///< where it unpacks
    bool saysLimits = false;       ///< AlertExceedsMax: then what is beyond a limit is FOUND
};

/// Whether clamd has room to unpack a file of `size` bytes: where it has none, what it cannot unpack is OK to it. `process`: its number, as it
/// may see another file system than the agent; 0: not known.
[[nodiscard]] bool hasRoom(const ClamdConfig &config, qint64 process, qint64 size);

/// Of clamd.conf's text, on top of the defaults.
[[nodiscard]] ClamdConfig parseClamdConfig(const QByteArray &text);
/// From where distributions keep it below `root`; without a file, the sockets that distributions use are tried. None: there is no clamd.
[[nodiscard]] std::optional<ClamdConfig> findClamd(const QByteArray &root);

} // namespace Sonde::Agent
