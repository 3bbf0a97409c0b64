// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/actthings.h"

#include "models/acts/actlistmodel.h"
#include "protocol/base/codec.h"
#include "protocol/command/grammar.h"
#include "protocol/time/timetext.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString ActThings::nameOf(const KnownProcess &process)
{
    const QString pid = QString::number(process.pid);
    //: a process: %1 its name, %2 its number
    return process.name.isEmpty() ? pid : tr("%1 (%2)", "process").arg(process.name, pid);
}

QString ActThings::detailsOf(const KnownProcess &process, const TimeText &times)
{
    QStringList parts{process.image, process.user};
    if (process.started.isValid())
        //: of a process: when it was started
        parts += tr("since %1").arg(times.withZone(process.started));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ActThings::thingText(EntityType type, const QString &id)
{
    //: what is remediated, and what kind of thing that is: "/tmp/x (file)"
    return tr("%1 (%2)", "thing").arg(id, Words::entityText(type));
}

QStringList ActThings::thingsOf(const ShownAct &act)
{
    const auto processes = processesIn(act.steps);
    const auto text = [&processes](EntityType type, const QString &id) {
        const QString name = type == EntityType::Process ? processes.value(id.toLongLong()).name : QString();
        //: what is remediated: %1 the name of a process, %2 its number
        return name.isEmpty() ? thingText(type, id) : tr("%1 (process %2)").arg(name, id);
    };
    if (act.type == EntityType::Network)
        return {};
    if (act.type != EntityType::Several)
        return {text(act.type, act.id)};
    QStringList things;
    const QList<Token> words = tokenize(act.id);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        if (const auto type = Codec::fromWireName<EntityType>(words[i].text))
            things += text(*type, words[i + 1].text);
    }
    return things;
}

QString ActThings::whenAndWho(const ActSummary &act, const TimeText &times)
{
    //: %1 a date and time, %2 a user, %3 the number of an act
    return tr("%1 by %2 (act %3)").arg(times.withZone(act.time), act.analyst, QString::number(act.act));
}

const ActSummary *ActThings::find(const ActListModel &acts, const DeviceId &device, quint64 number)
{
    for (int row = acts.rowCount() - 1; row >= 0; --row) {
        const ActSummary *act = acts.act(row);
        if (act->device == device && act->act == number)
            return act;
    }
    return nullptr;
}

} // namespace Sonde::Client
