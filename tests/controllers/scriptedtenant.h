// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantlink.h"
#include "protocol/proof/proofkey.h"
#include "transport/channel/loopbackchannel.h"

#include <QMultiHash>

namespace Sonde::Client {

/// A service for tests: a journal, outputs and devices in memory, spoken to over LoopbackChannel. It keeps what it was asked.
class ScriptedTenant final : public QObject
{
    Q_OBJECT

public:
    // ---- what the test decides
    bool up = true;                     ///< false: nobody answers the door
    std::optional<Error> signInRefusal; ///< told at the door
    bool pushesOutput = true;
    bool answersSubmissions = true;
    bool answersBeforeEntries = false;     ///< a line is taken before the journal tells of it
    bool repeatsEntries = false;           ///< each push comes twice, with everything before it
    UserName user{QStringLiteral("mia")};  ///< who signs in
    QStringList roles;                     ///< of who signs in
    QString actor = QStringLiteral("mia"); ///< of the journal's entries
    std::vector<DeviceRecord> devices;
    std::vector<SessionRecord> sessions;
    std::vector<ActSummary> acts;         ///< by the entry that changed them last
    std::vector<ActivityRecord> activity; ///< newest first
    quint64 activityIndexed = 0;
    quint64 activityLast = 0;
    QByteArrayList hashes;              ///< of the journal's entries, for who asks where it ends
    bool bendsRoot = false;             ///< signs something else
    std::optional<ProofKey> journalKey; ///< signs where it ends; none: an earlier version
    std::optional<Error> startRefusal;
    std::optional<Error> watchRefusal;
    std::optional<Error> actingRefusal; ///< of who steps into a session
    std::optional<Error> eligibilityRefusal;
    std::optional<Error> journalRefusal;
    std::optional<Error> outputRefusal;
    std::optional<Error> codeRefusal;         ///< of a second factor
    std::optional<BulkEndpoint> bulkEndpoint; ///< where files travel
    std::function<Message::ApprovalPlan(const Message::FetchApprovalPlan &)> approvalPlan;
    std::function<Result<Message::Ticket>(CommandId)> openEvidence;
    std::function<Result<Message::Ticket>(const Message::OpenLibraryFile &)> openLibraryFile;

    /// Ends the connection as a crash would.
    void drop();
    SessionId openSession();
    /// Writes into the journal and tells who watches.
    void append(SessionId session, CommandId command, JournalEvent event);
    CommandId accept(SessionId session, const QString &line);
    void addOutput(CommandId command, ChunkFormat format, const QByteArray &bytes, quint32 rows = 0);
    void finish(CommandId command, CommandState state = CommandState::Completed, std::vector<Error> errors = {});
    void push(const AnyMessage &message);

    // ---- what the test looks at
    std::vector<AnyMessage> asked; ///< of all connections, Hello included
    int connections = 0;
    template<typename T>
    [[nodiscard]] std::vector<T> askedFor() const
    {
        std::vector<T> found;
        for (const AnyMessage &message : asked) {
            if (const auto *wanted = std::get_if<T>(&message))
                found.push_back(*wanted);
        }
        return found;
    }
    [[nodiscard]] const std::vector<JournalEntry> &journal() const { return m_journal; }

    void connectChannel(std::unique_ptr<LoopbackChannel> channel);

private:
    void receive(const AnyMessage &message);
    void answer(const Message::Hello &);
    void answer(const Message::WatchTenant &request);
    void answer(const Message::WatchSession &request);
    void answer(const Message::SubmitLine &request);
    void answer(const Message::FetchOutput &request);
    void answer(const Message::FetchJournal &request);
    void answer(const Message::StartSession &request);
    void answer(const Message::CloseSession &request);
    void answer(const Message::AskCancel &request);
    void answer(const Message::SetBackground &request);
    void answer(const Message::FetchEligibility &request);
    void answer(const Message::FetchActs &request);
    void answer(const Message::FetchHead &request);
    void answer(const Message::FetchActivity &request);
    void answer(const Message::FetchApprovalPlan &request);
    void answer(const Message::MakeSecondFactor &request);
    void answer(const Message::ShowSecondFactor &request);
    void answer(const Message::OpenEvidence &request);
    void answer(const Message::OpenLibraryFile &request);
    void give(quint32 request, Result<Message::Ticket> ticket);
    [[nodiscard]] std::vector<JournalEntry> entries(SessionId session, quint64 after) const;

    std::unique_ptr<LoopbackChannel> m_channel;
    std::vector<JournalEntry> m_journal;
    QHash<QString, CommandId> m_submissions;
    QMap<CommandId, std::vector<Message::CommandOutput>> m_output;
    QMap<CommandId, SessionId> m_sessionOf;
    QSet<SessionId> m_watched;
    quint64 m_lastCommand = 1000;
    quint64 m_lastSession = 0;
};

/// The way to it.
class LoopbackLink final : public TenantLink
{
    Q_OBJECT

public:
    explicit LoopbackLink(ScriptedTenant &tenant)
        : m_tenant(tenant)
    {
    }

    void open(const Credentials &credentials) override;
    void send(const AnyMessage &message) override;
    void close() override;
    void forget() override;
    [[nodiscard]] std::optional<BulkEndpoint> bulkEndpoint() const override { return m_tenant.bulkEndpoint; }

    Credentials lastCredentials;

private:
    void finish(const Error &reason);

    ScriptedTenant &m_tenant;
    std::unique_ptr<LoopbackChannel> m_channel;
};

} // namespace Sonde::Client
