// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/engines.h"

#include "agent/examination/clamd/clamdsession.h"
#include "agent/examination/yara/archivekind.h"
#include "agent/examination/yara/yaraworker.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/examination/hashlist.h"

#include <QElapsedTimer>
#include <QFile>
#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr qint64 MaliciousScore = 75; ///< as those who write rules use it
constexpr qint64 NoteScore = 40;
constexpr auto ClamdGrace = 30s;

// ---- YARA

Weight weightOf(const YaraMatch &match)
{
    if (match.score)
        return *match.score >= MaliciousScore ? Weight::Malicious
            : *match.score < NoteScore        ? Weight::Note
                                              : Weight::Suspicious;
    static const QStringList bad{u"critical"_s, u"high"_s, u"malicious"_s};
    static const QStringList harmless{u"low"_s, u"info"_s, u"informational"_s, u"none"_s};
    if (bad.contains(match.severity, Qt::CaseInsensitive))
        return Weight::Malicious;
    return harmless.contains(match.severity, Qt::CaseInsensitive) ? Weight::Note : Weight::Suspicious;
}

QString placesOf(const YaraMatch &match)
{
    QStringList places;
    for (const YaraPlace &place : match.places)
        places += u"%1 at 0x%2: %3"_s.arg(place.part)
                      .arg(place.offset, 0, 16)
                      .arg(QString::fromLatin1(place.bytes.toPercentEncoding(" !\"#$&'()*+,/:;<=>?@[\\]^`{|}")));
    return places.join(u"; "_s);
}

class YaraEngine final : public ContentEngine
{
public:
    explicit YaraEngine(const ExaminationKit &kit)
        : m_kit(kit)
    {
    }

    EngineReport examine(const Specimen &specimen, const std::stop_token &stop) override
    {
        return report(stop, [&](YaraWorker &worker) { return worker.scanFile(specimen.file, stop); });
    }
    std::optional<EngineReport> examineMemory(qint64 pid, const std::stop_token &stop) override
    {
        EngineReport found = report(stop, [&](YaraWorker &worker) { return worker.scanMemory(pid, stop); });
        // There is no antivirus for memory: what many rules do not find there is the most that can be said.
        found.vouches = found.looked == Looked::Whole;
        return found;
    }

private:
    template<typename Scan>
    EngineReport report(const std::stop_token &stop, const Scan &scan)
    {
        if (!m_kit.rules) {
            const bool isMissing = m_kit.whyNoRules->code == ErrorCode::EngineMissing;
            return EngineReport::stopped(Engine::Yara, isMissing ? Looked::Missing : Looked::Failed, *m_kit.whyNoRules);
        }
        const auto answer = worker(stop).and_then([&](YaraWorker *ready) { return scan(*ready); });
        if (!answer)
            return EngineReport::stopped(Engine::Yara, Looked::Failed, answer.error());
        EngineReport report{.engine = Engine::Yara, .findings = findingsOf(*answer)};
        report.why = whyNotWhole(*answer);
        if (report.why)
            report.looked = Looked::Partly;
        return report;
    }

    Result<YaraWorker *> worker(const std::stop_token &stop)
    {
        if (m_worker && !m_worker->isOver())
            return m_worker.get();
        auto started = YaraWorker::start(m_kit.program);
        if (!started)
            return std::unexpected(started.error());
        m_worker = std::move(*started);
        return m_worker->load(reopen(*m_kit.rules), stop).transform([this](qint64) { return m_worker.get(); });
    }

    static std::optional<Error> whyNotWhole(const YaraAnswer &answer)
    {
        const auto partly = [](Reason reason) { return errorBecause(reason, ErrorCode::NotWhollyScanned, u"YARA"_s); };
        if (answer.stopped == u"time")
            return partly(Reason::EngineTooSlow);
        if (answer.stopped == u"bytes")
            return partly(Reason::OverEngineLimit);
        if (answer.stopped == u"vanished")
            return partly(Reason::ProcessGone);
        if (!answer.stopped.isEmpty())
            return Error{ErrorCode::NotWhollyScanned, u"YARA"_s, answer.stopped, {}};
        if (answer.swapped > 0)
            return partly(Reason::MemoryInSwap);
        return {};
    }

