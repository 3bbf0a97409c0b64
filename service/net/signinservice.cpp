// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/signinservice.h"

#include "protocol/base/reason.h"
#include "service/identity/password.h"
#include "transport/threads/guarded.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr qsizetype MaxNameLength = 128;

DeviceId makeDeviceId()
{
    return DeviceId(QUuid::createUuid().toString(QUuid::Id128));
}

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= MaxNameLength
        && std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
}

} // namespace

UserName userNameFrom(const QString &typed)
{
    return UserName(typed.trimmed().toCaseFolded());
}

SignInService::SignInService(Tenant &tenant, const CertificateAuthority &authority, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_authority(authority)
    , m_byAddress(20, 3s)
    , m_byUser(5, 12s)
{
}

std::optional<QString> SignInService::makeSetupToken()
{
    if (m_tenant.store.hasUsers())
        return {};
    return m_setup.make();
}

QString SignInService::makeEmbeddedToken(const UserName &user)
{
    m_embeddedUser = user;
    if (!m_tenant.store.user(user)) {
        // Cannot fail: the user was just looked for.
        std::ignore = m_tenant.addUser(ServiceActor, user, {}, {Role::GlobalAdministrator});
    }
    return m_embedded.make();
}

void SignInService::replyAfterCommit(Reply reply, Result<QJsonObject> result)
{
    m_tenant.turn.afterCommit([reply = std::move(reply), result = std::move(result)] { reply(result); });
}

Result<void> SignInService::checkRate(const UserName &user, const QString &address)
{
    const bool both = m_byAddress.allow(address) && (!user.isValid() || m_byUser.allow(user.value()));
    if (both)
        return {};
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_byUser.interval());
    return fail(ErrorCode::RateLimited, user.value(), u"too many attempts"_s)
        .with(Fact::RetryAfter, qint64(wait.count()));
}

void SignInService::setUp(
    const QString &token, const QString &user, const QString &password, const QString &address, Reply reply)
{
    const UserName name = userNameFrom(user);
    if (const auto allowed = checkRate({}, address); !allowed)
        return replyAfterCommit(std::move(reply), std::unexpected(allowed.error()));
    if (!m_setup.fits(token) || m_tenant.store.hasUsers())
        return replyAfterCommit(
            std::move(reply), fail(ErrorCode::TokenInvalid, {}, u"not the set-up token of this start"_s));
    if (!isName(name.value()))
        return replyAfterCommit(std::move(reply), fail(ErrorCode::BadValue, user, Reason::NotAName));
    if (const auto strong = checkPassword(password); !strong)
        return replyAfterCommit(std::move(reply), std::unexpected(strong.error()));
    m_setup.clear();
    runGuarded(
        this, [password] { return hashPassword(password); },
        [this, name, reply](const QByteArray &hash) {
            replyAfterCommit(
                reply, m_tenant.addUser(name.value(), name, hash, {Role::GlobalAdministrator}).transform([&] {
                    return QJsonObject{{u"user"_s, name.value()}};
                }));
        });
}

void SignInService::signIn(const QString &user, const QString &password, const QString &address, Reply reply)
{
    const UserName name = userNameFrom(user.left(MaxNameLength));
    if (const auto allowed = checkRate(name, address); !allowed)
        return replyAfterCommit(std::move(reply), std::unexpected(allowed.error()));
    const auto known = m_tenant.store.user(name);
    // An unknown user takes as long as a wrong password, and is told the same.
    runGuarded(
        this, [password, hash = known ? known->passwordHash : QByteArray()] { return passwordFits(password, hash); },
        [this, known, name, address, reply](bool fits) {
            if (fits) {
                m_byUser.forgive(name.value());
                replyAfterCommit(reply, welcome(*known, address));
            } else {
                m_tenant.journal.append(ServiceActor, {}, Event::SignInRefused{address, name.value()});
                replyAfterCommit(reply, fail(ErrorCode::SignInFailed, name.value(), u"wrong name or password"_s));
            }
        });
}

void SignInService::signInEmbedded(const QString &token, const QString &address, Reply reply)
{
    const auto known = m_tenant.store.user(m_embeddedUser);
    if (!m_embedded.fits(token) || !known) {
        m_tenant.journal.append(ServiceActor, {}, Event::SignInRefused{address, {}});
        return replyAfterCommit(
            std::move(reply), fail(ErrorCode::TokenInvalid, {}, u"not the token of this start, or used before"_s));
    }
    m_embedded.clear();
    replyAfterCommit(std::move(reply), welcome(*known, address));
}

void SignInService::signOut(const QString &token, const QString &address, Reply reply)
{
    const auto user = m_tenant.tokens.revokeAccess(token, address);
    if (!user)
        return replyAfterCommit(std::move(reply), std::unexpected(user.error()));
    m_tenant.journal.append(user->value(), {}, Event::SignedOut{address});
    Q_EMIT signedOut(secretHash(token));
    replyAfterCommit(std::move(reply), QJsonObject{{u"user"_s, user->value()}});
}

QJsonObject SignInService::welcome(const StoredUser &user, const QString &address)
{
    const auto made = m_tenant.tokens.makeAccess(user.name, address);
    m_tenant.journal.append(user.name.value(), {}, Event::SignedIn{address});
    return {{u"token"_s, made.secret}, {u"expires"_s, made.expires.toString(Qt::ISODate)},
        {u"user"_s, user.name.value()}, {u"roles"_s, QJsonArray::fromStringList(user.roles)}};
}

void SignInService::enrol(
    const QString &token, const QString &name, const QByteArray &request, const QString &address, Reply reply)
{
    if (const auto allowed = checkRate({}, address); !allowed)
        return replyAfterCommit(std::move(reply), std::unexpected(allowed.error()));
    auto enrolled = enrolDevice(token, name, request);
    if (!enrolled)
        m_tenant.refusedPeer(address, enrolled.error().reason);
    else
        m_byAddress.forgive(address);
    replyAfterCommit(std::move(reply), std::move(enrolled));
}

Result<QJsonObject> SignInService::enrolDevice(const QString &token, const QString &name, const QByteArray &request)
{
    if (!isName(name))
        return fail(ErrorCode::BadValue, name, Reason::NotAName);
    const DeviceId device = makeDeviceId();
    // First the request, then the token: one bad request does not use it up.
    const auto issued = m_authority.issueAgent(device, request);
    if (!issued)
        return std::unexpected(issued.error());
    const auto group = m_tenant.tokens.redeemEnrolment(token);
    if (!group)
        return std::unexpected(group.error());
    m_tenant.inventory.add(device, name, *group, issued->certificate.digest(QCryptographicHash::Sha256));
    m_tenant.journal.append(AgentActor, {.device = device}, Event::DeviceEnrolled{name});
    return QJsonObject{{u"device"_s, device.value()}, {u"certificate"_s, QString::fromLatin1(issued->pem)},
        {u"ca"_s, QString::fromLatin1(m_authority.certificate().toPem())}};
}

} // namespace Sonde::Service

#include "moc_signinservice.cpp"
