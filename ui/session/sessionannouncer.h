// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"

#include <QWidget>

namespace Sonde::Client {

/// Has a screen reader say what became of each command of the session in front: finished, failed, refused, saved. Of a session that is
/// not in front the window's notifications tell.
class SessionAnnouncer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionAnnouncer)

public:
    /// Owned by `page`.
    SessionAnnouncer(SessionController &session, QWidget &page);

    /// "dir /usr/bin, completed, 566 rows"; "dir /x, failed: …".
    [[nodiscard]] QString outcome(const CommandRecord &command) const;

private:
    void announceOutcome(CommandId command);
    void announceNote(const QString &submission, const Error &error);
    void say(const QString &text);

    SessionController &m_session;
    QWidget &m_page;
};

} // namespace Sonde::Client
