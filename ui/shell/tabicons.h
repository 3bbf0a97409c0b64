// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionstanding.h"

#include <QIcon>

namespace Sonde::Client {

class Theme;

/// How a session stands as a shape in a colour: connected a dot, on its way or lost for now a half dot, ended a ring.
[[nodiscard]] QIcon sessionIcon(SessionStanding::Kind kind, const Theme &theme);

} // namespace Sonde::Client
