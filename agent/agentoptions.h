// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/link/channelchoice.h"
#include "protocol/base/result.h"

#include <QStringList>
#include <QUrl>

namespace Sonde::Agent {

/// What the agent was started with.
struct AgentOptions {
    QString dataFolder;  ///< absolute
    QUrl enrol;          ///< empty: enrolled before
    QString token;       ///< "-": the first line of standard input
    QString fingerprint; ///< of the tenant's CA, 64 lower-case hexadecimal digits
    QString config;      ///< absolute; what this device never does
    QString release;     ///< a release code: ends the isolation of this device, and nothing else is done
    std::optional<ChannelChoice> channel; ///< from now on; none: as before
    bool enrolOnly = false;               ///< ends when the service knows this device
    bool embedded = false;
    bool help = false;
    bool version = false;
    bool install = false; ///< this program becomes a service of the system
    bool uninstall = false;
    bool service = false; ///< the system's service manager started it
};

[[nodiscard]] QString agentUsage();
/// `arguments` without the program's name. BadValue, MissingParameter, UnknownFlag with the argument as subject.
[[nodiscard]] Result<AgentOptions> parseAgentOptions(const QStringList &arguments);

} // namespace Sonde::Agent
