// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QJsonObject>
#include <optional>
#include <vector>

namespace Sonde::Client::Bench {

/// What a figure may be at most: by itself, as a share of its reference, or both.
struct Budget {
    std::optional<double> most = {};
    std::optional<double> mostRatio = {};
    /// What it is a budget of is kept for its speed alone: when it is missed, the benchmark fails.
    bool must = false;
};

/// One figure, smaller is better. A reference that could not be run has no value, and its text says why.
struct Measurement {
    QString name;
    double value = 0;
    QString unit;
    Budget budget = {};
    QString reference = {};
    std::optional<double> referenceValue = {};

    [[nodiscard]] std::optional<double> ratio() const;
    /// Nothing when there is no budget, or not what is needed to judge it.
    [[nodiscard]] std::optional<bool> holds() const;
    [[nodiscard]] bool isFailure() const { return budget.must && holds() == false; }
};
using Measurements = std::vector<Measurement>;

[[nodiscard]] QJsonObject toJson(const Measurement &measurement);

/// What main.cpp says of each; it fails when there is nothing to report.
[[nodiscard]] Result<Measurements> roundtrip();
[[nodiscard]] Result<Measurements> idleagents();
[[nodiscard]] Result<Measurements> inventory();
[[nodiscard]] Result<Measurements> console();
[[nodiscard]] Result<Measurements> resulttable();
[[nodiscard]] Result<Measurements> outputrows();
[[nodiscard]] Result<Measurements> typing();
[[nodiscard]] Result<Measurements> startup();
[[nodiscard]] Result<Measurements> idle();
[[nodiscard]] Result<Measurements> evidence();
[[nodiscard]] Result<Measurements> examining();
[[nodiscard]] Result<Measurements> collecting();
[[nodiscard]] Result<Measurements> findfile();
[[nodiscard]] Result<Measurements> fileinfo();
[[nodiscard]] Result<Measurements> download();
[[nodiscard]] Result<Measurements> transfers();
[[nodiscard]] Result<Measurements> codec();
[[nodiscard]] Result<Measurements> eventloop();
[[nodiscard]] Result<Measurements> zipwriter();
[[nodiscard]] Result<Measurements> casefile();
[[nodiscard]] Result<Measurements> activity();

} // namespace Sonde::Client::Bench
