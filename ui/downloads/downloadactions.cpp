// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/downloadactions.h"

#include "controllers/downloads/downloadmanager.h"
#include "ui/downloads/desktopshell.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

DownloadActions::DownloadActions(DownloadManager &manager, const Theme &theme, QWidget &panel)
    : QObject(&panel)
    , m_manager(manager)
    , m_theme(theme)
{
    pause.setShortcut(QKeySequence(Qt::Key_Space));
    cancel.setShortcut(QKeySequence::Delete);
    retry.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    earlier.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Up));
    later.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down));
    // What a menu shows is the first.
    showInFolder.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Enter), QKeySequence(Qt::CTRL | Qt::Key_Return)});
    preview.setShortcuts({QKeySequence(Qt::Key_Enter), QKeySequence(Qt::Key_Return)});
    clear.setShortcut(QKeySequence::Delete);
    for (QAction *action : ofSelection()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        panel.addAction(action);
    }
    connectActions();
    restyle();
    retranslate();
}

void DownloadActions::connectActions()
{
    const auto each = [this](QAction &action, void (DownloadManager::*act)(CommandId)) {
        connect(&action, &QAction::triggered, this, [this, act] {
            for (const CommandId command : QList(m_selection))
                (m_manager.*act)(command);
        });
    };
    each(cancel, &DownloadManager::cancel);
    each(retry, &DownloadManager::retry);
    each(clear, &DownloadManager::clear);
    connect(&pause, &QAction::triggered, this, &DownloadActions::pauseOrResume);
    connect(&earlier, &QAction::triggered, this, [this] { move(-1); });
    connect(&later, &QAction::triggered, this, [this] { move(1); });
    connect(
        &showInFolder, &QAction::triggered, this, [this] { DesktopShell::showInFolder(selected().first()->target); });
    connect(&preview, &QAction::triggered, this, [this] { Q_EMIT previewRequested(*selected().first()); });
    connect(&open, &QAction::triggered, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(selected().first()->target)); });
    connect(&copyHash, &QAction::triggered, this,
        [this] { copy([](const Download &one) { return QString::fromLatin1(one.sha256.toHex()); }); });
    connect(&copyPath, &QAction::triggered, this,
        [this] { copy([](const Download &one) { return QDir::toNativeSeparators(one.target); }); });
    connect(&goToCommand, &QAction::triggered, this, [this] {
        const Download &download = *selected().first();
        Q_EMIT commandRequested(download.session, download.command);
    });
    connect(&clearFinished, &QAction::triggered, &m_manager, &DownloadManager::clearFinished);
}

QList<const Download *> DownloadActions::selected() const
{
    QList<const Download *> downloads;
    for (const CommandId command : m_selection) {
        if (const Download *download = m_manager.model().find(command))
            downloads << download;
    }
    return downloads;
}

void DownloadActions::setSelection(const QList<CommandId> &commands)
{
    m_selection = commands;
    refresh();
}

void DownloadActions::refresh()
{
    const auto downloads = selected();
    const auto any = [&downloads](auto is) { return std::ranges::any_of(downloads, is); };
    const QString none = downloads.isEmpty() ? tr("No download is selected.") : QString();
    const QString several = downloads.size() > 1 ? tr("Several downloads are selected.") : none;
    const auto use = [](QAction &action, bool can, const QString &whyNot, const QString &otherwise = {}) {
        setUsable(action, can ? QString() : whyNot.isEmpty() ? otherwise : whyNot);
    };
    const bool pending = any([](const Download *download) { return download->isPending(); });
    const bool paused = any([](const Download *download) { return download->state == Download::State::Paused; });
    const bool unfinished = any([](const Download *download) { return !download->isOver(); });
    const bool here = downloads.size() == 1 && downloads.first()->state == Download::State::Finished;
    if (m_resumes != (paused && !pending)) {
        m_resumes = !m_resumes;
        restyle();
        setTexts();
    }
    const auto mayTryAgain = [](const Download *download) {
        return download->state == Download::State::Failed || download->state == Download::State::Cancelled
            || download->state == Download::State::Retrying;
    };
    use(pause, pending || paused, none, tr("Nothing of what is selected is on its way."));
    use(cancel, unfinished, none, tr("What is selected is over already."));
    use(retry, any(mayTryAgain), none, tr("Nothing of what is selected has failed or was cancelled."));
    use(earlier, canMove(-1), none, tr("Nothing that waits stands before it."));
    use(later, canMove(1), none, tr("Nothing that waits stands behind it."));
    const QString notHere = tr("The file is not on this computer yet.");
    use(showInFolder, here, several, notHere);
    use(preview, here, several, notHere);
    const bool plain = here && downloads.first()->plain;
    use(open, here && !plain, several,
        plain ? tr("This is the file as it was on the device. Only zips are opened from here.") : notHere);
    use(copyHash, any([](const Download *download) { return !download->sha256.isEmpty(); }), none,
        tr("The SHA-256 is known when the file is here."));
    use(copyPath, none.isEmpty(), none);
    use(goToCommand, downloads.size() == 1, several);
    use(clear, none.isEmpty() && !unfinished, none, tr("What is on its way stays in the list: cancel it first."));
    use(clearFinished, std::ranges::any_of(m_manager.model().downloads(), &Download::isOver),
        tr("Nothing in the list is over."));
}

