// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/tenant/tenant.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Roles for a time, and second persons.
namespace Sonde::Service {

namespace {
/// Of why somebody takes a role, in UTF-16 units.
constexpr qsizetype MostElevationReason = 1000;

Result<void> checkTerms(const Message::ElevateRole &request)
{
    if (request.valid < 1s || request.valid > LongestElevation)
        return fail(ErrorCode::BadValue, u"minutes"_s)
            .with(Fact::Least, 1)
            .with(Fact::Most, qint64(LongestElevation.count()));
    if (request.reason.trimmed().isEmpty())
        return std::unexpected(errorBecause(Reason::ReasonNeeded, ErrorCode::BadValue, u"reason"_s));
    if (request.reason.size() > MostElevationReason)
        return fail(ErrorCode::BadValue, u"reason"_s, Reason::TooLong).with(Fact::Limit, qint64(MostElevationReason));
    return {};
}

} // namespace

Grants Tenant::grantsOf(const UserName &user, const QStringList &always) const
{
    return roles.grantsOf(elevations.rolesOf(user, always)).withEligible(roles.grantsOf(eligibleRoles(user)).all());
}

Analyst Tenant::analystNow(const UserName &user)
{
    const auto known = store.user(user);
    if (!known || known->disabled)
        return {user, {}, Grants()};
    return {user, known->roles, grantsOf(user, known->roles).unlocked()};
}

QStringList Tenant::eligibleRoles(const UserName &user) const
{
    const auto known = store.user(user);
    return known ? known->eligible : QStringList();
}

Result<void> Tenant::elevate(const Analyst &analyst, const Message::ElevateRole &request)
{
    const UserName user = request.user.value_or(analyst.name);
    if (const auto good = checkTerms(request); !good)
        return good;
    // What somebody has for a time gives nothing to others, and does not lengthen itself.
    const auto asker = store.user(analyst.name);
    const bool administers =
        asker && holding(analyst, roles.grantsOf(asker->roles)).onTenant().contains(Permission::Authorization);
    if (!administers && user != analyst.name) {
        const bool atAll = analyst.grants.onTenant().contains(Permission::Authorization);
        return atAll ? std::unexpected(errorBecause(Reason::OnlyForATime, ErrorCode::NotPermitted, user.value()))
                     : requirePermission(analyst, Permission::Authorization);
    }
    const auto known = store.user(user);
    if (!known)
        return fail(ErrorCode::UserUnknown, user.value());
    if (!administers && !known->eligible.contains(request.role))
        return fail(ErrorCode::NotEligible, request.role).with(Fact::Role, request.role);
    if (const auto good = roles.check({request.role}); !good)
        return good;
    const auto now = QDateTime::currentDateTimeUtc();
    const ElevationRecord record{
        user, request.role, request.reason.trimmed(), analyst.name.value(), now, now.addDuration(request.valid), {}};
    elevations.begin(record);
    journal.append(analyst.name.value(), {}, Event::RoleElevated{user, record.role, record.reason, record.until});
    enforceAccess(analyst.name.value());
    return {};
}

Result<void> Tenant::endElevation(const Analyst &analyst, const UserName &user, const QString &role)
{
    if (user != analyst.name) {
        if (const auto allowed = requirePermission(analyst, Permission::Authorization); !allowed)
            return allowed;
    }
    if (!elevations.contains(user, role))
        return fail(ErrorCode::RoleUnknown, role);
    endElevation(
        analyst.name.value(), user, role, user == analyst.name ? ElevationEnd::GivenUp : ElevationEnd::Withdrawn);
    return {};
}

void Tenant::endElevation(const QString &actor, const UserName &user, const QString &role, ElevationEnd cause)
{
    elevations.end(user, role);
    journal.append(actor, {}, Event::ElevationEnded{user, role, cause});
    enforceAccess(actor);
}

void Tenant::endElevationsOf(const QString &actor, const UserName &user)
{
    for (const ElevationRecord &record : elevations.all(user))
        endElevation(actor, user, record.role, ElevationEnd::Withdrawn);
}

std::vector<ElevationRecord> Tenant::elevationsFor(const Analyst &analyst) const
{
    const bool administers = analyst.grants.onTenant().contains(Permission::Authorization);
    return elevations.all(administers ? UserName() : analyst.name);
}

Result<void> Tenant::decideApproval(const Analyst &approver, const Message::DecideApproval &request)
{
    const HeldLine *line = commands.approvals().find(request.command);
    const Analyst owner = line ? analystNow(UserName(line->analyst)) : Analyst();
    return commands.decide(approver, owner, request.command, request.approved, request.reason);
}

std::vector<ApprovalRecord> Tenant::approvalsFor(const Analyst &analyst) const
{
    std::vector<ApprovalRecord> records;
    for (const auto &[command, line] : commands.approvals().all()) {
        const QString group = inventory.groupOf(line.subject.device);
        // Who has to show a second factor first has to know why.
        const bool decides = analyst.grants.unlocked().on(group).contains(Permission::ApproveCommands);
        if (line.analyst == analyst.name.value() || decides)
            records.push_back(recordOf(line, group));
    }
    return records;
}

} // namespace Sonde::Service
