// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/collecting/collecting.h"

#include "agent/collection/collector.h"
#include "agent/collection/packageseal.h"
#include "agent/command/rowsink.h"
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
constexpr qint64 MostCertificateBytes = 64LL * 1024;

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
    RowSink rows(surroundings, spec.verb, [&](const QCborArray &row) { take(rowToJson(spec, row)); });
    CommandContext inner(order, context.stop(), rows);
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

/// Of the case whose package it is, when it is to be encrypted.
Result<std::unique_ptr<PackageSeal>> sealOf(CommandContext &context, const GzipWriter::Out &out)
{
    const QString name = context.invocation().value(u"encrypt"_s);
    if (name.isEmpty())
        return nullptr;
    const auto known = context.libraryFile();
    if (!known || !context.surroundings().blobs)
        return fail(ErrorCode::ProtocolViolation, name, Reason::NoLibraryFile);
    const auto path = context.surroundings().blobs->hold(context, *known);
    if (!path)
        return std::unexpected(path.error());
    QFile file(*path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, name, file.errorString());
    return PackageSeal::make(name, file.read(MostCertificateBytes), out);
}

/// As who made it would call it; the name says where and when, and whether it has to be opened first.
SourceFile packageFile(const DeviceFacts &device, bool isSealed)
{
    SourceFile file;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    file.path = "sonde-" + device.name.toUtf8() + "-linux-" + now.toString(u"yyyyMMddHHmmss"_s).toLatin1()
        + (isSealed ? ".tar.gz.cms" : ".tar.gz");
    file.modified = now;
    file.growing = true;
    return file;
}

Outcome tell(CommandContext &context, const Collector &collector, const SourceFile &file, const PackageStream &stream,
    std::chrono::nanoseconds took)
{
    if (!collector.isWhole())
        context.addError(Error{ErrorCode::PackageNotWhole, QString::fromUtf8(file.path), {}, {}}.with(
            Fact::Count, collector.problems()));
    const bool goOn =
        context.addRow<Verbs::Collect>(cell<"area">(u"package"_s), cell<"data_point">(QString::fromUtf8(file.path)),
            cell<"state">(collector.isWhole() ? u"complete"_s : u"partial"_s), cell<"files">(collector.members()),
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
    PackageStream stream(context.stop());
    const GzipWriter::Out send = [&stream](std::span<const char> bytes) { return stream.put(bytes); };
    const auto seal = sealOf(context, send);
    if (!seal)
        return std::unexpected(seal.error());
    const SourceFile file = packageFile(device, bool(*seal));
    CollectionInput input = inputOf(context, device, verbs);
    if (*seal)
        input.about.insert(
            u"encrypted_to"_s, QJsonObject{{u"subject"_s, (*seal)->subject()}, {u"sha256"_s, (*seal)->fingerprint()}});
    Collector collector(context, *order, std::move(input), stream,
        *seal ? GzipWriter::Out([&seal](std::span<const char> bytes) { return (*seal)->add(bytes); }) : send);
    Result<void> made;
    Result<void> sent;
    {
        // It is made while it is sent; until it is whole the context belongs to this thread.
        const std::jthread maker([&] {
            giveWay();
            made = collector.run().and_then([&] { return *seal ? (*seal)->finish() : Result<void>(); });
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
