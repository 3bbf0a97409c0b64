// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/session/commandoutput.h"

#include <map>

namespace Sonde::Client {

/// Brings one command's output into its CommandOutput: chunks in any order and more than once, missing ones fetched, rows decoded on the
/// thread pool, everything shown in order.
class OutputFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputFeed)

public:
    OutputFeed(TenantClient &client, CommandId command, CommandOutput &output, QObject *parent = nullptr);

    /// A chunk that was pushed or fetched.
    void add(const Message::CommandOutput &chunk);
    /// The journal says how many chunks there are in all.
    void finish(quint32 chunks);
    /// Fetches what a gap shows to be missing, and, with `all`, whatever the service has (a command seen from its middle on).
    void fetchMissing(bool all = false);

Q_SIGNALS:
    void failed(const Sonde::Error &error);

private:
    struct Batch {
        ChunkFormat format = ChunkFormat::Rows;
        std::vector<QByteArray> chunks;
        qsizetype bytes = 0;
    };
    [[nodiscard]] std::optional<quint32> firstMissing() const;
    void fetch(quint32 from);
    void decodeNext();
    [[nodiscard]] Batch takeBatch();
    void show(const Batch &batch);
    void shown();
    void checkWhole();

    TenantClient &m_client;
    CommandId m_command;
    CommandOutput &m_output;
    std::map<quint32, Message::CommandOutput> m_waiting; ///< came, not yet shown
    quint32 m_next = 0;                                  ///< chunks below are shown or being decoded
    quint32 m_seen = 0;                                  ///< chunks below are known to exist
    std::optional<quint32> m_total;
    bool m_decoding = false;
    bool m_fetching = false;
    int m_fruitless = 0; ///< fetches in a row that brought nothing new
    quint32 m_nextAtFetch = 0;
};

} // namespace Sonde::Client
