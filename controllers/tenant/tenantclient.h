// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/openrequests.h"
#include "controllers/tenant/tenantlink.h"
#include "protocol/settings/settingvalues.h"
#include "transport/base/backoff.h"

#include <QTimer>

namespace Sonde::Client {

/// Asked twice (after a lost connection) these might happen twice, or mean something only to the connection they were asked on.
template<typename Request>
inline constexpr bool isRepeatable = true;
template<> inline constexpr bool isRepeatable<Message::StartSession> = false;
template<> inline constexpr bool isRepeatable<Message::AddUser> = false;
template<> inline constexpr bool isRepeatable<Message::MakeEnrolmentToken> = false;
template<> inline constexpr bool isRepeatable<Message::MakeReleaseCode> = false;
template<> inline constexpr bool isRepeatable<Message::ElevateRole> = false;
template<> inline constexpr bool isRepeatable<Message::DecideApproval> = false;
template<> inline constexpr bool isRepeatable<Message::MakeSecondFactor> = false;
template<> inline constexpr bool isRepeatable<Message::ShowSecondFactor> = false;
template<> inline constexpr bool isRepeatable<Message::WatchSession> = false;
template<> inline constexpr bool isRepeatable<Message::UnwatchSession> = false;
template<> inline constexpr bool isRepeatable<Message::WatchTenant> = false;

/// A workstation's connection to its tenant. It comes back by itself: repeatable requests are sent again, the others fail with
/// Interrupted; whoever watches asks again when the state becomes Online.
class TenantClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantClient)

public:
    using Credentials = Sonde::Client::Credentials;
    /// Refused: the service said no, or could not be reached the first time; lastError() says why and nothing is tried by itself.
    enum class State { SignedOut, SigningIn, Online, Reconnecting, Refused };
    Q_ENUM(State)
    enum class Way { Out, In };
    Q_ENUM(Way)

    explicit TenantClient(QObject *parent = nullptr);
    explicit TenantClient(std::unique_ptr<TenantLink> link, QObject *parent = nullptr);
    ~TenantClient() override;

    /// Signs in. While reconnecting, the new credentials are used from now on and at once; what is open stays open.
    void signIn(const Credentials &credentials);
    void signOut();
    /// Before the program ends: left() follows when the service has revoked the access token, or has not within a short time. What is
    /// open stays as it is.
    void leave();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOnline() const { return m_state == State::Online; }
    /// A sign of life of the service is overdue, or was when the connection was lost: it was heard then for the last time. Else invalid.
    [[nodiscard]] const QDateTime &silentSince() const { return m_silentSince; }
    /// What the service said of itself and of us; of the last connection while reconnecting.
    [[nodiscard]] const Message::Welcome &welcome() const { return m_welcome; }
    /// What we may do, as the service said it last.
    [[nodiscard]] const Grants &grants() const { return m_grants; }
    /// The tenant's, as the service said them last; the defaults before the first connection.
    [[nodiscard]] const SettingValues &settings() const { return m_settings; }
    /// For the bulk connections of transfers, whose tickets are asked for here; nothing before the first connection.
    [[nodiscard]] std::optional<BulkEndpoint> bulkEndpoint() const { return m_link->bulkEndpoint(); }
    /// Of the tenant's CA, as it was given: it is the same tenant wherever it is reached.
    [[nodiscard]] QString fingerprint() const;
    /// Why the state is Refused or Reconnecting.
    [[nodiscard]] const Error &lastError() const { return m_lastError; }
    /// Until the next attempt, while reconnecting; zero when it is under way.
    [[nodiscard]] std::chrono::milliseconds retryIn() const;
    /// Tries again now instead of waiting.
    void retryNow();

    /// Asks; `.request` is filled in. `answer` is called once on this thread, never before request() returns, and not at all when
    /// `context` is gone. Errors: what the service refused with; NotSignedIn when there is no tenant; CannotConnect when a request
    /// that is not repeatable finds no connection; Interrupted when the connection was lost before its answer.
    template<typename Reply, typename Request>
    void request(Request message, QObject *context, std::function<void(Result<Reply>)> answer)
    {
        message.request = nextNumber();
        ask(message.request, AnyMessage(message), isRepeatable<Request>, context,
            [answer = std::move(answer)](Result<AnyMessage> reply) {
                if (!reply)
                    answer(std::unexpected(reply.error()));
                else if (auto *expected = std::get_if<Reply>(&*reply))
                    answer(std::move(*expected));
                else
                    answer(fail(ErrorCode::ProtocolViolation, {}, QStringLiteral("an answer to another question")));
            });
    }

    /// A session is watched for the connection as a whole. Who watches one is counted, so that none ends the pushes of another.
    void addWatcher(SessionId session) { ++m_watchers[session]; }
    /// It was the last one: nobody here watches the session any more.
    [[nodiscard]] bool removeWatcher(SessionId session);

Q_SIGNALS:
    /// Every message as it is sent and received, for `trace`.
    void passed(Sonde::Client::TenantClient::Way way, const Sonde::AnyMessage &message);
    void stateChanged(Sonde::Client::TenantClient::State state);
    /// silentSince() is another one.
    void silenceChanged();
    void left();
    /// grants() are others than before, while online.
    void grantsChanged();
    /// settings() are others than before.
    void settingsChanged();
    /// Everything else that the service says unasked, and the CommandOutput messages that precede a FetchOutput's Done.
    void pushed(const Sonde::AnyMessage &message);

private:
    [[nodiscard]] quint32 nextNumber() { return ++m_lastNumber; }
    void ask(quint32 number, AnyMessage message, bool repeatable, QObject *context, OpenRequests::Answer answer);
    void open();
    void send(const AnyMessage &message);
    void greet();
    void receive(const AnyMessage &message);
    void welcomed(const Message::Welcome &welcome);
    void setEligible(const std::vector<Grant> &eligible);
    void setSettings(const SettingValues &settings);
    void lost(const Error &reason);
    void setSilentSince(const QDateTime &since);
    [[nodiscard]] bool isFinal(const Error &reason) const;
    void scheduleRetry();
    void refuse(const Error &reason);
    void setState(State state);

    std::unique_ptr<TenantLink> m_link;
    Credentials m_credentials;
    State m_state = State::SignedOut;
    bool m_linkBusy = false; ///< between open() and closed()
    bool m_leaving = false;  ///< nothing is opened any more
    bool m_reopen = false;   ///< the credentials changed: open again as soon as the link is free
    Message::Welcome m_welcome;
    Grants m_grants;
    SettingValues m_settings;
    Error m_lastError;
    QDateTime m_silentSince;
    OpenRequests m_requests;
    quint32 m_lastNumber = 0;
    QHash<SessionId, int> m_watchers;
    QTimer m_retry;
    QTimer m_greeting; ///< the service has this long to answer Hello
    Backoff m_backoff;
};

} // namespace Sonde::Client
