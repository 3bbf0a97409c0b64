// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/commands/examining/examinationrows.h"
#include "agent/commands/examining/examining.h"
#include "agent/examination/sweep.h"
#include "agent/examination/usualplaces.h"
#include "agent/system/storage/volumes.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr auto NewsPatience = 50ms;
/// Of a device whose engine went away, the files that it has not seen are counted, but not all are told.
constexpr qint64 MostNotScannedRows = 1000;

/// What is asked for: a file, a folder with all that lies below it, or where something bad is found most often.
Result<SweepRequest> requestOf(CommandContext &context)
{
    const Volumes volumes = listVolumes();
    if (context.invocation().value(u"path"_s).isEmpty())
        return usualPlaces(context.surroundings().root, volumes, context.stop());
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const auto facts = FileSystem().facts(*path, Links::Follow);
    if (!facts)
        return std::unexpected(facts.error());
    if (facts->kind == FileKind::Regular)
        return SweepRequest{{{*path, *path}}, {}, {}};
    if (const auto checked = checkFolder(*path); !checked)
        return std::unexpected(checked.error());
    SweepRequest request{{}, {*path}, volumes.foreign};
    for (const QByteArray &island : volumes.islands) {
        if (liesBelow(island, *path))
            request.folders.push_back(island);
    }
    return request;
}

/// What a scan has come to so far.
class Tally final
{
public:
    /// The rows of a file that is worth one. False when the command has to stop.
    [[nodiscard]] bool add(CommandContext &context, const PartExamination &part)
    {
        ++m_files;
        m_bytes += part.size.value_or(0);
        ++m_verdicts[part.judgement.verdict];
        if (part.judgement.verdict >= m_worst.judgement.verdict)
            m_worst.judgement = m_files == 1 ? part.judgement : worstOf(std::array{m_worst.judgement, part.judgement});
        if (part.judgement.verdict >= Verdict::Suspicious)
            return addFindingRows(context, part) && addEngineRows(context, part, Tell::StoppedOnly);
        if (part.judgement.verdict != Verdict::NotScanned || ++m_notScannedRows > MostNotScannedRows)
            return true;
        return addEngineRows(context, part, Tell::StoppedOnly);
    }
    [[nodiscard]] bool tell(CommandContext &context, const ExaminationKit &kit)
    {
        if (m_notScannedRows > MostNotScannedRows)
            context.addError(errorBecause(Reason::TooManyToTell, ErrorCode::NotWhollyScanned, context.spec().verb)
                    .with(Fact::Count, m_notScannedRows));
        QCborMap counts{
            {u"files"_s, m_files}, {u"bytes"_s, m_bytes}, {u"library_files"_s, qint64(context.examinedBy().size())}};
        for (const auto &[verdict, count] : m_verdicts.asKeyValueRange())
            counts.insert(Codec::wireName(verdict).replace(u'-', u'_'), count);
        if (!kit.clamdVersion.isEmpty())
            counts.insert(u"clamav"_s, kit.clamdVersion);
        m_worst.path = context.path(u"path"_s).value_or(QByteArray());
        return addVerdictRow(context, m_worst, counts);
    }
    [[nodiscard]] Progress progress(const QByteArray &current) const
    {
        return {m_files, -1, u"files"_s, DevicePath(current).typed(), m_bytes};
    }

private:
    PartExamination m_worst{.part = Part::File};
    QMap<Verdict, qint64> m_verdicts;
    qint64 m_files = 0;
    qint64 m_bytes = 0;
    qint64 m_notScannedRows = 0;
};

} // namespace

Outcome scan(CommandContext &context)
{
    auto kit = prepareKit(context);
    if (!kit)
        return std::unexpected(kit.error());
    auto request = requestOf(context);
    if (!request)
        return std::unexpected(request.error());
    if (!kit->clamd && !kit->rules && !kit->hasLists()) {
        tellMissing(context, *kit);
        return fail(ErrorCode::NotWhollyScanned, context.spec().verb, Reason::NothingToLookWith);
    }
    Tally tally;
    Sweep sweep(*kit, context.agentFolder(), std::move(*request));
    for (bool finished = false; !finished;) {
        const SweepNews news = sweep.take(NewsPatience);
        finished = news.finished;
        for (const Error &error : news.errors)
            context.addError(error);
        for (const PartExamination &part : news.parts) {
            if (!tally.add(context, part))
                return fail(ErrorCode::Cancelled);
        }
        context.showProgress(tally.progress(news.current));
        if (!context.mayGoOn())
            return fail(ErrorCode::Cancelled);
    }
    tellMissing(context, *kit);
    return tally.tell(context, *kit) ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace Sonde::Agent
