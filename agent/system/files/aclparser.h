// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayView>
#include <functional>

namespace Sonde::Agent::Linux {

/// Account names for the numbers of an access control list.
struct AccountNames {
    std::function<QString(quint32)> user;
    std::function<QString(quint32)> group;
};

/// The value of the extended attribute system.posix_acl_access (version 2, acl(5)) in the short text form of getfacl:
/// "user::rw-,user:alice:r--,group::r--,mask::r--,other::---".
[[nodiscard]] Result<QString> parseAcl(QByteArrayView bytes, const AccountNames &names);

} // namespace Sonde::Agent::Linux
