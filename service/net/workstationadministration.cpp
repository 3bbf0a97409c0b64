// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/identity/password.h"
#include "service/identity/username.h"
#include "service/net/workstationpeer.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What an analyst asks for who administers the tenant.
namespace Sonde::Service {

namespace {

constexpr std::chrono::seconds LongestEnrolment = 30 * 24h;
constexpr std::chrono::seconds DefaultEnrolment = 24h;
/// As many as fit into a message, whatever they are for.
constexpr size_t MostTokensListed = 100;
/// Of a release code. The device has no way to ask whether it still is meant.
constexpr std::chrono::seconds LongestRelease = 7 * 24h;
constexpr std::chrono::seconds DefaultRelease = 24h;

} // namespace

void WorkstationPeer::serve(const Message::MakeEnrolmentToken &request)
{
    const auto valid = request.valid.count() > 0 ? std::min(request.valid, LongestEnrolment) : DefaultEnrolment;
    const auto made = m_tenant.makeEnrolmentToken(m_analyst.name.value(), request.group.left(128), valid);
    send(Message::EnrolmentToken{request.request, made.secret, made.expires});
}

void WorkstationPeer::serve(const Message::FetchEnrolmentTokens &request)
{
    auto tokens = m_tenant.tokens.enrolments();
    const auto total = quint32(tokens.size());
    tokens.resize(std::min(tokens.size(), MostTokensListed));
    send(Message::EnrolmentTokens{request.request, std::move(tokens), total});
}

void WorkstationPeer::serve(const Message::WithdrawEnrolmentToken &request)
{
    reply(request.request, m_tenant.withdrawEnrolmentToken(m_analyst, request.sha256));
}

void WorkstationPeer::serve(const Message::MakeReleaseCode &request)
{
    const auto valid = request.valid.count() > 0 ? std::min(request.valid, LongestRelease) : DefaultRelease;
    const auto made = m_tenant.makeReleaseCode(m_analyst, request.device, valid);
    if (made)
        send(Message::ReleaseCode{request.request, made->code, made->expires});
    else
        refuseRequest(request.request, made.error());
}

void WorkstationPeer::serve(const Message::AddUser &request)
{
    const UserName user = userNameFrom(request.user.value());
    if (const auto good = checkUserName(user); !good)
        return refuseRequest(request.request, good.error());
    if (const auto known = m_tenant.roles.check(request.roles); !known)
        return refuseRequest(request.request, known.error());
    if (const auto strong = checkPassword(request.password); !strong)
        return refuseRequest(request.request, strong.error());
    const auto asked = m_tenant.passwords.hash(
        this, request.password, [this, number = request.request, roles = request.roles, user](const QByteArray &hash) {
            reply(number, m_tenant.addUser(m_analyst.name.value(), user, hash, roles));
        });
    if (!asked)
        refuseRequest(request.request, asked.error());
}

void WorkstationPeer::serve(const Message::FetchUsers &request)
{
    send(Message::Users{request.request, m_tenant.users()});
}

void WorkstationPeer::serve(const Message::ChangeUser &request)
{
    Message::ChangeUser change = request;
    change.user = userNameFrom(request.user.value());
    const auto password = std::exchange(change.password, {});
    if (!password)
        return reply(request.request, m_tenant.changeUser(m_analyst, change, {}));
    if (const auto strong = checkPassword(*password); !strong)
        return refuseRequest(request.request, strong.error());
    const auto asked = m_tenant.passwords.hash(this, *password, [this, change](const QByteArray &hash) {
        reply(change.request, m_tenant.changeUser(m_analyst, change, hash));
    });
    if (!asked)
        refuseRequest(request.request, asked.error());
}

void WorkstationPeer::serve(const Message::SignOutUser &request)
{
    reply(request.request, m_tenant.signOutUser(m_analyst, userNameFrom(request.user.value())));
}

void WorkstationPeer::serve(const Message::RemoveDevice &request)
{
    reply(request.request, m_tenant.removeDevice(m_analyst, request.device));
}

void WorkstationPeer::publishSettings()
{
    send(Message::Settings{0, m_tenant.settings.values().all()});
}

void WorkstationPeer::serve(const Message::FetchSettings &request)
{
    send(Message::Settings{request.request, m_tenant.settings.values().all(), m_tenant.settings.changes()});
}

void WorkstationPeer::serve(const Message::ChangeSetting &request)
{
    reply(request.request, m_tenant.changeSetting(m_analyst, request.key, request.value));
}

void WorkstationPeer::serve(const Message::FetchRoles &request)
{
    send(Message::Roles{request.request, m_tenant.roles.all()});
}

void WorkstationPeer::serve(const Message::AddRole &request)
{
    reply(request.request, m_tenant.addRole(m_analyst, request.role));
}

void WorkstationPeer::serve(const Message::ChangeRole &request)
{
    reply(request.request, m_tenant.changeRole(m_analyst, request.role));
}

void WorkstationPeer::serve(const Message::RemoveRole &request)
{
    reply(request.request, m_tenant.removeRole(m_analyst, request.name));
}

void WorkstationPeer::serve(const Message::FetchGroups &request)
{
    send(Message::Groups{request.request, m_tenant.groups()});
}

void WorkstationPeer::serve(const Message::PreviewGroup &request)
{
    const auto preview = m_tenant.previewGroup(request.name, request.group, request.rank);
    if (preview)
        send(Message::GroupPreview{request.request, preview->count, preview->devices});
    else
        refuseRequest(request.request, preview.error());
}

void WorkstationPeer::serve(const Message::AddGroup &request)
{
    reply(request.request, m_tenant.addGroup(m_analyst, request.group, request.rank));
}

void WorkstationPeer::serve(const Message::ChangeGroup &request)
{
    reply(request.request, m_tenant.changeGroup(m_analyst, request.name, request.group, request.rank));
}

void WorkstationPeer::serve(const Message::RemoveGroup &request)
{
    reply(request.request, m_tenant.removeGroup(m_analyst, request.name));
}

void WorkstationPeer::serve(const Message::ChangeTags &request)
{
    reply(request.request, m_tenant.changeTags(m_analyst, request));
}

void WorkstationPeer::serve(const Message::RevertSetting &request)
{
    reply(request.request, m_tenant.revertSetting(m_analyst, request.key, request.entry));
}

void WorkstationPeer::serve(const Message::ExceptServer &request)
{
    reply(request.request, m_tenant.exceptServer(m_analyst, request.device, request.allowed));
}

void WorkstationPeer::serve(const Message::FetchPublishers &request)
{
    send(Message::Publishers{request.request, m_tenant.library.publishers()});
}

void WorkstationPeer::serve(const Message::AddPublisher &request)
{
    reply(request.request, m_tenant.addPublisher(m_analyst, request.certificate.toLatin1()));
}

void WorkstationPeer::serve(const Message::RemovePublisher &request)
{
    reply(request.request, m_tenant.removePublisher(m_analyst, request.sha256));
}

// ---- roles for a time, and second persons

void WorkstationPeer::publishElevations()
{
    const auto own = m_tenant.elevations.all(m_analyst.name);
    const QStringList eligible = m_tenant.eligibleRoles(m_analyst.name);
    send(Message::Elevations{0, own, eligible, m_analyst.grants.eligible()});
}

void WorkstationPeer::publishApprovals()
{
    auto waiting = m_tenant.approvalsFor(m_analyst);
    // Nothing to say to who neither waits nor decides.
    if (waiting.empty() && !m_approvalsSent)
        return;
    m_approvalsSent = !waiting.empty();
    send(Message::Approvals{0, std::move(waiting)});
}

void WorkstationPeer::publishBreakGlass(const Message::BreakGlass &what)
{
    if (m_analyst.grants.unlocked().onTenant().contains(Permission::Authorization))
        send(what);
}

void WorkstationPeer::serve(const Message::ElevateRole &request)
{
    Message::ElevateRole clean = request;
    if (clean.user)
        clean.user = userNameFrom(clean.user->value());
    reply(request.request, m_tenant.elevate(m_analyst, clean));
}

void WorkstationPeer::serve(const Message::EndElevation &request)
{
    const UserName user = request.user ? userNameFrom(request.user->value()) : m_analyst.name;
    reply(request.request, m_tenant.endElevation(m_analyst, user, request.role));
}

void WorkstationPeer::serve(const Message::FetchElevations &request)
{
    send(Message::Elevations{
        request.request, m_tenant.elevationsFor(m_analyst), m_tenant.eligibleRoles(m_analyst.name)});
}

void WorkstationPeer::serve(const Message::FetchApprovals &request)
{
    send(Message::Approvals{request.request, m_tenant.approvalsFor(m_analyst)});
}

void WorkstationPeer::serve(const Message::FetchApprovalPlan &request)
{
    auto plan = m_tenant.commands.approvalPlan(request.command);
    if (!plan)
        return refuseRequest(request.request, plan.error());
    plan->request = request.request;
    send(*std::move(plan));
}

void WorkstationPeer::serve(const Message::DecideApproval &request)
{
    reply(request.request, m_tenant.decideApproval(m_analyst, request));
}

// ---- second factors

void WorkstationPeer::sendSecondFactor(quint32 request)
{
    send(Message::SecondFactor{request, m_tenant.secondFactors.stateOf(m_analyst.name),
        m_tenant.tokens.secondFactorLeft(m_analyst.token) > 0ms});
}

void WorkstationPeer::followSecondFactor(const UserName &user)
{
    if (user != m_analyst.name)
        return;
    sendSecondFactor(0);
    followAccess();
}

void WorkstationPeer::serve(const Message::FetchSecondFactor &request)
{
    sendSecondFactor(request.request);
}

void WorkstationPeer::serve(const Message::MakeSecondFactor &request)
{
    const auto secret = m_tenant.makeSecondFactor(m_analyst);
    if (secret)
        send(Message::SecondFactorSecret{request.request, *secret});
    else
        refuseRequest(request.request, secret.error());
}

void WorkstationPeer::serve(const Message::ShowSecondFactor &request)
{
    reply(request.request, m_tenant.showSecondFactor(m_analyst, request.code, address()));
}

void WorkstationPeer::serve(const Message::RemoveSecondFactor &request)
{
    reply(request.request, m_tenant.removeSecondFactor(m_analyst, userNameFrom(request.user.value())));
}

} // namespace Sonde::Service
