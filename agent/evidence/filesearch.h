// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/base/wildcard.h"
#include "agent/system/files/files.h"

#include <QSet>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace Sonde::Agent {

struct SearchRequest {
    std::vector<QByteArray> starts; ///< folders, absolute
    QSet<QByteArray> excluded;      ///< folders met on the way that are not entered
    Wildcard name;
};

struct FoundFile {
    QByteArray path;
    FileFacts facts;
};

/// What has come up since one last asked.
struct SearchProgress {
    std::vector<FoundFile> found;
    std::vector<Error> errors; ///< folders that could not be read
    quint64 folders = 0;       ///< read so far
    QByteArray current;        ///< one of those being read
    bool finished = false;
};

/// Looks for files by name on several threads that share one stack of folders. Links are not followed, so there are no loops. Only what
/// matches is looked at more closely. Ends with its destructor.
class FileSearch final
{
    Q_DISABLE_COPY_MOVE(FileSearch)

public:
    explicit FileSearch(SearchRequest request);
    ~FileSearch();

    /// Waits for news, at most so long. To be asked until `finished`: found files that nobody takes halt the search.
    [[nodiscard]] SearchProgress take(std::chrono::milliseconds patience);

private:
    struct FolderResult;
    struct Batch;

    void work(Batch &batch, const std::stop_token &stop);
    /// False: there are no more.
    bool nextFolders(Batch &batch, const std::stop_token &stop);
    void readFolder(
        const QByteArray &folder, FileSystem &files, const std::stop_token &stop, FolderResult &result) const;
    /// `isLast`: the thread has read all that it took.
    void deliver(FolderResult result, bool isLast, const std::stop_token &stop);

    const SearchRequest m_request;
    const unsigned m_threadCount;
    std::mutex m_mutex;
    std::condition_variable_any m_workAvailable;
    std::condition_variable_any m_newsAvailable;
    std::condition_variable_any m_newsTaken;
    std::vector<Batch> m_batches;      ///< of each thread
    std::vector<QByteArray> m_folders; ///< to be read, last in first out: stays small
    size_t m_reading = 0;
    SearchProgress m_news;
    std::vector<std::jthread> m_threads;
};

} // namespace Sonde::Agent
