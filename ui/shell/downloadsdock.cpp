// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/downloadsdock.h"

#include "controllers/downloads/downloadmanager.h"
#include "models/text/visibletext.h"
#include "ui/downloads/desktopshell.h"
#include "ui/downloads/downloadspanel.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/notifier.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qint64 Kilobyte = 1000;

/// Of what a download asks, or why it failed.
QString topicOf(CommandId command)
{
    return u"download-"_s + command.toString();
}

} // namespace

DownloadsDock::DownloadsDock(
    DownloadManager &manager, QAction &toggle, Theme &theme, Settings &settings, Notifier &notifier, QWidget *parent)
    : QDockWidget(parent)
    , m_manager(manager)
    , m_settings(settings)
    , m_notifier(notifier)
    , m_panel(new DownloadsPanel(manager, theme, m_syntax, settings, this))
{
    setObjectName(u"downloads"_s); // restoreState() finds it by this
    setAllowedAreas(Qt::BottomDockWidgetArea);
    setFeatures(DockWidgetClosable);
    setTitleBarWidget(new QWidget(this)); // the panel has a header of its own
    setWidget(m_panel);
    toggle.setCheckable(true);
    connect(&toggle, &QAction::toggled, this, [this](bool shown) {
        if (shown == !isHidden())
            return; // it only follows
        shown ? showAndEnter() : closePanel();
    });
    connect(this, &QDockWidget::visibilityChanged, &toggle, [this, &toggle] { toggle.setChecked(!isHidden()); });
    connect(m_panel, &DownloadsPanel::closeRequested, this, &DownloadsDock::closePanel);
    connect(m_panel, &DownloadsPanel::leaveRequested, this, &DownloadsDock::leave);
    connect(m_panel, &DownloadsPanel::commandRequested, this, &DownloadsDock::commandRequested);
    connect(&settings, &Settings::changed, this, &DownloadsDock::applySettings);
    connect(&manager, &DownloadManager::finished, this, &DownloadsDock::tellFinished);
    connect(&manager, &DownloadManager::failed, this, &DownloadsDock::tellProblem);
    connect(&manager, &DownloadManager::asking, this, &DownloadsDock::tellProblem);
    connect(&manager.model(), &DownloadModel::changed, this, &DownloadsDock::showProgress);
    connect(&manager.model(), &QAbstractItemModel::dataChanged, this, &DownloadsDock::withdrawAnswered);
    hide();
    applySettings();
    onLanguageChange(this, &DownloadsDock::retranslate);
    retranslate();
}

void DownloadsDock::reveal(CommandId command)
{
    showAndEnter();
    raise();
    m_panel->select(command);
    activateWindow();
}

void DownloadsDock::showAndEnter()
{
    if (QWidget *focused = QApplication::focusWidget(); focused && !isAncestorOf(focused))
        m_before = focused;
    show();
    m_panel->setFocus(Qt::ShortcutFocusReason);
}

/// Back to where the focus came from: what is typed next is typed there.
void DownloadsDock::leave()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT left();
}

void DownloadsDock::closePanel()
{
    if (isAncestorOf(QApplication::focusWidget()))
        leave(); // before it hides, or Qt gives the focus to whatever comes next
    hide();
}

void DownloadsDock::applySettings()
{
    DownloadManager::Options options;
    options.folder = m_settings.downloadFolder();
    options.plain = m_settings.get(Settled::DeliverPlain);
    options.limits.atOnce = std::max(1, m_settings.get(Settled::DownloadsAtOnce));
    options.limits.totalRate = m_settings.get(Settled::DownloadRate) * Kilobyte;
    options.limits.deviceRate = m_settings.get(Settled::DeviceDownloadRate) * Kilobyte;
    m_manager.setOptions(options);
}

/// On the task bar; said once for each percent.
void DownloadsDock::showProgress()
{
    const auto progress = m_manager.model().totals().progress();
    const int percent = progress ? int(100 * *progress) : -1;
    if (std::exchange(m_shownPercent, percent) != percent)
        DesktopShell::showProgress(percent < 0 ? std::nullopt : std::optional(percent / 100.0));
}

void DownloadsDock::tellFinished(CommandId command)
{
    const Download &download = *m_manager.model().find(command);
    if (m_isSeen(download.session))
        return;
    //: %1 the name of a file, %2 a device
    const QString text = tr("%1 from %2 is here, and its hash is right.")
                             .arg(visible(QFileInfo(download.target).fileName()), visible(download.deviceName));
    m_notifier.notify({Notification::Kind::Done, text, tr("Show in folder"),
        [target = download.target] { DesktopShell::showInFolder(target); }});
}

void DownloadsDock::tellProblem(CommandId command)
{
    const Download &download = *m_manager.model().find(command);
    if (m_isSeen(download.session))
        return;
    const QString name = visible(QFileInfo(download.target).fileName());
    //: %1 the name of a file, %2 why its download stopped or what it asks
    const QString text = tr("%1: %2").arg(name, visible(Words::errorText(*download.problem)));
    m_notifier.notify({Notification::Kind::Problem, text, tr("Show downloads"), [this, command] { reveal(command); },
        topicOf(command)});
}

/// A question that was answered, here or in its console, is none any more.
void DownloadsDock::withdrawAnswered(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row(); ++row) {
        const Download &download = *m_manager.model().at(row);
        if (!download.problem)
            m_notifier.withdraw(topicOf(download.command));
    }
}

void DownloadsDock::retranslate()
{
    setWindowTitle(tr("Downloads"));
}

} // namespace Sonde::Client

#include "moc_downloadsdock.cpp"
