// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Sonde::Client {

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
    QStringList arguments; ///< that follow the verb

    // Of single verbs.
    quint64 session = 0; ///< journal --session
    quint64 since = 0;   ///< journal --since
    bool verify = false; ///< journal --verify
    bool head = false;   ///< journal --head
    QString role;        ///< users add --role
    QString group;       ///< enrol --group
    quint64 hours = 0;   ///< release-code --hours
    QString description; ///< library upload --description
    QString parameters;  ///< library upload --parameters
    bool overwrite = false;
};

} // namespace Sonde::Client
