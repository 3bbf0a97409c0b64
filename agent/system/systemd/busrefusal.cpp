// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/systemd/busrefusal.h"

#include "protocol/base/reason.h"

#include <QDBusError>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

std::optional<Reason> reasonFor(QDBusError::ErrorType type)
{
    switch (type) {
    case QDBusError::AccessDenied: return Reason::PermissionDenied;
    case QDBusError::Disconnected: return Reason::ConnectionClosed;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return Reason::NoAnswerInTime;
    case QDBusError::ServiceUnknown: return Reason::SystemdNotRunning;
    case QDBusError::InvalidSignature: return Reason::MalformedFacts;
    default: return {};
    }
}

/// "Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory": what the system says stands last.
std::optional<Reason> reasonInWords(const QString &words)
{
    return reasonOf({ErrorCode::CannotConnect, {}, words.section(u": "_s, -1), {}});
}

} // namespace

Error busRefusal(const QDBusError &error)
{
    const QString subject = u"systemd"_s;
    const auto reason = reasonFor(error.type()).or_else([&error] { return reasonInWords(error.message()); });
    return reason ? errorBecause(*reason, ErrorCode::CannotConnect, subject)
                  : Error{ErrorCode::CannotConnect, subject, error.message(), {}};
}

} // namespace Sonde::Agent::Linux
