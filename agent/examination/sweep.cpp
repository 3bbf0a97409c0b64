// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/sweep.h"

#include "agent/evidence/filesearch.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr size_t MostWaiting = 256;
constexpr size_t MostNews = 1024;
constexpr auto FindPatience = 20ms;

/// While one thread waits for an engine, another one has something for it to do.
size_t threadCount()
{
    return std::clamp<size_t>(std::thread::hardware_concurrency() + 1, 2, 8);
}

} // namespace

Sweep::Sweep(const ExaminationKit &kit, const QString &agentFolder, SweepRequest request)
    : m_kit(kit)
    , m_agentFolder(agentFolder)
    , m_request(std::move(request))
    , m_working(threadCount())
{
    m_threads.emplace_back([this](const std::stop_token &stop) { find(stop); });
    for (size_t i = 0; i < threadCount(); ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

Sweep::~Sweep()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

SweepNews Sweep::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_working == 0 || m_news.parts.size() >= MostNews / 2; });
    SweepNews news = std::exchange(m_news, {});
    m_news.current = news.current;
    news.finished = m_working == 0;
    lock.unlock();
    m_changed.notify_all();
    return news;
}

void Sweep::offer(FilePlace place, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_waiting.size() < MostWaiting; }))
        return;
    m_waiting.push_back(std::move(place));
    lock.unlock();
    m_changed.notify_all();
}

/// Links are not followed, and what is neither a file nor a folder is not looked at.
void Sweep::find(const std::stop_token &stop)
{
    for (const FilePlace &file : m_request.files)
        offer(file, stop);
    if (!m_request.folders.empty()) {
        FileSearch search({m_request.folders, m_request.excluded, Wildcard("*")});
        for (bool finished = false; !finished && !stop.stop_requested();) {
            SearchProgress found = search.take(FindPatience);
            finished = found.finished;
            for (const FoundFile &file : found.found) {
                if (file.facts.kind != FileKind::Regular)
                    continue;
                const std::pair number(file.facts.volume, file.facts.inode);
                if (file.facts.links > 1 && m_seen.contains(number))
                    continue;
                if (file.facts.links > 1)
                    m_seen.insert(number);
                offer({file.path, file.path}, stop);
            }
            const std::lock_guard lock(m_mutex);
            m_news.errors.insert(m_news.errors.end(), found.errors.begin(), found.errors.end());
        }
    }
    const std::lock_guard lock(m_mutex);
    m_allFound = true;
    m_changed.notify_all();
}

std::optional<FilePlace> Sweep::nextFile(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_news.parts.size() < MostNews && (m_allFound || !m_waiting.empty()); };
    if (!m_changed.wait(lock, stop, isReady) || m_waiting.empty())
        return std::nullopt;
    FilePlace place = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_news.current = place.shown;
    lock.unlock();
    m_changed.notify_all();
    return place;
}

void Sweep::work(const std::stop_token &stop)
{
    FileExaminer examiner(m_kit, m_agentFolder);
    while (const auto place = nextFile(stop)) {
        PartExamination part = examiner.glance(*place, stop);
        if (stop.stop_requested())
            break;
        const std::lock_guard lock(m_mutex);
        m_news.parts.push_back(std::move(part));
        if (m_news.parts.size() >= MostNews / 2)
            m_changed.notify_all();
    }
    const std::lock_guard lock(m_mutex);
    --m_working;
    m_changed.notify_all();
}

} // namespace Sonde::Agent
