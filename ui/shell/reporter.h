// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

#include <QObject>

namespace Sonde::Client {

class GovernanceDesk;
class Notifier;
class SessionTabs;
class Workstation;

/// Puts into words what happened where the analyst does not look, and says by whom it is wanted there.
class Reporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reporter)

public:
    Reporter(Workstation &workstation, SessionTabs &tabs, Notifier &notifier, QObject *parent = nullptr);

    /// What asks for approval there, and what is over.
    void follow(GovernanceDesk &desk);

    void tellProblem(const Error &error);
    /// What stood in the way of a session; it is true until the next one is started.
    void tellNotStarted(const Error &error);
    void forgetNotStarted();
    void tellSessionNeeded();
    void tellDownloaded(const QString &path);
    void tellStored(const QString &name);
    /// The analyst sees the session: what was told of it is no news.
    void withdraw(SessionId session);

Q_SIGNALS:
    void sessionWanted(Sonde::SessionId session);
    void commandWanted(Sonde::SessionId session, Sonde::CommandId command);
    void devicesWanted();
    void libraryFileWanted(const QString &name);

private:
    void tellFinished(SessionId session, const CommandRecord &command);
    void tellNotApproved(SessionId session, const CommandRecord &command);
    void tellEnded(SessionId session);
    void tellText(const QString &text);
    void tellOf(const QString &topic, const QString &text);
    [[nodiscard]] QString deviceName(SessionId session) const;

    Workstation &m_workstation;
    Notifier &m_notifier;
};

} // namespace Sonde::Client
