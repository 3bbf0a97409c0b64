// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/packages/packages.h"

#include <QList>

/// The databases of package managers, as bytes.
namespace Sonde::Agent::Linux {

/// Whether a path stands alone in a line.
[[nodiscard]] bool hasLine(const QByteArray &lines, const QByteArray &line);

/// Of a file of dpkg's info/*.md5sums ("md5  usr/bin/env"), binary; empty when it is not there.
[[nodiscard]] QByteArray recordedMd5(const QByteArray &sums, const QByteArray &path);

/// What dpkg's `status` says of an installed package ("env" or "libc6:amd64").
struct DpkgStatus {
    QString version;
    QByteArray configurationMd5; ///< of the file asked for, binary; empty when it is no configuration file
};
[[nodiscard]] DpkgStatus dpkgStatus(const QByteArray &status, const QByteArray &package, const QByteArray &path);

/// A file that dpkg keeps under another name, for a package that brings its own (dpkg-divert).
struct Diversion {
    QByteArray from;
    QByteArray to;
    QByteArray by; ///< the package; ":" is the administrator
};
[[nodiscard]] QList<Diversion> diversions(const QByteArray &bytes);

/// Alpine's lib/apk/db/installed.
[[nodiscard]] std::optional<PackageFile> apkOwner(const QByteArray &installed, const QByteArray &path);

/// Whether `files` of one of pacman's packages names the path.
[[nodiscard]] bool pacmanOwns(const QByteArray &files, const QByteArray &path);
/// A field of pacman's `desc`: "%NAME%".
[[nodiscard]] QString pacmanField(const QByteArray &description, const QByteArray &name);
/// From its `mtree`, decompressed.
[[nodiscard]] QByteArray mtreeSha256(const QByteArray &mtree, const QByteArray &path);

/// What rpm answers to RpmQuery.
[[nodiscard]] std::optional<PackageFile> rpmOwner(const QByteArray &answer, const QByteArray &path);
inline constexpr auto RpmQuery = "%{NAME}\\t%{VERSION}-%{RELEASE}.%{ARCH}\\n[%{FILENAMES}\\t%{FILEDIGESTS}\\n]\\n";

} // namespace Sonde::Agent::Linux
