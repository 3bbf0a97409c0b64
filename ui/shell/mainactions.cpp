// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainactions.h"

#include "ui/dialogs/shortcutsdialog.h"
#include "ui/theme/plaintext.h"

#include <QMenuBar>

namespace Sonde::Client {

MainActions::MainActions(QMenuBar &bar, QAction &upload, QWidget &window)
    : QObject(&window)
    , m_file(bar.addMenu(QString()))
    , m_session(bar.addMenu(QString()))
    , m_view(bar.addMenu(QString()))
    , m_tools(bar.addMenu(QString()))
    , m_help(bar.addMenu(QString()))
{
    setKeys();
    setTabKeys(window);
    fillMenus(bar, upload);
    retranslate();
}

void MainActions::setKeys()
{
    // Not Ctrl+W, which deletes a word wherever command lines are typed.
    closeTab.setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), QKeySequence(Qt::CTRL | Qt::Key_F4)});
    quit.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit.setMenuRole(QAction::QuitRole);
    startSession.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    showDevices.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_1), QKeySequence(Qt::ALT | Qt::Key_Home)});
    showLibrary.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    showRemediations.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_3));
    showActivity.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_4));
    showAdministration.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_5));
    nextArea.setShortcut(QKeySequence(Qt::Key_F6));
    previousArea.setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    showDownloads.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    nextTab.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_PageDown), QKeySequence(Qt::CTRL | Qt::Key_Tab)});
    previousTab.setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)});
    largerText.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smallerText.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    normalText.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    fullScreen.setShortcut(QKeySequence(Qt::Key_F11));
    fullScreen.setCheckable(true);
    settings.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings.setMenuRole(QAction::PreferencesRole);
    shortcuts.setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    about.setMenuRole(QAction::AboutRole);
    // The devices page binds these to itself: a session's page finds in its output with the same key.
    filterDevices.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    filterDevices.setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void MainActions::setTabKeys(QWidget &window)
{
    int key = Qt::Key_6;
    for (QAction &action : sessionTabs) {
        action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key(key++)));
        window.addAction(&action); // in no menu
    }
}

void MainActions::fillMenus(QMenuBar &bar, QAction &upload)
{
    m_file->addActions({&signIn, &upload, &closeTab});
    m_file->addSeparator();
    m_file->addAction(&quit);
    m_session->addAction(&startSession);
    m_pageSeparator = m_session->addSeparator();
    m_view->addActions({&showDevices, &showLibrary, &showRemediations, &showActivity, &showAdministration,
        &showDownloads, &filterDevices, &nextTab, &previousTab, &nextArea, &previousArea});
    m_view->addSeparator();
    m_view->addActions({&largerText, &smallerText, &normalText});
    m_view->addSeparator();
    m_view->addAction(&fullScreen);
    m_tools->addAction(&settings);
    m_help->addActions({&shortcuts, &about});
    bar.setNativeMenuBar(true);
}

void MainActions::setPageActions(const QList<QAction *> &actions)
{
    for (QAction *action : m_pageActions)
        m_session->removeAction(action);
    m_pageActions = actions;
    m_session->addActions(actions);
    m_pageSeparator->setVisible(!actions.isEmpty());
}

void MainActions::addTools(const QList<QAction *> &actions)
{
    m_tools->insertActions(&settings, actions);
    m_tools->insertSeparator(&settings);
}

QList<ShortcutLine> MainActions::shortcutTable() const
{
    QList<ShortcutLine> lines;
    for (const QMenu *menu : {m_file, m_session, m_view, m_tools, m_help})
        lines += shortcutLines(withoutMnemonic(menu->title()), menu->actions());
    const auto keyOf = [](const QAction &action) { return action.shortcut().toString(QKeySequence::NativeText); };
    lines << ShortcutLine{withoutMnemonic(m_view->title()), tr("To the sixth tab, … to the ninth"),
        keyOf(sessionTabs.front()) + QStringLiteral(" … ") + keyOf(sessionTabs.back())};
    return lines;
}

void MainActions::retranslate()
{
    //: menu
    m_file->setTitle(tr("&File"));
    //: menu: live response session
    m_session->setTitle(tr("&Session"));
    //: menu
    m_view->setTitle(tr("&View"));
    //: menu
    m_tools->setTitle(tr("&Tools"));
    //: menu
    m_help->setTitle(tr("&Help"));
    signIn.setText(tr("Sign &in…"));
    closeTab.setText(tr("&Close the tab"));
    //: menu entry: end the program
    quit.setText(tr("&Quit"));
    startSession.setText(tr("&Start live response session"));
    showDevices.setText(tr("&Devices"));
    showLibrary.setText(tr("Li&brary"));
    showRemediations.setText(tr("&Remediations"));
    showActivity.setText(tr("A&ctivity"));
    showAdministration.setText(tr("Ad&ministration"));
    showDownloads.setText(tr("Do&wnloads"));
    filterDevices.setText(tr("&Filter devices"));
    nextTab.setText(tr("&Next tab"));
    previousTab.setText(tr("&Previous tab"));
    //: menu entry: an area is the console, the command log, the downloads…
    nextArea.setText(tr("N&ext area"));
    //: menu entry: an area is the console, the command log, the downloads…
    previousArea.setText(tr("Pre&vious area"));
    largerText.setText(tr("&Larger console text"));
    smallerText.setText(tr("S&maller console text"));
    normalText.setText(tr("N&ormal console text"));
    fullScreen.setText(tr("F&ull screen"));
    settings.setText(tr("&Settings…"));
    //: menu entry: the list of keyboard shortcuts
    shortcuts.setText(tr("&Shortcuts"));
    about.setText(tr("&About Sonde"));
}

} // namespace Sonde::Client

#include "moc_mainactions.cpp"
