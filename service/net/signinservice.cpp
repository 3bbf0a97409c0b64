// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/signinservice.h"

#include "protocol/base/reason.h"
#include "service/identity/password.h"
#include "service/rates/addresskey.h"

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

SignInService::SignInService(Tenant &tenant, const CertificateAuthority &authority, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_authority(authority)
    , m_byAddress({20, 1.0 / 3})
    , m_byUser({5, 1.0 / 12})
    , m_byName({20, 1.0 / 6})
    , m_slowed({2, 1.0 / 300})
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
    const QString place = placeOf(QHostAddress(address));
    const QString both = user.value() + u' ' + place;
    const bool isAllowed = m_byAddress.allow(place) && (!user.isValid() || mayTry(user, place));
    if (isAllowed)
        return {};
    const auto wait = std::max({m_byAddress.retryAfter(place), m_byUser.retryAfter(both), m_slowed.retryAfter(both)});
    return fail(ErrorCode::RateLimited, user.value(), u"too many attempts"_s)
        .with(Fact::RetryAfter, qint64(wait.count()));
}

bool SignInService::mayTry(const UserName &user, const QString &place)
{
    const QString both = user.value() + u' ' + place;
    if (!m_byUser.allow(both))
        return false;
    return m_places.contains(user.value(), place) || m_byName.allow(user.value()) || m_slowed.allow(both);
}

void SignInService::setUp(
    const QString &token, const QString &user, const QString &password, const QString &address, Reply reply)
{
    const UserName name = userNameFrom(user);
    if (const auto allowed = checkRate({}, address); !allowed)
        return replyAfterCommit(std::move(reply), std::unexpected(allowed.error()));
    if (!m_setup.fits(token) || m_tenant.store.hasUsers())
        return replyAfterCommit(std::move(reply), fail(ErrorCode::TokenInvalid));
    if (const auto good = checkUserName(name); !good)
        return replyAfterCommit(std::move(reply), std::unexpected(good.error()));
    if (const auto strong = checkPassword(password); !strong)
        return replyAfterCommit(std::move(reply), std::unexpected(strong.error()));
    const auto asked = m_tenant.passwords.hash(this, password, [this, name, reply](const QByteArray &hash) {
        replyAfterCommit(reply, m_tenant.addUser(name.value(), name, hash, {Role::GlobalAdministrator}).transform([&] {
            return QJsonObject{{u"user"_s, name.value()}};
        }));
    });
    if (!asked)
        return replyAfterCommit(std::move(reply), std::unexpected(asked.error()));
    m_setup.clear();
}

void SignInService::signIn(const QString &user, const QString &password, const QString &address, Reply reply)
{
    const UserName name = userNameFrom(user);
    if (const auto allowed = checkRate(name, address); !allowed)
        return replyAfterCommit(std::move(reply), std::unexpected(allowed.error()));
    const auto known = m_tenant.store.user(name);
    // An unknown user, and one that is disabled, takes as long as a wrong password, and is told the same.
    const QByteArray hash = known && !known->disabled ? known->passwordHash : QByteArray();
    const auto asked = m_tenant.passwords.compare(
        this, password.left(MaxPasswordLength + 1), hash, [this, name, address, reply](bool fits) {
            signedInOrNot(fits, m_tenant.store.user(name), name, address, reply);
        });
    if (!asked)
        replyAfterCommit(std::move(reply), std::unexpected(asked.error()));
}

void SignInService::signedInOrNot(
    bool fits, const std::optional<StoredUser> &user, const UserName &typed, const QString &address, const Reply &reply)
{
    // Meanwhile they may have been disabled.
    if (fits && user && !user->disabled) {
        // Only its own place: who has an account does not thereby guess more often for others.
        const QString place = placeOf(QHostAddress(address));
        m_byAddress.giveBack(place);
        m_byUser.forgive(typed.value() + u' ' + place);
        m_places.remember(typed.value(), place);
        return replyAfterCommit(reply, welcome(*user, address));
    }
    // Whoever is not known may have typed a password where the name belongs.
    m_tenant.journal.append(ServiceActor, {}, Event::SignInRefused{address, user ? typed.value() : QString()});
    replyAfterCommit(reply, fail(ErrorCode::SignInFailed, typed.value(), u"wrong name or password"_s));
}

void SignInService::signInEmbedded(const QString &token, const QString &address, Reply reply)
{
    const auto known = m_tenant.store.user(m_embeddedUser);
    if (!m_embedded.fits(token) || !known || known->disabled) {
        m_tenant.journal.append(ServiceActor, {}, Event::SignInRefused{address, {}});
        return replyAfterCommit(std::move(reply), fail(ErrorCode::TokenInvalid));
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
    m_tenant.journal.append(user.name.value(), {}, Event::SignedIn{address, secretHash(made.secret)});
    if (user.name == BreakGlassAccount)
        m_tenant.noteBreakGlass(address);
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
        m_byAddress.forgive(placeOf(QHostAddress(address)));
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
    const QByteArray sha256 = issued->certificate.digest(QCryptographicHash::Sha256);
    m_tenant.inventory.add(device, name, *group, sha256);
    m_tenant.journal.append(AgentActor, {.device = device}, Event::DeviceEnrolled{name, sha256, *group});
    m_tenant.tagEnrolled(AgentActor, device);
    return QJsonObject{{u"device"_s, device.value()}, {u"certificate"_s, QString::fromLatin1(issued->pem)},
        {u"ca"_s, QString::fromLatin1(m_authority.certificate().toPem())}};
}

} // namespace Sonde::Service

#include "moc_signinservice.cpp"
