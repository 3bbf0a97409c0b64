// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessiondialogs.h"

#include "controllers/session/outputfile.h"
#include "models/text/visibletext.h"
#include "transport/threads/guarded.h"
#include "ui/acts/confirmdialog.h"
#include "ui/casefile/casefileexport.h"
#include "ui/input/inputline.h"
#include "ui/result/outputcopy.h"
#include "ui/result/sessionactions.h"
#include "ui/session/collectdialog.h"
#include "ui/session/commandlogexport.h"
#include "ui/session/comparedialog.h"
#include "ui/session/disconnectdialog.h"
#include "ui/session/outputwindow.h"
#include "ui/session/overwritedialog.h"
#include "ui/session/runscriptdialog.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

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

/// What is chosen gives the file its ending.
void offerFormats(QFileDialog &dialog, const QStringList &filters, const QString &usual)
{
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(usual);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
        [&dialog](const QString &filter) { dialog.setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
}

} // namespace

SessionDialogs::SessionDialogs(SessionController &session, TenantClient &client, SessionActions &actions,
    InputLine &input, Theme &theme, const Syntax &syntax, Settings &settings, ColumnChoices &columns, QWidget &page)
    : QObject(&page)
    , m_session(session)
    , m_client(client)
    , m_actions(actions)
    , m_input(input)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_settings(settings)
    , m_columns(columns)
    , m_page(page)
    , m_earlierRuns(client, session)
    , m_caseFile(*new CaseFileExport(client, page))
{
    connect(&session, &SessionController::refused, this, &SessionDialogs::showError);
    connect(&session, &SessionController::overwriteNeeded, this, &SessionDialogs::askToOverwrite);
}

void SessionDialogs::askToRun(LibraryController &library, const LibraryFile &script, const QString &device)
{
    if (m_session.isEnded())
        return showError(sessionEnded(m_session.session()));
    auto *dialog = new RunScriptDialog(library, script, device, m_syntax, m_theme, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_input.compose(dialog->line()); });
    connect(&m_session, &SessionController::ended, dialog, &QDialog::reject);
    dialog->open();
}

void SessionDialogs::askToCollect(const QString &device)
{
    if (m_session.isEnded())
        return showError(sessionEnded(m_session.session()));
    CollectDialog::Facts facts{.device = device,
        .downloadFolder = m_settings.downloadFolder(),
        .mostBytes = m_client.settings().number(TenantSetting::GetfileBytes)};
    for (const CommandRecord &command : m_session.commands()) {
        if (command.invocation.verb != Verbs::Collect.name || !command.evidence || command.evidence->sha256.isEmpty())
            continue;
        const bool full = command.invocation.value(u"profile"_s) == "full"_L1;
        (full ? facts.lastFull : facts.lastTriage) = command.evidence->file.size;
    }
    auto *dialog = new CollectDialog(facts, m_theme, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_input.compose(dialog->line()); });
    connect(&m_session, &SessionController::ended, dialog, &QDialog::reject);
    dialog->open();
}

