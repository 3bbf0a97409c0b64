// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/trial.h"

#include "controllers/downloads/downloadstore.h"
#include "controllers/downloads/evidencezip.h"
#include "controllers/tenant/embeddedtenant.h"
#include "protocol/digest/digest.h"
#include "tests/chaos/story.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/waiting.h"

#include <QDir>
#include <QJsonDocument>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Chaos {

namespace {

constexpr auto StartPatience = 60s;
/// As long as nothing at all happens, which is more than any back-off.
constexpr auto StandstillPatience = 180s;
constexpr auto Glance = 25ms;

qint64 sum(const std::vector<DeviceFile> &files)
{
    qint64 bytes = 0;
    for (const DeviceFile &file : files)
        bytes += file.size;
    return bytes;
}

} // namespace

Trial::Trial(const Plan &plan)
    : m_plan(plan)
    , m_random(plan.seed)
    , m_relay({.seed = plan.seed, .rate = plan.rate, .longest = plan.largest / 2})
    , m_place(m_plan, m_relay)
    , m_watch({m_place.evidence() + u"/partial/*"_s, m_place.downloads() + u"/*.part"_s})
{
}

void Trial::say(const QString &what) const
{
    std::printf("%7.1f s  %s\n", double(m_clock.elapsed()) / 1000, qPrintable(what));
    std::fflush(stdout);
}

Result<void> Trial::hold()
{
    m_clock.start();
    if (!m_relay.listen())
        return fail(ErrorCode::CannotStart, u"the relay"_s);
    if (const auto prepared = m_place.prepare(); !prepared)
        return prepared;
    auto files = makeDeviceFiles(m_plan, m_place.deviceFiles());
    if (!files)
        return std::unexpected(files.error());
    m_files = *std::move(files);
    say(u"%1 files, %2 bytes"_s.arg(m_files.size()).arg(sum(m_files)));
    return askForFiles().and_then([this] { return endure(); }).transform([this] { judge(); });
}

// ---- what happens

/// The lines are typed by an analyst whose workstation is gone before much has arrived.
Result<void> Trial::askForFiles()
{
    EmbeddedTenant tenant;
    DeviceId device;
    QObject::connect(&tenant, &EmbeddedTenant::deviceReady, &tenant, [&device](const DeviceId &id) { device = id; });
    tenant.setProgramFolder(m_place.programs());
    tenant.start(m_place.data());
    if (!Bench::waitUntil([&device] { return device.isValid(); }, StartPatience))
        return fail(ErrorCode::TimedOut, u"the embedded tenant"_s);
    const auto analyst = Bench::Analyst::at(tenant.credentials(), device);
    if (!analyst)
        return std::unexpected(analyst.error());
    for (const DeviceFile &file : m_files) {
        if (const auto taken = (*analyst)->submit(lineFor(file)); !taken)
            return std::unexpected(taken.error());
    }
    say(u"all asked for"_s);
    return {};
}

Result<void> Trial::endure()
{
    m_relay.beginCutting();
    m_place.startWorkstation();
    QElapsedTimer sinceNews;
    sinceNews.start();
    qint64 moved = 0;
    std::chrono::milliseconds nextBlow = 2s;
    QElapsedTimer sinceBlow;
    sinceBlow.start();
    while (!allHere()) {
        Bench::letPass(Glance);
        m_watch.look();
        if (const qint64 now = m_relay.bytes(); now - moved > 64 * 1024) {
            moved = now;
            sinceNews.start();
        }
        if (!m_place.workstationRuns())
            return fail(
                ErrorCode::Internal, u"the workstation"_s, u"it ended by itself: %1"_s.arg(m_place.lastWords()));
        if (sinceNews.durationElapsed() > StandstillPatience)
            return fail(ErrorCode::TimedOut, u"the downloads"_s,
                u"%1 of %2 are here and nothing moves: %3"_s.arg(m_here).arg(m_files.size()).arg(m_place.lastWords()));
        if (m_struck == m_plan.kills || sinceBlow.durationElapsed() < nextBlow)
            continue;
        strike();
        // Now and then one more before the first is over.
        nextBlow = std::chrono::milliseconds(qint64(-m_plan.pause * std::log(1 - m_random.generateDouble())));
        if (m_kills.size() < qsizetype(Victims.size())) // a small plan may soon be over, and each has its turn
            nextBlow = std::min<std::chrono::milliseconds>(nextBlow, 1s);
        sinceBlow.start();
    }
    m_seconds = double(m_clock.elapsed()) / 1000;
    say(u"all here"_s);
    return m_place.stopWorkstation() ? Result<void>() : fail(ErrorCode::TimedOut, u"the end of the programs"_s);
}

