// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a session page asks: before it disconnects or overwrites, and where to save.

#include "sessionpage.h"

#include "commandlogexport.h"
#include "devicemodel.h"
#include "disconnectdialog.h"
#include "guarded.h"
#include "inputline.h"
#include "outputsaver.h"
#include "outputwindow.h"
#include "plaintext.h"
#include "runscriptdialog.h"
#include "settings.h"
#include "visibletext.h"
#include "words.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

QMessageBox *plainBox(QMessageBox::Icon icon, const QString &title, const QString &text, QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showPlain(*box);
    return box;
}

QFileDialog *saveDialog(const QString &title, const QString &path, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks by itself before it overwrites
    dialog->setDirectory(QFileInfo(path).path());
    dialog->selectFile(QFileInfo(path).fileName());
    return dialog;
}

} // namespace

void SessionPage::askToRun(LibraryController &library, const LibraryFile &script)
{
    if (m_session.isEnded())
        return tell({ErrorCode::SessionClosed, {}, {}, {}});
    auto *dialog = new RunScriptDialog(library, script, deviceName(), m_syntax, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_input->compose(dialog->line()); });
    connect(&m_session, &SessionController::ended, dialog, &QDialog::reject);
    dialog->open();
}

void SessionPage::askToDisconnect()
{
    if (m_session.isEnded())
        return;
    auto *dialog = new DisconnectDialog(deviceName(), running(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_session, &SessionController::disconnectSession);
    connect(&m_session, &SessionController::ended, dialog, &QDialog::reject);
    dialog->open();
}

void SessionPage::askToOverwrite(const QString &line, const QString &path)
{
    QMessageBox *box = plainBox(
        QMessageBox::Question, tr("File exists"), tr("Overwrite this file?\n%1").arg(visible(QDir::toNativeSeparators(path))), this);
    //: Replaces a file of the same name
    QPushButton *overwrite = box->addButton(tr("Overwrite"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, overwrite, line](const QAbstractButton *button) {
        if (button == overwrite)
            m_session.submit(line, Overwrite::Yes);
        else
            m_input->compose(line); // nothing typed is lost
    });
    box->open();
}

void SessionPage::tell(const Error &error)
{
    QMessageBox *box = plainBox(QMessageBox::Warning, tr("Not done"), visible(Words::errorText(error)), this);
    box->addButton(tr("Close"), QMessageBox::AcceptRole);
    box->open();
}

void SessionPage::openWindow(CommandId command)
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return;
    auto *window = new OutputWindow(*record, m_session.output(command), m_session.directoryOf(command), m_theme, m_syntax, this);
    connect(window, &OutputWindow::composeRequested, m_input, &InputLine::compose);
    window->show();
}

void SessionPage::askWhereToSave(CommandId command)
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return;
    const QString ending = record->invocation.output == OutputType::Json ? u"json"_s : u"txt"_s;
    const QString name = u"%1-%2.%3"_s.arg(record->invocation.verb, record->id.toString(), ending);
    QFileDialog *dialog = saveDialog(tr("Save output"), QDir(m_settings.downloadFolder()).filePath(name), this);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, command](const QString &path) { m_session.save(command, path, Overwrite::Yes); });
    dialog->open();
}

void SessionPage::askWhereToExport()
{
    const QString name = u"command-log-%1.json"_s.arg(m_session.id().toString());
    QFileDialog *dialog = saveDialog(tr("Export the command log"), QDir(m_settings.downloadFolder()).filePath(name), this);
    dialog->setNameFilters({tr("JSON (*.json)"), tr("CSV (*.csv)"), tr("Text (*.txt)")});
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    });
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        runGuarded(this,
            [path, commands = m_session.commands().values()] {
                return writeFile(path, exportLog(commands, logFormatOf(path)), Overwrite::Yes);
            },
            [this](const Result<void> &written) {
                if (!written)
                    tell(written.error());
            });
    });
    dialog->open();
}

} // namespace Sonde
