// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/hooks/namedlines.h"
#include "agent/system/persistence/persistence.h"

#include <QByteArrayList>

namespace Sonde {
class Digest;
}

namespace Sonde::Agent::Linux {

class FileTree;

/// A finding before it is judged.
struct Found {
    PersistenceEntry entry = {};
    /// Files that it starts or loads beside those that its command names.
    QByteArrayList starts = {};
    /// Every device has many of these: only those that no package accounts for are worth a row.
    bool onlyUnexplained = false;
    /// The file in which it is written is nobody's business, only what it starts: files of the kernel's, tables that programs keep.
    bool judgesOnlyStarts = false;
    /// Its command is run in another tree of files than this one: a container's. What it names is not looked up here.
    bool runsElsewhere = false;
};

/// Takes what the readers of the mechanisms find, and adds what the files themselves tell: owner and times.
class PersistenceSink final
{
    Q_DISABLE_COPY_MOVE(PersistenceSink)

public:
    explicit PersistenceSink(FileTree &tree)
        : m_tree(tree)
    {
    }

    [[nodiscard]] FileTree &tree() { return m_tree; }
    void add(PersistenceEntry entry) { addFound({.entry = std::move(entry)}); }
    void addFound(Found found);
    /// A script that is started for itself.
    void addScript(const QString &method, const QByteArray &path, bool enabled, const QCborMap &details = {});
    /// The scripts of a folder; only those that may be executed are started.
    void addScripts(const QString &method, const QByteArray &folder, const QCborMap &details = {});
    /// A program named in a file of settings; `lineId`: NamedLine::id, where it is a line.
    void addHook(const QString &method, const QByteArray &path, const Hook &hook, const QByteArray &lineId = {});
    /// All that `parse` finds in a file.
    void addHooks(const QString &method, const QByteArray &path, HookParser parse);
    /// A file that something else reads and does what it says, when it is there.
    void addRead(const QString &method, const QByteArray &path, const QCborMap &details = {});

    [[nodiscard]] std::vector<Found> take() { return std::move(m_found); }

private:
    FileTree &m_tree;
    std::vector<Found> m_found;
};

/// Cells of details.
[[nodiscard]] QCborValue deviceText(const QByteArray &text);
[[nodiscard]] QCborArray deviceTexts(const QByteArrayList &texts);

/// Of the content of a file, which is never held as a whole; empty when it could not be read, or is larger. Takes a new digest.
[[nodiscard]] QByteArray digestOf(const FileTree &tree, const QByteArray &path, qint64 most, Digest digest);

} // namespace Sonde::Agent::Linux
