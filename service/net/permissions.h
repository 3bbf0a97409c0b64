// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/tenant/tenant.h"

namespace Sonde::Service {

/// Whom a request of a workstation is for. It is asked in one place, Access, before the request is served. Until roles are given for each
/// group of devices, everybody sees every device of the tenant, and who has a session on it.
enum class Permission {
    SignedIn,
    /// Depends on what is asked for, and is asked by the part of the tenant that knows it: the session's owner, the verb's level, the
    /// library's and the settings' rules.
    OfObject,
    /// Whose session it is, and administrators. The request names it…
    ReadSession,
    /// …or one of its commands, …
    ReadCommand,
    /// …or none, and wants the journal of the whole tenant: administrators.
    ReadJournal,
    /// Whom the catalogue lets use library files, and administrators.
    ReadLibrary,
    Administrator,
    UserAdministrator,
};

/// Whether serving it makes the tenant's data larger: such requests are refused while the disk is full.
enum class Effect { Reads, Writes };

struct Rule {
    Permission permission = Permission::Administrator;
    Effect effect = Effect::Writes;
};

/// The table. A request that is not in it cannot be served: it does not compile.
template<typename Request>
consteval Rule ruleFor() = delete;

// clang-format off
template<> consteval Rule ruleFor<Message::StartSession>() { return {Permission::OfObject, Effect::Writes}; }
/// The entry of its end is small, and what it ends costs more.
template<> consteval Rule ruleFor<Message::CloseSession>() { return {Permission::OfObject, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SubmitLine>() { return {Permission::OfObject, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::AskCancel>() { return {Permission::OfObject, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SetBackground>() { return {Permission::OfObject, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::WatchSession>() { return {Permission::ReadSession, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::UnwatchSession>() { return {Permission::SignedIn, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::WatchTenant>() { return {Permission::SignedIn, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchOutput>() { return {Permission::ReadCommand, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchJournal>() { return {Permission::ReadJournal, Effect::Reads}; }
/// Reads the whole journal from the disk, however long it is.
template<> consteval Rule ruleFor<Message::VerifyJournal>() { return {Permission::Administrator, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchEligibility>() { return {Permission::SignedIn, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::MakeEnrolmentToken>() { return {Permission::Administrator, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::MakeReleaseCode>() { return {Permission::OfObject, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::AddUser>() { return {Permission::UserAdministrator, Effect::Writes}; }
/// Evidence leaves the tenant, so it is the session's owner who may have it.
template<> consteval Rule ruleFor<Message::OpenEvidence>() { return {Permission::OfObject, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::OpenUpload>() { return {Permission::OfObject, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::OpenLibraryFile>() { return {Permission::ReadLibrary, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::DeleteLibraryFile>() { return {Permission::OfObject, Effect::Reads}; }
/// Names and descriptions: whose page shows them says what they may do with them.
template<> consteval Rule ruleFor<Message::FetchLibrary>() { return {Permission::SignedIn, Effect::Reads}; }
/// What was done to a device is the device's state, which everybody sees.
template<> consteval Rule ruleFor<Message::FetchActs>() { return {Permission::SignedIn, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchSettings>() { return {Permission::SignedIn, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::ChangeSetting>() { return {Permission::OfObject, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::FetchUsers>() { return {Permission::UserAdministrator, Effect::Reads}; }
/// Who has to go, has to go on a full disk, too.
template<> consteval Rule ruleFor<Message::ChangeUser>() { return {Permission::UserAdministrator, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SignOutUser>() { return {Permission::UserAdministrator, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::RemoveDevice>() { return {Permission::Administrator, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchHead>() { return {Permission::SignedIn, Effect::Reads}; }
// clang-format on

/// What one analyst may ask for and see.
class Access final
{
public:
    /// Both outlive it.
    Access(const Analyst &analyst, const Tenant &tenant)
        : m_analyst(analyst)
        , m_tenant(tenant)
    {
    }

    /// NotPermitted with the role that could; SessionUnknown, CommandUnknown; NoSpace for what writes while nothing can be written.
    template<typename Request>
    [[nodiscard]] Result<void> require(const Request &request) const
    {
        constexpr Rule rule = ruleFor<Request>();
        SessionId session;
        CommandId command;
        if constexpr (requires { request.session; })
            session = request.session;
        if constexpr (requires { request.command; })
            command = request.command;
        return require(rule, session, command);
    }
    /// Sessions of others without what they are about.
    [[nodiscard]] std::vector<SessionRecord> shown(std::vector<SessionRecord> sessions) const;

private:
    [[nodiscard]] Result<void> require(const Rule &rule, SessionId session, CommandId command) const;
    [[nodiscard]] Result<void> requireSession(SessionId session) const;
    [[nodiscard]] Result<void> requireCommand(CommandId command) const;
    [[nodiscard]] Result<void> requireLibrary() const;

    const Analyst &m_analyst;
    const Tenant &m_tenant;
};

} // namespace Sonde::Service
