// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabicons.h"

#include "ui/theme/theme.h"

namespace Sonde::Client {

using namespace Qt::StringLiterals;

QIcon sessionIcon(SessionState state, const Theme &theme)
{
    switch (state) {
    case SessionState::Created:
    case SessionState::Connecting: return theme.icon(u"state-pending"_s, Color::Warning);
    case SessionState::Connected: return theme.icon(u"state-live"_s, Color::Good);
    case SessionState::Disconnected: return theme.icon(u"state-ended"_s, Color::DimText);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Client
