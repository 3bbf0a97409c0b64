// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/uploadentry.h"

#include "protocol/command/roles.h"
#include "ui/library/filepane.h"
#include "ui/library/uploaddialog.h"
#include "ui/theme/plaintext.h"

#include <QApplication>
#include <QDropEvent>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

UploadEntry::UploadEntry(LibraryController &library, Theme &theme, QWidget &window)
    : QObject(&window)
    , m_library(library)
    , m_theme(theme)
    , m_window(window)
{
    m_action.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    connect(&m_action, &QAction::triggered, this, [this] { open({}); });
    connect(&m_library, &LibraryController::rulesChanged, this, &UploadEntry::followRules);
    connect(&m_library.uploads(), &LibraryUploads::changed, this, &UploadEntry::followUpload);
    // What lies in the window may take drops of its own, of text for example: files are looked for before it sees them.
    m_window.setAcceptDrops(true);
    qApp->installEventFilter(this);
    retranslate();
}

void UploadEntry::open(const QStringList &paths)
{
    if (!m_dialog) {
        m_dialog = new UploadDialog(m_library, m_theme, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->addFiles(paths);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

UploadDialog *UploadEntry::dialog() const
{
    return m_dialog;
}

bool UploadEntry::eventFilter(QObject *watched, QEvent *event)
{
    const bool drag =
        event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop;
    if (!drag)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    return widget && widget->window() == &m_window && takeDrop(static_cast<QDropEvent &>(*event));
}

bool UploadEntry::takeDrop(QDropEvent &event)
{
    const QStringList paths = localFiles(event.mimeData());
    if (paths.isEmpty())
        return false;
    event.setDropAction(Qt::CopyAction);
    event.accept();
    if (event.type() != QEvent::Drop)
        return true;
    if (m_library.mayManage())
        open(paths);
    else
        Q_EMIT refused(Error{ErrorCode::NotPermitted, {}, {}, {}}.with(Fact::Role, roleFor(Right::ManageSecurity)));
    return true;
}

void UploadEntry::followRules()
{
    const QString refusal = refusalToManage(m_library);
    m_action.setEnabled(refusal.isEmpty());
    m_action.setStatusTip(refusal);
    m_action.setToolTip(plainToolTip(refusal));
}

void UploadEntry::followUpload(quint32 id)
{
    const LibraryUpload &upload = *m_library.uploads().upload(id);
    if (upload.state == LibraryUpload::State::Stored)
        Q_EMIT stored(upload.order.name);
    const bool cancelled = upload.error && upload.error->code == ErrorCode::Cancelled;
    if (upload.state == LibraryUpload::State::Failed && !m_dialog && !cancelled)
        Q_EMIT failed(*upload.error);
}

void UploadEntry::retranslate()
{
    m_action.setText(tr("&Upload file to library"));
    followRules();
}

} // namespace Sonde::Client

#include "moc_uploadentry.cpp"
