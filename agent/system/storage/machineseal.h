// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>

namespace Sonde::Agent {

/// Whether this system can close something so that only this machine opens it: a copy of the file is worth nothing elsewhere.
[[nodiscard]] bool hasMachineSeal();

/// `purpose`: what was sealed for one is not opened for another. NotSupported where there is no seal; StorageFailed.
[[nodiscard]] Result<QByteArray> sealForMachine(const QByteArray &secret, const QByteArray &purpose);
/// StorageFailed when another machine sealed it, or it is not whole.
[[nodiscard]] Result<QByteArray> unsealOnMachine(const QByteArray &sealed, const QByteArray &purpose);

} // namespace Sonde::Agent
