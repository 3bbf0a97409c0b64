// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/identity/username.h"
#include "service/tenant/tenant.h"

using namespace Qt::StringLiterals;

/// Who may come in, and who may not any more.
namespace Sonde::Service {

std::vector<UserRecord> Tenant::users()
{
    std::vector<UserRecord> records;
    for (const StoredUser &user : store.users())
        records.push_back({user.name, user.roles, user.disabled,
            user.eligible.isEmpty() ? std::nullopt : std::optional(user.eligible),
            secondFactors.stateOf(user.name) == SecondFactorState::Confirmed});
    return records;
}

Result<void> Tenant::requireAdministratorLeft(const QString &subject, const GrantsOfUser &grantsOf)
{
    const auto all = store.users();
    const bool isLeft = std::ranges::any_of(all, [&grantsOf](const StoredUser &user) {
        return !user.disabled && user.name != BreakGlassAccount
            && grantsOf(user).unlocked().onTenant().contains(Permission::Authorization);
    });
    if (isLeft)
        return {};
    return fail(ErrorCode::NotPermitted, subject, Reason::LastAdministrator)
        .with(Fact::Role, Role::GlobalAdministrator)
        .with(Fact::Why, u"last-administrator"_s);
}

Result<void> Tenant::changeUser(
    const Analyst &analyst, const Message::ChangeUser &change, const std::optional<QByteArray> &passwordHash)
{
    const auto known = store.user(change.user);
    if (!known)
        return fail(ErrorCode::UserUnknown, change.user.value());
    if (const auto good = change.roles ? roles.check(*change.roles) : Result<void>(); !good)
        return good;
    if (const auto good =
            change.eligible && !change.eligible->isEmpty() ? roles.check(*change.eligible) : Result<void>();
        !good)
        return good;
    if (known->name == BreakGlassAccount) {
        // It can be ended by anybody who administers users, and by nobody else made good.
        if (!change.disabled.value_or(false) || change.roles || change.eligible || passwordHash)
            return std::unexpected(errorBecause(Reason::OnlyAtConsole, ErrorCode::NotPermitted, known->name.value()));
        disarmBreakGlass(analyst.name.value());
        return {};
    }
    StoredUser user = *known;
    user.disabled = change.disabled.value_or(user.disabled);
    user.roles = change.roles.value_or(user.roles);
    user.passwordHash = passwordHash.value_or(user.passwordHash);
    user.eligible = change.eligible.value_or(user.eligible);
    const auto left = requireAdministratorLeft(user.name.value(), [&](const StoredUser &one) {
        const bool isLocked = one.name == user.name && user.disabled;
        return isLocked ? Grants() : roles.grantsOf(one.name == user.name ? user.roles : one.roles);
    });
    if (!left)
        return left;
    store.saveUser(user);
    journal.append(analyst.name.value(), {},
        Event::UserChanged{user.name, change.disabled, change.roles, passwordHash.transform(credentialHash),
            change.roles ? std::optional(known->roles) : std::nullopt, change.eligible,
            change.eligible ? std::optional(known->eligible) : std::nullopt});
    if (change.disabled || change.roles || change.eligible)
        endElevationsOf(analyst.name.value(), user.name);
    if (!change.disabled && !change.roles && !passwordHash) {
        enforceAccess(analyst.name.value()); // what they may take is another
        return {};
    }
    endAccessOf(analyst.name.value(), user.name);
    return {};
}

void Tenant::endAccessOf(const QString &actor, const UserName &user)
{
    revoke(user);
    for (const SessionId session : QSet<SessionId>(sessions.live())) {
        if (sessions.session(session)->createdBy == user.value())
            manager.end(actor, session, EndReason::Service);
    }
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
