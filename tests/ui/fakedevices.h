// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

#include <QTimeZone>

/// An inventory to show: servers and clients, one of them held by an analyst, one with a hostile name.
namespace FakeDevices {

using namespace Qt::StringLiterals;

inline Sonde::DeviceRecord device(
    const QString &name, const QString &os, const QString &group, bool online, const QString &automation)
{
    Sonde::DeviceRecord record;
    record.id = Sonde::DeviceId(QString::number(qHash(name), 16).rightJustified(32, u'0'));
    record.facts = {name, Sonde::Platform::Linux, os, u"13"_s, group == "servers"_L1, u"x86-64"_s, u"1.0.0"_s,
        {u"10.20.1.8"_s, u"fe80::1"_s}, true};
    record.group = group;
    record.automationLevel = automation;
    record.online = online;
    record.firstSeen = QDateTime(QDate(2026, 8, 2), QTime(9, 30), QTimeZone::UTC);
    record.lastSeen = QDateTime::currentDateTimeUtc().addSecs(online ? 0 : -3 * 3600);
    return record;
}

inline std::vector<Sonde::DeviceRecord> all()
{
    auto held = device(u"srv-db-3"_s, u"Debian GNU/Linux 13 (trixie)"_s, u"servers"_s, true, u"full"_s);
    held.tags = {u"tier-0"_s, u"postgres"_s};
    held.session = Sonde::SessionId(41);
    held.holder = u"k.sato"_s;
    held.heldSince = QDateTime::currentDateTimeUtc().addSecs(-900);
    return {
        device(u"ws-0142"_s, u"Debian GNU/Linux 12 (bookworm)"_s, u"finance"_s, true, u"semi"_s),
        device(u"ws-0177"_s, u"Ubuntu 24.04.1 LTS"_s, u"finance"_s, true, u"full"_s),
        held,
        device(u"srv-web-1"_s, u"Ubuntu 24.04.1 LTS"_s, u"servers"_s, true, u"full"_s),
        device(u"mac-design-8"_s, u"macOS 15.1"_s, u"design"_s, false, u"semi"_s),
        device(u"ws-0201<b>\u202egpj.exe"_s, u"Windows 11 23H2"_s, u"lab"_s, true, u"none"_s),
        device(u"srv-mail"_s, u"Windows Server 2022"_s, u"servers"_s, true, u"full"_s),
    };
}

inline Sonde::Message::Eligibility eligibility(bool met)
{
    using Sonde::ErrorCode;
    Sonde::Message::Eligibility answer;
    for (const auto code : {ErrorCode::LiveResponseOff, ErrorCode::ServersOff, ErrorCode::OsUnsupported,
             ErrorCode::AgentTooOld, ErrorCode::AutomationNone, ErrorCode::RoleTooLow, ErrorCode::DeviceOffline})
        answer.conditions.push_back({code, true, {}});
    if (!met) {
        const QString since = QDateTime::currentDateTimeUtc().addSecs(-900).toString(Qt::ISODateWithMs);
        answer.conditions.push_back({ErrorCode::DeviceHeld, false,
            Sonde::Error{ErrorCode::DeviceHeld, u"srv-db-3"_s, {}, {}}
                .with(Sonde::Fact::Holder, u"k.sato"_s)
                .with(Sonde::Fact::Since, since)});
    }
    Sonde::SessionRecord recent;
    recent.createdBy = u"aya.tanaka"_s;
    recent.state = Sonde::SessionState::Disconnected;
    recent.started = QDateTime::currentDateTimeUtc().addDays(-1);
    recent.ended = recent.started.addSecs(1300);
    recent.commandCount = 31;
    answer.recent.push_back(recent);
    return answer;
}

} // namespace FakeDevices
