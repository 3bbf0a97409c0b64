// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"

#include "models/session/commandoutput.h"
#include "ui/console/consoleview.h"
#include "ui/devices/devicespage.h"
#include "ui/dialogs/signindialog.h"
#include "ui/downloads/downloadactions.h"
#include "ui/downloads/downloadspanel.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/library/filepane.h"
#include "ui/library/librarypage.h"
#include "ui/library/uploaddialog.h"
#include "ui/library/uploadentry.h"
#include "ui/library/uploadrow.h"
#include "ui/library/versionhistory.h"
#include "ui/session/sessionpage.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/downloadsdock.h"
#include "ui/shell/mainactions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/codeview.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

#include <cstdio>

namespace Sonde::Client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto LookEvery = 60ms;
constexpr auto Patience = 40s;
constexpr QSize NarrowSize(720, 560);
constexpr int CalmLooks = 4; ///< layouts and repaints have settled by then

QLineEdit *filterOf(QWidget &page)
{
    return page.findChild<QLineEdit *>();
}

} // namespace

Tour::Tour(MainWindow &window, Workstation &workstation, Theme &theme, Settings &settings, const QDir &pictures)
    : m_window(window)
    , m_workstation(workstation)
    , m_theme(theme)
    , m_settings(settings)
    , m_pictures(pictures)
{
    m_poll.setInterval(LookEvery);
    connect(&m_poll, &QTimer::timeout, this, &Tour::look);
    plan();
}

Tour::~Tour() = default;

template<typename Part>
Part &Tour::part() const
{
    return *m_window.findChild<Part *>();
}

void Tour::start()
{
    m_pictures.mkpath(u"."_s);
    next();
}

void Tour::plan()
{
    planDevices();
    planSession();
    planActs();
    planDownloads();
    planLibrary();
    planAdministration();
    planDialogs();
    planEmptyStates();
}

void Tour::planDevices()
{
    auto &page = part<DevicesPage>();
    const auto ready = [this] {
        return m_workstation.phase() == Workstation::Phase::Ready && m_workstation.devices().onlineCount() > 0;
    };
    m_stops.push_back({u"starting"_s, [] {}});
    m_stops.push_back({u"devices"_s, [] {}, [ready, &page] { return ready() && page.canStart(); }});
    m_stops.push_back({u"devices-filter"_s, [&page] { filterOf(page)->setText(u"os:linux online:yes"_s); }});
    m_stops.push_back({u"devices-filter-error"_s, [&page] { filterOf(page)->setText(u"online:maybe"_s); }});
    m_stops.push_back({u"devices-no-match"_s, [&page] { filterOf(page)->setText(u"group:servers name:mail"_s); },
        [] { return true; }, [&page] { filterOf(page)->clear(); }});
}

void Tour::planSession()
{
    m_stops.push_back({u"session"_s, [this] { m_window.actions().startSession.trigger(); },
        [this] {
            const SessionController *session = m_window.tabs().currentController();
            return session && session->session().state == SessionState::Connected;
        }});
    run(u"session-processes"_s, u"processes"_s);
    planRows();
    run(u"session-connections"_s, u"connections"_s);
    run(u"session-dir"_s, u"dir /etc"_s);
    run(u"session-fileinfo"_s, u"fileinfo /usr/bin/env -output json"_s);
    run(u"session-findfile"_s, u"findfile *.conf -path /etc -max 40"_s);
    run(u"session-verdict"_s, u"analyze file /usr/bin/env"_s);
    run(u"session-error"_s, u"dir /no/such/folder"_s);
    run(u"session-mistyped"_s, u"proceses"_s);
    run(u"session-help"_s, u"help findfile"_s);
    run({}, u"trace"_s);
    run(u"session-trace"_s, u"processes -name s*"_s);
    run({}, u"trace"_s);
    m_stops.push_back({u"help-panel"_s, [this] { m_window.tabs().currentPage()->showHelp(u"findfile"_s); }});
    m_stops.push_back({u"command-log"_s, [this] { showInLog(u"fileinfo"_s); }});
    m_stops.push_back({u"session-completion"_s, [this] { typeAndComplete(u"findfile *.log -"_s); }, [] { return true; },
        [this] { typeAndComplete({}); }});
    m_stops.push_back({u"session-completion-device"_s, [this] { typeAndComplete(u"fileinfo /usr/s"_s); },
        [this] {
            const SessionController *session = m_window.tabs().currentController();
            return session && session->completion().listing(CompletionSources::folderLine(u"/usr"_s));
        },
        [this] { typeAndComplete({}); }});
}

