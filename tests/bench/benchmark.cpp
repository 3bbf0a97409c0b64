// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

/// Four significant digits: the figures are not better than that.
double rounded(double value)
{
    if (value == 0)
        return 0;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(rounded(*value)) : QJsonValue();
}

QString budgetText(const Measurement &measurement)
{
    QStringList parts;
    if (measurement.budget.most)
        parts.append(u"at most %1 %2"_s.arg(*measurement.budget.most).arg(measurement.unit));
    if (measurement.budget.mostRatio)
        parts.append(u"at most %1 of the reference"_s.arg(rounded(*measurement.budget.mostRatio)));
    return parts.join(u", "_s);
}

} // namespace

std::optional<double> Measurement::ratio() const
{
    if (!referenceValue || *referenceValue == 0)
        return {};
    return value / *referenceValue;
}

std::optional<bool> Measurement::holds() const
{
    if (budget.most && value > *budget.most)
        return false;
    if (budget.mostRatio)
        return ratio() ? std::optional(*ratio() <= *budget.mostRatio) : std::nullopt;
    return budget.most ? std::optional(true) : std::nullopt;
}

QJsonObject toJson(const Measurement &measurement)
{
    const QString budget = budgetText(measurement);
    const auto holds = measurement.holds();
    return {
        {u"name"_s, measurement.name},
        {u"value"_s, rounded(measurement.value)},
        {u"unit"_s, measurement.unit},
        {u"reference"_s, measurement.reference.isEmpty() ? QJsonValue() : QJsonValue(measurement.reference)},
        {u"reference_value"_s, orNull(measurement.referenceValue)},
        {u"ratio"_s, orNull(measurement.ratio())},
        {u"budget"_s, budget.isEmpty() ? QJsonValue() : QJsonValue(budget)},
        {u"holds"_s, holds ? QJsonValue(*holds) : QJsonValue()},
    };
}

} // namespace Sonde::Client::Bench
