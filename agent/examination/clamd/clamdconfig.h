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
    bool saysLimits = false; ///< AlertExceedsMax: then what is beyond a limit is FOUND
};

/// Of clamd.conf's text, on top of the defaults.
[[nodiscard]] ClamdConfig parseClamdConfig(const QByteArray &text);
/// From where distributions keep it below `root`; without a file, the sockets that distributions use are tried. None: there is no clamd.
[[nodiscard]] std::optional<ClamdConfig> findClamd(const QByteArray &root);

} // namespace Sonde::Agent