// What can be made of rows, in the second run of a command; the first is what it is compared with.
void Tour::planRows()
{
    run({}, u"processes"_s);
    arrange(u"rows-filter"_s, [](ResultModel &rows) { rows.setFilterText(u"user_name=root working_set>1M"_s); });
    arrange(u"rows-filter-error"_s, [](ResultModel &rows) { rows.setFilterText(u"working_set>much"_s); });
    arrange(u"rows-no-match"_s, [](ResultModel &rows) { rows.setFilterText(u"name=nobody"_s); });
    arrange(u"rows-tree"_s, [](ResultModel &rows) {
        rows.setTree(true);
        rows.setFilterText(u"sonde"_s);
    });
    arrange(u"rows-grouped"_s, [](ResultModel &rows) {
        rows.setFilterText({});
        rows.setGroupBy(int(rows.command().columnIndex(u"user_name")));
        rows.setOpen(0, true);
    });
    arrange(u"rows-compared"_s, [this](ResultModel &rows) {
        rows.setGroupBy(-1);
        const ConsoleModel &console = m_window.tabs().currentController()->console();
        const ConsoleModel::Block *first = console.block(console.rowCount() - 2);
        rows.compareWith(first->output->table()->snapshot(), first->record->id.toString());
    });
    arrange({}, [](ResultModel &rows) { rows.stopComparing(); });
    openDialog(u"rows-compare-with"_s,
        [this] { m_window.tabs().currentPage()->requests().compareRows(lastCommand(), *lastRows()); });
    m_stops.push_back(
        {u"rows-pinned"_s, [this] { m_window.tabs().currentPage()->console().setPinned(lastCommand(), true); },
            [] { return true; }, [this] { m_window.tabs().currentPage()->console().setPinned(lastCommand(), false); }});
}

void Tour::arrange(const QString &name, std::function<void(ResultModel &)> how)
{
    m_stops.push_back({name,
        [this, how = std::move(how)] {
            if (ResultModel *rows = lastRows())
                how(*rows);
        },
        [this] { return lastRows() && !lastRows()->isBusy(); }});
}

ResultModel *Tour::lastRows() const
{
    SessionController *session = m_window.tabs().currentController();
    const ConsoleModel::Block *block = session ? session->console().block(session->console().rowCount() - 1) : nullptr;
    return block && block->output ? block->output->model() : nullptr;
}

CommandId Tour::lastCommand() const
{
    const ConsoleModel &console = m_window.tabs().currentController()->console();
    return console.block(console.rowCount() - 1)->record->id;
}

// Into a folder of the tour's own; a question is left open, to be seen.
void Tour::planDownloads()
{
    const QString folder = m_settings.get(Settled::DownloadFolder);
    m_stops.push_back({{}, [this] {
                           const QString own = m_settings.folder() + u"/downloads"_s;
                           QDir().mkpath(own);
                           std::ignore = QFile(own + u"/group.zip"_s).open(QFile::WriteOnly);
                           m_settings.set(Settled::DownloadFolder, own);
                       }});
    run(u"session-getfile"_s, u"getfile /etc/passwd"_s);
    run({}, u"getfile /etc/group"_s);
    run({}, u"getfile /usr/bin/env"_s);
    m_stops.push_back({u"downloads"_s, [this] { m_window.actions().showDownloads.setChecked(true); },
        [this] {
            const auto totals = m_workstation.downloads().model().totals();
            return totals.finished == 2 && totals.asking == 1;
        }});
    narrow(u"downloads-narrow"_s);
    openDialog(u"download-preview"_s, [this] {
        auto &panel = part<DownloadsPanel>();
        panel.table().selectRow(0);
        panel.actions().preview.trigger();
    });
    m_stops.push_back({{}, [this, folder] {
                           m_window.actions().showDownloads.setChecked(false);
                           m_settings.set(Settled::DownloadFolder, folder);
                       }});
}

