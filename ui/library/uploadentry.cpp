// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/uploadentry.h"

#include "ui/library/filepane.h"
#include "ui/library/uploaddialog.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QApplication>
#include <QDropEvent>
#include <QMenuBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    m_gone.setSingleShot(true);
    m_gone.setInterval(100ms);
    connect(&m_gone, &QTimer::timeout, this, [this] { m_sign->hide(); });
    qApp->installEventFilter(this);
    retranslate();
}

void UploadEntry::open(const QStringList &paths)
{
    if (!m_dialog) {
        m_dialog = new UploadDialog(m_library, m_theme, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_focusBefore = m_window.focusWidget();
        connect(m_dialog, &QDialog::finished, this, &UploadEntry::giveFocusBack);
    }
    m_dialog->addFiles(paths);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

/// It is a window of its own, so nobody else does. What had the focus may be gone, or have been a menu.
void UploadEntry::giveFocusBack()
{
    m_window.activateWindow();
    const bool canHaveIt = m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled()
        && !qobject_cast<QMenuBar *>(m_focusBefore.data());
    if (canHaveIt)
        m_focusBefore->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT left();
}

UploadDialog *UploadEntry::dialog() const
{
    return m_dialog;
}

bool UploadEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragLeave && m_sign && m_sign->isVisible())
        m_gone.start();
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
    if (event.type() != QEvent::Drop) {
        showSign();
        return true;
    }
    if (m_sign)
        m_sign->hide();
    if (const auto refusal = m_library.whyNotManage())
        Q_EMIT refused(*refusal);
    else
        open(paths);
    return true;
}

void UploadEntry::showSign()
{
    m_gone.stop();
    if (!m_sign) {
        m_sign = new PlainLabel(&m_window);
        m_sign->setObjectName(u"dropSign"_s);
        m_sign->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_sign->setAlignment(Qt::AlignCenter);
        m_sign->setContentsMargins(22, 14, 22, 14);
        setGround(m_sign, Ground::Card);
        setTone(m_sign, Tone::Strong);
        m_sign->hide();
    }
    if (m_sign->isVisible())
        return;
    const QString refusal = refusalToManage(m_library);
    m_sign->setText(refusal.isEmpty() ? tr("Drop the files to upload them to the library") : refusal);
    m_sign->adjustSize();
    m_sign->move((m_window.width() - m_sign->width()) / 2, (m_window.height() - m_sign->height()) / 2);
    m_sign->raise();
    m_sign->show();
}

void UploadEntry::followRules()
{
    setUsable(m_action, refusalToManage(m_library));
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
    //: button where there is little room: uploads a file to the library
    m_action.setIconText(tr("Upload…"));
    followRules();
}

} // namespace Sonde::Client

#include "moc_uploadentry.cpp"
