// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"
#include "ui/toolkit/syntax.h"

#include <QDockWidget>
#include <QPointer>
#include <functional>

namespace Sonde::Client {

class DownloadManager;
class DownloadsPanel;
class Notifier;
class Settings;
class Theme;

/// The downloads at the bottom of the window: keeps to the settings, and tells what became of them.
class DownloadsDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadsDock)

public:
    /// `toggle` shows and hides it.
    DownloadsDock(DownloadManager &manager, QAction &toggle, Theme &theme, Settings &settings, Notifier &notifier,
        QWidget *parent = nullptr);

    [[nodiscard]] DownloadsPanel &panel() { return *m_panel; }
    /// Shows it, with this download selected.
    void reveal(CommandId command);
    /// Says whether the analyst has a session before the eyes: its own blocks tell what became of its downloads.
    void setSeen(std::function<bool(SessionId)> isSeen) { m_isSeen = std::move(isSeen); }

Q_SIGNALS:
    /// The analyst is done here, and where the focus came from is gone.
    void left();
    void commandRequested(Sonde::SessionId session, Sonde::CommandId command);

private:
    void showAndEnter();
    void leave();
    void closePanel();
    void applySettings();
    void showProgress();
    void tellFinished(CommandId command);
    void tellProblem(CommandId command);
    void withdrawAnswered(const QModelIndex &first, const QModelIndex &last);
    void retranslate();

    DownloadManager &m_manager;
    Settings &m_settings;
    Notifier &m_notifier;
    const Syntax m_syntax;
    DownloadsPanel *m_panel;
    std::function<bool(SessionId)> m_isSeen = [](SessionId) { return false; };
    QPointer<QWidget> m_before; ///< had the focus before it came here
    int m_shownPercent = -1;
};

} // namespace Sonde::Client
