// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/collecting/collecting.h"

#include "agent/collection/collector.h"
#include "agent/evidence/blobcache.h"
#include "agent/system/device/device.h"
#include "protocol/base/reason.h"

#include <QFile>
#include <thread>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// More than all definitions there are.
constexpr qint64 MostDefinitionBytes = 16LL * 1024 * 1024;

/// Takes the rows of a verb that is run as a part of a collect.
class RowTaker final : public OutputSink
{
public:
    RowTaker(const CommandSpec &spec, const AgentSurroundings &surroundings,
        const std::function<void(const QJsonObject &row)> &take)
        : m_spec(spec)
        , m_surroundings(surroundings)
        , m_take(take)
    {
    }

    bool put(ChunkFormat format, quint32, const QByteArray &bytes) override
    {
        const auto rows = format == ChunkFormat::Rows ? readRows(bytes) : std::vector<QCborArray>();
        for (const QCborArray &row : rows.value_or(std::vector<QCborArray>()))
            m_take(rowToJson(m_spec, row));
        return true;
    }
    void showProgress(const Progress &) override {}
    Result<QString> askTicket(const AnyMessage &) override { return fail(ErrorCode::NotSupported, m_spec.verb); }
    const AgentSurroundings &surroundings() const override { return m_surroundings; }
    bool isShuttingDown() const override { return false; }

private:
    const CommandSpec &m_spec;
    const AgentSurroundings &m_surroundings;
    const std::function<void(const QJsonObject &row)> &m_take;
};

ResultSource::Said runVerb(const CommandContext &context, const CollectedVerb &collected,
    const std::function<void(const QJsonObject &row)> &take)
{
    const CommandSpec &spec = Catalogue::instance().of(collected.verb);
    // Nobody has looked at what only went into a package.
    AgentSurroundings surroundings = context.surroundings();
    surroundings.acts = {};
    Message::RunCommand order{.command = context.command(),
        .session = context.session(),
        .invocation = {},
        .workingDirectory = u"/"_s,
        .timeLimit = {},
        .limits = {},
        .blob = {}};
    order.invocation.verb = spec.verb;
    order.invocation.output = spec.output;
    RowTaker taker(spec, surroundings, take);
    CommandContext inner(order, context.stop(), taker);
    const Outcome outcome = collected.run(inner);
    std::ignore = inner.finish();
    return {outcome.failure, inner.errors()};
}

Result<ArtifactSet> readDefinitions(CommandContext &context)
{
    const auto files = context.examinedBy();
    const auto found = std::ranges::find(files, QString(ArtifactSetName), &LibraryBlob::name);
    if (found == files.end() || !context.surroundings().blobs)
        return fail(ErrorCode::NoDefinitions, context.spec().verb, Reason::NoLibraryFile);
    const auto path = context.surroundings().blobs->hold(context, *found);
    if (!path)
        return std::unexpected(path.error());
    QFile file(*path);
    if (!file.open(QFile::ReadOnly) || file.size() > MostDefinitionBytes)
        return fail(ErrorCode::ReadFailed, *path, file.errorString());
    return artifactSetFrom(file.readAll());
}

CollectionInput inputOf(CommandContext &context, const DeviceFacts &device, std::span<const CollectedVerb> verbs)
{
    CollectionInput input;
    for (const CollectedVerb &verb : verbs)
        input.results.push_back(
            {verb.verb.name, [&context, &verb](const auto &take) { return runVerb(context, verb, take); }});
    auto definitions = readDefinitions(context);
    if (definitions)
        input.artifacts = *std::move(definitions);
    else
        input.noArtifacts = Error{ErrorCode::NoDefinitions, context.spec().verb, definitions.error().reason, {}};
    input.about = {{u"program"_s, u"sonde-agent " SONDE_VERSION ""_s}, {u"device"_s, device.name},
        {u"os"_s, device.osName}, {u"command_id"_s, qint64(context.command().value())},
        {u"line"_s, toLine(context.invocation())}};
    return input;
}

/// As who made it would call it; the name says where and when.
SourceFile packageFile(const DeviceFacts &device)
{
    SourceFile file;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    file.path = "sonde-" + device.name.toUtf8() + "-linux-" + now.toString(u"yyyyMMddHHmmss"_s).toLatin1() + ".tar.gz";
    file.modified = now;
    file.growing = true;
    return file;
}

Outcome tell(CommandContext &context, const Collector &collector, const SourceFile &file, const PackageStream &stream,
    std::chrono::nanoseconds took)
{
    const bool goOn =
        context.addRow<Verbs::Collect>(cell<"area">(u"package"_s), cell<"data_point">(QString::fromUtf8(file.path)),
            cell<"state">(collector.isCut() ? u"partial"_s : u"complete"_s), cell<"files">(collector.members()),
            cell<"size">(stream.size()), cell<"duration">(std::chrono::duration<double>(took).count()),
            cell<"problems">(collector.problems()), cell<"path">(QCborValue(nullptr)),
            cell<"sha256">(QString::fromLatin1(stream.sha256().toHex())),
            cell<"details">(QCborMap::fromJsonObject(collector.about())));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace

Outcome collect(CommandContext &context, std::span<const CollectedVerb> verbs)
{
    const auto order = CollectOrder::of(context);
    if (!order)
        return std::unexpected(order.error());
    QElapsedTimer clock;
    clock.start();
    const DeviceFacts device = deviceFacts();
    const SourceFile file = packageFile(device);
    PackageStream stream(context.stop());
    Collector collector(context, *order, inputOf(context, device, verbs), stream);
    Result<void> made;
    Result<void> sent;
    {
        // It is made while it is sent; until it is whole the context belongs to this thread.
        const std::jthread maker([&] {
            giveWay();
            made = collector.run();
            if (made)
                stream.end();
            else
                stream.fail(made.error());
        });
        sent = context.transfer(Message::OfferEvidence{context.command(), file},
            [&](BulkStream &bulk) { return sendContent(bulk, stream); });
        if (!sent)
            stream.refuse(sent.error());
    }
    if (!sent)
        return std::unexpected(sent.error());
    if (!made)
        return std::unexpected(made.error());
    return tell(context, collector, file, stream, clock.durationElapsed());
}

} // namespace Sonde::Agent
