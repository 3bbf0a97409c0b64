// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"

#include <QPointer>

namespace Sonde::Client {

/// What came of a change.
using ChangeAnswer = std::function<void(const Result<void> &)>;

/// Why whoever is signed in may not do what needs this permission for the tenant as a whole; nothing when they may. NotSignedIn when nobody
/// is.
[[nodiscard]] std::optional<Error> whyNotPermitted(const TenantClient &client, Permission permission);

/// Asks for a change. `then` is called with the answer in any case, `answer` as long as `context` is there.
template<typename Request>
void submitChange(TenantClient &client, const Request &request, QObject *owner, std::function<void()> then,
    QObject *context, ChangeAnswer answer)
{
    client.request<Message::Done>(request, owner,
        [then = std::move(then), receiver = QPointer(context), answer = std::move(answer)](
            const Result<Message::Done> &done) {
            then();
            if (receiver)
                answer(done ? Result<void>() : std::unexpected(done.error()));
        });
}

} // namespace Sonde::Client
