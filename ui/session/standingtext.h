// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionstanding.h"
#include "protocol/time/timetext.h"
#include "ui/theme/tones.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// How a session stands, for its tab and its dashboard alike.
class StandingText final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::StandingText)

public:
    /// "connected", "reconnecting", "device offline since …", or how it ended.
    [[nodiscard]] static QString text(
        const SessionStanding &standing, const SessionRecord &session, const TimeText &times);
    [[nodiscard]] static Tone tone(const SessionStanding &standing);
    /// What there is to know about it, in sentences; empty while all is well.
    [[nodiscard]] static QString explanation(
        const SessionStanding &standing, const SessionRecord &session, const TimeText &times);
    /// Whose session it is, and what one does in it; empty for one's own.
    [[nodiscard]] static QString whose(const SessionRecord &session, SessionPart part);
    /// What a button says that makes it another part; empty where there is none.
    [[nodiscard]] static QString otherPart(const SessionRecord &session, SessionPart part);

    /// Who reads along, and who of them acts; empty while nobody does.
    [[nodiscard]] static QString watchedBy(const QStringList &users, const QStringList &acting);

private:
    [[nodiscard]] static QString story(const SessionRecord &session, const TimeText &times);
};

} // namespace Sonde::Client
