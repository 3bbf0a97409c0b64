// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filesearch.h"

#include "agent/base/devicefolder.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace Sonde::Agent {

namespace {

constexpr size_t FoundWaterMark = 4096;
constexpr ptrdiff_t MostAtOnce = 16; ///< folders that a thread takes

unsigned threadCount()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
}

} // namespace

struct FileSearch::FolderResult {
    std::vector<QByteArray> folders;
    std::vector<FoundFile> found;
    std::vector<Error> errors;
    quint64 count = 0; ///< of folders read
};

/// What a thread has taken. It reads one after the other without the lock; whoever holds the lock may take from it what it has not begun.
struct FileSearch::Batch {
    std::vector<QByteArray> folders;
    std::atomic<size_t> next = 0;

    [[nodiscard]] bool hasMore() const { return next.load() < folders.size(); }
    const QByteArray *claim()
    {
        const size_t index = next.fetch_add(1);
        return index < folders.size() ? &folders[index] : nullptr;
    }
    void moveRest(std::vector<QByteArray> &to)
    {
        const size_t from = next.exchange(folders.size());
        for (size_t i = from; i < folders.size(); ++i)
            to.push_back(std::move(folders[i]));
    }
};

FileSearch::FileSearch(SearchRequest request)
    : m_request(std::move(request))
    , m_threadCount(threadCount())
    , m_batches(m_threadCount)
    , m_folders(m_request.starts)
{
    m_news.finished = m_folders.empty();
    for (Batch &batch : m_batches)
        m_threads.emplace_back([this, &batch](const std::stop_token &stop) { work(batch, stop); });
}

FileSearch::~FileSearch()
{
    // All are asked before the first is waited for.
    for (auto &thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

SearchProgress FileSearch::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_newsAvailable.wait_for(lock, patience, [this] { return m_news.finished || !m_news.found.empty(); });
    SearchProgress news = std::move(m_news);
    m_news = {.found = {}, .errors = {}, .folders = news.folders, .current = news.current, .finished = news.finished};
    m_newsTaken.notify_all();
    return news;
}

void FileSearch::work(Batch &batch, const std::stop_token &stop)
{
    FileSystem files;
    while (nextFolders(batch, stop)) {
        FolderResult result;
        while (const QByteArray *folder = batch.claim()) {
            readFolder(*folder, files, stop, result);
            if (!result.found.empty() && batch.hasMore()) // nobody waits for the others
                deliver(std::exchange(result, {}), false, stop);
        }
        deliver(std::move(result), true, stop);
    }
}

/// Several at once where there are enough for all: the lock costs as much as a small folder. One that hangs (a server that is gone) keeps
/// nobody from those that were taken with it.
bool FileSearch::nextFolders(Batch &batch, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] {
        for (auto other = m_batches.begin(); m_folders.empty() && other != m_batches.end(); ++other)
            other->moveRest(m_folders);
        return !m_folders.empty() || m_reading == 0;
    };
    if (!isReady()) // to be called when somebody stops it costs more than to look
        m_workAvailable.wait(lock, stop, isReady);
    if (stop.stop_requested() || m_folders.empty())
        return false;
    const auto share = std::clamp<ptrdiff_t>(ptrdiff_t(m_folders.size() / (2 * m_threadCount)), 1, MostAtOnce);
    batch.folders.assign(std::make_move_iterator(m_folders.end() - share), std::make_move_iterator(m_folders.end()));
    batch.next = 0;
    m_folders.resize(m_folders.size() - size_t(share));
    ++m_reading;
    m_news.current = batch.folders.front();
    return true;
}

void FileSearch::readFolder(
    const QByteArray &folder, FileSystem &files, const std::stop_token &stop, FolderResult &result) const
{
    ++result.count;
    const auto read = readDirectory(folder, [&](const DirectoryEntry &entry) {
        if (entry.isDirectory) {
            QByteArray path = joinedPath(folder, entry.name);
            if (m_request.excluded.isEmpty() || !m_request.excluded.contains(path))
                result.folders.push_back(std::move(path));
        }
        if (m_request.name.matches(entry.name)) {
            QByteArray path = joinedPath(folder, entry.name);
            if (auto facts = files.facts(path, Links::Keep))
                result.found.push_back({std::move(path), std::move(*facts)});
        }
        return !stop.stop_requested();
    });
    // What vanished while we were looking is not there: nothing to report.
    if (!read && read.error().code != ErrorCode::NotFound)
        result.errors.push_back(read.error());
}

void FileSearch::deliver(FolderResult result, bool isLast, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isPlace = [this] { return m_news.found.size() < FoundWaterMark; };
    if (!isPlace())
        m_newsTaken.wait(lock, stop, isPlace);
    std::ranges::move(result.folders, std::back_inserter(m_folders));
    std::ranges::move(result.found, std::back_inserter(m_news.found));
    std::ranges::move(result.errors, std::back_inserter(m_news.errors));
    m_news.folders += result.count;
    m_reading -= isLast ? 1 : 0;
    m_news.finished = m_folders.empty() && m_reading == 0;
    if (m_news.finished || result.folders.size() > (isLast ? 1 : 0)) // a single one is for who brought it
        m_workAvailable.notify_all();
    if (m_news.finished || !result.found.empty())
        m_newsAvailable.notify_one();
}

} // namespace Sonde::Agent
