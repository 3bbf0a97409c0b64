// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/standingtext.h"

#include "models/text/visibletext.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString StandingText::text(const SessionStanding &standing, const SessionRecord &session, const TimeText &times)
{
    using Kind = SessionStanding::Kind;
    switch (standing.kind) {
    case Kind::Reconnecting:
        //: State of a session: this computer has lost the service and tries to reach it
        return tr("reconnecting");
    case Kind::DeviceOffline:
        if (!standing.since.isValid())
            //: State of a session
            return tr("device offline");
        //: State of a session; %1 a time
        return tr("device offline since %1").arg(times.withZone(standing.since));
    case Kind::ServiceSilent:
    case Kind::DeviceSilent: return Words::silenceText(standing.since);
    case Kind::Ended:
        return session.endReason ? visible(Words::endText(session)) : Words::sessionStateText(session.state);
    case Kind::Opening:
    case Kind::Connected: break;
    }
    return Words::sessionStateText(session.state);
}

Tone StandingText::tone(const SessionStanding &standing)
{
    switch (standing.kind) {
    case SessionStanding::Kind::Connected: return Tone::Good;
    case SessionStanding::Kind::Opening: return Tone::Plain;
    case SessionStanding::Kind::ServiceSilent:
    case SessionStanding::Kind::DeviceSilent:
    case SessionStanding::Kind::Reconnecting:
    case SessionStanding::Kind::DeviceOffline:
    case SessionStanding::Kind::Ended: return Tone::Warning;
    }
    Q_UNREACHABLE_RETURN(Tone::Plain);
}

QString StandingText::explanation(const SessionStanding &standing, const SessionRecord &session, const TimeText &times)
{
    switch (standing.kind) {
    case SessionStanding::Kind::Ended:
        return story(session, times) + u' '
            + tr("Its outputs and its command log can be read; nothing can be typed any more.");
    case SessionStanding::Kind::Reconnecting:
        return tr(
            "There is no connection to the service. Commands that run on the device go on; what you type now waits and "
            "is sent by itself when the connection is back.");
    case SessionStanding::Kind::ServiceSilent:
        return tr("Nothing is heard from the service: what is shown may be out of date. The connection is made anew "
                  "when that goes on.");
    case SessionStanding::Kind::DeviceSilent:
        return tr("The service hears nothing from the device. What ran on it may go on there; what you type now may "
                  "wait.");
    case SessionStanding::Kind::DeviceOffline:
        return tr("The device is offline. What ran on it may go on there; new commands wait until it is back.");
    case SessionStanding::Kind::Opening:
    case SessionStanding::Kind::Connected: break;
    }
    return {};
}

QString StandingText::whose(const SessionRecord &session, SessionPart part)
{
    const QString owner = visible(session.createdBy);
    switch (part) {
    case SessionPart::Own: break;
    case SessionPart::Reads: return tr("This is the session of %1: you can read along.").arg(owner);
    case SessionPart::Watches:
        //: %1 a user
        return tr("This is the session of %1. You are watching: nothing can be typed until you choose to act in it.")
            .arg(owner);
    case SessionPart::Acts:
        //: %1 a user
        return tr("You are acting in the session of %1: your lines run in it, under your name.").arg(owner);
    }
    return {};
}

QString StandingText::otherPart(const SessionRecord &session, SessionPart part)
{
    constexpr qsizetype mostName = 32; // a button is as wide as its text
    const QString name = visible(session.createdBy);
    if (part == SessionPart::Watches)
        //: Button: asks, and then lets one type in the session of somebody else; %1 a user
        return tr("Act in the session of %1…").arg(name.size() > mostName ? name.left(mostName) + u'…' : name);
    //: Button: in the session of somebody else nothing can be typed any more
    return part == SessionPart::Acts ? tr("Only watch") : QString();
}

QString StandingText::watchedBy(const QStringList &users, const QStringList &acting)
{
    QStringList sentences;
    QStringList watching;
    for (const QString &user : users) {
        if (acting.contains(user))
            //: %1: a user who acts in somebody else's session: what they type runs in it
            sentences << tr("%1 is acting in this session.").arg(visible(user));
        else
            watching << visible(user);
    }
    if (!watching.isEmpty())
        //: %1: users who look at what is done in this session
        sentences << tr("Watched by %1.").arg(watching.join(u", "_s));
    return sentences.join(u' ');
}

/// Who, when, and how it ended.
QString StandingText::story(const SessionRecord &session, const TimeText &times)
{
    return tr("This session of %1 ended on %2: %3.")
        .arg(visible(session.createdBy), times.withZone(session.ended), visible(Words::endText(session)));
}

} // namespace Sonde::Client
