// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acts/knownprocess.h"

#include "protocol/acts/knownas.h"

#include <QCborArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qint64 NanosecondsPerMillisecond = 1'000'000;

void take(QString &known, const QCborValue &value)
{
    if (!value.toString().isEmpty())
        known = value.toString();
}

void addProcess(QMap<qint64, KnownProcess> &processes, const QCborMap &facts)
{
    const qint64 pid = facts.value(u"pid"_s).toInteger();
    if (pid <= 0)
        return;
    KnownProcess &process = processes[pid];
    process.pid = pid;
    take(process.name, facts.value(u"name"_s));
    take(process.user, facts.value(u"user_name"_s));
    take(process.image, facts.value(u"image_path"_s));
    if (const QCborValue created = facts.value(u"creation_time"_s); created.isInteger())
        process.started =
            QDateTime::fromMSecsSinceEpoch(created.toInteger() / NanosecondsPerMillisecond, QTimeZone::UTC);
}

} // namespace

QMap<qint64, KnownProcess> processesIn(const std::vector<ShownStep> &steps)
{
    QMap<qint64, KnownProcess> processes;
    for (const ShownStep &step : steps) {
        for (const QCborMap &facts : {step.identity, step.outcome}) {
            for (const QString &list : {u"processes"_s, QString(KnownAs)}) {
                const QCborArray all = facts.value(list).toArray();
                for (const QCborValue one : all)
                    addProcess(processes, one.toMap());
            }
        }
    }
    return processes;
}

std::optional<quint64> actUndoneBy(const ShownAct &act)
{
    for (const ShownStep &step : act.steps) {
        if (const QCborValue number = step.identity.value(OfAct); number.isInteger())
            return quint64(number.toInteger());
    }
    return {};
}

} // namespace Sonde::Client
