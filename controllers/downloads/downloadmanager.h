// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/downloadrunner.h"
#include "controllers/downloads/downloadstore.h"
#include "controllers/session/sessioncontroller.h"

#include <QDir>

namespace Sonde::Client {

class DeviceModel;
class EvidenceWatch;

/// Brings the evidence of this analyst's getfile commands to this machine, of all sessions, whatever ends and comes back meanwhile. It
/// learns of them from the sessions it follows; a download it knows needs its session no more.
class DownloadManager final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadManager)

public:
    struct Options {
        QString folder;     ///< where downloads go
        bool plain = false; ///< as they are; else zips with a password
        std::optional<DownloadAnswer> whenTaken =
            {};                   ///< what to do when there is a file of the same name; else it is asked
        bool keepPartial = false; ///< also of what is cancelled: the same getfile goes on with it another time
        DownloadRunner::Limits limits = {};
    };

    /// `stateFile` holds what is to go on after a restart; empty: nothing does.
    DownloadManager(TenantClient &client, const DeviceModel &devices, DownloadModel &model, const QString &stateFile,
        QObject *parent = nullptr);
    ~DownloadManager() override;

    [[nodiscard]] DownloadModel &model() { return m_model; }
    /// Limits are in effect at once, the others for what comes.
    void setOptions(const Options &options);

    /// Watches for evidence of this session's getfile commands, and tells its console what became of them.
    void follow(SessionController &session);
    /// Brings evidence that the journal has, also when it was given up or taken out of the list before.
    void bring(const CommandRecord &command, const SessionRecord &session);
    /// Brings evidence that the journal has; does nothing when it is known already.
    void add(const CommandRecord &command, const SessionRecord &session);

    void pause(CommandId command);
    void resume(CommandId command);
    /// Removes the partial file; what the service has stays there.
    void cancel(CommandId command);
    /// One that failed or was cancelled, or waits for its next attempt.
    void retry(CommandId command);
    void answer(CommandId command, DownloadAnswer answer);
    /// By so many rows earlier (negative) or later.
    void move(CommandId command, int by);
    /// Takes one that is over out of the list. Its file stays.
    void clear(CommandId command);
    void clearFinished();

Q_SIGNALS:
    /// The file is under its name, whole and verified.
    void finished(Sonde::CommandId command);
    void failed(Sonde::CommandId command);
    /// It waits for answer().
    void asking(Sonde::CommandId command);

private:
    void load();
    void saveSoon();
    void save();
    [[nodiscard]] DownloadList list() const;

    enum class Bring { ByItself, WhenAsked };
    void consider(const CommandRecord &command, const SessionRecord &session, Bring bring);
    void connectSession(SessionController &session);
    void stopWatching(SessionId session);
    void learn(const CommandRecord &command);
    void followList();
    [[nodiscard]] QList<SessionController *> sessionsOf(const Download &download) const;
    void publishSaved(CommandId command);
    [[nodiscard]] QDir folderOf(const CommandRecord &command, const SessionRecord &session) const;
    [[nodiscard]] bool isForgotten(const CommandRecord &command) const;
    [[nodiscard]] QString freeTarget(const QString &wanted, CommandId except = {}) const;
    [[nodiscard]] bool isTaken(const QString &target, CommandId except) const;
    void set(CommandId command, Download::State state);
    void remove(CommandId command);

    TenantClient &m_client;
    const DeviceModel &m_devices;
    DownloadModel &m_model;
    const std::shared_ptr<DownloadStore> m_store; ///< shared with the thread that writes
    Options m_options;
    std::vector<ForgottenDownload> m_forgotten;
    QList<QPointer<SessionController>> m_sessions;
    QHash<SessionId, EvidenceWatch *> m_watches; ///< of sessions that are followed, or still bring something
    QTimer m_save;
    quint64 m_version = 0; ///< of the list
    DownloadRunner m_runner;
};

} // namespace Sonde::Client
