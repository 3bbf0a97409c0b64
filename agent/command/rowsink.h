// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"
#include "protocol/command/rows.h"

#include <functional>

namespace Sonde::Agent {

/// Gives the rows of a verb that is run as a part of another one, as they come. For the time of that run.
class RowSink final : public OutputSink
{
public:
    RowSink(const AgentSurroundings &surroundings, QString verb, std::function<void(QCborArray row)> take)
        : m_surroundings(surroundings)
        , m_verb(std::move(verb))
        , m_take(std::move(take))
    {
    }

    bool put(ChunkFormat format, quint32, const QByteArray &bytes) override
    {
        auto rows = format == ChunkFormat::Rows ? readRows(bytes) : Result<std::vector<QCborArray>>();
        if (rows) {
            for (QCborArray &row : *rows)
                m_take(std::move(row));
        }
        return true;
    }
    void showProgress(const Progress &) override {}
    Result<QString> askTicket(const AnyMessage &) override { return fail(ErrorCode::NotSupported, m_verb); }
    [[nodiscard]] const AgentSurroundings &surroundings() const override { return m_surroundings; }
    [[nodiscard]] bool isShuttingDown() const override { return false; }

private:
    const AgentSurroundings &m_surroundings;
    const QString m_verb;
    const std::function<void(QCborArray row)> m_take;
};

} // namespace Sonde::Agent
