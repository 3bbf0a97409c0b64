// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/pastsession.h"
#include "controllers/session/sessioncontroller.h"

namespace Sonde::Client {

/// The runs a command's rows can be compared with: those of the same verb before it in its session, and those of the latest session before
/// that on the same device which the analyst may read; it is read when somebody asks.
class EarlierRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EarlierRuns)

public:
    struct Run {
        CommandRecord command;
        bool thisSession = true;
    };
    using Answer = std::function<void(const Result<ResultSnapshot> &)>;

    EarlierRuns(TenantClient &client, SessionController &session, QObject *parent = nullptr);
    ~EarlierRuns() override;

    /// Newest first, as far as known.
    [[nodiscard]] QList<Run> before(CommandId command) const;
    /// Reads that session; changed() follows when it is there. What could not be read is asked again.
    void lookUp();
    /// It has been read, or there is none.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// Why it could not be read, or not to its end.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// Its rows, when all of them are here, or why they cannot be had. When `context` is gone by then, nothing happens.
    void fetch(const Run &run, QObject *context, const Answer &answer);

Q_SIGNALS:
    void changed();

private:
    void addRuns(QList<Run> &runs, const CommandRecord &like, const CommandRecords &from) const;
    void readSession(const std::vector<SessionRecord> &recent);
    void end(const std::optional<Error> &problem);

    TenantClient &m_client;
    SessionController &m_session;
    std::unique_ptr<PastSession> m_last;
    bool m_asked = false;
    bool m_complete = false;
    std::optional<Error> m_problem;
};

} // namespace Sonde::Client
