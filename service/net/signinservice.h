// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/identity/certificateauthority.h"
#include "service/identity/username.h"
#include "service/rates/ratelimit.h"
#include "service/rates/rememberedplaces.h"
#include "service/tenant/tenant.h"

namespace Sonde::Service {

/// Where strangers become known: the first user, whoever signs in, a device that enrols.
class SignInService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInService)

public:
    using Reply = std::function<void(const Result<QJsonObject> &)>;

    SignInService(Tenant &tenant, const CertificateAuthority &authority, QObject *parent = nullptr);

    /// Good once, for the first user; made only while there is none.
    [[nodiscard]] std::optional<QString> makeSetupToken();
    /// Signs `user` in once without a password. The user is made when missing and administers everything.
    [[nodiscard]] QString makeEmbeddedToken(const UserName &user);

    void setUp(const QString &token, const QString &user, const QString &password, const QString &address, Reply reply);
    void signIn(const QString &user, const QString &password, const QString &address, Reply reply);
    void signInEmbedded(const QString &token, const QString &address, Reply reply);
    /// From now on the access token is good for nothing.
    void signOut(const QString &token, const QString &address, Reply reply);
    /// `request` is a PEM certificate request.
    void enrol(
        const QString &token, const QString &name, const QByteArray &request, const QString &address, Reply reply);

Q_SIGNALS:
    /// Whoever came in with the access token of this hash has to go.
    void signedOut(const QByteArray &tokenHash);

private:
    [[nodiscard]] Result<void> checkRate(const UserName &user, const QString &address);
    [[nodiscard]] bool mayTry(const UserName &user, const QString &place);
    void signedInOrNot(bool fits, const std::optional<StoredUser> &user, const UserName &typed, const QString &address,
        const Reply &reply);
    [[nodiscard]] QJsonObject welcome(const StoredUser &user, const QString &address);
    [[nodiscard]] Result<QJsonObject> enrolDevice(const QString &token, const QString &name, const QByteArray &request);
    /// Hands the result out once what it says is committed.
    void replyAfterCommit(Reply reply, Result<QJsonObject> result);

    Tenant &m_tenant;
    const CertificateAuthority &m_authority;
    OneTimeSecret m_setup;
    OneTimeSecret m_embedded;
    UserName m_embeddedUser;
    RateLimit m_byAddress; ///< of those that came in with a password only what they took is given back
    RateLimit m_byUser;    ///< …and address: whoever guesses elsewhere keeps nobody out
    /// Attempts on one name from places it has not come from, of everybody together. When they are more, each such place has few, and slowly:
    /// thousands of them guess no faster, and whoever travels has the first all the same.
    RateLimit m_byName;
    RateLimit m_slowed; ///< by user and address
    RememberedPlaces m_places;
};

} // namespace Sonde::Service
