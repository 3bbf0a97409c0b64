// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/proof/proofkey.h"

namespace Sonde::Client {

/// The key by which this user's workstation countersigns journals and seals case files: a file in the user's data folder that nobody else
/// may read.
[[nodiscard]] QString defaultWorkstationKeyFile();
/// Made first when there is none. CannotWrite, ReadFailed, BadValue when the file holds something else.
[[nodiscard]] Result<ProofKey> loadWorkstationKey(const QString &path = defaultWorkstationKeyFile());

} // namespace Sonde::Client
