// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/datapoint.h"
#include "agent/collection/package.h"
#include "agent/command/command.h"

#include <QJsonArray>

namespace Sonde::Agent {

/// Says what became of each thing that was collected: as rows while it goes on, and in the package itself.
class Report final
{
    Q_DISABLE_COPY_MOVE(Report)

public:
    explicit Report(CommandContext &context)
        : m_context(context)
    {
    }

    /// Something of it went wrong: counted, listed, and the analyst is told.
    void addProblem(DataPoint &point, const Error &error);
    /// The same, of which there may be thousands: only the package has each.
    void addQuietProblem(DataPoint &point, const Error &error);
    /// Size or time is used up: the analyst is told once, the package each time.
    void addBudgetProblem(DataPoint &point, const Error &error);
    /// It is over. Cancelled.
    [[nodiscard]] Result<void> finish(DataPoint &point);
    void log(const QString &line);
    /// errors.jsonl, summary.json, the same a line for each data point as summary.jsonl, uac.log.
    [[nodiscard]] Result<void> addTo(Package &package, const QJsonObject &about);
    /// About what addTo() will add, compressed.
    [[nodiscard]] qint64 packedBytes() const
    {
        return m_errors.packedBytes() + m_log.packedBytes() + 2 * m_points.size() * BytesOfPoint;
    }
    [[nodiscard]] qint64 problems() const { return m_problems; }

private:
    static constexpr qint64 BytesOfPoint = 64;

    CommandContext &m_context;
    Spool m_errors;
    Spool m_log;
    QJsonArray m_points;
    qint64 m_problems = 0;
    bool m_isCut = false;
};

/// An error for programs.
[[nodiscard]] QJsonObject errorToJson(const Error &error);

} // namespace Sonde::Agent