void Tour::planLibrary()
{
    m_stops.push_back({u"library-empty"_s, [this] { m_window.tabs().showLibrary(); }});
    const auto ready = [this] { return std::ranges::all_of(uploadRows(), &UploadRow::isReady); };
    const auto confirm = [this] { uploadDialog()->findChild<QPushButton *>(u"confirm"_s)->click(); };
    m_stops.push_back({u"library-upload"_s,
        [this] {
            part<UploadEntry>().open({makeFile(u"triage.sh"_s,
                                          "#!/bin/sh\n# What runs here, and since when\nfor name in \"$@\"; do\n    ps "
                                          "-o pid,lstart,args -C \"$name\"\ndone\n"),
                makeFile(u"collect.ps1"_s,
                    "param([string]$processName)\nGet-Process -Name $processName | Select-Object Id, Path # who is "
                    "it\n")});
            const UploadRow *row = uploadRows().first();
            row->findChild<QLineEdit *>(u"description"_s)->setText(u"Who runs here"_s);
            row->findChild<QCheckBox *>(u"hasParameters"_s)->setChecked(true);
            row->findChild<QPlainTextEdit *>()->setPlainText(
                u"<process> sshd  a name, as ps shows it\n-v  says more"_s);
        },
        ready, confirm});
    const auto previewed = [this] { return part<FilePane>().findChild<CodeView *>()->editor()->blockCount() > 1; };
    m_stops.push_back({u"library"_s, [] {},
        [this, previewed] {
            part<LibraryPage>().selectFile(u"triage.sh"_s);
            return m_workstation.library().files().rowCount() == 2 && previewed();
        }});
    narrow(u"library-narrow"_s);
    m_stops.push_back({u"library-upload-again"_s,
        [this] {
            part<UploadEntry>().open({makeFile(u"triage.sh"_s,
                "#!/bin/sh\n# What runs here, since when, and as whom\nfor name in \"$@\"; do\n    ps -o "
                "pid,user,lstart,args -C \"$name\"\ndone\n")});
        },
        [this] { return !uploadRows().first()->findChild<QLabel *>(u"note"_s)->text().isEmpty(); },
        [this] { uploadRows().first()->findChild<QCheckBox *>(u"overwrite"_s)->setChecked(true); }});
    m_stops.push_back({{}, [] {}, ready, confirm});
    m_stops.push_back(
        {u"library-versions"_s, [this] { part<FilePane>().findChild<QTabWidget *>()->setCurrentIndex(1); },
            [this] {
                const auto *history = part<FilePane>().findChild<VersionHistory *>();
                return history->findChild<QTreeWidget *>()->topLevelItemCount() == 2
                    && history->findChild<CodeView *>()->editor()->blockCount() > 1;
            }});
    openDialog(u"run-script"_s, [this] { part<FilePane>().runButton()->click(); });
}

UploadDialog *Tour::uploadDialog() const
{
    return part<UploadEntry>().dialog();
}

QList<UploadRow *> Tour::uploadRows() const
{
    return uploadDialog()->findChildren<UploadRow *>();
}

QString Tour::makeFile(const QString &name, const QByteArray &content) const
{
    QFile file(QDir(m_settings.folder()).filePath(name));
    if (file.open(QFile::WriteOnly))
        file.write(content);
    return file.fileName();
}

void Tour::narrow(const QString &name)
{
    const QSize whole = m_window.size();
    m_stops.push_back({name, [this] { m_window.resize(NarrowSize); }, [] { return true; },
        [this, whole] { m_window.resize(whole); }});
}

void Tour::showInLog(const QString &verb)
{
    const SessionController *session = m_window.tabs().currentController();
    if (!session)
        return;
    for (const CommandRecord &command : session->commands()) {
        if (command.invocation.verb == verb)
            m_window.tabs().currentPage()->showInLog(command.id);
    }
}

void Tour::typeAndComplete(const QString &text)
{
    SessionPage *page = m_window.tabs().currentPage();
    if (!page)
        return;
    page->input().compose(text);
    if (text.isEmpty())
        return;
    QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
    QCoreApplication::sendEvent(page->input().editor(), &tab);
}

void Tour::run(const QString &name, const QString &line)
{
    m_stops.push_back({name,
        [this, line] {
            ++m_commands;
            if (SessionController *session = m_window.tabs().currentController())
                session->submit(line);
        },
        [this] { return lastCommandShown(); }});
}

bool Tour::lastCommandShown() const
{
    SessionController *session = m_window.tabs().currentController();
    if (!session || session->console().rowCount() < m_commands)
        return false;
    const ConsoleModel::Block *block = session->console().block(session->console().rowCount() - 1);
    if (ConsoleModel::helpVerb(*block) || !block->record->id.isValid())
        return isFinal(block->record->state);
    return isFinal(block->record->state) && session->output(block->record->id)->whole();
}

