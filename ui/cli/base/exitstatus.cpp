// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/exitstatus.h"

namespace Sonde::Client {

// A new error code has to be given its status here: without, this does not compile.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
#elif defined(_MSC_VER)
#pragma warning(push)
#pragma warning(error : 4062)
#endif

// clang-format off: a table
ExitStatus exitStatusFor(const Error &error)
{
    switch (error.code) {
    // What was typed makes no sense.
    case ErrorCode::EmptyLine: case ErrorCode::UnknownVerb: case ErrorCode::AmbiguousVerb: case ErrorCode::MissingParameter:
    case ErrorCode::TooManyParameters: case ErrorCode::UnknownFlag: case ErrorCode::BadValue: case ErrorCode::UnclosedQuote:
    case ErrorCode::RepeatedParameter: case ErrorCode::MissingFileName: case ErrorCode::LineTooLong:
        return ExitStatus::Usage;

    // A right, a rule of the tenant or what is there already stands against it; or what is meant does not exist in the tenant.
    case ErrorCode::NotSignedIn: case ErrorCode::SignInFailed: case ErrorCode::RateLimited: case ErrorCode::TokenInvalid:
    case ErrorCode::RoleTooLow: case ErrorCode::PlatformNotOffered: case ErrorCode::LiveResponseOff: case ErrorCode::ServersOff:
    case ErrorCode::OsUnsupported: case ErrorCode::AgentTooOld: case ErrorCode::AutomationNone:
    case ErrorCode::DeviceOffline: case ErrorCode::DeviceHeld: case ErrorCode::TenantSessionLimit: case ErrorCode::UserSessionLimit:
    case ErrorCode::DeviceUnknown: case ErrorCode::SessionUnknown: case ErrorCode::SessionClosed: case ErrorCode::CommandUnknown:
    case ErrorCode::CommandNotRunning: case ErrorCode::UserUnknown: case ErrorCode::UserExists: case ErrorCode::WeakPassword:
    case ErrorCode::NotPermitted: case ErrorCode::TooLarge: case ErrorCode::NotSupported:
    case ErrorCode::EmptyFile: case ErrorCode::SparseFile: case ErrorCode::NoInterpreter:
    case ErrorCode::WindowsLineEnds: case ErrorCode::EvidenceUnknown: case ErrorCode::LibraryFileUnknown:
    case ErrorCode::LibraryFileExists: case ErrorCode::BadName: case ErrorCode::ScriptUnsigned: case ErrorCode::FileExists:
    case ErrorCode::OutOfScope: case ErrorCode::RoleUnknown: case ErrorCode::RoleExists: case ErrorCode::RoleInUse:
    case ErrorCode::GroupUnknown: case ErrorCode::GroupExists: case ErrorCode::GroupInUse: case ErrorCode::DeviceForbids:
    case ErrorCode::QuotaReached: case ErrorCode::ApprovalDenied: case ErrorCode::ApprovalExpired:
    case ErrorCode::ApprovalOutdated: case ErrorCode::ApprovalUnknown: case ErrorCode::NotEligible: case ErrorCode::PlanMissing:
    case ErrorCode::SecondFactorNeeded: case ErrorCode::SecondFactorWrong: case ErrorCode::SecondFactorMissing:
    case ErrorCode::ReasonMissing: case ErrorCode::NotLookedAt: case ErrorCode::FactsChanged: case ErrorCode::NothingToUndo:
    case ErrorCode::UndoConflict: case ErrorCode::QuarantineFull: case ErrorCode::Protected: case ErrorCode::PlanChanged:
    case ErrorCode::RulesMalformed: case ErrorCode::HashesMalformed: case ErrorCode::ArtifactsMalformed:
    case ErrorCode::BaselineUnknown: case ErrorCode::BaselineMalformed: case ErrorCode::NothingToSave:
    case ErrorCode::ContentRemoved:
        return ExitStatus::Refused;

    // It was tried.
    case ErrorCode::NotFound: case ErrorCode::AccessDenied: case ErrorCode::NotADirectory: case ErrorCode::IsADirectory:
    case ErrorCode::NotARegularFile: case ErrorCode::ReadFailed: case ErrorCode::Vanished: case ErrorCode::NoSuchProcess:
    case ErrorCode::LimitReached: case ErrorCode::FileChanged: case ErrorCode::ExitStatus: case ErrorCode::ProcessesRemain:
    case ErrorCode::NoSubsystem: case ErrorCode::HashMismatch: case ErrorCode::NoSpace: case ErrorCode::Interrupted:
    case ErrorCode::CannotWrite: case ErrorCode::StorageFailed: case ErrorCode::JournalBroken: case ErrorCode::Internal:
    case ErrorCode::StillThere: case ErrorCode::NotSaved: case ErrorCode::ServiceCutOff: case ErrorCode::PartlyIsolated:
    case ErrorCode::EngineMissing: case ErrorCode::EngineFailed: case ErrorCode::NotWhollyScanned:
    case ErrorCode::NoDefinitions: case ErrorCode::BudgetReached: case ErrorCode::ProcessHidden:
    case ErrorCode::PathTooLong: case ErrorCode::PackageNotWhole:
        return ExitStatus::Failed;

    case ErrorCode::CannotConnect: case ErrorCode::CertificateRefused: case ErrorCode::VersionMismatch:
    case ErrorCode::ProtocolViolation: case ErrorCode::TimedOut: case ErrorCode::AlreadyRunning: case ErrorCode::CannotStart:
        return ExitStatus::NotConnected;

    case ErrorCode::Cancelled: case ErrorCode::Expired:
        return ExitStatus::Cancelled;
    }
    return ExitStatus::Failed;
}
// clang-format on

#if defined(__GNUC__)
#pragma GCC diagnostic pop
#elif defined(_MSC_VER)
#pragma warning(pop)
#endif

} // namespace Sonde::Client
