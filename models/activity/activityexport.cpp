// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activityexport.h"

#include "models/result/resultexport.h"
#include "protocol/base/codec.h"
#include "protocol/time/timetext.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

const CommandSpec &activitySpec()
{
    static const CommandSpec spec{.verb = u"activity"_s,
        .needs = {Scope::Self, {}},
        .columns = {{u"entry"_s, ValueType::Integer}, {u"time"_s, ValueType::Time}, {u"user"_s}, {u"kind"_s},
            {u"what"_s}, {u"outcome"_s}, {u"device"_s}, {u"device_id"_s}, {u"session_id"_s, ValueType::Integer},
            {u"command_id"_s, ValueType::CommandNumber}, {u"found"_s}}};
    return spec;
}

/// Of what there may be none.
QCborValue numberOrNothing(quint64 number)
{
    return number ? QCborValue(qint64(number)) : QCborValue(nullptr);
}

} // namespace

QString activityCsv(const std::vector<ActivityRecord> &records, const DeviceNames &deviceName, bool titled)
{
    ResultRows rows;
    for (const ActivityRecord &record : records)
        rows.push_back({qint64(record.number), TimeText::iso(record.time), record.actor, record.kind, record.what,
            Codec::wireName(record.outcome), record.device.isValid() ? deviceName(record.device) : QString(),
            record.device.value(), numberOrNothing(record.session.value()), numberOrNothing(record.command.value()),
            record.hit ? record.hit->text : QString()});
    const QString csv = rowsToCsv(activitySpec(), rows, true);
    return titled ? csv : csv.sliced(csv.indexOf(u'\n') + 1);
}

QJsonObject activityJson(const ActivityRecord &record, const DeviceNames &deviceName)
{
    QJsonObject object{{u"entry"_s, qint64(record.number)}, {u"time"_s, TimeText::iso(record.time)},
        {u"user"_s, record.actor}, {u"kind"_s, record.kind}, {u"what"_s, record.what},
        {u"outcome"_s, Codec::wireName(record.outcome)}};
    if (record.device.isValid()) {
        object.insert("device"_L1, deviceName(record.device));
        object.insert("device_id"_L1, record.device.value());
    }
    if (record.session.isValid())
        object.insert("session"_L1, qint64(record.session.value()));
    if (record.command.isValid())
        object.insert("command"_L1, qint64(record.command.value()));
    if (record.hit)
        object.insert("found"_L1,
            QJsonObject{{u"chunk"_s, qint64(record.hit->chunk)}, {u"line"_s, qint64(record.hit->line)},
                {u"text"_s, record.hit->text}});
    return object;
}

} // namespace Sonde::Client
