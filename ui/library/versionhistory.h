// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"

#include <QWidget>

class QTreeWidget;

namespace Sonde::Client {

class CodeView;
class Syntax;
class Theme;

/// The versions of a library file, newest first, and what a selected one changed against the one before; of two selected ones, what
/// differs between them.
class VersionHistory final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionHistory)

public:
    VersionHistory(LibraryController &library, const Syntax &syntax, const Theme &theme, QWidget *parent = nullptr);

    void setFile(const LibraryFile &file);
    /// The version that is selected, the newest of several.
    [[nodiscard]] const LibraryFile *current() const;

Q_SIGNALS:
    void currentChanged();

private:
    void show(const Result<std::vector<LibraryFile>> &versions);
    void fill();
    void compare();
    void showDiff(const LibraryFile &before, const LibraryFile &after);
    void retranslate();

    LibraryController &m_library;
    std::vector<LibraryFile> m_versions;
    QString m_name;
    quint32 m_asked = 0;    ///< answers to earlier questions are late
    quint32 m_compared = 0; ///< so are earlier differences
    QTreeWidget *m_list;
    CodeView *m_diff;
};

} // namespace Sonde::Client
