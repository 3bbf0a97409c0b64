// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/tenant/tenant.h"

using namespace Qt::StringLiterals;

/// Who may come in, and who may not any more.
namespace Sonde::Service {

std::vector<UserRecord> Tenant::users()
{
    std::vector<UserRecord> records;
    for (const StoredUser &user : store.users())
        records.push_back({user.name, user.roles, user.disabled});
    return records;
}

Result<void> Tenant::requireAdministratorLeft(const QString &subject, const GrantsOfUser &grantsOf)
{
    const auto all = store.users();
    const bool isLeft = std::ranges::any_of(all, [&grantsOf](const StoredUser &user) {
        return !user.disabled && grantsOf(user).onTenant().contains(Permission::Authorization);
    });
    if (isLeft)
        return {};
    return fail(ErrorCode::NotPermitted, subject, Reason::LastAdministrator)
        .with(Fact::Role, Role::GlobalAdministrator);
}

Result<void> Tenant::changeUser(
    const Analyst &analyst, const Message::ChangeUser &change, const std::optional<QByteArray> &passwordHash)
{
    const auto known = store.user(change.user);
    if (!known)
        return fail(ErrorCode::UserUnknown, change.user.value());
    if (const auto good = change.roles ? roles.check(*change.roles) : Result<void>(); !good)
        return good;
    StoredUser user = *known;
    user.disabled = change.disabled.value_or(user.disabled);
    user.roles = change.roles.value_or(user.roles);
    user.passwordHash = passwordHash.value_or(user.passwordHash);
    const auto left = requireAdministratorLeft(user.name.value(), [&](const StoredUser &one) {
        const bool isLocked = one.name == user.name && user.disabled;
        return isLocked ? Grants() : roles.grantsOf(one.name == user.name ? user.roles : one.roles);
    });
    if (!left)
        return left;
    store.saveUser(user);
    journal.append(analyst.name.value(), {},
        Event::UserChanged{user.name, change.disabled, change.roles, passwordHash.transform(credentialHash),
            change.roles ? std::optional(known->roles) : std::nullopt});
    revoke(user.name);
    for (const SessionId session : QSet<SessionId>(sessions.live())) {
        if (sessions.session(session)->createdBy == user.name.value())
            manager.end(analyst.name.value(), session, EndReason::Service);
    }
    return {};
}

Result<void> Tenant::signOutUser(const Analyst &analyst, const UserName &user)
{
    if (!store.user(user))
        return fail(ErrorCode::UserUnknown, user.value());
    journal.append(analyst.name.value(), {}, Event::UserSignedOut{user});
    revoke(user);
    return {};
}

void Tenant::revoke(const UserName &user)
{
    tokens.revokeAccessOf(user);
    tickets.revoke(user.value());
    Q_EMIT userRevoked(user);
}

Result<void> Tenant::removeDevice(const Analyst &analyst, const DeviceId &device)
{
    if (!inventory.contains(device))
        return fail(ErrorCode::DeviceUnknown, device.value());
    if (const SessionId session = inventory.record(device).session; session.isValid())
        manager.end(analyst.name.value(), session, EndReason::Service);
    journal.append(analyst.name.value(), {.device = device}, Event::DeviceRemoved{});
    tickets.revoke(device.value());
    inventory.remove(device);
    router.cutOff(device, {ErrorCode::CertificateRefused, device.value(), u"the device was removed"_s, {}});
    return {};
}

void Tenant::renewCertificate(const DeviceId &device, const QByteArray &request)
{
    if (!m_issue || !inventory.contains(device) || !m_renewals.allow(device.value()))
        return;
    const auto issued = m_issue(device, request);
    if (!issued)
        return router.refuse(device, issued.error());
    const QByteArray sha256 = issued->certificate.digest(QCryptographicHash::Sha256);
    inventory.renewCertificate(device, sha256);
    journal.append(AgentActor, {.device = device}, Event::CertificateRenewed{sha256});
    router.send(device, Message::RenewedCertificate{QString::fromLatin1(issued->pem)});
}

} // namespace Sonde::Service