void Tour::planDialogs()
{
    openDialog(u"disconnect"_s, [this] {
        m_window.tabs().setCurrentIndex(m_window.tabs().count() - 1);
        if (SessionPage *page = m_window.tabs().currentPage())
            page->requests().askToDisconnect();
    });
    openDialog(u"close-tab"_s, [this] { m_window.actions().closeTab.trigger(); });
    openDialog(u"settings"_s, [this] { m_window.actions().settings.trigger(); });
    openDialog(u"shortcuts"_s, [this] { m_window.actions().shortcuts.trigger(); });
    openDialog(u"about"_s, [this] { m_window.actions().about.trigger(); });
    openDialog(u"sign-in"_s, [this] {
        auto *dialog = new SignInDialog(QUrl(u"https://sonde.example.org:7443"_s), UserName(u"aya.tanaka"_s),
            KnownTenants(), m_settings, m_theme, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    narrow(u"session-narrow"_s);
    m_stops.push_back({u"devices-held"_s, [this] { m_window.tabs().showDevices(); }});
    narrow(u"devices-narrow"_s);
}

void Tour::openDialog(const QString &name, std::function<void()> open)
{
    m_stops.push_back({name, std::move(open), [this] { return m_window.findChild<QDialog *>() != nullptr; },
        [this] { closeDialogs(); }});
}

void Tour::closeDialogs()
{
    for (QDialog *dialog : m_window.findChildren<QDialog *>())
        dialog->close();
}

// States a working tenant does not have are shown by a page of their own.
void Tour::planEmptyStates()
{
    showLonely(u"devices-none"_s, [](DevicesPage &page) { page.showInventory(); });
    showLonely(u"devices-failed"_s, [](DevicesPage &page) {
        page.showFailure({ErrorCode::CannotConnect, u"sonde.example.org:7443"_s, u"Connection refused"_s, {}});
    });
}

void Tour::showLonely(const QString &name, std::function<void(DevicesPage &)> prepare)
{
    m_stops.push_back({name,
        [this, prepare = std::move(prepare)] {
            auto *devices = new DeviceModel;
            auto page = std::make_unique<DevicesPage>(*devices, m_theme, m_settings);
            connect(page.get(), &QObject::destroyed, devices, &QObject::deleteLater);
            page->resize(m_window.size());
            prepare(*page);
            page->show();
            m_lonely = std::move(page);
        },
        [] { return true; }, [this] { m_lonely.reset(); }});
}

void Tour::next()
{
    if (m_stops.empty()) {
        Q_EMIT finished(m_status);
        return;
    }
    m_calm = 0;
    m_deadline.setRemainingTime(Patience);
    m_stops.front().arrive();
    m_poll.start();
}

void Tour::look()
{
    Stop &stop = m_stops.front();
    const bool there = stop.isThere();
    m_calm = there ? m_calm + 1 : 0;
    if (m_calm < CalmLooks && !m_deadline.hasExpired())
        return;
    m_poll.stop();
    if (!there) {
        std::fprintf(stderr, "sonde-tour: %s did not come in time\n", qUtf8Printable(stop.name));
        m_status = 1;
    }
    if (!stop.name.isEmpty())
        takePicture(stop.name);
    stop.leave();
    m_stops.pop_front();
    next();
}

// The window with the dialogs and popups over it, as they lie on a screen.
void Tour::takePicture(const QString &name)
{
    QWidget &ground = m_lonely ? *m_lonely : m_window;
    QPixmap picture = ground.grab();
    QPainter painter(&picture);
    for (QWidget *over : QApplication::topLevelWidgets()) {
        if (over == &ground || over == &m_window || m_lonely || !over->isVisible())
            continue;
        const QPoint middle((ground.width() - over->width()) / 2, (ground.height() - over->height()) / 3);
        const QPoint place = qobject_cast<QDialog *>(over) ? middle : over->pos() - ground.pos();
        painter.fillRect(QRect(place, over->size()).adjusted(-1, -1, 1, 1), m_theme.color(Color::ControlBorder));
        painter.drawPixmap(place, over->grab());
    }
    painter.end();
    const QString file = u"%1-%2.png"_s.arg(++m_taken, 2, 10, QChar(u'0')).arg(name);
    if (!picture.save(m_pictures.filePath(file))) {
        std::fprintf(stderr, "sonde-tour: cannot write %s\n", qUtf8Printable(m_pictures.filePath(file)));
        m_status = 1;
    }
}

} // namespace Sonde::Client

#include "moc_tour.cpp"
