// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"
#include "service/identity/username.h"
#include "service/tenant/tenant.h"

using namespace std::chrono_literals;

/// The account for when nobody can sign in any more: armed at the service's own console, for a time, and seen by everybody who matters.
namespace Sonde::Service {

Tenant::ArmedAccount Tenant::armBreakGlass(std::chrono::seconds valid)
{
    const QString password = makeSecret();
    const QByteArray hash = hashPassword(password);
    const QStringList given{Role::GlobalAdministrator};
    const bool isKnown = store.user(BreakGlassAccount).has_value();
    store.saveUser({BreakGlassAccount, hash, given});
    if (isKnown)
        journal.append(ServiceActor, {},
            Event::UserChanged{BreakGlassAccount, false, given, credentialHash(hash), {}, QStringList(), {}});
    else
        journal.append(ServiceActor, {}, Event::UserAdded{BreakGlassAccount, given, credentialHash(hash)});
    const auto until = QDateTime::currentDateTimeUtc().addDuration(valid);
    m_breakGlass = Deadline(until);
    journal.append(ServiceActor, {}, Event::BreakGlassArmed{BreakGlassAccount, until});
    followBreakGlass();
    Q_EMIT breakGlassChanged({BreakGlassAccount, until, {}});
    return {password, until};
}

std::optional<QDateTime> Tenant::breakGlassUntil() const
{
    return m_breakGlass ? std::optional(m_breakGlass->until()) : std::nullopt;
}

void Tenant::noteBreakGlass(const QString &address)
{
    journal.append(BreakGlassAccount.value(), {}, Event::BreakGlassUsed{BreakGlassAccount, address});
    Q_EMIT breakGlassChanged({BreakGlassAccount, breakGlassUntil(), address});
}

void Tenant::followBreakGlass()
{
    // The clock may be set forward at any time.
    constexpr std::chrono::milliseconds longest = 5s;
    if (m_breakGlass && m_breakGlass->isOver())
        disarmBreakGlass(ServiceActor);
    else if (m_breakGlass)
        m_breakGlassEnd.start(std::min(longest, m_breakGlass->left()));
}

/// Also at the start of the service: what was armed before it was armed for that run.
void Tenant::disarmBreakGlass(const QString &actor)
{
    m_breakGlassEnd.stop();
    m_breakGlass.reset();
    auto known = store.user(BreakGlassAccount);
    if (!known || known->disabled)
        return;
    known->disabled = true;
    store.saveUser(*known);
    journal.append(actor, {}, Event::UserChanged{BreakGlassAccount, true, {}, {}, {}, {}, {}});
    journal.append(actor, {}, Event::BreakGlassEnded{BreakGlassAccount});
    endAccessOf(actor, BreakGlassAccount);
    Q_EMIT breakGlassChanged({BreakGlassAccount, {}, {}});
}

} // namespace Sonde::Service
