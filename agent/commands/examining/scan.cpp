// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/commands/examining/examinationrows.h"
#include "agent/commands/examining/examining.h"
#include "agent/commands/examining/scanrecord.h"
#include "agent/examination/sweep.h"
#include "agent/examination/usualplaces.h"
#include "agent/system/storage/storage.h"
#include "agent/system/storage/volumes.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>
#include <memory>

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

/// A scan as it goes: what it has come to, what it says, and its record.
class Scan final
{
public:
    explicit Scan(CommandContext &context)
        : m_context(context)
    {
    }

    /// From its beginning, or from where it was. Interrupted.
    [[nodiscard]] Result<void> begin()
    {
        const QString folder = m_context.agentFolder() + u"/scans"_s;
        if (m_context.agentFolder().isEmpty())
            return m_context.ranBefore() ? noRecord() : Result<void>();
        const auto made = makePrivateFolder(folder);
        m_record = std::make_shared<ScanRecord>(u"%1/%2"_s.arg(folder).arg(m_context.command().value()));
        if (m_context.ranBefore())
            return made ? resume() : noRecord();
        ScanRecord::removeForgotten(folder);
        if (const auto begun = made.and_then([this] { return m_record->begin(); }); !begun) {
            m_record->remove();
            m_context.addError(begun.error());
            return {};
        }
        guardRows();
        return {};
    }
    /// The rows of a file that is worth one. False when the command has to stop.
    [[nodiscard]] bool add(const SweptFile &file)
    {
        // None of them is on its way before the record says that the file was examined: it would be told once more after a restart.
        const bool isTold = m_context.addTogether([&] { return tell(file.part); });
        m_sum.add(file.key, file.part.judgement.verdict, file.part.size.value_or(0));
        if (file.part.judgement.verdict >= m_sum.worst.verdict)
            m_sum.worst =
                m_sum.files == 1 ? file.part.judgement : worstOf(std::array{m_sum.worst, file.part.judgement});
        if (m_record)
            m_record->add(file.part, file.key);
        return isTold && m_context.sendDueRows();
    }
    /// What was added is in the record, and its rows are on their way. False when the command has to stop.
    [[nodiscard]] bool keep()
    {
        const bool isSent = m_context.sendRows();
        if (m_record)
            m_record->write(m_sum.worst, {});
        return isSent;
    }
    [[nodiscard]] bool end(const ExaminationKit &kit)
    {
        tellMissing(m_context, kit);
        if (notScanned() > MostNotScannedRows)
            m_context.addError(errorBecause(Reason::TooManyToTell, ErrorCode::NotWhollyScanned, m_context.spec().verb)
                    .with(Fact::Count, notScanned()));
        QCborMap counts{{u"files"_s, m_sum.files}, {u"bytes"_s, m_sum.bytes},
            {u"library_files"_s, qint64(m_context.examinedBy().size())}};
        for (const auto &[verdict, count] : m_sum.verdicts.asKeyValueRange())
            counts.insert(Codec::wireName(verdict).replace(u'-', u'_'), count);
        if (!kit.clamdVersion.isEmpty())
            counts.insert(u"clamav"_s, kit.clamdVersion);
        if (m_before)
            counts.insert(u"files_before_restart"_s, *m_before);
        // It is in no record: who goes on from there says it anew.
        m_isEnded = true;
        m_context.setRowsGuard({});
        return addVerdictRow(m_context,
            {.part = Part::File, .path = m_context.path(u"path"_s).value_or(QByteArray()), .judgement = m_sum.worst},
            counts);
    }
    /// The record stays where the scan goes on later; rows that still wait are sent after this, and are in it too.
    void close()
    {
        m_context.setRowsGuard({});
        if (m_record && !m_context.goesOnLater())
            m_record->remove();
        else if (m_record && !m_isEnded)
            guardRowsFor(m_sum.worst);
    }

    [[nodiscard]] const QSet<QByteArray> &examined() const { return m_sum.keys; }
    [[nodiscard]] Progress progress(const QByteArray &current) const
    {
        return {m_sum.files, -1, u"files"_s, DevicePath(current).typed(), m_sum.bytes};
    }

private:
    [[nodiscard]] Result<void> noRecord() const
    {
        return fail(ErrorCode::Interrupted, m_context.spec().verb, Reason::SeenBeforeRestart);
    }
    [[nodiscard]] Result<void> resume()
    {
        auto read = m_record->resume();
        if (!read)
            return std::unexpected(read.error());
        m_sum = std::move(read->sum);
        m_before = m_sum.files;
        for (const SentRows &chunk : read->sent) {
            if (!m_context.sendAgain(chunk.rows, chunk.bytes))
                return fail(ErrorCode::Cancelled);
        }
        guardRows();
        return {};
    }
    void guardRows()
    {
        m_context.setRowsGuard(
            [this](quint32 rows, const QByteArray &bytes) { m_record->write(m_sum.worst, {rows, bytes}); });
    }
    /// Also when this is gone.
    void guardRowsFor(const Judgement &worst)
    {
        m_context.setRowsGuard(
            [record = m_record, worst](quint32 rows, const QByteArray &bytes) { record->write(worst, {rows, bytes}); });
    }
    [[nodiscard]] qint64 notScanned() const { return m_sum.verdicts.value(Verdict::NotScanned); }
    [[nodiscard]] bool tell(const PartExamination &part)
    {
        if (part.judgement.verdict >= Verdict::Suspicious)
            return addFindingRows(m_context, part) && addEngineRows(m_context, part, Tell::StoppedOnly);
        if (part.judgement.verdict != Verdict::NotScanned || notScanned() >= MostNotScannedRows)
            return true;
        return addEngineRows(m_context, part, Tell::StoppedOnly);
    }

    CommandContext &m_context;
    ScanSum m_sum;
    std::shared_ptr<ScanRecord> m_record;
    bool m_isEnded = false;
    std::optional<qint64> m_before; ///< files, before a restart of the agent
};

/// Without any engine.
Outcome nothingScanned(CommandContext &context)
{
    const bool isUsual = context.invocation().value(u"path"_s).isEmpty();
    const auto path = isUsual ? fail(ErrorCode::NotFound) : context.path(u"path"_s);
    return fail(
        ErrorCode::NotWhollyScanned, path ? DevicePath(*path).typed() : context.spec().verb, Reason::NothingToLookWith)
        .with(Fact::Why, path ? u"nothing-in"_s : u"nothing"_s);
}

Outcome sweep(CommandContext &context, const ExaminationKit &kit, SweepRequest request, Scan &scan)
{
    request.examined = scan.examined();
    Sweep sweep(kit, context.agentFolder(), std::move(request));
    for (bool finished = false; !finished;) {
        const SweepNews news = sweep.take(NewsPatience);
        finished = news.finished;
        for (const Error &error : news.errors)
            context.addError(error);
        for (const SweptFile &file : news.files) {
            if (!scan.add(file))
                return fail(ErrorCode::Cancelled);
        }
        if (!scan.keep() || !context.mayGoOn())
            return fail(ErrorCode::Cancelled);
        context.showProgress(scan.progress(news.current));
    }
    return scan.end(kit) ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

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
        return nothingScanned(context);
    }
    Scan scan(context);
    const auto closed = qScopeGuard([&scan] { scan.close(); });
    if (const auto begun = scan.begin(); !begun)
        return std::unexpected(begun.error());
    return sweep(context, *kit, std::move(*request), scan);
}

} // namespace Sonde::Agent
