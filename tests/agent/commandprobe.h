// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/commands/commandtable.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <algorithm>
#include <functional>
#include <map>

namespace Sonde::Agent {

/// Runs one command line of the agent on this thread and keeps what it prints.
class CommandProbe final : private OutputSink
{
public:
    Message::RunCommand order{.command = CommandId(1),
        .session = SessionId(1),
        .invocation = {},
        .workingDirectory = QStringLiteral("/"),
        .timeLimit = {},
        .limits = {},
        .blob = {}};
    AgentSurroundings around;
    std::stop_source stop;
    std::vector<QJsonObject> rows;
    std::vector<QCborArray> cells;                        ///< the same rows as they are sent
    std::map<ChunkFormat, std::vector<QByteArray>> texts; ///< a script's, by stream
    std::vector<Error> errors;
    std::vector<quint32> chunkRows;
    std::vector<QByteArray> chunks; ///< of rows, as they are sent
    bool shuttingDown = false;      ///< the stop that is asked for is only the agent's own
    qint64 progressTold = 0;
    std::vector<Progress> progress;       ///< all that was told
    std::function<void()> onNews = [] {}; ///< called with each chunk and progress
    std::function<Result<QString>()> ticket = [] { return fail(ErrorCode::Cancelled); }; ///< the service's answer

    Outcome run(const QString &line)
    {
        order.invocation = parseLine(line).value();
        CommandContext context(order, stop.get_token(), *this);
        Outcome outcome = runCommand(*findCommand(order.invocation.verb), context);
        (void)context.finish();
        errors = context.errors();
        return outcome;
    }

    [[nodiscard]] QByteArray text(ChunkFormat format = ChunkFormat::Text) const
    {
        QByteArray all;
        if (const auto found = texts.find(format); found != texts.end()) {
            for (const QByteArray &chunk : found->second)
                all += chunk;
        }
        return all;
    }

private:
    bool put(ChunkFormat format, quint32 count, const QByteArray &bytes) override
    {
        if (format != ChunkFormat::Rows) {
            texts[format].push_back(bytes);
            onNews();
            return !stop.stop_requested();
        }
        const auto read = readRows(bytes).value();
        Q_ASSERT(read.size() == count);
        for (const QCborArray &row : read)
            rows.push_back(rowToJson(*Catalogue::instance().find(order.invocation.verb), row));
        cells.insert(cells.end(), read.begin(), read.end());
        chunkRows.push_back(count);
        chunks.push_back(bytes);
        onNews();
        return !stop.stop_requested();
    }
    void showProgress(const Progress &told) override
    {
        progressTold = told.done;
        progress.push_back(told);
        onNews();
    }
    Result<QString> askTicket(const AnyMessage &) override { return ticket(); }
    const AgentSurroundings &surroundings() const override { return around; }
    bool isShuttingDown() const override { return shuttingDown; }
};

/// All that a column holds.
inline QSet<QString> column(const CommandProbe &probe, const QString &id)
{
    QSet<QString> values;
    for (const QJsonObject &row : probe.rows)
        values.insert(row.value(id).toString());
    return values;
}

/// The first row with a value in a column; empty: none.
inline QJsonObject rowWhere(const CommandProbe &probe, const QString &id, const QJsonValue &value)
{
    const auto found = std::ranges::find_if(probe.rows, [&](const QJsonObject &row) { return row.value(id) == value; });
    return found == probe.rows.end() ? QJsonObject() : *found;
}

/// What another program says: the lines of its standard output.
inline QList<QByteArray> linesOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace Sonde::Agent
