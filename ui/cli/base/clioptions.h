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
    QString codeFile; ///< of a second factor; empty: none is shown
    QString fingerprint;
    QString dataDirectory;     ///< of an embedded tenant; empty: a temporary one, removed at the end
    QString downloadDirectory; ///< for getfile, and `> file` with a bare name
    bool plain = false;        ///< evidence as it is, not in a zip
    QString language;
    bool json = false;
    QString verb;
    QStringList arguments; ///< that follow the verb

    // Of single verbs.
    quint64 session = 0;                ///< journal --session
    quint64 since = 0;                  ///< journal --since
    bool verify = false;                ///< journal --verify
    bool head = false;                  ///< journal --head
    QString role;                       ///< users --role
    std::optional<QString> permissions; ///< roles --permissions
    std::optional<QString> groups;      ///< roles --groups
    std::optional<QString> names;       ///< groups --names, and so on
    std::optional<QString> domains;
    std::optional<QString> systems;
    std::optional<QString> tags;
    std::optional<QString> level;
    std::optional<QString> rename;
    quint64 rank = 0;                    ///< groups --rank
    quint64 entry = 0;                   ///< settings revert --entry
    QString group;                       ///< enrol --group
    quint64 hours = 0;                   ///< release-code --hours
    QString description;                 ///< --description
    QString parameters;                  ///< library upload --parameters
    QString file;                        ///< case -o
    QString by;                          ///< activity --by
    QString device;                      ///< activity --device
    QString outcome;                     ///< activity --outcome
    QString from;                        ///< activity --from
    QString until;                       ///< activity --until
    QString format;                      ///< activity --format
    quint64 most = 0;                    ///< activity --most
    quint64 minutes = 0;                 ///< elevate --minutes
    QString reason;                      ///< elevate --reason, approvals --reason
    QString forUser;                     ///< elevate --for
    std::optional<QString> approval;     ///< groups --approval
    std::optional<QString> secondFactor; ///< roles --second-factor
    bool overwrite = false;
};

} // namespace Sonde::Client
