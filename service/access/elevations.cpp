// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/elevations.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// The clock may be set forward at any time.
constexpr std::chrono::milliseconds LongestSleep = 5s;
/// How much of what has passed a crash may forget, if the clock is set back, too.
constexpr std::chrono::milliseconds KeptEvery = 1min;
} // namespace

Elevations::Elevations(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    // The clock may have been set back since the last entry, or before it.
    const QDateTime lastKnown = m_store.head().time;
    for (const ElevationRecord &record : m_store.elevations()) {
        const auto most = std::chrono::milliseconds(std::max(lastKnown, record.since).msecsTo(record.until));
        m_elevations.push_back({record, Deadline(record.until, std::min(most, record.left))});
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { sweep(QDateTime::currentDateTimeUtc()); });
    arm();
}

QStringList Elevations::rolesOf(const UserName &user, const QStringList &always) const
{
    QStringList roles = always;
    for (const Elevation &one : m_elevations) {
        if (one.record.user == user && !one.deadline.isOver() && !roles.contains(one.record.role))
            roles << one.record.role;
    }
    return roles;
}

bool Elevations::contains(const UserName &user, const QString &role) const
{
    return std::ranges::any_of(
        m_elevations, [&](const Elevation &one) { return one.record.user == user && one.record.role == role; });
}

std::vector<ElevationRecord> Elevations::all(const UserName &user) const
{
    std::vector<ElevationRecord> records;
    for (const Elevation &one : m_elevations) {
        if (user.isValid() && one.record.user != user)
            continue;
        records.push_back(one.record);
        records.back().left = one.deadline.left();
    }
    return records;
}

void Elevations::begin(const ElevationRecord &record)
{
    erase(record.user, record.role);
    m_elevations.push_back({record, Deadline(record.until)});
    m_elevations.back().record.left = m_elevations.back().deadline.left();
    m_store.saveElevation(m_elevations.back().record);
    arm();
}

void Elevations::end(const UserName &user, const QString &role)
{
    erase(user, role);
    m_store.dropElevation(user, role);
    arm();
}

void Elevations::erase(const UserName &user, const QString &role)
{
    std::erase_if(
        m_elevations, [&](const Elevation &one) { return one.record.user == user && one.record.role == role; });
}

void Elevations::arm()
{
    if (m_elevations.empty())
        return m_timer.stop();
    std::chrono::milliseconds next = LongestSleep;
    for (const Elevation &one : m_elevations)
        next = std::min(next, one.deadline.left());
    m_timer.start(next);
}

void Elevations::sweep(const QDateTime &now)
{
    std::vector<ElevationRecord> over;
    for (Elevation &one : m_elevations) {
        const auto left = one.deadline.leftAt(now);
        if (left.count() == 0) {
            over.push_back(one.record);
        } else if (left + KeptEvery <= one.record.left) {
            one.record.left = left;
            m_store.saveElevation(one.record);
        }
    }
    for (const ElevationRecord &record : over)
        Q_EMIT overdue(record.user, record.role);
    arm();
}

} // namespace Sonde::Service

#include "moc_elevations.cpp"
