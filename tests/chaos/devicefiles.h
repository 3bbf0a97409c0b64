// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/plan.h"

#include <QByteArray>
#include <vector>

namespace Sonde::Client::Chaos {

/// A file on the device, and what it must be when it arrives.
struct DeviceFile {
    QString path;
    qint64 size = 0;
    QByteArray sha256;
};

/// Makes the plan's files in `folder`: one of one byte, one of the largest size, the others anywhere between, as many from 1 to 10 KiB as
/// from 1 to 10 MiB. CannotWrite.
[[nodiscard]] Result<std::vector<DeviceFile>> makeDeviceFiles(const Plan &plan, const QString &folder);

/// ReadFailed.
[[nodiscard]] Result<QByteArray> sha256Of(const QString &path);

} // namespace Sonde::Client::Chaos
