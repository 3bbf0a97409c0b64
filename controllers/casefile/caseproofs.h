// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/casefile/caseindex.h"

namespace Sonde::Client {

/// What the service says of a session's entries, with all that connects them with the journal.
struct FetchedProof {
    SignedStatement statement;
    QByteArray key;
    QByteArray beside;
};

/// Asks for the proof of a session, or of all without one, when the journal had `size` entries (0: now), message after message. `done` is
/// not called when `context` has gone; the client outlives it.
void fetchProof(TenantClient &client, SessionId session, quint64 size, QObject *context,
    const std::function<void(Result<FetchedProof>)> &done);

} // namespace Sonde::Client
