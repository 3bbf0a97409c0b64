// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <array>

class QMenu;
class QMenuBar;

namespace Sonde::Client {

struct ShortcutLine;

/// What the menu bar offers everywhere. Pages own their own actions; those of the page shown join the Session menu.
class MainActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainActions)

public:
    /// `upload` is the library's own.
    MainActions(QMenuBar &bar, QAction &upload, QWidget &window);

    QAction signIn, closeTab, quit;
    QAction startSession;
    QAction showDevices, showLibrary, showRemediations, showActivity, showAdministration, showDownloads, filterDevices,
        nextTab, previousTab, largerText, smallerText, normalText, fullScreen;
    QAction nextArea, previousArea;
    std::array<QAction, 4> sessionTabs; ///< to the sixth tab of all and so on: the pages before have keys of their own
    QAction settings;
    QAction shortcuts, about;

    /// The Session menu shows these below its own, until the next call.
    void setPageActions(const QList<QAction *> &actions);
    /// The Tools menu shows these above the settings.
    void addTools(const QList<QAction *> &actions);
    /// Every key in the menus, by menu.
    [[nodiscard]] QList<ShortcutLine> shortcutTable() const;

    void retranslate();

private:
    void setKeys();
    void setTabKeys(QWidget &window);
    void fillMenus(QMenuBar &bar, QAction &upload);

    QMenu *m_file;
    QMenu *m_session;
    QMenu *m_view;
    QMenu *m_tools;
    QMenu *m_help;
    QAction *m_pageSeparator;
    QList<QAction *> m_pageActions;
};

} // namespace Sonde::Client
