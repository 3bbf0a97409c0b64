// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/sweep.h"

#include "agent/evidence/filesearch.h"
#include "protocol/digest/digest.h"

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

QByteArray keyOf(const FileFacts &facts)
{
    QByteArray text;
    for (const qint64 number : {qint64(facts.volume), qint64(facts.inode), facts.size, facts.modified, facts.changed})
        text += QByteArray::number(number) + ' ';
    return Digest::of(text, *EVP_sha256()).first(SweepKeyBytes);
}

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
    m_changed.wait_for(lock, patience, [this] { return m_working == 0 || m_news.files.size() >= MostNews / 2; });
    SweepNews news = std::exchange(m_news, {});
    m_news.current = news.current;
    news.finished = m_working == 0;
    lock.unlock();
    m_changed.notify_all();
    return news;
}

void Sweep::offer(Found file, const std::stop_token &stop)
{
    if (m_request.examined.contains(file.key))
        return;
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_waiting.size() < MostWaiting; }))
        return;
    m_waiting.push_back(std::move(file));
    lock.unlock();
    m_changed.notify_all();
}

/// Links are not followed, and what is neither a file nor a folder is not looked at.
void Sweep::find(const std::stop_token &stop)
{
    const FileSystem files;
    for (const FilePlace &place : m_request.files) {
        const auto facts = files.facts(place.path, Links::Follow);
        offer({place, facts ? keyOf(*facts) : QByteArray()}, stop);
    }
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
                offer({{file.path, file.path}, keyOf(file.facts)}, stop);
            }
            const std::lock_guard lock(m_mutex);
            m_news.errors.insert(m_news.errors.end(), found.errors.begin(), found.errors.end());
        }
    }
    const std::lock_guard lock(m_mutex);
    m_allFound = true;
    m_changed.notify_all();
}

std::optional<Sweep::Found> Sweep::nextFile(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_news.files.size() < MostNews && (m_allFound || !m_waiting.empty()); };
    if (!m_changed.wait(lock, stop, isReady) || m_waiting.empty())
        return std::nullopt;
    Found file = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_news.current = file.place.shown;
    lock.unlock();
    m_changed.notify_all();
    return file;
}

void Sweep::work(const std::stop_token &stop)
{
    FileExaminer examiner(m_kit, m_agentFolder);
    while (const auto file = nextFile(stop)) {
        PartExamination part = examiner.glance(file->place, stop);
        if (stop.stop_requested())
            break;
        const std::lock_guard lock(m_mutex);
        m_news.files.push_back({std::move(part), file->key});
        if (m_news.files.size() >= MostNews / 2)
            m_changed.notify_all();
    }
    const std::lock_guard lock(m_mutex);
    --m_working;
    m_changed.notify_all();
}

} // namespace Sonde::Agent
