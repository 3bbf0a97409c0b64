// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/acts/processes/processentity.h"
#include "agent/commands/examining/examinationrows.h"
#include "agent/commands/examining/examining.h"
#include "agent/examination/processexaminer.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// What stands beside the verdict: how many parts were examined, and how many rules and lists there were.
QCborMap termsOf(const ExaminationKit &kit, const CommandContext &context, qsizetype parts)
{
    QCborMap terms{{u"parts"_s, qint64(parts)}, {u"library_files"_s, qint64(context.examinedBy().size())}};
    if (!kit.clamdVersion.isEmpty())
        terms.insert(u"clamav"_s, kit.clamdVersion);
    return terms;
}

Outcome tell(CommandContext &context, const ExaminationKit &kit, PartExamination subject,
    const std::vector<PartExamination> &parts, const QCborMap &more = {})
{
    std::vector<Judgement> judgements;
    judgements.reserve(parts.size());
    for (const PartExamination &part : parts)
        judgements.push_back(part.judgement);
    subject.judgement = worstOf(judgements);
    QCborMap terms = termsOf(kit, context, std::ssize(parts));
    for (const auto &[name, value] : more)
        terms.insert(name, value);
    bool goOn = addVerdictRow(context, subject, terms);
    for (const PartExamination &part : parts)
        goOn = goOn && addFindingRows(context, part) && addEngineRows(context, part, Tell::StoppedOnly);
    tellMissing(context, kit);
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

Outcome analyzeFile(CommandContext &context, const ExaminationKit &kit)
{
    const auto path = context.path(u"id"_s);
    if (!path)
        return std::unexpected(path.error());
    if (const auto opened = openRegularFile(*path); !opened)
        return std::unexpected(opened.error());
    FileExaminer examiner(kit, context.agentFolder());
    const PartExamination part = examiner.examine({*path, *path}, Part::File, context.stop(),
        [&](qint64 done, qint64 size) { context.showProgress({done, size, u"bytes"_s}); });
    if (context.stop().stop_requested())
        return fail(ErrorCode::Cancelled);
    return tell(
        context, kit, {.part = Part::File, .path = part.path, .size = part.size, .sha256 = part.sha256}, {part});
}

/// Whoever has the number now, as people know it.
QCborMap shownFacts(const ProcessFacts &facts)
{
    return {{u"name"_s, DevicePath(facts.name).typed()}, {u"user_name"_s, facts.user},
        {u"creation_time"_s, timeCell(facts.created, facts.createdDigits)},
        {u"command_line"_s, DevicePath(facts.commandLine).typed()}};
}

/// It was the same one all the while it was examined: it was looked at, as by processes.
void rememberProcess(CommandContext &context, const ProcessTable &table, const ProcessFacts &before)
{
    const auto now = table.facts(before.pid);
    if (context.surroundings().acts && now && factsOf(*now) == factsOf(before))
        context.surroundings().acts->remember(
            context.session(), EntityType::Process, QString::number(before.pid), factsOf(before));
}

Outcome analyzeProcess(CommandContext &context, const ExaminationKit &kit)
{
    const QString id = context.invocation().value(u"id"_s);
    bool isNumber = false;
    const qint64 pid = id.toLongLong(&isNumber);
    if (!isNumber || pid <= 0)
        return fail(ErrorCode::BadValue, id, Reason::NotAProcessId).with(Fact::Parameter, u"id"_s);
    const ProcessTable table;
    const auto facts = table.facts(pid);
    if (!facts)
        return std::unexpected(facts.error());
    const auto process = examineProcess(pid, kit, context.agentFolder(), context.stop(),
        [&](qint64 done, qint64 total) { context.showProgress({done, total, u"files"_s}); });
    if (!process)
        return std::unexpected(process.error());
    for (const Error &error : process->errors)
        context.addError(error);
    rememberProcess(context, table, *facts);
    const PartExamination &first = process->parts.front();
    return tell(context, kit, {.part = Part::Process, .path = first.path, .pid = pid}, process->parts,
        {{u"process"_s, shownFacts(*facts)}});
}

} // namespace

Outcome analyze(CommandContext &context)
{
    const auto kit = prepareKit(context);
    if (!kit)
        return std::unexpected(kit.error());
    const bool isFile = context.invocation().value(u"type"_s) == u"file";
    return isFile ? analyzeFile(context, *kit) : analyzeProcess(context, *kit);
}

} // namespace Sonde::Agent
