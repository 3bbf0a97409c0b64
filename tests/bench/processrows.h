// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/rows.h"

#include <vector>

/// Processes that are nobody's, for benchmarks of rows.
namespace Sonde::Client::Bench {

struct ProcessRecord {
    QString name;
    qint64 pid = 0;
    qint64 parent = 0;
    QString user;
    QString status;
    QString created;
    QString commandLine;
    QString image;
    double cpuSeconds = 0;
    qint64 workingSet = 0;
    qint64 privateBytes = 0;
    qint64 session = 0;
};

[[nodiscard]] const CommandSpec &processSpec();
[[nodiscard]] std::vector<ProcessRecord> processRecords(int count);
/// Cells in the order of the catalogue's columns.
[[nodiscard]] QCborArray toRow(const ProcessRecord &record);
/// Chunks as an agent cuts them.
[[nodiscard]] std::vector<QByteArray> toChunks(const std::vector<ProcessRecord> &records);

} // namespace Sonde::Client::Bench