/// Each in its turn, in an order that is another in each round.
void Trial::strike()
{
    if (m_next.empty()) {
        m_next.assign(Victims.begin(), Victims.end());
        std::shuffle(m_next.begin(), m_next.end(), m_random);
    }
    if (!m_place.kill(m_next.back()))
        return; // not up yet after the last time
    say(u"killed the %1; %2 of %3 files here, %4 cuts"_s.arg(nameOf(m_next.back()))
            .arg(m_here)
            .arg(m_files.size())
            .arg(m_relay.cuts()));
    ++m_kills[m_next.back()];
    ++m_struck;
    m_next.pop_back();
}

/// By the workstation's own list.
bool Trial::allHere()
{
    const DownloadList list = DownloadStore(m_place.data() + u"/downloads.cbor"_s).load();
    m_here = std::ranges::count(list.downloads, Download::State::Finished, &Download::state);
    for (const Download &download : list.downloads) {
        if (download.state == Download::State::Failed || download.state == Download::State::Asking)
            m_findings.append(
                u"%1: %2"_s.arg(download.target, download.problem ? debugText(*download.problem) : QString()));
    }
    return m_here == qsizetype(m_files.size()) || !m_findings.isEmpty();
}

// ---- what became of it

void Trial::judge()
{
    if (m_kills.size() < qsizetype(Victims.size()))
        m_findings.append(u"it was over before each program had been killed: take a larger plan"_s);
    m_findings += m_watch.complaints();
    judgeFiles();
    judgeLeftovers();
    judgeJournal();
    say(m_findings.isEmpty() ? u"nothing wrong"_s : u"%1 findings"_s.arg(m_findings.size()));
}

Result<QByteArray> Trial::hashOfDelivered(const DeviceFile &file) const
{
    const QString path = QDir(m_place.downloads()).filePath(QFileInfo(file.path).fileName());
    if (!m_plan.zip)
        return sha256Of(path);
    return peekEvidence(path + u".zip"_s, file.size + 1).transform([](const QByteArray &content) {
        Sha256 hash;
        hash.add(content);
        return hash.result();
    });
}

void Trial::judgeFiles()
{
    for (const DeviceFile &file : m_files) {
        const auto hash = hashOfDelivered(file);
        if (!hash)
            m_findings.append(debugText(hash.error()));
        else if (*hash != file.sha256)
            m_findings.append(u"%1 is not what it was on the device"_s.arg(file.path));
    }
    const auto here = QDir(m_place.downloads()).entryList(QDir::Files | QDir::Hidden);
    if (here.size() != qsizetype(m_files.size()))
        m_findings.append(u"%1 files for %2: %3"_s.arg(here.size()).arg(m_files.size()).arg(here.join(u' ')));
}

void Trial::judgeLeftovers()
{
    const Watch agent({m_place.data() + u"/agent/scratch/*"_s, m_place.data() + u"/agent/blobs/*"_s});
    for (const QString &path : m_watch.leftovers() + agent.leftovers())
        m_findings.append(u"left behind: %1"_s.arg(path));
}

void Trial::judgeJournal()
{
    if (!m_place.ask({u"journal"_s, u"--verify"_s}))
        m_findings.append(u"the journal does not verify"_s);
    const auto journal = m_place.ask({u"journal"_s});
    if (!journal) {
        m_findings.append(u"the journal cannot be read"_s);
        return;
    }
    QList<QJsonObject> entries;
    for (const QByteArray &line : journal->split('\n')) {
        if (!line.isEmpty())
            entries.append(QJsonDocument::fromJson(line).object());
    }
    m_findings += flawsOfStory(entries, m_files);
}

QJsonObject Trial::figures() const
{
    QJsonObject kills;
    for (const auto &[victim, count] : m_kills.asKeyValueRange())
        kills.insert(nameOf(victim), count);
    // Each byte travels twice: to the service, and from there to the workstation.
    return {{u"seed"_s, qint64(m_plan.seed)}, {u"files"_s, qint64(m_files.size())}, {u"bytes"_s, sum(m_files)},
        {u"kills"_s, kills}, {u"cuts"_s, m_relay.cuts()}, {u"seconds"_s, m_seconds},
        {u"carried_per_byte"_s, double(m_relay.bytes()) / double(sum(m_files))}, {u"findings"_s, m_findings.size()}};
}

} // namespace Sonde::Client::Chaos
