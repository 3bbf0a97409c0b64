// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/uploaddialog.h"

#include "protocol/base/sizetext.h"
#include "ui/library/filepane.h"
#include "ui/library/uploadrow.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

UploadDialog::UploadDialog(LibraryController &library, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_theme(theme)
    , m_rule(new PlainLabel(this))
    , m_empty(new PlainLabel)
    , m_scroll(new QScrollArea(this))
    , m_browse(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setAcceptDrops(true);
    m_confirm->setObjectName(u"confirm"_s);
    build();
    connect(m_browse, &QAbstractButton::clicked, this, &UploadDialog::browse);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QAbstractButton::clicked, this, &UploadDialog::confirm);
    connect(&m_library, &LibraryController::rulesChanged, this, &UploadDialog::retranslate);
    retranslate();
    resize(620, 460);
    m_browse->setFocus();
    onLanguageChange(this, &UploadDialog::retranslate);
}

void UploadDialog::build()
{
    setTone(m_rule, Tone::Dim);
    m_rule->setWordWrap(true);
    setTone(m_empty, Tone::Dim);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins({});
    m_list->setSpacing(10);
    m_list->addWidget(m_empty, 1);
    m_list->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_browse->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_confirm->setDefault(true);
    setRole(m_confirm, ButtonRole::Primary);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_browse);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(22, 18, 22, 18);
    column->setSpacing(14);
    column->addWidget(m_rule);
    column->addWidget(m_scroll, 1);
    column->addLayout(buttons);
}

void UploadDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths)
        addFile(path);
    followRows();
}

void UploadDialog::addFile(const QString &path)
{
    const auto same = [&path](const UploadRow *row) { return row->path() == path && !row->isStored(); };
    if (std::ranges::any_of(m_rows, same))
        return;
    auto *row = new UploadRow(path, m_library, m_theme, this);
    m_rows << row;
    m_list->insertWidget(m_list->count() - 1, row);
    connect(row, &UploadRow::changed, this, &UploadDialog::followRows);
    connect(row, &UploadRow::removeRequested, this, [this, row] { removeRow(row); });
    if (m_rows.size() == 1)
        row->focusDescription();
}

void UploadDialog::removeRow(UploadRow *row)
{
    m_rows.removeOne(row);
    row->disconnect(this);
    row->cancel();
    row->hide();
    row->deleteLater();
    followRows();
    if (m_rows.isEmpty())
        m_browse->setFocus();
    else
        m_rows.first()->focusDescription();
}

void UploadDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &UploadDialog::addFiles);
    dialog->open();
}

void UploadDialog::confirm()
{
    m_confirmed = true;
    for (UploadRow *row : m_rows)
        row->upload();
    followRows();
}

// Once all is stored there is nothing more to see here; what failed stays with its reason.
void UploadDialog::followRows()
{
    const auto any = [this](auto is) { return std::ranges::any_of(m_rows, is); };
    m_empty->setVisible(m_rows.isEmpty());
    setUsable(*m_confirm,
        !m_library.mayManage()         ? refusalToManage(m_library)
            : any(&UploadRow::isReady) ? QString()
                                       : tr("No file is ready to be uploaded."));
    const bool underWay = any(&UploadRow::isUnderWay);
    m_cancel->setText(underWay || any(&UploadRow::isStored) ? tr("Close") : tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    setHint(m_cancel, underWay ? tr("The uploads go on.") : QString());
    if (m_confirmed && !m_rows.isEmpty() && std::ranges::all_of(m_rows, &UploadRow::isStored))
        accept();
}

void UploadDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void UploadDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    addFiles(localFiles(event->mimeData()));
}

void UploadDialog::retranslate()
{
    setWindowTitle(tr("Upload file to library"));
    const QString refusal = refusalToManage(m_library);
    //: %1 a size
    m_rule->setText(refusal.isEmpty()
            ? tr("Everybody in the tenant can use what is in the library. A file may have up to %1.")
                  .arg(sizeText(m_library.sizeLimit()))
            : refusal);
    m_empty->setText(tr("Drop files here, or choose them with “Browse…”."));
    //: button: choose files
    m_browse->setText(tr("&Browse…"));
    m_browse->setAccessibleName(tr("Browse…"));
    m_confirm->setText(tr("Confirm"));
    m_confirm->setAccessibleName(tr("Confirm"));
    setHint(m_confirm, refusal);
    followRows();
}

} // namespace Sonde::Client

#include "moc_uploaddialog.cpp"
