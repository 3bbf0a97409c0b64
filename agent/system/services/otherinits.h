// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/services/services.h"

#include <QByteArrayView>

namespace Sonde::Agent::Linux {

class FileTree;

/// A job of Upstart, init(5).
struct UpstartJob {
    QByteArray description = {};
    QByteArray account = {}; ///< empty: whoever started init
    QByteArray command =
        {}; ///< its exec, or the shell of its script; what it runs before and after the service follows, one a line
    bool startsByItself = false;

    bool operator==(const UpstartJob &) const = default;
};
/// `override`: of the file NAME.override, whose stanzas count more.
[[nodiscard]] UpstartJob parseUpstartJob(QByteArrayView bytes, QByteArrayView override = {});

/// A service of dinit, dinit-service(5): "command = …".
struct DinitService {
    QByteArray command = {};
    QByteArray account = {};
    QByteArrayList wants = {};       ///< services that are started with it
    QByteArrayList wantFolders = {}; ///< the names in which are such services; relative to the folder that it lies in

    bool operator==(const DinitService &) const = default;
};
[[nodiscard]] DinitService parseDinitService(QByteArrayView bytes);

/// Ubuntu until 14.10, Red Hat 6.
void addUpstartJobs(FileTree &tree, std::vector<Service> &services);
/// Services that runit, s6, daemontools and dinit start, and start again.
void addSupervised(FileTree &tree, std::vector<Service> &services);

} // namespace Sonde::Agent::Linux
