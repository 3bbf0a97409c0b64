// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/library/libraryservice.h"
#include "service/sessions/servicecommands.h"
#include "service/store/turn.h"

#include <QThreadPool>

namespace Sonde::Service {

/// `baseline`: the baselines of the tenant's library. What is in their files, and what they are made of, is read and written on a thread of its
/// own: all others wait for this one.
class BaselineCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BaselineCommands)

public:
    /// `databasePath`: where the output of commands is read. All outlive it.
    BaselineCommands(LibraryService &library, const SessionRegister &sessions, Turn &turn, const QString &databasePath,
        QObject *parent = nullptr);

    using Done = std::function<void(const ServiceAnswer &answer)>;
    /// `baseline [list [<name>]]`: BaselineUnknown. `baseline save <name>` keeps the rows of this session's latest whole run of each verb that can
    /// be compared, as those of `device`: NothingToSave, BadName, TooLarge, NotPermitted. `baseline delete <name>`: BaselineUnknown, NotPermitted.
    /// `done` is called once, at once or later; not at all when this is gone before.
    void run(const Analyst &analyst, const Subject &subject, const QString &device, const Invocation &invocation,
        const Done &done);

private:
    void list(const QString &name, const Done &done);
    void save(const Analyst &analyst, SessionId session, const QString &name, const QString &device, const Done &done);
    [[nodiscard]] ServiceAnswer remove(const Analyst &analyst, const QString &name);

    LibraryService &m_library;
    const SessionRegister &m_sessions;
    Turn &m_turn;
    const QString m_databasePath;
    QThreadPool m_thread;
};

} // namespace Sonde::Service
