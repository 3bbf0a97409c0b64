// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QDateTime>
#include <functional>
#include <stop_token>
#include <vector>

/// Reads packages (tar.gz) of any origin. Nothing is written to a disk, and a package cannot make more work or take more memory than the caps
/// allow. Functions block, on any thread, until they are done or `stop` says so (Cancelled).
namespace Sonde::Client {

/// What is looked at of a package at most, however much it claims to hold.
struct PackageCaps {
    qsizetype members = 500'000;
    qsizetype nameBytes = 4096;                       ///< of one name
    qsizetype allNames = 64 * 1024 * 1024;            ///< letters of all names and targets together, as they are kept
    qint64 unpackedBytes = 64LL * 1024 * 1024 * 1024; ///< read through, not kept
    qint64 mostTimesPacked = 400;                     ///< nobody's logs are packed better: a bomb is
    qint64 alwaysUnpacked = 1024LL * 1024 * 1024;     ///< before that is asked
};

struct PackageMember {
    enum class Kind { File, Folder, Link, Other };

    QString path; ///< printable, as DevicePath::typed()
    Kind kind = Kind::File;
    qint64 size = 0;
    QDateTime modified;
    QString target; ///< of a link
};

struct PackageList {
    std::vector<PackageMember> members; ///< in the order of the package
    /// Why there may be more: TooLarge (a cap), ReadFailed (it is damaged, or ends too early).
    std::optional<Error> cut;
};

/// Told now and then: how much of the package's file was read, and how large it is.
using PackageProgress = std::function<void(qint64 done, qint64 size)>;

/// ReadFailed when it is no package at all.
[[nodiscard]] Result<PackageList> listPackage(
    const QString &path, const PackageCaps &caps, const PackageProgress &progress, const std::stop_token &stop);

/// The beginning of the member with this place in the list. NotFound, ReadFailed.
[[nodiscard]] Result<QByteArray> readMember(
    const QString &path, qsizetype place, qsizetype most, const PackageCaps &caps, const std::stop_token &stop);

struct PackageMatches {
    std::vector<std::pair<qsizetype, qint64>> members; ///< places in the list, each with how often it is in that file
    qint64 files = 0;                                  ///< that were looked through
    std::optional<Error> cut;                          ///< why not all of them were
};
/// In the content of all files, as UTF-8; of letters only the case of A to Z makes no difference. BadValue: there is nothing to look for.
[[nodiscard]] Result<PackageMatches> searchPackage(const QString &path, const QString &text, const PackageCaps &caps,
    const PackageProgress &progress, const std::stop_token &stop);

} // namespace Sonde::Client
