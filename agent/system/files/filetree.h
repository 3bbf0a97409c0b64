// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"

#include <functional>
#include <stop_token>

namespace Sonde::Agent::Linux {

class Descriptor;

/// A device's files as the readers of its configuration see them. Paths are the device's own; links are followed inside the tree, also
/// where it is only a copy somewhere (a test's, a disk mounted elsewhere). What is not there is no error; what is there and cannot be read
/// is remembered. For one thread.
class FileTree final
{
    Q_DISABLE_COPY_MOVE(FileTree)

public:
    /// Configuration files are small: more than this is refused.
    static constexpr qint64 MostBytes = 16LL * 1024 * 1024;

    /// `root`: where the device's "/" is.
    explicit FileTree(const QByteArray &root = "/", std::stop_token stop = {});
    ~FileTree();

    [[nodiscard]] bool exists(const QByteArray &path) const;
    [[nodiscard]] bool isFolder(const QByteArray &path) const;
    /// The content of a regular file; nothing when there is none that could be read.
    [[nodiscard]] std::optional<QByteArray> read(const QByteArray &path, qint64 most = MostBytes);
    /// The same of a file that most likely is not there or not readable: nothing is remembered.
    [[nodiscard]] std::optional<QByteArray> tryRead(const QByteArray &path, qint64 most = MostBytes) const;
    /// Gives the content of a regular file piece by piece, for what may be large. False when there is none, it is larger, or could not be
    /// read to its end: what was given then is worth nothing.
    [[nodiscard]] bool readPieces(
        const QByteArray &path, qint64 most, const std::function<void(QByteArrayView piece)> &give) const;
    /// Paths of what is in a folder, sorted; none when it is not there.
    [[nodiscard]] std::vector<QByteArray> entries(const QByteArray &folder);
    /// Of the file or link itself; none when it is not there.
    [[nodiscard]] std::optional<FileFacts> facts(const QByteArray &path) const;
    /// Whether anybody may execute what the path leads to.
    [[nodiscard]] bool isExecutable(const QByteArray &path) const;
    /// What a symbolic link says; empty when it is none.
    [[nodiscard]] QByteArray linkTarget(const QByteArray &path) const;
    /// What the path leads to when all links are followed inside the tree; empty when that is nowhere.
    [[nodiscard]] QByteArray resolved(const QByteArray &path) const;
    /// Where the path is found from outside of the tree.
    [[nodiscard]] QByteArray outside(const QByteArray &path) const;

    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }
    void addError(const Error &error) { m_errors.push_back(error); }
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }

private:
    [[nodiscard]] Descriptor open(const QByteArray &path, int flags) const;
    [[nodiscard]] Result<Descriptor> openForReading(const QByteArray &path, qint64 most) const;
    [[nodiscard]] Result<QByteArray> content(const QByteArray &path, qint64 most) const;

    QByteArray m_root; ///< without a slash at its end: empty for this system's own
    int m_rootHandle;
    std::stop_token m_stop;
    FileSystem m_files;
    std::vector<Error> m_errors;
};

/// The last part of a path.
[[nodiscard]] QByteArray baseName(const QByteArray &path);
/// What is before it, without the slash between them; "/" for what lies in the root.
[[nodiscard]] QByteArray folderOf(const QByteArray &path);

} // namespace Sonde::Agent::Linux
