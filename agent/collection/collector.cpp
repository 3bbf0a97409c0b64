// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/collector.h"

#include "agent/base/devicefolder.h"
#include "agent/collection/bodyfile.h"
#include "agent/collection/memory/memoryimage.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/storage/volumes.h"
#include "protocol/base/devicepath.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A walk of a large disk leaves time for the files themselves.
constexpr int BodyfileShare = 2;

bool isWholeDevice(const CommandContext &context)
{
    return context.surroundings().root == "/";
}

QByteArrayList homesOf(const QByteArray &root)
{
    Linux::FileTree tree(root);
    QByteArrayList homes;
    for (const Linux::Home &home : Linux::listHomes(tree))
        homes.append(home.path);
    return homes;
}

/// Where patterns with ** do not go: the kernel's own and other machines' disks.
ArtifactPaths::Surroundings surroundingsOf(const CommandContext &context)
{
    return {homesOf(context.surroundings().root), isWholeDevice(context) ? listVolumes().foreign : QSet<QByteArray>()};
}

QString profileText(CollectProfile profile)
{
    return profile == CollectProfile::Full ? u"full"_s : u"triage"_s;
}

} // namespace

Collector::Collector(CommandContext &context, const CollectOrder &order, CollectionInput input,
    const PackageStream &stream, GzipWriter::Out out)
    : m_context(context)
    , m_order(order)
    , m_input(std::move(input))
    , m_walk(context.surroundings().root)
    , m_package(std::move(out))
    , m_report(context)
    , m_budget(order.bytes, order.time, m_package, m_report, stream)
{
    m_input.about.insert(u"profile"_s, profileText(order.profile));
    m_input.about.insert(u"size_limit"_s, order.bytes);
    m_input.about.insert(u"size_limit_of_a_file"_s, order.bytesOfFile);
    m_input.about.insert(u"time_limit_seconds"_s, qint64(order.time.count()));
    if (order.since)
        m_input.about.insert(u"since"_s, order.since->toString(Qt::ISODateWithMs));
    m_input.about.insert(u"started"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    m_input.about.insert(u"definitions"_s, QJsonArray::fromStringList(m_input.artifacts.sources));
}

Result<void> Collector::run()
{
    m_parts = countParts();
    m_report.log(u"begins: "_s + QString::fromUtf8(QJsonDocument(m_input.about).toJson(QJsonDocument::Compact)));
    // Whoever waits for it sees at once that it comes.
    return m_package.add("collection.json", QJsonDocument(m_input.about).toJson())
        .and_then([this] { return m_package.flush(); })
        .and_then([this] { return m_order.memory ? collectMemory() : Result<void>(); })
        .and_then([this] { return collectResults(); })
        .and_then([this] { return collectLive(); })
        .and_then([this] { return collectBodyfile(); })
        .and_then([this] { return collectFiles(); })
        .and_then([this] { return close(); });
}

/// So that an analyst sees how far it is: of what follows only the parts are known, not how long they take.
qint64 Collector::countParts() const
{
    qint64 parts = qint64(m_input.results.size()) + 3; // what the kernel says, the body file, the time line
    if (m_order.memory)
        parts += 2; // what explains it, too
    const bool runsPrograms = isWholeDevice(m_context);
    if (runsPrograms)
        parts += qint64(liveCommands().size());
    for (const Artifact *artifact : wantedArtifacts())
        parts += !artifact->files.empty() + (runsPrograms ? qint64(artifact->commands.size()) : 0);
    return parts;
}

void Collector::showProgress(const QString &what)
{
    m_context.showProgress({m_done, m_parts, u"parts"_s, what, m_package.packedBytes()});
}

Result<void> Collector::finish(DataPoint &point)
{
    ++m_done;
    return m_report.finish(point);
}

Error Collector::budgetError(const QString &at) const
{
    const bool time = m_budget.isTimeUp();
    const qint64 limit = time ? qint64(m_budget.time().count()) : m_budget.bytes();
    return Error{ErrorCode::BudgetReached, at, {}, {}}
        .with(Fact::Parameter, time ? u"time"_s : u"size"_s)
        .with(Fact::Limit, limit);
}

bool Collector::isSpent(DataPoint &point)
{
    if (!m_budget.isTimeUp() && m_budget.fits(0))
        return false;
    skip(point);
    return true;
}

void Collector::skip(DataPoint &point)
{
    point.state = PointState::Skipped;
    m_report.addBudgetProblem(point, budgetError(point.name));
}

/// What is too large for what is left is not begun.
Result<void> Collector::addSpool(DataPoint &point, Spool &content)
{
    if (!m_budget.fits(content.packedBytes())) {
        skip(point);
        return {};
    }
    return m_package.add(point.path.toUtf8(), content).transform([&] {
        ++point.files;
        point.bytes += content.size();
    });
}

// ---- the memory

Result<void> Collector::collectMemory()
{
    DataPoint point(u"memory"_s, u"memory"_s, u"memory/memory.lime"_s);
    showProgress(point.path);
    auto image = MemoryImage::open(m_context.surroundings().root);
    if (!image) {
        point.state = PointState::Failed;
        m_report.addProblem(point, image.error());
        return finish(point).and_then([this] { return collectSymbols(); });
    }
    return collectMemoryImage(point, *image).and_then([&] { return finish(point); }).and_then([this] {
        return collectSymbols();
    });
}

/// Memory is hardly ever as small when it is compressed: what would not fit as it is, is not begun.
Result<void> Collector::collectMemoryImage(DataPoint &point, MemoryImage &image)
{
    point.details = {{u"image_bytes"_s, image.size()}, {u"ranges"_s, qint64(image.layout().ranges.size())},
        {u"not_in_kcore_bytes"_s, qint64(image.layout().missing)}};
    if (m_budget.isTimeUp() || !m_budget.fits(image.size())) {
        skip(point);
        return {};
    }
    qint64 done = 0;
    bool isCut = false;
    const auto taken = m_package.addMade(point.path.toUtf8(), image.size(), [&](std::span<char> buffer) -> qsizetype {
        isCut = isCut || m_budget.isTimeUp() || m_context.stop().stop_requested();
        const qsizetype count = isCut ? 0 : image.read(buffer);
        done += count;
        m_context.showProgress({done, image.size(), u"bytes"_s, point.path});
        return count;
    });
    if (!taken)
        return std::unexpected(taken.error());
    if (m_context.stop().stop_requested())
        return fail(ErrorCode::Cancelled);
    ++point.files;
    point.bytes += taken->bytes;
    point.details.insert(u"unreadable_bytes"_s, image.unreadable());
    if (isCut)
        m_report.addBudgetProblem(point, budgetError(point.name));
    else if (image.layout().missing > 0 || image.unreadable() > 0)
        m_report.addProblem(point,
            Error{ErrorCode::ReadFailed, u"/proc/kcore"_s, {}, {}}.with(
                Fact::Actual, qint64(image.layout().missing) + image.unreadable()));
    return {};
}

/// What names the things in it: without the kernel that was running nobody reads its memory.
Result<void> Collector::collectSymbols()
{
    DataPoint point(u"memory"_s, u"symbols"_s);
    const auto version = m_walk.open("/proc/sys/kernel/osrelease");
    std::array<char, 256> text{};
    const auto size = version ? (*version)->read(text) : std::unexpected(version.error());
    const QByteArray release = QByteArray(text.data(), size.value_or(0)).trimmed();
    if (release.isEmpty() || release.contains('/'))
        point.state = PointState::Absent;
    for (const QByteArray &path : QByteArrayList{"/boot/vmlinuz-" + release, "/boot/System.map-" + release,
             "/boot/config-" + release, QByteArray("/sys/kernel/btf/vmlinux")}) {
        const auto file = m_walk.open(path);
        if (!file || isSpent(point))
            continue;
        if (!m_budget.fits((*file)->facts().size)) {
            skip(point);
            continue;
        }
        const auto taken = m_package.addFile("memory" + path, **file);
        if (!taken)
            return std::unexpected(taken.error());
        if (taken->problem)
            m_report.addQuietProblem(point, *taken->problem);
        ++point.files;
        point.bytes += taken->bytes;
    }
    if (point.files == 0 && point.state == PointState::Complete)
        point.state = PointState::Absent;
    return finish(point);
}

// ---- Sonde's own results

Result<void> Collector::collectResults()
{
    for (const ResultSource &source : m_input.results) {
        if (const auto collected = collectResult(source); !collected)
            return collected;
    }
    return {};
}

Result<void> Collector::collectResult(const ResultSource &source)
{
    DataPoint point(u"results"_s, source.verb, u"results/%1.jsonl"_s.arg(source.verb));
    showProgress(point.path);
    if (isSpent(point))
        return finish(point);
    Spool lines;
    qint64 rows = 0;
    const auto said = source.run([&](const QJsonObject &row) {
        lines.append(QJsonDocument(row).toJson(QJsonDocument::Compact));
        lines.append("\n");
        addRowTimes(source.verb, row);
        ++rows;
    });
    for (const Error &error : said.errors) {
        if (!isNote(error.code))
            m_report.addQuietProblem(point, error);
    }
    if (said.failure && said.failure->code == ErrorCode::Cancelled)
        return std::unexpected(*said.failure);
    if (said.failure)
        m_report.addProblem(point, *said.failure);
    point.details.insert(u"rows"_s, rows);
    const auto added = addSpool(point, lines);
    if (said.failure)
        point.state = PointState::Failed;
    return added.and_then([this] { return m_package.flush(); }).and_then([&] { return finish(point); });
}

void Collector::addRowTimes(const QString &verb, const QJsonObject &row)
{
    const auto add = [&](const QString &column, const QString &name, const QString &what) {
        const QDateTime time = QDateTime::fromString(row.value(column).toString(), Qt::ISODateWithMs);
        if (time.isValid())
            m_timeline.append(timelineLine(name, time, what, {{u"data_type"_s, u"sonde:%1"_s.arg(verb)}}));
    };
    const auto text = [&row](const QString &column) { return row.value(column).toString(); };
    if (verb == Verbs::Processes.name)
        add(u"creation_time"_s,
            u"%1 (%2) %3"_s.arg(text(u"name"_s)).arg(row.value(u"pid"_s).toInteger()).arg(text(u"command_line"_s)),
            u"Process Started"_s);
    if (verb == Verbs::Persistence.name)
        add(u"modified"_s, u"%1: %2 (%3)"_s.arg(text(u"method"_s), text(u"name"_s), text(u"path"_s)),
            u"Persistence Modified"_s);
    if (verb == Verbs::Scheduledtasks.name)
        add(u"last_run"_s, text(u"id"_s), u"Scheduled Task Run"_s);
}

// ---- what programs and the kernel say

Result<void> Collector::collectLive()
{
    if (const auto files = collectLiveFiles(); !files)
        return files;
    if (!isWholeDevice(m_context)) // a copy of a device runs no programs
        return {};
    for (const LiveCommand &command : liveCommands()) {
        if (const auto collected = collectProgram(command); !collected)
            return collected;
    }
    return {};
}

Result<void> Collector::collectLiveFiles()
{
    DataPoint point(u"live_response"_s, u"proc"_s);
    if (isSpent(point))
        return finish(point);
    for (const LiveFile &wanted : liveFiles()) {
        // /proc/net is a link of the kernel's to the reader's own.
        const auto path = m_walk.followed(wanted.path);
        const auto file = path ? m_walk.open(*path) : std::unexpected(path.error());
        if (!file) {
            if (file.error().code != ErrorCode::NotFound)
                m_report.addQuietProblem(point, file.error());
            continue;
        }
        const QByteArray name = "live_response/" + wanted.area + '/' + wanted.path.sliced(1).replace('/', '_') + ".txt";
        const auto taken = m_package.addFile(name, **file);
        if (!taken)
            return std::unexpected(taken.error());
        if (taken->problem)
            m_report.addQuietProblem(point, *taken->problem);
        ++point.files;
        point.bytes += taken->bytes;
    }
    return finish(point);
}

Result<void> Collector::collectProgram(const LiveCommand &command)
{
    const QString path =
        u"live_response/%1/%2"_s.arg(DevicePath(command.area).typed(), DevicePath(command.name).typed());
    DataPoint point(u"live_response"_s, DevicePath(command.arguments.join(' ')).typed(), path);
    showProgress(point.path);
    if (isSpent(point))
        return finish(point);
    Spool output;
    Spool errors;
    const auto limit = std::min<std::chrono::milliseconds>(command.limit, m_budget.left());
    const auto ran = runProgram(command.arguments, limit, m_context.command(), m_context.stop(), output, errors);
    if (!ran && ran.error().code == ErrorCode::Cancelled)
        return std::unexpected(ran.error());
    if (!ran && ran.error().code == ErrorCode::NotFound) {
        point.state = PointState::Absent;
        return finish(point);
    }
    if (!ran)
        m_report.addQuietProblem(point, ran.error());
    else if (ran->exitStatus.value_or(0) != 0)
        m_report.addQuietProblem(point,
            Error{ErrorCode::ExitStatus, DevicePath(command.arguments.first()).typed(), {}, {}}.with(
                Fact::Actual, *ran->exitStatus));
    if (ran && ran->cut)
        m_report.addQuietProblem(point,
            Error{ErrorCode::TooLarge, path, {}, {}}
                .with(Fact::Limit, output.size())
                .with(Fact::Actual, output.size() + 1));
    const auto added = addSpool(point, output).and_then([&] {
        return errors.isEmpty() || !m_budget.fits(errors.size())
            ? Result<void>()
            : m_package.add(u"%1.stderr"_s.arg(path).toUtf8(), errors);
    });
    if (point.problems > 0 && output.isEmpty())
        point.state = PointState::Failed;
    return added.and_then([&] { return finish(point); });
}

// ---- the disk

Result<void> Collector::collectBodyfile()
{
    DataPoint point(u"bodyfile"_s, u"bodyfile"_s, u"bodyfile/bodyfile.txt"_s);
    if (isSpent(point))
        return finish(point);
    BodyfileOrder order{{"/"}, {}, {}};
    if (isWholeDevice(m_context)) {
        const Volumes volumes = listVolumes();
        order.roots.insert(order.roots.end(), volumes.islands.begin(), volumes.islands.end());
        order.notEntered = volumes.foreign;
    }
    if (m_order.since)
        order.since = m_order.since->toMSecsSinceEpoch() * 1'000'000;
    const auto mostTime = m_budget.left() / BodyfileShare;
    bool cancelled = false;
    std::optional<Error> cut;
    Spool lines;
    const auto mayGoOn = [&, asked = 0](qint64 files) mutable {
        if (++asked % 512 != 0)
            return true;
        showProgress(u"%1: %2"_s.arg(point.path).arg(files));
        cancelled = !m_context.mayGoOn();
        if (point.clock.durationElapsed() > mostTime)
            cut = Error{ErrorCode::BudgetReached, point.name, {}, {}}
                      .with(Fact::Parameter, u"time"_s)
                      .with(Fact::Limit, qint64(mostTime.count()));
        else if (!m_budget.fits(lines.packedBytes()))
            cut = Error{ErrorCode::BudgetReached, point.name, {}, {}}
                      .with(Fact::Parameter, u"size"_s)
                      .with(Fact::Limit, m_budget.bytes());
        return !cancelled && !cut;
    };
    const qint64 count = writeBodyfile(
        m_walk, order, lines, mayGoOn, [&](const Error &error) { m_report.addQuietProblem(point, error); });
    if (cancelled)
        return fail(ErrorCode::Cancelled);
    if (cut)
        m_report.addBudgetProblem(point, *cut);
    point.details.insert(u"lines"_s, count);
    return addSpool(point, lines).and_then([&] { return finish(point); });
}

/// In the order of the profile.
std::vector<const Artifact *> Collector::wantedArtifacts() const
{
    std::vector<const Artifact *> wanted;
    if (m_order.profile == CollectProfile::Full) {
        for (const Artifact &artifact : m_input.artifacts.artifacts)
            wanted.push_back(&artifact);
        return wanted;
    }
    for (const QString &name : m_input.artifacts.triage) {
        const auto found = std::ranges::find(m_input.artifacts.artifacts, name, &Artifact::name);
        if (found != m_input.artifacts.artifacts.end())
            wanted.push_back(&*found);
    }
    return wanted;
}

Result<void> Collector::collectFiles()
{
    if (m_input.noArtifacts) {
        DataPoint point(u"files"_s, u"definitions"_s);
        point.state = PointState::Failed;
        m_report.addProblem(point, *m_input.noArtifacts);
        return m_report.finish(point);
    }
    FileCollection files(
        {m_context, m_order, m_walk, m_package, m_budget, m_report, m_timeline}, surroundingsOf(m_context));
    for (const Artifact *artifact : wantedArtifacts()) {
        if (!artifact->files.empty()) {
            DataPoint point(u"files"_s, artifact->name);
            showProgress(point.name);
            if (const auto taken = isSpent(point) ? Result<void>() : files.take(*artifact, point); !taken)
                return taken;
            if (const auto told = finish(point); !told)
                return told;
        }
        if (const auto ran = collectCommands(*artifact); !ran)
            return ran;
    }
    return {};
}

Result<void> Collector::collectCommands(const Artifact &artifact)
{
    if (!isWholeDevice(m_context))
        return {};
    int number = 0;
    for (const ArtifactCommand &command : artifact.commands) {
        const QString suffix = number++ ? u"-%1"_s.arg(number) : QString();
        const LiveCommand live{"artifacts", u"%1%2.txt"_s.arg(artifact.name, suffix).toUtf8(),
            QByteArrayList{command.program} + command.arguments};
        if (const auto collected = collectProgram(live); !collected)
            return collected;
    }
    return {};
}

// ---- its end

Result<void> Collector::close()
{
    DataPoint point(u"timeline"_s, u"timeline"_s, u"timeline.jsonl"_s);
    showProgress(point.path);
    return addSpool(point, m_timeline)
        .and_then([&] { return finish(point); })
        .and_then([this] {
            m_input.about.insert(u"ended"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
            m_input.about.insert(u"time_spent_ms"_s, qint64(m_budget.spent().count()));
            m_input.about.insert(u"waited_ms"_s, qint64(m_budget.waited().count()));
            m_input.about.insert(u"whole"_s, isWhole());
            return m_report.addTo(m_package, m_input.about);
        })
        .and_then([this] { return m_package.finish(m_input.about); });
}

} // namespace Sonde::Agent
