// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <QAction>

namespace Sonde::Client {

struct ShortcutLine;
class DownloadManager;
class Theme;

/// What can be done with the selected downloads: the same actions in the buttons, the context menu and by keys.
class DownloadActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadActions)

public:
    DownloadActions(DownloadManager &manager, const Theme &theme, QWidget &panel);

    QAction pause; ///< or resume, when nothing selected goes on by itself
    QAction cancel;
    QAction retry;
    QAction earlier;
    QAction later;
    QAction showInFolder;
    QAction open; ///< with the program for zips; what came plain is nothing to be run by a click
    QAction preview;
    QAction copyHash;
    QAction copyPath;
    QAction goToCommand;
    QAction clear;
    QAction clearFinished;

    void setSelection(const QList<CommandId> &commands);
    /// The downloads, or what is known of them, changed.
    void refresh();
    void restyle();
    void retranslate();
    [[nodiscard]] QList<QAction *> ofSelection();

Q_SIGNALS:
    void previewRequested(const Sonde::Client::Download &download);
    void commandRequested(Sonde::SessionId session, Sonde::CommandId command);

private:
    [[nodiscard]] QList<const Download *> selected() const;
    void connectActions();
    void pauseOrResume();
    void move(int by);
    void copy(const std::function<QString(const Download &)> &fact);
    [[nodiscard]] bool canMove(int by) const;
    void setTexts();

    DownloadManager &m_manager;
    const Theme &m_theme;
    QList<CommandId> m_selection;
    bool m_resumes = false;
};

} // namespace Sonde::Client
