// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/comparing/comparing.h"

#include "agent/command/rowsink.h"
#include "agent/commands/comparing/baselinedifference.h"
#include "agent/evidence/blobcache.h"
#include "protocol/base/reason.h"

#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const QString &parameterName()
{
    static const QString name = u"baseline"_s;
    return name;
}

Result<Baseline> bringBaseline(CommandContext &context)
{
    const auto file = context.libraryFile();
    if (!file)
        return std::unexpected(file.error());
    if (!context.surroundings().blobs)
        return fail(ErrorCode::ProtocolViolation, file->name, Reason::NoLibraryFile);
    const auto path = context.surroundings().blobs->hold(context, *file);
    if (!path)
        return std::unexpected(path.error());
    QFile content(*path);
    if (!content.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, file->name, content.errorString());
    auto baseline = readBaseline(content, file->name);
    if (baseline && baseline->head.verb != context.spec().verb)
        return fail(ErrorCode::BaselineMalformed, file->name, u"verb"_s);
    return baseline;
}

} // namespace

bool comparesWithBaseline(const CommandContext &context)
{
    return !context.spec().lasting.isEmpty() && !context.invocation().value(parameterName()).isEmpty();
}

Outcome compareWithBaseline(CommandContext &context, Outcome (*run)(CommandContext &context))
{
    const auto baseline = bringBaseline(context);
    if (!baseline)
        return std::unexpected(baseline.error());
    Message::RunCommand order{.command = context.command(),
        .session = context.session(),
        .invocation = context.invocation(),
        .workingDirectory = QString::fromUtf8(context.workingDirectory()),
        .timeLimit = {},
        .limits = {},
        .blob = {}};
    order.invocation.values.remove(parameterName());
    const bool isWhole = order.invocation.values.isEmpty();
    std::vector<QCborArray> now;
    RowSink keeper(
        context.surroundings(), context.spec().verb, [&now](QCborArray row) { now.push_back(std::move(row)); });
    CommandContext inner(order, context.stop(), keeper);
    Outcome outcome = run(inner);
    if (!inner.finish())
        return fail(ErrorCode::Cancelled);
    for (const Error &error : inner.errors())
        context.addError(error);
    if (outcome.failure)
        return outcome;
    // What could not be looked at is not gone.
    const bool sawAll =
        isWhole && std::ranges::all_of(inner.errors(), [](const Error &one) { return isNote(one.code); });
    const auto differing = differences(context.spec(), now, *baseline, sawAll, context.stop());
    if (context.stop().stop_requested())
        return fail(ErrorCode::Cancelled);
    for (const QCborArray &row : differing) {
        if (!context.addRow(row))
            return fail(ErrorCode::Cancelled);
    }
    return outcome;
}

} // namespace Sonde::Agent