    const ExaminationKit &m_kit;
    std::unique_ptr<YaraWorker> m_worker;
};

/// Who looks into archives, with YARA where there are rules. What cannot be opened was not scanned, whatever an antivirus says of it.
class ArchiveEngine final : public ContentEngine
{
public:
    explicit ArchiveEngine(const ExaminationKit &kit)
        : m_kit(kit)
    {
    }

    EngineReport examine(const Specimen &specimen, const std::stop_token &stop) override
    {
        if (!isArchive(specimen))
            return {.engine = Engine::Archive};
        const auto answer =
            worker(stop).and_then([&](YaraWorker *ready) { return ready->scanArchive(specimen.file, stop); });
        if (!answer)
            return EngineReport::stopped(Engine::Archive, Looked::Failed, answer.error());
        EngineReport report{.engine = Engine::Archive, .findings = findingsOf(*answer)};
        if (answer->stopped.isEmpty())
            return report;
        report.looked = Looked::Partly;
        report.why = errorBecause(reasonOf(answer->stopped), ErrorCode::NotWhollyScanned, u"archive"_s);
        return report;
    }

private:
    static bool isArchive(const Specimen &specimen)
    {
        constexpr qsizetype headBytes = 512;
        QByteArray head(headBytes, Qt::Uninitialized);
        head.truncate(std::max<ssize_t>(0, ::pread(specimen.file, head.data(), size_t(headBytes), 0)));
        return looksLikeArchive(head);
    }
    static Reason reasonOf(const QString &stopped)
    {
        if (stopped == u"encrypted")
            return Reason::EncryptedContent;
        if (stopped == u"bytes")
            return Reason::OverEngineLimit;
        return stopped == u"time" ? Reason::EngineTooSlow : Reason::ArchiveDamaged;
    }

    Result<YaraWorker *> worker(const std::stop_token &stop)
    {
        if (m_worker && !m_worker->isOver())
            return m_worker.get();
        auto started = YaraWorker::start(m_kit.program);
        if (!started)
            return std::unexpected(started.error());
        m_worker = std::move(*started);
        if (!m_kit.rules)
            return m_worker.get();
        return m_worker->load(reopen(*m_kit.rules), stop).transform([this](qint64) { return m_worker.get(); });
    }

    const ExaminationKit &m_kit;
    std::unique_ptr<YaraWorker> m_worker;
};

// ---- ClamAV

class ClamavEngine final : public ContentEngine
{
public:
    explicit ClamavEngine(const ExaminationKit &kit)
        : m_kit(kit)
        , m_session(kit.clamd ? kit.clamd->socket : QByteArray())
    {
    }

    EngineReport examine(const Specimen &specimen, const std::stop_token &stop) override
    {
        if (!m_kit.clamd)
            return EngineReport::stopped(Engine::Clamav, Looked::Missing, *m_kit.whyNoClamd);
        const ClamdConfig &config = *m_kit.clamd;
        if (specimen.size > std::min(config.mostFileBytes, config.mostScanBytes) && !config.saysLimits)
            return partly(Reason::OverEngineLimit);
        QElapsedTimer timer;
        timer.start();
        const bool hadRoom = hasRoom(config, m_session.process(), specimen.size);
        const auto answer = m_session.scan(specimen.file, config.mostTime + ClamdGrace, stop);
        if (!answer)
            return EngineReport::stopped(Engine::Clamav, Looked::Failed, answer.error());
        if (answer->isInfected)
            return reportOf(answer->signature);
        if (timer.durationElapsed() >= config.mostTime)
            return partly(Reason::EngineTooSlow);
        if (!hadRoom || !hasRoom(config, m_session.process(), specimen.size))
            return partly(Reason::NoSpace);
        return {.engine = Engine::Clamav, .vouches = true};
    }

private:
    static EngineReport partly(Reason reason)
    {
        return EngineReport::stopped(
            Engine::Clamav, Looked::Partly, errorBecause(reason, ErrorCode::NotWhollyScanned, u"ClamAV"_s));
    }

