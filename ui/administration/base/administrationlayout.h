// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/workstationsettings.h"

/// Which columns the lists of the administration have, and how wide they are.
namespace Sonde::Client::Settled {

inline const Setting<QByteArray> AdministrationUsersHeader{"administration/users-header"_L1, {}};
inline const Setting<QByteArray> AdministrationRolesHeader{"administration/roles-header"_L1, {}};
inline const Setting<QByteArray> AdministrationGroupsHeader{"administration/groups-header"_L1, {}};
inline const Setting<QByteArray> AdministrationSettingsHeader{"administration/settings-header"_L1, {}};
inline const Setting<QByteArray> AdministrationPublishersHeader{"administration/publishers-header"_L1, {}};
inline const Setting<QByteArray> AdministrationTokensHeader{"administration/tokens-header"_L1, {}};

} // namespace Sonde::Client::Settled
