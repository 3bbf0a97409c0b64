// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/permissions.h"
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
    ~WorkstationPeer() override;

    [[nodiscard]] const Analyst &analyst() const { return m_analyst; }

protected:
    void greeted() override;
    void handle(const AnyMessage &message) override;
    [[nodiscard]] bool isReady() const override;

private:
    void reply(quint32 request, const Result<void> &result);
    void refuseRequest(quint32 request, const Error &error) { send(Message::Refused{request, error}); }

    void serve(const Message::StartSession &request);
    void serve(const Message::CloseSession &request);
    void serve(const Message::SubmitLine &request);
    void serve(const Message::AskCancel &request);
    void serve(const Message::SetBackground &request);
    void serve(const Message::WatchSession &request);
    void serve(const Message::UnwatchSession &request);
    void serve(const Message::WatchTenant &request);
    void serve(const Message::FetchOutput &request);
    void serve(const Message::FetchJournal &request);
    void serve(const Message::VerifyJournal &request);
    void serve(const Message::FetchEligibility &request);
    void serve(const Message::MakeEnrolmentToken &request);
    void serve(const Message::FetchEnrolmentTokens &request);
    void serve(const Message::WithdrawEnrolmentToken &request);
    void serve(const Message::MakeReleaseCode &request);
    void serve(const Message::AddUser &request);
    void serve(const Message::OpenEvidence &request);
    void serve(const Message::OpenUpload &request);
    void serve(const Message::OpenLibraryFile &request);
    void serve(const Message::DeleteLibraryFile &request);
    void serve(const Message::FetchLibrary &request);
    void serve(const Message::FetchActs &request);
    void serve(const Message::FetchSettings &request);
    void serve(const Message::ChangeSetting &request);
    void serve(const Message::FetchUsers &request);
    void serve(const Message::ChangeUser &request);
    void serve(const Message::SignOutUser &request);
    void serve(const Message::RemoveDevice &request);
    void serve(const Message::FetchHead &request);
    void serve(const Message::FetchRoles &request);
    void serve(const Message::AddRole &request);
    void serve(const Message::ChangeRole &request);
    void serve(const Message::RemoveRole &request);
    void serve(const Message::FetchGroups &request);
    void serve(const Message::PreviewGroup &request);
    void serve(const Message::AddGroup &request);
    void serve(const Message::ChangeGroup &request);
    void serve(const Message::RemoveGroup &request);
    void serve(const Message::ChangeTags &request);
    void serve(const Message::RevertSetting &request);
    void serve(const Message::ExceptServer &request);
    void serve(const Message::FetchPublishers &request);
    void serve(const Message::AddPublisher &request);
    void serve(const Message::RemovePublisher &request);
    void serve(const Message::FetchCaseProof &request);
    void serve(const Message::FetchActivity &request);
    void serve(const Message::ElevateRole &request);
    void serve(const Message::EndElevation &request);
    void serve(const Message::FetchElevations &request);
    void serve(const Message::FetchApprovals &request);
    void serve(const Message::FetchApprovalPlan &request);
    void serve(const Message::DecideApproval &request);
    void serve(const Message::FetchSecondFactor &request);
    void serve(const Message::MakeSecondFactor &request);
    void serve(const Message::ShowSecondFactor &request);
    void serve(const Message::RemoveSecondFactor &request);

    void sendProof(const Message::FetchCaseProof &request, const CaseProof &proof);
    void publishSettings();
    void noteWatching(SessionId session);
    [[nodiscard]] bool isOthers(SessionId session) const;
    template<typename Request>
    [[nodiscard]] Result<void> allow(const Request &request) const;
    [[nodiscard]] Result<void> requireSteppedIn(SessionId session) const;
    void setActing(SessionId session, bool acts);
    void leaveAll();
    void publishWatchers(SessionId session);
    void publishElevations();
    void publishApprovals();
    void publishBreakGlass(const Message::BreakGlass &what);
    /// Answers `request`; 0: unasked.
    void sendSecondFactor(quint32 request);
    void followSecondFactor(const UserName &user);
    [[nodiscard]] Grants grantsNow();
    void followAccess();
    [[nodiscard]] std::vector<DeviceRecord> listed(const std::vector<DeviceRecord> &devices);
    void sendEntries(const std::vector<JournalEntry> &entries);
    void sendDevices(const std::vector<DeviceRecord> &devices);
    void sendSessions(const std::vector<SessionRecord> &sessions);
    void sendOutput(SessionId session, const Message::CommandOutput &chunk);
    void sendProgress(SessionId session, const Message::CommandProgress &progress);
    [[nodiscard]] std::optional<AnyMessage> nextOfHistory(SessionId session);

    /// How far a watched session has been told; live entries follow only once its history is through.
    struct Watch {
        quint64 told = 0;
        bool caughtUp = false;
        bool journalOnly = false;
        bool acts = false; ///< in a session of somebody else
    };
    [[nodiscard]] bool wantsOutput(SessionId session) const;

    Analyst m_analyst;
    Tenant &m_tenant;
    const Access m_access;
    SendQueue m_queue;
    QTimer m_secondFactorEnd; ///< what was shown holds no longer
    QHash<SessionId, Watch> m_watched;
    QSet<DeviceId> m_listed; ///< of which this workstation has been told
    bool m_watchesTenant = false;
    bool m_followsActs = false;
    bool m_approvalsSent = false; ///< this workstation has been told of some that wait
};

} // namespace Sonde::Service
