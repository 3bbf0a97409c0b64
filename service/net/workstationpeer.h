// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/peers/sendqueue.h"
#include "service/tenant/tenant.h"

namespace Sonde::Service {

/// One connection of one signed-in analyst: answers requests, and tells what is watched.
class WorkstationPeer final : public Peer
{
    Q_OBJECT

public:
    WorkstationPeer(
        const Analyst &analyst, std::unique_ptr<Channel> channel, Tenant &tenant, QObject *parent = nullptr);

    [[nodiscard]] const Analyst &analyst() const { return m_analyst; }

protected:
    void greeted() override;
    void handle(const AnyMessage &message) override;

private:
    void reply(quint32 request, const Result<void> &result);
    void refuseRequest(quint32 request, const Error &error) { send(Message::Refused{request, error}); }

    void answer(const Message::StartSession &request);
    void answer(const Message::CloseSession &request);
    void answer(const Message::SubmitLine &request);
    void answer(const Message::AskCancel &request);
    void answer(const Message::SetBackground &request);
    void answer(const Message::WatchSession &request);
    void answer(const Message::UnwatchSession &request);
    void answer(const Message::WatchTenant &request);
    void answer(const Message::FetchOutput &request);
    void answer(const Message::FetchJournal &request);
    void answer(const Message::VerifyJournal &request);
    void answer(const Message::FetchEligibility &request);
    void answer(const Message::MakeEnrolmentToken &request);
    void answer(const Message::AddUser &request);
    void answer(const Message::OpenEvidence &request);
    void answer(const Message::OpenUpload &request);
    void answer(const Message::OpenLibraryFile &request);
    void answer(const Message::DeleteLibraryFile &request);
    void answer(const Message::FetchLibrary &request);
    void answer(const Message::FetchSettings &request);
    void answer(const Message::ChangeSetting &request);

    void tellEntries(const std::vector<JournalEntry> &entries);
    void tellDevices(const std::vector<DeviceRecord> &devices);
    void tellSessions(const std::vector<SessionRecord> &sessions);
    void tellOutput(SessionId session, const Message::CommandOutput &chunk);
    void tellProgress(SessionId session, const Message::CommandProgress &progress);
    [[nodiscard]] std::optional<AnyMessage> nextOfHistory(SessionId session);

    /// How far a watched session has been told; live entries follow only once its history is through.
    struct Watch {
        quint64 told = 0;
        bool caughtUp = false;
    };

    Analyst m_analyst;
    Tenant &m_tenant;
    SendQueue m_queue;
    QHash<SessionId, Watch> m_watched;
    bool m_watchesTenant = false;
};

} // namespace Sonde::Service
