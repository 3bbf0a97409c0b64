// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/needs.h"
#include "service/tenant/tenant.h"

namespace Sonde::Service {

/// Whether serving it makes the tenant's data larger: such requests are refused while the disk is full.
enum class Effect { Reads, Writes };

/// Whom a request of a workstation is for. It is asked in one place, Access, before the request is served. What a line needs besides, the
/// catalogue says.
struct Rule {
    Needs needs;
    Effect effect;
};

/// The table. A request that is not in it cannot be served: it does not compile.
template<typename Request>
consteval Rule ruleFor() = delete;

// clang-format off
template<> consteval Rule ruleFor<Message::StartSession>() { return {{Scope::Device, {Permission::BasicLiveResponse}}, Effect::Writes}; }
/// The entry of its end is small, and what it ends costs more.
template<> consteval Rule ruleFor<Message::CloseSession>() { return {{Scope::Session, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SubmitLine>() { return {{Scope::Session, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::AskCancel>() { return {{Scope::Command, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SetBackground>() { return {{Scope::Command, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::WatchSession>() { return {{Scope::Session, {Permission::ActivityRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::UnwatchSession>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::WatchTenant>() { return {{Scope::Listed, {Permission::SecurityDataRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchOutput>() { return {{Scope::Command, {Permission::ActivityRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchJournal>() { return {{Scope::SessionOrTenant, {Permission::ActivityRead}}, Effect::Reads}; }
/// Reads the whole journal from the disk, however long it is.
template<> consteval Rule ruleFor<Message::VerifyJournal>() { return {{Scope::Tenant, {Permission::ActivityRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchEligibility>() { return {{Scope::Device, {Permission::SecurityDataRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::MakeEnrolmentToken>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::FetchEnrolmentTokens>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
/// A token that was lost is withdrawn on a full disk, too.
template<> consteval Rule ruleFor<Message::WithdrawEnrolmentToken>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::MakeReleaseCode>() { return {{Scope::Device, {Permission::Response}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::AddUser>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Writes}; }
/// Evidence leaves the tenant, so it is the session's owner who may have it, and who may read everything.
template<> consteval Rule ruleFor<Message::OpenEvidence>() { return {{Scope::Command, {Permission::ActivityRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::OpenUpload>() { return {{Scope::Tenant, {Permission::LibraryManage}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::OpenLibraryFile>() { return {{Scope::Somewhere, {Permission::LibraryUse}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::DeleteLibraryFile>() { return {{Scope::Tenant, {Permission::LibraryManage}}, Effect::Reads}; }
/// Names and descriptions: whose page shows them says what they may do with them.
template<> consteval Rule ruleFor<Message::FetchLibrary>() { return {{Scope::Somewhere, {Permission::SecurityDataRead}}, Effect::Reads}; }
/// What was done to a device is the device's state, which everybody sees.
template<> consteval Rule ruleFor<Message::FetchActs>() { return {{Scope::Listed, {Permission::SecurityDataRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchSettings>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::ChangeSetting>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::FetchUsers>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
/// Who has to go, has to go on a full disk, too.
template<> consteval Rule ruleFor<Message::ChangeUser>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::SignOutUser>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::RemoveDevice>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchHead>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchRoles>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::AddRole>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Writes}; }
/// Whoever may too much, may it on a full disk, too.
template<> consteval Rule ruleFor<Message::ChangeRole>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::RemoveRole>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchGroups>() { return {{Scope::Somewhere, {Permission::SecurityDataRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::PreviewGroup>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::AddGroup>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::ChangeGroup>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::RemoveGroup>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
/// Tags decide which group a device is in, and so who may what on it.
template<> consteval Rule ruleFor<Message::ChangeTags>() { return {{Scope::Devices, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::RevertSetting>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::ExceptServer>() { return {{Scope::Device, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::FetchPublishers>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::AddPublisher>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::RemovePublisher>() { return {{Scope::Tenant, {Permission::CoreSecuritySettings}}, Effect::Reads}; }
/// Who may read the entries may have it proved that they are the journal's.
template<> consteval Rule ruleFor<Message::FetchCaseProof>() { return {{Scope::SessionOrTenant, {Permission::ActivityRead}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchActivity>() { return {{Scope::Tenant, {Permission::ActivityRead}}, Effect::Reads}; }
/// For themselves who is eligible, for others who administers users: the tenant looks at both (Tenant::elevate).
template<> consteval Rule ruleFor<Message::ElevateRole>() { return {{Scope::Self, {}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::EndElevation>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchElevations>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchApprovals>() { return {{Scope::Listed, {Permission::ApproveCommands}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::FetchApprovalPlan>() { return {{Scope::Command, {Permission::ApproveCommands}}, Effect::Reads}; }
/// About their own nobody decides, either: CommandService::decide() refuses that.
template<> consteval Rule ruleFor<Message::DecideApproval>() { return {{Scope::Command, {Permission::ApproveCommands}}, Effect::Writes}; }
template<> consteval Rule ruleFor<Message::FetchSecondFactor>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::MakeSecondFactor>() { return {{Scope::Self, {}}, Effect::Writes}; }
/// Whoever makes room on a full disk may need it.
template<> consteval Rule ruleFor<Message::ShowSecondFactor>() { return {{Scope::Self, {}}, Effect::Reads}; }
template<> consteval Rule ruleFor<Message::RemoveSecondFactor>() { return {{Scope::Tenant, {Permission::Authorization}}, Effect::Reads}; }
// clang-format on

/// Whether it acts in a session: in that of somebody else for who has stepped into it on the same connection. To close one is to
/// administer it.
template<typename Request>
inline constexpr bool actsInSession = false;
template<> inline constexpr bool actsInSession<Message::SubmitLine> = true;
template<> inline constexpr bool actsInSession<Message::AskCancel> = true;
template<> inline constexpr bool actsInSession<Message::SetBackground> = true;

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

    /// NotPermitted, OutOfScope or SecondFactorNeeded with the permission that is missing; DeviceUnknown, SessionUnknown, CommandUnknown; NoSpace for what
    /// writes while nothing can be written.
    template<typename Request>
    [[nodiscard]] Result<void> require(const Request &request) const
    {
        static constexpr Rule rule = ruleFor<Request>();
        Named named;
        if constexpr (requires { request.device; })
            named.devices = {request.device};
        if constexpr (requires { request.devices; })
            named.devices = request.devices;
        if constexpr (requires { request.session; })
            named.session = request.session;
        if constexpr (requires { request.command; })
            named.command = request.command;
        return require(rule, named);
    }
    /// Whether the device is listed to this analyst.
    [[nodiscard]] bool lists(const DeviceId &device) const;
    /// Those of listed devices, and one's own; those of others without what they are about, unless one may read them.
    [[nodiscard]] std::vector<SessionRecord> shown(std::vector<SessionRecord> sessions) const;
    /// Whether it may be read.
    [[nodiscard]] bool mayRead(SessionId session) const;

private:
    /// What a request is about.
    struct Named {
        std::vector<DeviceId> devices;
        SessionId session;
        CommandId command;
    };
    [[nodiscard]] Result<void> require(const Rule &rule, const Named &named) const;
    [[nodiscard]] Result<void> requireTenant(const Needs &needs) const;
    [[nodiscard]] Result<void> requireSomewhere(const Needs &needs) const;
    [[nodiscard]] Result<void> requireDevices(const Needs &needs, const std::vector<DeviceId> &devices) const;
    [[nodiscard]] Result<void> requireSession(const Needs &needs, SessionId session) const;
    [[nodiscard]] Result<void> requireCommand(const Needs &needs, CommandId command) const;

    const Analyst &m_analyst;
    const Tenant &m_tenant;
};

} // namespace Sonde::Service
