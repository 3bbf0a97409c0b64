// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHostAddress>
#include <QStringList>
#include <chrono>

namespace Sonde::Service {

/// What the command line (and the file it names) asks for.
struct ServiceOptions {
    QString data;
    QHostAddress address;
    quint16 port = 0;
    QStringList names;
    QString journalKey;      ///< where the key lies that signs the journal; empty: with the data
    QString syslog;          ///< HOST[:PORT] that every entry of the journal is sent to; empty: none
    QString syslogAuthority; ///< a file of the certificates that its certificate is checked by; empty: the system's
    bool embedded = false;
    std::chrono::minutes breakGlass{}; ///< for how long an account is armed that administers everything; zero: none
};

/// Errors are BadValue with the option as subject; `--help` and `--version` end the process themselves.
[[nodiscard]] Result<ServiceOptions> parseOptions(const QStringList &arguments);

} // namespace Sonde::Service
