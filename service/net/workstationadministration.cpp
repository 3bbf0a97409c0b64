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

} // namespace Sonde::Service
