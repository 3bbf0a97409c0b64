// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace Sonde::Agent::Windows {

/// An account that has signed in to this device.
struct Profile {
    QString sid = {};    ///< "S-1-5-21-…": its key below HKEY_USERS, while it is signed in
    QString user = {};   ///< "CORP\anna"
    QString folder = {}; ///< "C:\Users\anna"
};

[[nodiscard]] std::vector<Profile> listProfiles();

/// With what %NAMES% mean to an account; to the system where it is nobody's.
[[nodiscard]] QString expandedFor(const Profile &profile, const QString &text);

} // namespace Sonde::Agent::Windows
