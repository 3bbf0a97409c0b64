// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/commandoutputs.h"

namespace Sonde::Client {

/// A session of the past, read by queries: its journal once, and what its commands printed when it is looked at. Nothing of it is watched.
class PastSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PastSession)

public:
    /// Begins to read. `client` outlives it.
    PastSession(TenantClient &client, SessionId session, QObject *parent = nullptr);

    [[nodiscard]] const CommandRecords &records() const { return m_records; }
    [[nodiscard]] CommandOutputs &outputs() { return m_outputs; }
    /// Why the service did not give the journal, or not all of it.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    /// All of the journal is in the records, or problem() says why not. Once.
    void read();

private:
    void fetch();

    TenantClient &m_client;
    CommandRecords m_records;
    CommandOutputs m_outputs;
    std::optional<Error> m_problem;
};

} // namespace Sonde::Client
