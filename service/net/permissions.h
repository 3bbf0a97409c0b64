// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/roles.h"
#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// What a request of a workstation needs. It is asked here, once, before the request is served.
enum class Permission {
    /// Whoever is signed in: until roles are given for each group of devices, everybody sees every device, session and file of the tenant.
    SignedIn,
    /// Depends on what is asked for, and is asked by the part of the tenant that knows it: the session's owner, the verb's level, the
    /// library's and the settings' rules.
    OfObject,
    Administrator,
    UserAdministrator,
};

/// NotPermitted with the role that could.
[[nodiscard]] Result<void> requirePermission(Permission permission, const Analyst &analyst);

/// The table. A request that is not in it cannot be served: it does not compile.
template<typename Request>
consteval Permission permissionFor() = delete;

// clang-format off
template<> consteval Permission permissionFor<Message::StartSession>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::CloseSession>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::SubmitLine>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::AskCancel>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::SetBackground>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::WatchSession>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::UnwatchSession>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::WatchTenant>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::FetchOutput>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::FetchJournal>() { return Permission::SignedIn; }
/// Reads the whole journal from the disk, however long it is.
template<> consteval Permission permissionFor<Message::VerifyJournal>() { return Permission::Administrator; }
template<> consteval Permission permissionFor<Message::FetchEligibility>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::MakeEnrolmentToken>() { return Permission::Administrator; }
template<> consteval Permission permissionFor<Message::MakeReleaseCode>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::AddUser>() { return Permission::UserAdministrator; }
/// Evidence leaves the tenant, so it is the session's owner who may have it.
template<> consteval Permission permissionFor<Message::OpenEvidence>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::OpenUpload>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::OpenLibraryFile>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::DeleteLibraryFile>() { return Permission::OfObject; }
template<> consteval Permission permissionFor<Message::FetchLibrary>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::FetchActs>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::FetchSettings>() { return Permission::SignedIn; }
template<> consteval Permission permissionFor<Message::ChangeSetting>() { return Permission::OfObject; }
// clang-format on

} // namespace Sonde::Service
