// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/casefile/casecontents.h"
#include "controllers/tenant/tenantclient.h"
#include "models/casefile/casewriter.h"

#include <atomic>
#include <deque>

namespace Sonde::Client {

/// Makes a case file of sessions, or of the whole journal: asks the tenant for one thing after the other, and writes on another thread.
class CaseExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseExport)

public:
    /// Members with a report for people, by name; called on another thread.
    using Reports = std::function<std::vector<std::pair<QByteArray, QByteArray>>(const CaseContents &)>;
    struct Order {
        QString path;
        std::vector<SessionId> sessions = {}; ///< none: the whole journal
        std::vector<Countersignature> countersignatures = {};
        std::map<DeviceId, DeviceFacts> devices = {};
        QString keyFile = {}; ///< of the workstation's key
        Reports reports = {};
    };

    explicit CaseExport(TenantClient &client, QObject *parent = nullptr);
    /// What was begun is given up; there is no file then.
    ~CaseExport() override;

    /// Once.
    void start(Order order);

Q_SIGNALS:
    /// So many of the things that are to be asked for are here.
    void progressed(qint64 done, qint64 total);
    /// SessionUnknown, NotPermitted and what else the service refuses with; CannotWrite, NoSpace; JournalBroken when an entry is not what it
    /// was signed as.
    void finished(const Sonde::Result<void> &result);

private:
    using Step = std::function<void()>;

    void prepare();
    void next();
    void end(const Result<void> &result);
    void prove(SessionId session);
    void fetchEntries(SessionId session, quint64 after);
    void planRest();
    void proveCountersigned(SessionId session, quint64 size);
    void fetchOutput(CommandId command, quint32 from, quint32 chunks);
    void collect(const AnyMessage &message);
    void writeRest();

    TenantClient &m_client;
    Order m_order;
    std::deque<Step> m_steps;
    qint64 m_done = 0;
    bool m_ended = false;
    std::shared_ptr<CaseContents> m_contents = std::make_shared<CaseContents>();
    std::shared_ptr<CaseWriter> m_writer;
    quint64 m_size = 0;  ///< of the journal that is proved; 0: not known yet
    CommandId m_command; ///< whose output is being asked for
    qint64 m_bytes = 0;  ///< of all of it
    std::map<quint32, Message::CommandOutput> m_chunks;
    std::shared_ptr<std::atomic<bool>> m_givenUp = std::make_shared<std::atomic<bool>>(false);
};

} // namespace Sonde::Client