void DownloadActions::pauseOrResume()
{
    for (const CommandId command : QList(m_selection)) {
        if (m_resumes)
            m_manager.resume(command);
        else
            m_manager.pause(command);
    }
}

/// Only turns that are still to come can be changed, and only with another one of these.
bool DownloadActions::canMove(int by) const
{
    const auto downloads = selected();
    if (downloads.isEmpty() || std::ranges::any_of(downloads, [](const Download *one) { return one->isOver(); }))
        return false;
    const auto waits = [this](const Download &one) { return !one.isOver() && !m_selection.contains(one.command); };
    const auto &all = m_manager.model().downloads();
    const auto rowOf = [this](const Download *one) { return m_manager.model().rowOf(one->command); };
    const auto [first, last] = std::ranges::minmax(downloads, {}, rowOf);
    return by < 0 ? std::any_of(all.begin(), all.begin() + rowOf(last), waits)
                  : std::any_of(all.begin() + rowOf(first), all.end(), waits);
}

void DownloadActions::copy(const std::function<QString(const Download &)> &fact)
{
    QStringList facts;
    for (const Download *download : selected())
        facts += fact(*download);
    facts.removeAll(QString());
    QApplication::clipboard()->setText(facts.join(u'\n'));
}

/// The foremost goes first, so that several keep their order.
void DownloadActions::move(int by)
{
    QList<CommandId> commands = m_selection;
    const DownloadModel &model = m_manager.model();
    std::ranges::sort(commands, [&](CommandId one, CommandId other) {
        return by < 0 ? model.rowOf(one) < model.rowOf(other) : model.rowOf(one) > model.rowOf(other);
    });
    for (const CommandId command : std::as_const(commands))
        m_manager.move(command, by);
    refresh(); // pressed again at once, it means what is there now
}

QList<QAction *> DownloadActions::ofSelection()
{
    return {&pause, &cancel, &retry, &earlier, &later, &preview, &open, &showInFolder, &copyHash, &copyPath,
        &goToCommand, &clear};
}

void DownloadActions::restyle()
{
    pause.setIcon(m_theme.icon(m_resumes ? u"play"_s : u"pause"_s));
    cancel.setIcon(m_theme.icon(u"cancel"_s));
    retry.setIcon(m_theme.icon(u"refresh"_s));
    earlier.setIcon(m_theme.icon(u"up"_s));
    later.setIcon(m_theme.icon(u"down"_s));
    showInFolder.setIcon(m_theme.icon(u"folder"_s));
    preview.setIcon(m_theme.icon(u"preview"_s));
    clear.setIcon(m_theme.icon(u"close"_s));
}

void DownloadActions::retranslate()
{
    setTexts();
    refresh();
}

void DownloadActions::setTexts()
{
    //: a download
    pause.setText(m_resumes ? tr("Resume") : tr("Pause"));
    //: stop a download for good
    cancel.setText(tr("Cancel"));
    retry.setText(tr("Try again"));
    //: a download gets its turn before others
    earlier.setText(tr("Earlier"));
    //: a download gets its turn after others
    later.setText(tr("Later"));
    //: in the file manager
    showInFolder.setText(tr("Show in folder"));
    //: a zip, in the program for zips
    open.setText(tr("Open"));
    preview.setText(tr("Preview"));
    copyHash.setText(tr("Copy SHA-256"));
    //: of a file on this computer
    copyPath.setText(tr("Copy path"));
    //: that asked for a download
    goToCommand.setText(tr("Go to command"));
    //: from the list of downloads; the file stays
    clear.setText(tr("Remove from the list"));
    //: from the list of downloads; the files stay
    clearFinished.setText(tr("Clear finished"));
}

} // namespace Sonde::Client

#include "moc_downloadactions.cpp"
