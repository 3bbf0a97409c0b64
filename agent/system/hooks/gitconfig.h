// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/hooks/hookparser.h"

#include <optional>

namespace Sonde::Agent::Linux {

/// A setting of git-config(1).
struct GitSetting {
    QByteArray name =
        {}; ///< "core.pager", "filter.LFS.clean": section and key in small letters, what is between them as written
    QByteArray value = {}; ///< empty also where there is none, which means yes
    QByteArray line = {};  ///< trimmed, when it is alone in one line; empty when it takes several, or shares its own

    bool operator==(const GitSetting &) const = default;
};
/// As git itself reads it. Where git would give up, goes on with the next line.
[[nodiscard]] std::vector<GitSetting> parseGitSettings(QByteArrayView bytes);

/// What git runs because of it: the program or piece of shell of core.pager, filter.x.clean, an alias with "!"…; the folder of
/// core.hooksPath, the file of include.path. None when it runs nothing, or only what is git's own.
[[nodiscard]] std::optional<Hook> gitHook(const GitSetting &setting);
[[nodiscard]] std::vector<Hook> parseGitConfig(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
