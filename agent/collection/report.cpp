// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/report.h"

#include <QCborArray>
#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr size_t ProblemsShown = 8;

QString stateText(PointState state)
{
    switch (state) {
    case PointState::Complete: return u"complete"_s;
    case PointState::Partial: return u"partial"_s;
    case PointState::Failed: return u"failed"_s;
    case PointState::Absent: return u"absent"_s;
    case PointState::Skipped: return u"skipped"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QJsonObject detailsOf(const DataPoint &point)
{
    QJsonObject details = point.details;
    QJsonArray problems;
    for (const Error &error : point.first)
        problems.append(errorToJson(error));
    if (!problems.isEmpty())
        details.insert(u"problems"_s, problems);
    return details;
}

} // namespace

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json = QCborValue(error.facts.wire()).toMap().toJsonObject();
    json.insert(u"code"_s, QString::fromUtf8(QMetaEnum::fromType<ErrorCode>().valueToKey(int(error.code))));
    json.insert(u"subject"_s, error.subject);
    json.insert(u"reason"_s, error.reason);
    return json;
}

void Report::addQuietProblem(DataPoint &point, const Error &error)
{
    QJsonObject line = errorToJson(error);
    line.insert(u"time"_s, now());
    line.insert(u"area"_s, point.area);
    line.insert(u"data_point"_s, point.name);
    m_errors.append(QJsonDocument(line).toJson(QJsonDocument::Compact));
    m_errors.append("\n");
    if (point.first.size() < ProblemsShown)
        point.first.push_back(error);
    ++point.problems;
    ++m_problems;
    if (point.state == PointState::Complete)
        point.state = PointState::Partial;
}

void Report::addProblem(DataPoint &point, const Error &error)
{
    addQuietProblem(point, error);
    m_context.addError(error);
}

void Report::addBudgetProblem(DataPoint &point, const Error &error)
{
    if (std::exchange(m_isCut, true))
        addQuietProblem(point, error);
    else
        addProblem(point, error);
}

void Report::log(const QString &line)
{
    m_log.append(u"%1 %2\n"_s.arg(now(), line).toUtf8());
}

Result<void> Report::finish(DataPoint &point)
{
    const auto took = point.clock.durationElapsed();
    const double seconds = std::chrono::duration<double>(took).count();
    const QJsonObject details = detailsOf(point);
    QJsonObject line{{u"area"_s, point.area}, {u"data_point"_s, point.name}, {u"state"_s, stateText(point.state)},
        {u"files"_s, point.files}, {u"size"_s, point.bytes},
        {u"duration_ms"_s, qint64(std::chrono::duration_cast<std::chrono::milliseconds>(took).count())},
        {u"problems"_s, point.problems}, {u"path"_s, point.path}};
    if (!details.isEmpty())
        line.insert(u"details"_s, details);
    m_points.append(line);
    log(u"%1 %2 %3: %4 file(s), %5 bytes, %6 problem(s), %7 s"_s.arg(stateText(point.state), point.area, point.name)
            .arg(point.files)
            .arg(point.bytes)
            .arg(point.problems)
            .arg(seconds, 0, 'f', 3));
    if (point.state == PointState::Absent)
        return m_context.mayGoOn() ? Result<void>() : fail(ErrorCode::Cancelled);
    const bool goOn = m_context.addRow<Verbs::Collect>(cell<"area">(point.area), cell<"data_point">(point.name),
        cell<"state">(stateText(point.state)), cell<"files">(point.files), cell<"size">(point.bytes),
        cell<"duration">(seconds), cell<"problems">(point.problems), cell<"path">(textCell(point.path)),
        cell<"sha256">(QCborValue(nullptr)),
        cell<"details">(details.isEmpty() ? QCborValue(nullptr) : QCborValue(QCborMap::fromJsonObject(details))));
    return goOn ? Result<void>() : fail(ErrorCode::Cancelled);
}

Result<void> Report::addTo(Package &package, const QJsonObject &about)
{
    QJsonObject summary = about;
    summary.insert(u"problems"_s, m_problems);
    summary.insert(u"data_points"_s, m_points);
    log(u"ends with %1 problem(s)"_s.arg(m_problems));
    Spool lines;
    for (const QJsonValue &point : std::as_const(m_points)) {
        lines.append(QJsonDocument(point.toObject()).toJson(QJsonDocument::Compact));
        lines.append("\n");
    }
    return package.add("errors.jsonl", m_errors)
        .and_then([&] { return package.add("summary.json", QJsonDocument(summary).toJson()); })
        .and_then([&] { return package.add("summary.jsonl", lines); })
        .and_then([&] { return package.add("uac.log", m_log); });
}

} // namespace Sonde::Agent
