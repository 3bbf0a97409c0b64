// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/filecollection.h"

#include "agent/base/devicefolder.h"
#include "protocol/base/devicepath.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QDateTime timeOf(qint64 nanoseconds)
{
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, QTimeZone::UTC);
}

} // namespace

QByteArray timelineLine(const QString &message, const QDateTime &time, const QString &what, QJsonObject more)
{
    more.insert(u"message"_s, message);
    more.insert(u"datetime"_s, time.toUTC().toString(Qt::ISODateWithMs));
    more.insert(u"timestamp"_s, time.toMSecsSinceEpoch() * 1000);
    more.insert(u"timestamp_desc"_s, what);
    return QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n';
}

FileCollection::FileCollection(const Means &means, ArtifactPaths::Surroundings surroundings)
    : m_means(means)
    , m_paths(means.walk, [this, &surroundings] {
        surroundings.mayGoOn = [this] { return mayGoOn(); };
        return std::move(surroundings);
    }())
{
}

Result<void> FileCollection::take(const Artifact &artifact, DataPoint &point)
{
    m_point = &point;
    m_end.reset();
    m_timeWasUp = false;
    const auto problem = [this](const Error &error) { m_means.report.addQuietProblem(*m_point, error); };
    for (const ArtifactFiles &files : artifact.files) {
        for (const QByteArray &pattern : files.patterns) {
            m_paths.find(
                pattern, [&](const QByteArray &path, const WalkedFacts &facts) { return found(files, path, facts); },
                problem);
            if (m_end)
                return std::unexpected(*m_end);
        }
    }
    if (m_timeWasUp) {
        m_means.report.addBudgetProblem(point,
            Error{ErrorCode::BudgetReached, point.name, {}, {}}
                .with(Fact::Parameter, u"time"_s)
                .with(Fact::Limit, qint64(m_means.budget.time().count())));
        if (point.files == 0)
            point.state = PointState::Skipped;
        return {};
    }
    if (point.state == PointState::Complete && point.files == 0 && point.details.isEmpty())
        point.state = PointState::Absent;
    if (point.problems > 0 && point.files == 0)
        point.state = PointState::Failed;
    return {};
}

bool FileCollection::mayGoOn()
{
    m_timeWasUp = m_timeWasUp || m_means.budget.isTimeUp();
    if (!m_timeWasUp && !m_means.context.mayGoOn())
        m_end = Error{ErrorCode::Cancelled, {}, {}, {}};
    return !m_timeWasUp && !m_end;
}

/// False: no further.
bool FileCollection::found(const ArtifactFiles &files, const QByteArray &path, const WalkedFacts &facts)
{
    if (!mayGoOn())
        return false;
    if (facts.kind == FileKind::Directory && !files.folders)
        return true;
    if (m_taken.contains(path)) {
        m_point->details.insert(u"taken_before"_s, m_point->details.value(u"taken_before"_s).toInteger() + 1);
        return true;
    }
    const auto taken = takePath(path, facts);
    if (!taken)
        m_end = taken.error();
    if (m_end || facts.kind != FileKind::Directory)
        return !m_end;
    const ArtifactFiles inside{{joinedPath(path, "**")}, false};
    bool goesOn = true;
    m_paths.find(
        inside.patterns.first(),
        [&](const QByteArray &below, const WalkedFacts &belowFacts) {
            return goesOn = found(inside, below, belowFacts);
        },
        [this](const Error &error) { m_means.report.addQuietProblem(*m_point, error); });
    return goesOn;
}

bool FileCollection::isTooOld(const WalkedFacts &facts) const
{
    const auto &since = m_means.order.since;
    return since && std::max(facts.modified, facts.changed) / 1'000'000 < since->toMSecsSinceEpoch();
}

void FileCollection::complain(Error error, const QByteArray &path)
{
    error.subject = DevicePath(path).typed();
    m_means.report.addQuietProblem(*m_point, error);
}

Result<void> FileCollection::takePath(const QByteArray &path, const WalkedFacts &facts)
{
    m_taken.insert(path);
    switch (facts.kind) {
    case FileKind::Regular: return takeFile(path, facts);
    case FileKind::Link: return takeLink(path, facts);
    case FileKind::Directory: return m_means.package.addFolder("[root]" + path, facts);
    default: complain(Error{ErrorCode::NotARegularFile, {}, kindName(facts.kind), {}}, path); return {};
    }
}

Result<void> FileCollection::takeFile(const QByteArray &path, const WalkedFacts &facts)
{
    if (isTooOld(facts)) {
        m_point->details.insert(u"older"_s, m_point->details.value(u"older"_s).toInteger() + 1);
        return {};
    }
    const auto file = m_means.walk.open(path);
    if (!file) {
        complain(file.error(), path);
        return {};
    }
    const qint64 size = (*file)->isKernels() ? 0 : (*file)->facts().size;
    if (size > m_means.order.bytesOfFile) {
        complain(Error{ErrorCode::TooLarge, {}, {}, {}}
                     .with(Fact::Limit, m_means.order.bytesOfFile)
                     .with(Fact::Actual, size),
            path);
        return {};
    }
    if (!m_means.budget.fits(size)) {
        m_means.report.addBudgetProblem(*m_point,
            Error{ErrorCode::BudgetReached, DevicePath(path).typed(), {}, {}}
                .with(Fact::Parameter, u"size"_s)
                .with(Fact::Limit, m_means.budget.bytes()));
        return {};
    }
    const auto taken = m_means.package.addFile("[root]" + path, **file);
    if (!taken)
        return std::unexpected(taken.error());
    if (taken->problem)
        complain(*taken->problem, path);
    ++m_point->files;
    m_point->bytes += taken->bytes;
    addTimes(path, (*file)->facts());
    return {};
}

/// A link is taken as such, so that it leads nowhere else when it is unpacked. What one of root leads to is taken too, where it is.
Result<void> FileCollection::takeLink(const QByteArray &path, const WalkedFacts &facts)
{
    if (const auto added = m_means.package.addLink("[root]" + path, facts, m_means.walk.target(path)); !added)
        return added;
    ++m_point->files;
    if (facts.user != 0)
        return {};
    const auto behind = m_means.walk.followed(path);
    const auto factsBehind =
        behind ? m_means.walk.facts(*behind) : Result<WalkedFacts>(std::unexpected(behind.error()));
    if (!factsBehind) {
        if (factsBehind.error().code != ErrorCode::NotFound)
            complain(factsBehind.error(), path);
        return {};
    }
    if (factsBehind->kind != FileKind::Regular || m_taken.contains(*behind))
        return {};
    m_taken.insert(*behind);
    return takeFile(*behind, *factsBehind);
}

void FileCollection::addTimes(const QByteArray &path, const WalkedFacts &facts)
{
    const QString shown = DevicePath(path).typed();
    const auto add = [&](std::optional<qint64> time, const QString &what) {
        if (time && isHeld(*time))
            m_means.timeline.append(
                timelineLine(shown, timeOf(*time), what, {{u"data_type"_s, u"fs:stat"_s}, {u"filename"_s, shown}}));
    };
    add(facts.modified, u"Content Modification Time"_s);
    add(facts.accessed, u"Last Access Time"_s);
    add(facts.changed, u"Metadata Modification Time"_s);
    add(facts.created, u"Creation Time"_s);
}

} // namespace Sonde::Agent
