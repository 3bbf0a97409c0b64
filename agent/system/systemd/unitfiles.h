// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/keyfile.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <vector>

namespace Sonde::Agent::Linux {

class FileTree;
struct Home;

/// A systemd unit as its files describe it, drop-ins included: systemd.unit(5).
struct UnitFile {
    QByteArray name = {};
    QByteArray path = {};    ///< of an instance its template's; of a link the link
    QString state = {};      ///< in systemctl's words: "enabled", "static", "masked", "generated"…
    QByteArray aliasOf = {}; ///< another name of this unit; then there is nothing else to say of it
    KeyFile text = {};
    QByteArrayList dropIns = {};
    QByteArrayList wantedBy = {}; ///< units in whose .wants, .requires or .upholds folders it is

    /// As it means for this unit, specifiers filled in.
    [[nodiscard]] QByteArray value(QByteArrayView section, QByteArrayView key) const;
    [[nodiscard]] QByteArrayList values(QByteArrayView section, QByteArrayView key) const;
    [[nodiscard]] QByteArray description() const { return value("Unit", "Description"); }
    /// What its ExecStart lines start, one after the other (" ; "); empty for a unit that starts nothing.
    [[nodiscard]] QByteArray command() const;
    /// Units that it pulls in.
    [[nodiscard]] QByteArrayList dependencies() const;
    [[nodiscard]] bool isMasked() const { return state.startsWith(QLatin1StringView("masked")); }
    /// Something starts it without being asked to: its own enablement, or a unit that always wants it.
    [[nodiscard]] bool startsByItself() const;

private:
    [[nodiscard]] QByteArray meant(const QByteArray &written) const;
};

/// Where units are looked for, the first name found counts.
struct UnitFolders {
    std::vector<QByteArray> folders = {};
    QByteArray persistent = {}; ///< among them: where an administrator enables units
    std::vector<QByteArray> runtime = {};
    std::vector<QByteArray> generated = {};
    QByteArray transient = {};

    [[nodiscard]] static UnitFolders ofSystem();
    /// Of the user managers of everybody.
    [[nodiscard]] static UnitFolders ofUsers();
    /// Of one user's manager alone.
    [[nodiscard]] static UnitFolders ofHome(const Home &home);
};

/// What the managers of users who are signed in hold in memory alone: `systemd-run --user`, `systemctl --user --runtime`.
struct RuntimeUnits {
    QByteArray user = {}; ///< a name, or a number that no account has
    UnitFolders folders = {};
};
[[nodiscard]] std::vector<RuntimeUnits> runtimeUnits(FileTree &tree);

/// By name. Services, sockets, timers, paths and whatever else there is; instances that a unit wants, made of their templates.
using UnitFiles = QMap<QByteArray, UnitFile>;
[[nodiscard]] UnitFiles readUnitFiles(FileTree &tree, const UnitFolders &folders);

/// The units of one user's manager.
struct UserUnits {
    UnitFiles all = {}; ///< also everybody's
    QSet<QByteArray> own =
        {}; ///< names of those that lie in his folders, and of everybody's that are enabled or changed there
};
/// `folders`: ofHome(), or those of RuntimeUnits.
[[nodiscard]] UserUnits readUserUnits(FileTree &tree, const UnitFolders &folders);

} // namespace Sonde::Agent::Linux
