// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/packages/packageindex.h"
#include "agent/system/persistence/persistencesink.h"

#include <QThreadPool>
#include <future>

namespace Sonde::Agent::Linux {

/// Says of everything that was found which package accounts for it, and what it starts.
class PersistenceJudge final
{
    Q_DISABLE_COPY_MOVE(PersistenceJudge)

public:
    explicit PersistenceJudge(FileTree &tree)
        : m_tree(tree)
    {
    }

    [[nodiscard]] std::vector<PersistenceEntry> judge(std::vector<Found> found);

private:
    /// What is known of one file.
    struct Judged {
        QString package;
        /// Whether it is a package's and unchanged; none where the database does not say how it was.
        std::optional<bool> isExplained = false;
        bool isThere = false;
        QCborMap description = {}; ///< for a row that starts it
        /// Whether it is as its package recorded it, where its content is being compared.
        std::shared_future<bool> comparison = {};
    };

    void collect(const Found &found);
    void compareFilesOf(const Found &found);
    void judgeOne(Found &found);
    /// All that it starts, by its own word and by its command.
    [[nodiscard]] QByteArrayList startsOf(const Found &found) const;
    [[nodiscard]] Judged &fileOf(const QByteArray &path);
    [[nodiscard]] Judged look(const QByteArray &path);
    /// Waits for what is being compared.
    void settle(const QByteArray &path, Judged &judged) const;
    [[nodiscard]] bool isCopy(const QByteArray &path) const;
    void compare(Judged &judged, const QByteArray &place, const PackageIndex::Entry &entry);
    [[nodiscard]] QCborMap describe(const QByteArray &path, const Judged &judged);
    /// Whether so many bytes more may be read of files that nobody vouches for; says once when not.
    [[nodiscard]] bool mayRead(const QByteArray &path, qint64 bytes);
    void sayCut(const QByteArray &path, qint64 limit);

    FileTree &m_tree;
    QHash<QByteArray, QByteArrayList> m_started; ///< of each command, what it names
    QSet<QByteArray> m_paths;                    ///< with links followed
    std::optional<PackageIndex> m_index;
    QHash<QByteArray, QByteArray> m_managed; ///< MD5 that ucf remembers, hexadecimal, by path
    QHash<QByteArray, Judged> m_files;
    qint64 m_hashed = 0; ///< bytes of files that the clock has nothing against, and that were compared all the same
    qint64 m_read = 0;   ///< bytes of the others
    bool m_isCut = false;
    QThreadPool m_pool; ///< compares; what it works with is above
};

/// The files that a command names: its program, looked up as a login's PATH would find it, and what else has a folder. Also of several
/// commands, and of a piece of shell. Without what is not there.
[[nodiscard]] QByteArrayList filesNamedBy(const FileTree &tree, const QByteArray &command);

} // namespace Sonde::Agent::Linux
