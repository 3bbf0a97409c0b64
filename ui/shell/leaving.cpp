// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/leaving.h"

#include "models/inventory/devicemodel.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "ui/dialogs/leavedialog.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString percentText(qint64 done, qint64 size)
{
    return u"%1 %"_s.arg(QLocale().toString(size > 0 ? int(100 * done / size) : 0));
}

/// What goes on by itself, or would as soon as it is answered; who paused one knows of it.
QStringList movingOf(const Workstation &workstation)
{
    QStringList moving;
    for (const Download &download : workstation.downloadList().downloads()) {
        if (download.isPending() || download.state == Download::State::Asking)
            moving += QStringList{DevicePath(download.file.name()).typed(), download.deviceName,
                download.isGrowing() ? sizeText(download.done) : percentText(download.done, download.file.size)}
                          .join(u" · "_s);
    }
    for (const LibraryUpload &upload : workstation.openUploads())
        moving += u"%1 · %2"_s.arg(upload.order.name, percentText(upload.done, upload.order.content.size));
    return moving;
}

} // namespace

Leaving::Leaving(Workstation &workstation, SessionTabs &tabs, QWidget &window)
    : QObject(&window)
    , m_workstation(workstation)
    , m_tabs(tabs)
    , m_window(window)
{
    connect(&tabs, &SessionTabs::commandEnded, this, &Leaving::leaveWhenQuiet);
    connect(&workstation.client(), &TenantClient::stateChanged, this, [this] {
        if (m_dialog)
            m_dialog->setOnline(m_workstation.client().isOnline());
    });
}

bool Leaving::mayLeave()
{
    if (m_decided)
        return true;
    const Unfinished open = unfinished();
    if (open.isEmpty())
        return true;
    ask(open);
    return false;
}

Unfinished Leaving::unfinished() const
{
    Unfinished open;
    open.running = m_tabs.runningLines();
    open.waiting = m_tabs.waitingLines();
    open.moving = movingOf(m_workstation);
    for (const SessionId id : heldSessions()) {
        const SessionRecord &session = *m_workstation.sessions().session(id);
        const DeviceRecord *device = m_workstation.devices().device(session.device);
        open.held += u"%1 · %2"_s.arg(device ? device->facts.name : session.device.value(),
            (device ? TimeText(device->facts) : TimeText()).withZone(session.started));
    }
    return open;
}

QList<SessionId> Leaving::heldSessions() const
{
    QList<SessionId> held;
    const SessionListModel &sessions = m_workstation.sessions();
    for (int row = 0; row < sessions.rowCount(); ++row) {
        const SessionRecord &session = *sessions.session(row);
        const bool mine = session.createdBy == m_workstation.user().value();
        if (isLive(session) && mine && !m_tabs.sawEnd(session.id))
            held += session.id;
    }
    return held;
}

void Leaving::ask(const Unfinished &unfinished)
{
    if (m_dialog) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    m_dialog = new LeaveDialog(unfinished, m_workstation.isEmbedded(), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setOnline(m_workstation.client().isOnline());
    connect(m_dialog, &LeaveDialog::disconnectChosen, this, &Leaving::disconnectAll);
    connect(m_dialog, &LeaveDialog::leaveChosen, this, &Leaving::leave);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_disconnecting = false; });
    m_dialog->open();
}

void Leaving::disconnectAll()
{
    m_disconnecting = true;
    m_dialog->setDisconnecting(true);
    const QList<SessionId> held = heldSessions();
    m_unanswered = int(held.size());
    for (const SessionId session : held)
        m_workstation.inventory().closeSession(session, this, [this](const Result<Message::Done> &done) {
            const bool ended = done || done.error().code == ErrorCode::SessionClosed;
            disconnected(ended ? std::nullopt : std::optional(done.error()));
        });
    leaveWhenQuiet();
}

void Leaving::disconnected(const std::optional<Error> &error)
{
    --m_unanswered;
    if (error) {
        m_disconnecting = false;
        if (m_dialog)
            m_dialog->reject();
        Q_EMIT failed(*error);
    }
    leaveWhenQuiet();
}

/// A command that is being cancelled has its answer from the device first: that is what disconnecting is for.
void Leaving::leaveWhenQuiet()
{
    if (m_disconnecting && m_unanswered == 0 && m_tabs.runningLines().isEmpty())
        leave();
}

void Leaving::leave()
{
    if (std::exchange(m_decided, true))
        return;
    if (m_dialog)
        m_dialog->accept();
    Q_EMIT left();
}

} // namespace Sonde::Client

#include "moc_leaving.cpp"
