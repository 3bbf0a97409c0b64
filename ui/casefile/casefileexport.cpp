// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/casefileexport.h"

#include "controllers/tenant/headwitness.h"
#include "models/casefile/casearchive.h"
#include "models/text/visibletext.h"
#include "ui/casefile/pdfreport.h"
#include "ui/report/casereport.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// What is ready sooner needs no window that says how far it is.
constexpr std::chrono::milliseconds ShownAfter = 400ms;

std::vector<std::pair<QByteArray, QByteArray>> reportsOf(const CaseContents &contents)
{
    const QString html = caseReport(contents);
    return {{CaseNames::HtmlReport, html.toUtf8()}, {CaseNames::PdfReport, pdfReport(html)}};
}

} // namespace

CaseFileExport::CaseFileExport(TenantClient &client, QWidget &page)
    : QObject(&page)
    , m_client(client)
    , m_page(page)
{
}

void CaseFileExport::ask(const SessionRecord &session, const DeviceFacts &device, const QString &folder)
{
    auto *dialog = new QFileDialog(&m_page, tr("Export case file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks by itself before it overwrites
    dialog->setDirectory(folder);
    dialog->setNameFilters({tr("Case file (*.zip)")});
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(u"case-session-%1.zip"_s.arg(session.id.toString()));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, session, device](const QString &path) { start(path, session, device); });
    dialog->open();
}

void CaseFileExport::start(const QString &path, const SessionRecord &session, const DeviceFacts &device)
{
    delete m_progress;
    m_progress = new QProgressDialog(tr("The case file is being made…"), tr("Cancel"), 0, 0, &m_page);
    m_progress->setWindowTitle(tr("Export case file"));
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setMinimumDuration(int(ShownAfter.count()));
    m_export = std::make_unique<CaseExport>(m_client);
    connect(m_progress, &QProgressDialog::canceled, this, [this] { m_export.reset(); });
    connect(m_export.get(), &CaseExport::progressed, this, [this](qint64 done, qint64 total) {
        if (!m_progress)
            return;
        m_progress->setMaximum(int(total));
        m_progress->setValue(int(done));
    });
    connect(
        m_export.get(), &CaseExport::finished, this, [this, path](const Result<void> &result) { end(path, result); });
    m_export->start({.path = path,
        .sessions = {session.id},
        .countersignatures = HeadWitness::countersignatures(m_client.fingerprint()),
        .devices = {{session.device, device}},
        .keyFile = defaultWorkstationKeyFile(),
        .reports = reportsOf});
}

void CaseFileExport::end(const QString &path, const Result<void> &result)
{
    delete m_progress;
    m_export.release()->deleteLater(); // it is speaking
    const QString text = result
        //: %1 a file, %2 a command line
        ? tr("The case file is in %1. Whoever has it can check it without the tenant: %2")
              .arg(visible(QDir::toNativeSeparators(path)),
                  u"sonde-cli verify \"%1\""_s.arg(visible(QDir::toNativeSeparators(path))))
        : visible(Words::errorText(result.error()));
    auto *box = new QMessageBox(result ? QMessageBox::Information : QMessageBox::Warning,
        result ? tr("Case file exported") : tr("Not done"), text, QMessageBox::NoButton, &m_page);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showPlain(*box);
    box->addButton(tr("Close"), QMessageBox::AcceptRole)->setAccessibleName(tr("Close"));
    box->open();
}

} // namespace Sonde::Client

#include "moc_casefileexport.cpp"
