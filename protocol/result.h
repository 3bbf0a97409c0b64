// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborMap>
#include <QObject>
#include <QString>
#include <expected>

namespace Sonde {
Q_NAMESPACE

/// Every way something can go wrong, grouped by who can do something about it. Words for people are made from it in `ui/words`.
enum class ErrorCode {
    // The line typed: nothing was run.
    EmptyLine, UnknownVerb, AmbiguousVerb, MissingParameter, TooManyParameters, UnknownFlag, BadValue, UnclosedQuote, RepeatedParameter,
    MissingFileName,
    // Refused by the service before anything ran.
    NotSignedIn, SignInFailed, RateLimited, TokenInvalid, RoleTooLow, PlatformNotOffered, LiveResponseOff, ServersOff, OsUnsupported,
    AgentTooOld, AutomationNone, GroupNotCovered, DeviceOffline, DeviceHeld, TenantSessionLimit, UserSessionLimit, DeviceUnknown,
    SessionUnknown, SessionClosed, CommandUnknown, CommandNotRunning, UserUnknown, UserExists, WeakPassword, NotPermitted,
    // The device's answer.
    NotFound, AccessDenied, NotADirectory, IsADirectory, NotARegularFile, TooLarge, ReadFailed, Vanished, NoSuchProcess, LimitReached,
    NotSupported, DuplicateCommand,
    // A command's fate.
    Cancelled, Expired, Interrupted,
    // The way there.
    CannotConnect, CertificateRefused, VersionMismatch, ProtocolViolation, TimedOut,
    // This machine.
    FileExists, CannotWrite, StorageFailed, JournalBroken, AlreadyRunning, CannotStart, Internal,
};
Q_ENUM_NS(ErrorCode)

/// What happened (`code`), to what (`subject`: a path, verb, device…) and why (`reason`: the system's own words, English, may be empty).
/// `facts` holds the numbers and names a sentence needs: "limit", "actual", "holder", "since", "position", "nearest", "role"…
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString reason;
    QCborMap facts;

   
    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, path)`: the one way to fail.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString reason = {}, QCborMap facts = {})
{
    return std::unexpected(Error{code, std::move(subject), std::move(reason), std::move(facts)});
}

/// An `Error` from errno for an operation on `subject`: ENOENT → NotFound, EACCES/EPERM → AccessDenied, ENOTDIR → NotADirectory…;
/// `reason` is strerror's text with the symbolic name.
[[nodiscard]] Error errorFromErrno(int errorNumber, QString subject);

/// One line of English for logs and debugging; people read the translated text of `ui/words`.
[[nodiscard]] QString debugText(const Error &error);

} // namespace Sonde
