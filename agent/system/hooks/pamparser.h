// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <vector>

namespace Sonde::Agent::Linux {

/// A rule of pam.d(5), or of pam.conf(5) with a service before it.
struct PamRule {
    QByteArray type = {};    ///< "auth", "account", "session", "password"; without the - that hides a missing module
    QByteArray control = {}; ///< "sufficient", "[success=1 default=ignore]"
    QByteArray module = {};  ///< as written: a path, or a name in the folder of modules
    QByteArrayList arguments = {};

    bool operator==(const PamRule &) const = default;
};

enum class PamFile { OfService, OfAll }; ///< in the latter each line begins with a service
/// Of one line, which may be a joined one. Empty for what names no module: comments, includes of other files.
[[nodiscard]] std::vector<PamRule> parsePamLine(QByteArrayView line, PamFile file);

} // namespace Sonde::Agent::Linux