void SessionDialogs::askToAct(const Invocation &wanted, const QString &device)
{
    if (m_session.isEnded())
        return showError(sessionEnded(m_session.session()));
    auto *dialog =
        new ConfirmDialog(std::make_unique<ActQuestion>(m_session, wanted), m_client, device, m_theme, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReader(m_actions.times(), m_actions.acts());
    connect(dialog, &ConfirmDialog::lookRequested, this, [this](const QString &line, const QString &then) {
        m_session.submit(line);
        m_input.compose(then);
    });
    dialog->open();
}

void SessionDialogs::askToStepIn()
{
    const QString owner = visible(m_session.session().createdBy);
    QMessageBox *box =
        plainBox(QMessageBox::Question, tr("Act in a session"), tr("Act in the session of %1?").arg(owner), &m_page);
    box->setInformativeText(
        tr("Your lines run in it like those of %1, who sees them: they change its folder, and the device. The command "
           "log says that you typed them.")
            .arg(owner));
    //: Button: from now on one types in the session of somebody else
    QPushButton *yes = box->addButton(tr("Act in it"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, &m_session, [this] { m_session.stepIn(true); });
    connect(&m_session, &SessionController::ended, box, &QDialog::reject);
    box->open();
}

void SessionDialogs::askToDisconnect(const QString &device, const QList<CommandRecord> &running)
{
    if (m_session.isEnded())
        return;
    const bool isOwn = m_session.part() == SessionPart::Own;
    auto *dialog = new DisconnectDialog(device, isOwn ? QString() : m_session.session().createdBy, running, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_session, &SessionController::disconnectSession);
    connect(&m_session, &SessionController::ended, dialog, &QDialog::reject);
    dialog->open();
}

void SessionDialogs::askToOverwrite(const QString &line, const QString &path)
{
    auto *dialog = new OverwriteDialog(path, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_session, [this, line] { m_session.submit(line, Overwrite::Yes); });
    connect(dialog, &QDialog::rejected, &m_input, [this, line] { m_input.compose(line); }); // nothing typed is lost
    dialog->open();
}

void SessionDialogs::showError(const Error &error)
{
    QMessageBox *box = plainBox(QMessageBox::Warning, tr("Not done"), visible(Words::errorText(error)), &m_page);
    box->addButton(tr("Close"), QMessageBox::AcceptRole);
    box->open();
}

void SessionDialogs::tellWritten(const QString &path, const Result<void> &written)
{
    if (!written)
        return showError(written.error());
    //: %1 a file
    QMessageBox *box = plainBox(QMessageBox::Information, tr("Exported"),
        tr("“%1” was written.").arg(visible(QDir::toNativeSeparators(path))), &m_page);
    box->addButton(tr("Close"), QMessageBox::AcceptRole)->setAccessibleName(tr("Close"));
    box->open();
}

void SessionDialogs::openWindow(CommandId command)
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return;
    auto *window = new OutputWindow(*record, m_session.output(command), m_session.directoryOf(command), m_theme,
        m_syntax, m_columns, m_actions, &m_page);
    for (const Error &removal : removalsOf(m_session.session(), *record))
        window->say(Words::errorText(removal)); // a window without output would say that nothing was printed
    window->show();
}

void SessionDialogs::askWhatToCompareWith(CommandId command, ResultModel &rows)
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return;
    auto *dialog = new CompareDialog(m_earlierRuns, *record, m_theme, m_actions.times(), &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &rows, [this, dialog, &rows] {
        const EarlierRuns::Run run = dialog->chosen();
        //: An earlier run of a command: its number and when it ran
        const QString name =
            tr("%1 (%2)").arg(run.command.id.toString(), m_actions.times().withZone(run.command.accepted));
        m_earlierRuns.fetch(run, &rows, [self = QPointer(this), &rows, name](const Result<ResultSnapshot> &earlier) {
            if (earlier)
                rows.compareWith(*earlier, name);
            else if (self)
                self->showError(earlier.error());
        });
    });
    connect(&rows, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

/// What a command did not print to its end is not taken for all of it when the file is opened later.
QString SessionDialogs::proposedName(const QString &name, CommandId command) const
{
    const CommandRecord *record = m_session.command(command);
    return record && (!isFinal(record->state) || isPartial(*record)) ? partialName(name) : name;
}

/// By the file's name: CSV, JSON or text. Rendered and written on the thread pool.
void SessionDialogs::askWhereToWrite(CommandId command, const ResultPart &part)
{
    const QString name = proposedName(u"%1-%2.csv"_s.arg(part.command.verb, command.toString()), command);
    QFileDialog *dialog = saveDialog(tr("Export rows"), QDir(m_settings.downloadFolder()).filePath(name), &m_page);
    offerFormats(*dialog, {tr("CSV (*.csv)"), tr("JSON (*.json)"), tr("Text (*.txt)")}, u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, part](const QString &path) {
        const LogFormat ending = logFormatOf(path);
        const CopyFormat format = ending == LogFormat::Json ? CopyFormat::Json
            : ending == LogFormat::Csv                      ? CopyFormat::Csv
                                                            : CopyFormat::Text;
        runGuarded(
            this, [path, part, format] { return writeFile(path, rendered(part, format), Overwrite::Yes); },
            [this, path](const Result<void> &written) { tellWritten(path, written); });
    });
    dialog->open();
}

void SessionDialogs::askWhereToSave(CommandId command)
{
    const CommandRecord *record = m_session.command(command);
    if (!record)
        return;
    const QString ending = record->invocation.output == OutputType::Json ? u"json"_s : u"txt"_s;
    const QString name =
        proposedName(u"%1-%2.%3"_s.arg(record->invocation.verb, record->id.toString(), ending), command);
    QFileDialog *dialog = saveDialog(tr("Save output"), QDir(m_settings.downloadFolder()).filePath(name), &m_page);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, command](const QString &path) { m_session.save(command, path, Overwrite::Yes); });
    dialog->open();
}

CommandLog SessionDialogs::logOf(const DeviceFacts &device) const
{
    CommandLog log{.tenant = m_client.welcome().tenant,
        .exportedBy = m_client.welcome().user.value(),
        .device = m_session.session().device,
        .facts = device,
        .session = m_session.session(),
        .exported = QDateTime::currentDateTimeUtc(),
        .commands = {}};
    for (const CommandRecord &command : m_session.commands())
        log.commands.push_back({command, m_session.directoryOf(command.id)});
    return log;
}

void SessionDialogs::askWhereToExport(const DeviceFacts &device)
{
    const QString name = logFileName(logOf(device)) + u".json";
    QFileDialog *dialog =
        saveDialog(tr("Export the command log"), QDir(m_settings.downloadFolder()).filePath(name), &m_page);
    offerFormats(*dialog, {tr("JSON (*.json)"), tr("CSV (*.csv)"), tr("Text (*.txt)")}, u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, device](const QString &path) {
        runGuarded(
            this,
            [path, log = logOf(device)] { return writeFile(path, exportLog(log, logFormatOf(path)), Overwrite::Yes); },
            [this, path](const Result<void> &written) { tellWritten(path, written); });
    });
    dialog->open();
}

void SessionDialogs::askWhereToExportCase(const DeviceFacts &device)
{
    m_caseFile.ask(m_session.session(), device, m_settings.downloadFolder());
}

} // namespace Sonde::Client

#include "moc_sessiondialogs.cpp"
