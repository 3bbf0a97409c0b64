// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "tests/controllers/scriptedtenant.h"

namespace Sonde::Client {

/// A chunk of `count` processes numbered from `first`.
[[nodiscard]] QByteArray processChunk(int first, int count);
/// The numbers of the processes in an output; none when it is no table.
[[nodiscard]] QList<qint64> pids(const CommandOutput &output);
/// 0, 1, … without `count`.
[[nodiscard]] QList<qint64> upTo(int count);

/// What tests of sessions share: a scripted tenant with a session, and a client that is signed in to it.
class ScriptedSession
{
protected:
    void setUp();
    void tearDown();
    /// Caught up with what the tenant tells.
    std::unique_ptr<SessionController> open();

    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    SessionId m_id;
};

} // namespace Sonde::Client
