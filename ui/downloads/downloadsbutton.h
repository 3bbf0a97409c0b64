// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Sonde::Client {

class DownloadModel;
class Theme;

/// How the downloads are, in the bottom line; opens and closes their panel.
class DownloadsButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadsButton)

public:
    /// `toggle` shows the panel.
    DownloadsButton(const DownloadModel &downloads, QAction &toggle, const Theme &theme, QWidget *parent = nullptr);

private:
    void refresh();

    const DownloadModel &m_downloads;
    const Theme &m_theme;
};

} // namespace Sonde::Client
