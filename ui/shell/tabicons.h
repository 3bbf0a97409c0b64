// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QIcon>

namespace Sonde::Client {

class Theme;

/// A session's state as a shape in a colour: connected a dot, on its way a half dot, ended a ring.
[[nodiscard]] QIcon sessionIcon(SessionState state, const Theme &theme);

} // namespace Sonde::Client
