// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QStringList>

namespace Sonde::Agent {

/// The verbs that this device never does, whoever asks: what its own administrator wrote into its configuration, a JSON file such as
/// `{"never": ["run", "getfile"]}`. None when the file is not there. What cannot be understood is an error, so that nothing is allowed by
/// mistake: StorageFailed; BadValue for what is no JSON, another key, a verb that is none (facts: nearest).
[[nodiscard]] Result<QStringList> readCeiling(const QString &path);

} // namespace Sonde::Agent
