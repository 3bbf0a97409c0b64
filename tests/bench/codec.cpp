// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/processrows.h"
#include "tests/measuring/samples.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Records = 14'500;
constexpr int Runs = 9;

/// Structs to rows to bytes to rows.
qsizetype throughRows(const std::vector<ProcessRecord> &records)
{
    qsizetype rows = 0;
    for (const QByteArray &chunk : toChunks(records))
        rows += qsizetype(readRows(chunk).value_or(std::vector<QCborArray>()).size());
    return rows;
}

/// Structs to objects to bytes to objects.
qsizetype throughJson(const std::vector<ProcessRecord> &records)
{
    QJsonArray objects;
    for (const ProcessRecord &record : records)
        objects.append(rowToJson(processSpec(), toRow(record)));
    const QByteArray bytes = QJsonDocument(objects).toJson(QJsonDocument::Compact);
    return QJsonDocument::fromJson(bytes).array().size();
}

} // namespace

Result<Measurements> codec()
{
    const auto records = processRecords(Records);
    Samples rows;
    Samples json;
    for (int i = 0; i < Runs; ++i) {
        const Stopwatch rowWatch;
        const bool allRows = throughRows(records) == Records;
        rows.add(rowWatch.milliseconds());
        const Stopwatch jsonWatch;
        const bool allObjects = throughJson(records) == Records;
        json.add(jsonWatch.milliseconds());
        if (!allRows || !allObjects)
            return fail(ErrorCode::Internal, u"codec"_s, u"records were lost on the way"_s);
    }
    return Measurements{{u"codec.%1"_s.arg(Records), rows.median(), u"ms"_s, {}, u"QJsonDocument"_s, json.median()}};
}

} // namespace Sonde::Client::Bench
