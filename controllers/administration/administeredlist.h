// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tenantchange.h"
#include "models/administration/recordtable.h"

#include <QTimer>

namespace Sonde::Client {

/// A list of what administrators change. The service tells nobody when others change it: it is fetched when somebody wants to see it, after
/// each change that is made here, and again and again as long as it is looked at.
class AdministeredList : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdministeredList)

public:
    /// As long as it is looked at.
    static constexpr std::chrono::seconds FetchedEvery{5};

    /// Somebody looks, or does not any more; several can.
    void follow();
    void unfollow();
    void refresh();

    /// It is here, as it was when it was fetched last.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// Why it could not be fetched the last time.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    /// Nothing when it may be seen, or changed.
    [[nodiscard]] std::optional<Error> whyNotSeen() const;
    [[nodiscard]] std::optional<Error> whyNotChanged() const { return whyNotPermitted(m_client, m_toChange); }
    /// Whether what whoever is signed in does to this user they do to themselves.
    [[nodiscard]] bool isOneself(const UserName &user) const { return m_client.welcome().user == user; }

Q_SIGNALS:
    /// isListed() or failure() is another, or what one may do is.
    void changed();

protected:
    /// `toSee`: nothing when everybody may. `client` outlives it.
    AdministeredList(
        TenantClient &client, std::optional<Permission> toSee, Permission toChange, QObject *parent = nullptr);

    /// Calls load() with its request.
    virtual void fetch() = 0;
    template<typename Reply, typename Request>
    void load(const Request &request, std::function<void(const Reply &)> use)
    {
        m_client.request<Reply>(request, this, [this, use = std::move(use)](const Result<Reply> &reply) {
            if (reply)
                use(*reply);
            finishLoad(reply ? std::nullopt : std::optional(reply.error()));
        });
    }
    /// The list follows; `answer` is called as long as `context` is there.
    template<typename Request>
    void submit(const Request &request, QObject *context, ChangeAnswer answer)
    {
        submitChange(m_client, request, this, [this] { refresh(); }, context, std::move(answer));
    }
    [[nodiscard]] TenantClient &client() const { return m_client; }

private:
    void followClient();
    void finishLoad(const std::optional<Error> &failure);

    TenantClient &m_client;
    std::optional<Permission> m_toSee;
    Permission m_toChange;
    QTimer m_next;
    int m_followers = 0;
    bool m_loading = false;
    bool m_again = false; ///< something changed while it was being fetched
    bool m_listed = false;
    std::optional<Error> m_failure;
};

} // namespace Sonde::Client
