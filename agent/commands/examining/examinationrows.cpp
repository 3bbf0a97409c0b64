// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/examining/examinationrows.h"

#include "agent/acts/acts.h"
#include "agent/system/files/files.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// What only some rows have.
struct Said {
    QString verdict = {};
    QString kind = {};
    QString engine = {};
    QString finding = {};
    QString evidence = {};
    QString confidence = {};
    QString author = {};
    QString license = {};
    QString source = {};
    QCborMap details = {};
};

/// What was read is what remediate has to find again. A process is remembered by who examined it.
void rememberFile(CommandContext &context, const PartExamination &part)
{
    if (!context.surroundings().acts || part.part == Part::Process || part.sha256.isEmpty())
        return;
    QCborMap facts{{u"sha256"_s, QString::fromLatin1(part.sha256.toHex())}};
    if (part.size)
        facts.insert(u"size"_s, *part.size);
    context.surroundings().acts->remember(
        context.session(), EntityType::File, DevicePath(resolveLinks(part.path).value_or(part.path)).typed(), facts);
}

bool addExaminationRow(CommandContext &context, const PartExamination &part, const Said &said)
{
    rememberFile(context, part);
    return context.addRow<Verbs::Analyze>(cell<"verdict">(textCell(said.verdict)), cell<"kind">(said.kind),
        cell<"engine">(textCell(said.engine)), cell<"finding">(textCell(said.finding)),
        cell<"evidence">(textCell(said.evidence)), cell<"path">(bytesCell(part.path)),
        cell<"pid">(numberCell(part.pid)), cell<"part">(partName(part.part)), cell<"size">(numberCell(part.size)),
        cell<"sha256">(textCell(QString::fromLatin1(part.sha256.toHex()))),
        cell<"confidence">(textCell(said.confidence)), cell<"author">(textCell(said.author)),
        cell<"license">(textCell(said.license)), cell<"source">(textCell(said.source)),
        cell<"details">(said.details.isEmpty() ? QCborValue(nullptr) : QCborValue(said.details)));
}

/// What a finding alone says; a note says nothing.
QString verdictOf(Weight weight)
{
    switch (weight) {
    case Weight::Malicious: return Codec::wireName(Verdict::Malicious);
    case Weight::Suspicious: return Codec::wireName(Verdict::Suspicious);
    case Weight::Good: return Codec::wireName(Verdict::Clean);
    case Weight::Note: break;
    }
    return {};
}

QString lookedName(Looked looked)
{
    switch (looked) {
    case Looked::Partly: return u"partly"_s;
    case Looked::Failed: return u"failed"_s;
    case Looked::Missing: return u"missing"_s;
    case Looked::Whole: break;
    }
    return u"whole"_s;
}

} // namespace

bool addVerdictRow(CommandContext &context, const PartExamination &subject, const QCborMap &details)
{
    const Judgement &judgement = subject.judgement;
    QStringList engines;
    for (const Engine engine : judgement.saidBy)
        engines += Codec::wireName(engine);
    return addExaminationRow(context, subject,
        {.verdict = Codec::wireName(judgement.verdict),
            .kind = u"verdict"_s,
            .engine = engines.join(u", "_s),
            .evidence = judgement.why ? judgement.why->reason : QString(),
            .confidence = confidenceName(judgement.confidence),
            .details = details});
}

bool addFindingRows(CommandContext &context, const PartExamination &part)
{
    for (const EngineReport &report : part.reports) {
        for (const Finding &finding : report.findings) {
            if (!addExaminationRow(context, part,
                    {.verdict = verdictOf(finding.weight),
                        .kind = u"finding"_s,
                        .engine = Codec::wireName(report.engine),
                        .finding = finding.name,
                        .evidence = finding.evidence,
                        .author = finding.author,
                        .license = finding.license,
                        .source = finding.source,
                        .details = finding.details}))
                return false;
        }
    }
    return true;
}

bool addEngineRows(CommandContext &context, const PartExamination &part, Tell tell)
{
    for (const EngineReport &report : part.reports) {
        if (report.looked == Looked::Whole || (report.looked == Looked::Missing && tell == Tell::StoppedOnly))
            continue;
        if (!addExaminationRow(context, part,
                {.verdict = report.looked == Looked::Missing ? QString() : Codec::wireName(Verdict::NotScanned),
                    .kind = u"engine"_s,
                    .engine = Codec::wireName(report.engine),
                    .finding = lookedName(report.looked),
                    .evidence = report.why ? report.why->reason : QString()}))
            return false;
    }
    return true;
}

void tellMissing(CommandContext &context, const ExaminationKit &kit)
{
    for (const auto &why : {kit.whyNoClamd, kit.whyNoRules}) {
        if (why)
            context.addError(*why);
    }
    for (const Error &why : kit.whyNoList)
        context.addError(why);
}

} // namespace Sonde::Agent
