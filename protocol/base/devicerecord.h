// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/isolation.h"
#include "protocol/base/result.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

/// A device as its agent describes it and as the inventory shows it.
namespace Sonde {

struct DeviceFacts {
    QString name; ///< host name
    Platform platform = Platform::Linux;
    QString osName; ///< "Debian GNU/Linux 12 (bookworm)"
    QString osVersion;
    bool server = false; ///< a server edition of its operating system
    QString architecture;
    QString agentVersion;
    QStringList addresses;
    bool privileged = false;              ///< the agent may see everything: root with its rights / SYSTEM
    std::optional<QString> timeZone = {}; ///< its name in the IANA database, "Asia/Tokyo"; none: not told
    std::optional<qint32> utcOffset =
        {}; ///< seconds east of UTC when the agent connected, for who does not know the name
    std::optional<IsolationFacts> isolation = {};
    std::optional<QString> domain = {};    ///< DNS domain; none: not told
    std::optional<QStringList> never = {}; ///< verbs that the device's own configuration refuses, whoever asks

    bool operator==(const DeviceFacts &) const = default;
};

/// A device as the inventory shows it.
struct DeviceRecord {
    DeviceId id;
    DeviceFacts facts;
    QString group;
    QString automationLevel; ///< a RemediationLevel, as it is called on the wire
    QStringList tags;
    bool online = false;
    QDateTime firstSeen;
    QDateTime lastSeen;
    SessionId session; ///< live one, if any
    QString holder;    ///< who holds it
    QDateTime heldSince;
    std::optional<bool> removed = {};         ///< true: it is one no more
    std::optional<bool> serverException = {}; ///< true: live response is on for it also while it is off for servers
    std::optional<QString> approval =
        {}; ///< what a second person has to approve on it (protocol/command/approvalrule.h)
    std::optional<QDateTime> silentSince = {}; ///< online, but a sign of life is overdue: the last one came then

    bool operator==(const DeviceRecord &) const = default;
};

/// One condition for starting a session, met or not.
struct Condition {
    ErrorCode unmet = ErrorCode::DeviceOffline; ///< the refusal it would cause
    bool met = false;
    Error error; ///< filled when not met
};

} // namespace Sonde