    /// Some names say no more than that it could not look, or that it does not like what it sees.
    EngineReport reportOf(const QString &signature) const
    {
        if (signature.startsWith(u"Heuristics.Limits.Exceeded"))
            return partly(Reason::OverEngineLimit);
        if (signature.startsWith(u"Heuristics.Encrypted"))
            return partly(Reason::EncryptedContent);
        const bool isGuess = signature.startsWith(u"PUA.") || signature.startsWith(u"Heuristics.");
        return {.engine = Engine::Clamav,
            .vouches = true,
            .findings = {{signature, isGuess ? Weight::Suspicious : Weight::Malicious, m_kit.clamdVersion}}};
    }

    const ExaminationKit &m_kit;
    ClamdSession m_session;
};

// ---- lists

class ListEngine final : public ContentEngine
{
public:
    explicit ListEngine(const ExaminationKit::List &list)
        : m_engine(list.engine)
    {
        Linux::Descriptor again = reopen(*list.file);
        auto file = std::make_shared<QFile>();
        if (again.isOpen() && file->open(again.release(), QFile::ReadOnly, QFile::AutoCloseHandle))
            m_list = HashList::open(file, list.name);
        else
            m_list = fail(ErrorCode::EngineFailed, list.name, Reason::NothingReadable);
    }

    EngineReport examine(const Specimen &specimen, const std::stop_token &) override
    {
        EngineReport report{.engine = m_engine};
        if (!m_list || !specimen.hashes)
            return failed(m_list ? Error{ErrorCode::EngineFailed, {}, {}, {}} : m_list.error());
        const FileHashes &hashes = *specimen.hashes;
        for (const QByteArray &hash : {hashes.sha256, hashes.sha1, hashes.md5}) {
            const auto found = m_list->find(hash.toHex());
            if (!found)
                return failed(found.error());
            if (*found) {
                report.findings = {findingOf(**found)};
                break;
            }
        }
        return report;
    }

private:
    EngineReport failed(Error why) const { return EngineReport::stopped(m_engine, Looked::Failed, std::move(why)); }

    /// Two files can be made to have one MD5: that of a good file proves nothing.
    Finding findingOf(const ListedHash &listed) const
    {
        const bool isWeak = listed.hash.size() == 32;
        const Weight good = isWeak ? Weight::Note : Weight::Good;
        const QString remark = DevicePath(listed.remark).typed();
        const QString hash = QString::fromLatin1(listed.hash);
        return {.name = m_engine == Engine::KnownBad ? u"known-bad"_s : u"known-good"_s,
            .weight = m_engine == Engine::KnownBad ? Weight::Malicious : good,
            .evidence = remark.isEmpty() ? hash : u"%1 %2"_s.arg(hash, remark),
            .source = m_list->name()};
    }

    Engine m_engine;
    Result<HashList> m_list = fail(ErrorCode::EngineFailed);
};

} // namespace

std::vector<Finding> findingsOf(const YaraAnswer &answer)
{
    std::vector<Finding> findings;
    for (const YaraMatch &match : answer.matches) {
        const QString in = match.member.isEmpty() ? QString() : u"%1: "_s.arg(match.member);
        Finding finding{match.rule, weightOf(match), in + placesOf(match), match.author, match.license, match.source};
        if (!match.description.isEmpty())
            finding.details.insert(u"description"_s, match.description);
        if (!match.reference.isEmpty())
            finding.details.insert(u"reference"_s, match.reference);
        if (!match.member.isEmpty())
            finding.details.insert(u"member"_s, match.member);
        if (match.score)
            finding.details.insert(u"score"_s, *match.score);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<std::unique_ptr<ContentEngine>> makeEngines(const ExaminationKit &kit)
{
    std::vector<std::unique_ptr<ContentEngine>> engines;
    engines.reserve(kit.lists.size() + 3);
    for (const ExaminationKit::List &list : kit.lists)
        engines.push_back(std::make_unique<ListEngine>(list));
    engines.push_back(std::make_unique<ClamavEngine>(kit));
    engines.push_back(std::make_unique<YaraEngine>(kit));
    engines.push_back(std::make_unique<ArchiveEngine>(kit));
    return engines;
}

} // namespace Sonde::Agent
