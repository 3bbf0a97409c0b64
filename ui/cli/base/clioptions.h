// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QStringList>

namespace Sonde::Client {

/// The exit statuses scripts rely on.
enum class ExitStatus { Completed = 0, Failed = 1, Usage = 2, Refused = 3, NotConnected = 4, Cancelled = 5 };

/// The status an error leads to: what was typed wrongly is Usage, what the service does not allow is Refused, and so on.
[[nodiscard]] ExitStatus exitStatusFor(const Error &error);

/// What was asked for on the command line of sonde-cli. Passwords and tokens are never among it: they come from a file or from stdin.
struct CliOptions {
    bool embedded = false;
    QString tenant; ///< URL
    QString user;
    QString passwordFile;
    QString fingerprint;
    QString dataDirectory;     ///< of an embedded tenant; empty: a temporary one, removed at the end
    QString downloadDirectory; ///< for getfile, and `> file` with a bare name
    bool plain = false;        ///< evidence as it is, not in a zip
    QString language;
    bool json = false;
    QString verb;
    QStringList arguments;

    // Of single verbs.
    quint64 session = 0; ///< journal --session
    quint64 since = 0;   ///< journal --since
    bool verify = false; ///< journal --verify
    QString role;        ///< users add --role
    QString group;       ///< enrol --group
    QString description; ///< library upload --description
    QString parameters;  ///< library upload --parameters
    bool overwrite = false;

    /// Usage errors are BadValue, UnknownFlag, MissingParameter…; `--help` and `--version` are answered and end the program.
    [[nodiscard]] static Result<CliOptions> parse(const QStringList &arguments);
};

} // namespace Sonde::Client
