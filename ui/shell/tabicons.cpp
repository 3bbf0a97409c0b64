// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabicons.h"

#include "ui/theme/theme.h"

namespace Sonde::Client {

using namespace Qt::StringLiterals;

QIcon sessionIcon(SessionStanding::Kind kind, const Theme &theme)
{
    using Kind = SessionStanding::Kind;
    switch (kind) {
    case Kind::Opening:
    case Kind::ServiceSilent:
    case Kind::DeviceSilent:
    case Kind::Reconnecting:
    case Kind::DeviceOffline: return theme.icon(u"state-pending"_s, Color::Warning);
    case Kind::Connected: return theme.icon(u"state-live"_s, Color::Good);
    case Kind::Ended: return theme.icon(u"state-ended"_s, Color::DimText);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Client
