// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/deviceverb.h"
#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"
#include "agent/system/processes/processes.h"
#include "agent/system/scripts/interpreter.h"
#include "agent/system/scripts/scriptprocess.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/command/tokenizer.h"

#include <QCborArray>
#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent::Commands {

namespace {

constexpr auto ReadPatience = 100ms;

/// The script in a folder of its own, under its own name: that is what it sees as $0, and PowerShell goes by the extension.
Result<QString> writeScript(CommandContext &context, const LibraryBlob &blob, const QTemporaryDir &folder)
{
    if (!folder.isValid())
        return fail(ErrorCode::CannotWrite, folder.path(), folder.errorString());
    PartialFile file(folder.filePath(u"incoming"_s));
    const QString path = folder.filePath(u"script/"_s + blob.name);
    return checkFileName(blob.name)
        .and_then([&]() -> Result<void> {
            return QDir(folder.path()).mkdir(u"script"_s) ? Result<void>()
                                                          : fail(ErrorCode::CannotWrite, folder.path());
        })
        .and_then([&] { return file.open(); })
        .and_then([&] { return context.surroundings().blobs->deliver(context, blob, file); })
        .and_then([&] { return file.renameTo(path); })
        .transform([&] { return path; });
}

bool pass(CommandContext &context, const ScriptProcess::Output &output)
{
    const bool textTaken = context.addText(ChunkFormat::Text, output.text);
    const bool errorsTaken = context.addText(ChunkFormat::ErrorText, output.errors);
    return textTaken && errorsTaken;
}

/// False when the command has to stop before the script has ended.
bool follow(CommandContext &context, ScriptProcess &script)
{
    while (!script.isOver()) {
        if (!pass(context, script.read(ReadPatience)))
            return false;
    }
    return true;
}

QCborArray namesOf(const std::vector<qint64> &ids)
{
    const ProcessTable table;
    QCborArray names;
    for (const qint64 id : ids) {
        if (const auto facts = table.facts(id))
            names.append(u"%1 (%2)"_s.arg(DevicePath(facts->name).typed()).arg(id));
    }
    return names;
}

/// Ends the script with everything that it started, and says how many processes that were, and which did not end.
Outcome stopped(CommandContext &context, ScriptProcess &script, const QString &name)
{
    const auto running = script.running();
    const bool allEnded = script.endAll();
    while (allEnded && !script.isOver())
        std::ignore = pass(context, script.read(0ms));
    if (!allEnded) {
        context.addError(errorBecause(Reason::ProcessesUnstoppable, ErrorCode::ProcessesRemain, name)
                .with(Fact::Processes, namesOf(running))
                .with(Fact::Stopped, true));
    } else {
        context.addError(Error{ErrorCode::Cancelled, name, {}, {}}.with(Fact::Processes, qint64(running.size())));
    }
    return fail(ErrorCode::Cancelled);
}

Outcome ended(CommandContext &context, ScriptProcess &script, const QString &name)
{
    if (const auto running = script.running(); !running.empty()) {
        context.addError(Error{ErrorCode::ProcessesRemain, name, {}, {}}.with(Fact::Processes, namesOf(running)));
        script.letGo();
    }
    const auto status = script.exitStatus();
    if (!status)
        return fail(ErrorCode::Interrupted, name, Reason::WatcherEnded);
    Outcome outcome;
    if (*status != 0)
        outcome = fail(ErrorCode::ExitStatus, name).with(Fact::Actual, *status);
    outcome.exitStatus = status;
    return outcome;
}

Outcome run(CommandContext &context)
{
    const auto arguments = splitArguments(context.invocation().value(u"parameters"_s));
    if (!arguments)
        return std::unexpected(arguments.error());
    const auto blob = context.libraryFile();
    if (!blob)
        return std::unexpected(blob.error());
    const QTemporaryDir folder(context.surroundings().working->scratch() + u"/run-XXXXXX"_s);
    const auto path = writeScript(context, *blob, folder);
    if (!path)
        return std::unexpected(path.error());
    auto command = interpreterFor(blob->name, *path);
    if (!command)
        return std::unexpected(command.error());
    for (const QString &argument : *arguments)
        command->append(argument.toUtf8());

    const auto script =
        ScriptProcess::start({*command, context.workingDirectory(), scriptEnvironment(context.command())});
    if (!script)
        return std::unexpected(script.error());
    return follow(context, **script) ? ended(context, **script, blob->name) : stopped(context, **script, blob->name);
}

} // namespace

constinit const DeviceVerb Run{Verbs::Run, &run};

} // namespace Sonde::Agent::Commands
