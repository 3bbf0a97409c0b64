// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QObject>
#include <QPointer>

namespace Sonde::Client {

class LeaveDialog;
class SessionTabs;
class Workstation;
struct Unfinished;

/// The way out of the workstation: asked about once, with what runs, what moves and what is held; not at all when there is none of it.
class Leaving final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Leaving)

public:
    /// Both outlive it; `window` is what closes.
    Leaving(Workstation &workstation, SessionTabs &tabs, QWidget &window);

    /// Whether the window may close now. If not, the analyst is asked, and left() follows when they want to.
    [[nodiscard]] bool mayLeave();
    /// Whoever ends the program does not ask the analyst: the session of the desktop, a signal.
    void leaveUnasked() { m_decided = true; }

Q_SIGNALS:
    /// mayLeave() is true from now on.
    void left();
    /// A session could not be disconnected.
    void failed(const Sonde::Error &error);

private:
    [[nodiscard]] Unfinished unfinished() const;
    [[nodiscard]] QList<SessionId> heldSessions() const;
    void ask(const Unfinished &unfinished);
    void disconnectAll();
    void disconnected(const std::optional<Error> &error);
    void leaveWhenQuiet();
    void leave();

    Workstation &m_workstation;
    SessionTabs &m_tabs;
    QWidget &m_window;
    QPointer<LeaveDialog> m_dialog;
    int m_unanswered = 0;         ///< sessions whose end was asked for
    bool m_disconnecting = false; ///< leaves when nothing runs any more
    bool m_decided = false;
};

} // namespace Sonde::Client
