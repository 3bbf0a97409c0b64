// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/fileexaminer.h"
#include "agent/system/files/files.h"

#include <QSet>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Sonde::Agent {

/// Which file, in which state: by its number and times, whatever it is called. Of SweepKeyBytes.
[[nodiscard]] QByteArray keyOf(const FileFacts &facts);
inline constexpr qsizetype SweepKeyBytes = 16;

/// Files to be examined: some by name, and all that lie in some folders.
struct SweepRequest {
    std::vector<FilePlace> files;
    std::vector<QByteArray> folders;
    QSet<QByteArray> excluded;      ///< folders met on the way that are not entered
    QSet<QByteArray> examined = {}; ///< keys of files that were examined before
};

/// Of a file that was examined.
struct SweptFile {
    PartExamination part;
    QByteArray key; ///< empty: its facts could not be asked for
};

/// What has come up since one last asked.
struct SweepNews {
    std::vector<SweptFile> files; ///< of every file, also of those that are clean
    std::vector<Error> errors;    ///< folders that could not be read
    QByteArray current;           ///< one of the files being examined
    bool finished = false;
};

/// Examines many files by their content, on several threads with engines of their own. A file with several names is examined once. Ends with its
/// destructor.
class Sweep final
{
    Q_DISABLE_COPY_MOVE(Sweep)

public:
    Sweep(const ExaminationKit &kit, const QString &agentFolder, SweepRequest request);
    ~Sweep();

    /// Waits for news, at most so long. To be asked until `finished`: news that nobody takes halt the sweep.
    [[nodiscard]] SweepNews take(std::chrono::milliseconds patience);

private:
    void find(const std::stop_token &stop);
    void work(const std::stop_token &stop);
    struct Found {
        FilePlace place;
        QByteArray key;
    };
    void offer(Found file, const std::stop_token &stop);
    [[nodiscard]] std::optional<Found> nextFile(const std::stop_token &stop);

    const ExaminationKit &m_kit;
    const QString m_agentFolder;
    const SweepRequest m_request;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Found> m_waiting;
    bool m_allFound = false;
    size_t m_working = 0;                     ///< threads that may still have news
    QSet<std::pair<quint64, quint64>> m_seen; ///< of the finder: volume and number of files with several names
    SweepNews m_news;
    std::vector<std::jthread> m_threads; ///< last: they end before what they use
};

} // namespace Sonde::Agent
