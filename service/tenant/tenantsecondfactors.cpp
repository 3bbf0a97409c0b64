// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tenant/tenant.h"

using namespace std::chrono_literals;

/// What somebody shows besides their password.
namespace Sonde::Service {

Grants Tenant::holding(const Analyst &analyst, const Grants &given)
{
    return tokens.secondFactorLeft(analyst.token) > 0ms ? given.unlocked() : given;
}

Result<QString> Tenant::makeSecondFactor(const Analyst &analyst)
{
    // Whoever found somebody signed in must not put their own in its place.
    const bool counts = secondFactors.stateOf(analyst.name) == SecondFactorState::Confirmed;
    if (counts && tokens.secondFactorLeft(analyst.token) <= 0ms)
        return fail(ErrorCode::SecondFactorNeeded, analyst.name.value());
    const auto made = secondFactors.make(analyst.name);
    journal.append(analyst.name.value(), {}, Event::SecondFactorMade{analyst.name, made.credential});
    Q_EMIT secondFactorChanged(analyst.name);
    return made.secret;
}

Result<void> Tenant::showSecondFactor(const Analyst &analyst, const QString &code, const QString &address)
{
    const auto shown = secondFactors.show(analyst.name, code, QDateTime::currentDateTimeUtc());
    if (!shown) {
        if (shown.error().code == ErrorCode::SecondFactorWrong)
            journal.append(analyst.name.value(), {}, Event::SecondFactorRefused{analyst.name, address});
        return std::unexpected(shown.error());
    }
    if (*shown == SecondFactors::Shown::Confirmed)
        journal.append(analyst.name.value(), {}, Event::SecondFactorConfirmed{analyst.name});
    tokens.noteSecondFactor(analyst.token);
    journal.append(analyst.name.value(), {}, Event::SecondFactorShown{analyst.name, address, analyst.token});
    Q_EMIT secondFactorChanged(analyst.name);
    return {};
}

Result<void> Tenant::removeSecondFactor(const Analyst &analyst, const UserName &user)
{
    if (!store.user(user))
        return fail(ErrorCode::UserUnknown, user.value());
    if (!secondFactors.remove(user))
        return fail(ErrorCode::SecondFactorMissing, user.value());
    journal.append(analyst.name.value(), {}, Event::SecondFactorRemoved{user});
    revoke(user);
    return {};
}

} // namespace Sonde::Service
