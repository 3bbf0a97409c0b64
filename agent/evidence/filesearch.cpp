// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filesearch.h"

#include "agent/base/devicefolder.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

constexpr size_t FoundWaterMark = 4096;

unsigned threadCount()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
}

} // namespace

struct FileSearch::FolderResult {
    std::vector<QByteArray> folders;
    std::vector<FoundFile> found;
    std::vector<Error> errors;
};

FileSearch::FileSearch(SearchRequest request)
    : m_request(std::move(request))
    , m_folders(m_request.starts)
{
    m_news.finished = m_folders.empty();
    for (unsigned i = 0; i < threadCount(); ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
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

void FileSearch::work(const std::stop_token &stop)
{
    FileSystem files;
    while (const auto folder = nextFolder(stop))
        deliver(readFolder(*folder, files, stop), stop);
}

std::optional<QByteArray> FileSearch::nextFolder(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_workAvailable.wait(lock, stop, [this] { return !m_folders.empty() || m_reading == 0; });
    if (stop.stop_requested() || m_folders.empty())
        return {};
    QByteArray folder = std::move(m_folders.back());
    m_folders.pop_back();
    ++m_reading;
    m_news.current = folder;
    return folder;
}

FileSearch::FolderResult FileSearch::readFolder(
    const QByteArray &folder, FileSystem &files, const std::stop_token &stop) const
{
    FolderResult result;
    const auto read = readDirectory(folder, [&](const DirectoryEntry &entry) {
        if (entry.isDirectory) {
            QByteArray path = joinedPath(folder, entry.name);
            if (!m_request.excluded.contains(path))
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
    return result;
}

void FileSearch::deliver(FolderResult result, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_newsTaken.wait(lock, stop, [this] { return m_news.found.size() < FoundWaterMark; });
    std::ranges::move(result.folders, std::back_inserter(m_folders));
    std::ranges::move(result.found, std::back_inserter(m_news.found));
    std::ranges::move(result.errors, std::back_inserter(m_news.errors));
    ++m_news.folders;
    --m_reading;
    m_news.finished = m_folders.empty() && m_reading == 0;
    if (m_news.finished || result.folders.size() > 1)
        m_workAvailable.notify_all();
    if (m_news.finished || !result.found.empty())
        m_newsAvailable.notify_one();
}

} // namespace Sonde::Agent
