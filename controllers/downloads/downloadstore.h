// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <mutex>
#include <vector>

namespace Sonde::Client {

/// A download the analyst wants to see no more, although the journal still says that there is something to bring.
struct ForgottenDownload {
    CommandId command;
    QDateTime accepted;
};

struct DownloadList {
    std::vector<Download> downloads; ///< in their order
    std::vector<ForgottenDownload> forgotten;
};

/// The downloads of one tenant in a file, so that they go on after a restart. Thread-safe.
class DownloadStore final
{
    Q_DISABLE_COPY_MOVE(DownloadStore)

public:
    /// An empty name keeps nothing.
    explicit DownloadStore(const QString &file)
        : m_file(file)
    {
    }

    /// Nothing when there is no file; what cannot be read is put aside (".unreadable").
    [[nodiscard]] DownloadList load() const;
    /// Through a temporary name, fsync and rename. A list that is older than one saved already is not saved. CannotWrite.
    [[nodiscard]] Result<void> save(const DownloadList &list, quint64 version);

private:
    const QString m_file;
    std::mutex m_mutex;
    quint64 m_saved = 0;
};

} // namespace Sonde::Client
