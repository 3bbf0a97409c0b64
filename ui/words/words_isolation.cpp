// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString Words::isolationStateText(IsolationState state)
{
    switch (state) {
    //: of a device: it is not isolated
    case IsolationState::Released: return tr("not isolated");
    //: of a device
    case IsolationState::Isolated: return tr("isolated");
    //: of a device
    case IsolationState::Partly: return tr("partly isolated");
    //: of a device
    case IsolationState::NotConfirmed: return tr("isolation not confirmed");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::isolationGapText(const IsolationShortfall &shortfall)
{
    switch (shortfall.gap) {
    case IsolationGap::NoTool: return tr("nftables is not installed any more: nobody can look");
    case IsolationGap::HostRules: return tr("the rules for IP are not as they should be");
    case IsolationGap::DeviceRules:
        return tr("raw frames, and containers with an address of their own: the kernel cannot hold them back");
    case IsolationGap::Device: return tr("the network interface %1").arg(shortfall.subject);
    case IsolationGap::Ipv4: return tr("an IPv4 packet to a stranger was not refused");
    case IsolationGap::Ipv6: return tr("an IPv6 packet to a stranger was not refused");
    case IsolationGap::Frames: return tr("a raw frame on %1 was not refused").arg(shortfall.subject);
    case IsolationGap::Boot:
        return shortfall.subject.isEmpty()
            ? tr("from the device's next start until the agent's: systemd does not run there")
            : tr("from the device's next start until the agent's: %1").arg(shortfall.subject);
    case IsolationGap::Watch: return tr("changes of the rules are seen only every 30 seconds");
    case IsolationGap::Service: return tr("the service does not answer at %1").arg(shortfall.subject);
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::isolationSentence(const IsolationFacts &facts)
{
    QStringList gaps;
    for (const IsolationShortfall &shortfall : facts.shortfalls)
        gaps += isolationGapText(shortfall);
    switch (facts.state) {
    case IsolationState::Released:
        return facts.wanted ? tr("The device should be isolated and is not: its rules were taken away.") : QString();
    case IsolationState::Isolated:
        return tr("The device is isolated: it reaches this service and nobody else. Type “release” to lift that.");
    case IsolationState::Partly:
        //: %1 what is not held back
        return tr("The device is isolated only in part. Not held back: %1. Type “release” to lift that.")
            .arg(gaps.join("; "_L1));
    case IsolationState::NotConfirmed:
        //: %1 why
        return tr("The device should be isolated, but that cannot be confirmed: %1.").arg(gaps.join("; "_L1));
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::isolationText(const IsolationFacts &facts, const TimeText &times)
{
    if (facts.state == IsolationState::Released && !facts.wanted)
        return {};
    QString text = isolationStateText(facts.state);
    if (facts.wanted)
        //: %1 “isolated”, %2 a user, %3 a date and time
        text = tr("%1 · by %2 · %3").arg(text, facts.analyst, times.withZone(facts.since));
    QStringList gaps;
    for (const IsolationShortfall &shortfall : facts.shortfalls)
        gaps += isolationGapText(shortfall);
    //: a list of what an isolated device is not kept from
    return gaps.isEmpty() ? text : text + u'\n' + tr("Not covered: %1").arg(gaps.join("; "_L1));
}

} // namespace Sonde::Client
