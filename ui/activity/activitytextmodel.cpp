// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitytextmodel.h"

#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/stateglyph.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

using Is = ActivityModel::Column;

namespace {

bool isLine(const ActivityRecord &record)
{
    return record.kind.startsWith("command-"_L1);
}

QString reasonText(const QString &said)
{
    return Words::reasonText(Error{ErrorCode::Interrupted, {}, said, {}});
}

/// Whose session it was, and how it ended.
QString endOfSession(const ActivityRecord &record)
{
    SessionRecord session;
    session.createdBy = record.what.section(u": "_s, 0, 0);
    session.endedBy = session.endDetail = record.actor;
    session.endReason = Codec::fromWireName<EndReason>(record.what.section(u": "_s, 1).section(u' ', 0, 0));
    return session.endReason ? Words::listText({session.createdBy, Words::endText(session)}) : record.what;
}

/// "ada (responder, analyst)".
QString userWithRoles(const QString &what)
{
    const qsizetype at = what.indexOf(u" ("_s);
    if (at < 0 || !what.endsWith(u')'))
        return what;
    QStringList roles;
    for (const QString &role : what.sliced(at + 2).chopped(1).split(u", "_s))
        roles += Words::roleText(role);
    return u"%1 (%2)"_s.arg(what.first(at), Words::listText(roles));
}

/// "ada: responder", and perhaps why, in brackets.
QString userWithRole(const QString &what)
{
    const QString user = what.section(u": "_s, 0, 0);
    const QString rest = what.section(u": "_s, 1);
    const QString role = rest.section(u" ("_s, 0, 0);
    return u"%1: %2%3"_s.arg(user, Words::roleText(role), rest.sliced(role.size()));
}

/// With a reason that has a code in the reader's language.
QString subjectOf(const ActivityRecord &record)
{
    if (record.kind == "user-added"_L1)
        return userWithRoles(record.what);
    if (record.kind == "role-elevated"_L1 || record.kind == "elevation-ended"_L1)
        return userWithRole(record.what);
    if (record.kind == "session-disconnected"_L1)
        return endOfSession(record);
    if (record.kind == "device-offline"_L1)
        return reasonText(record.what);
    if (record.kind == "peer-refused"_L1) // where from, and why
        return QString(record.what.section(u' ', 0, 0) + u' ' + reasonText(record.what.section(u' ', 1)));
    return record.what;
}

} // namespace

ActivityTextModel::ActivityTextModel(
    ActivityModel &activity, const DeviceModel &devices, const Theme &theme, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_activity(activity)
    , m_devices(devices)
    , m_theme(theme)
{
    setSourceModel(&activity);
}

const ActivityRecord *ActivityTextModel::record(const QModelIndex &index) const
{
    return m_activity.record(index.row());
}

void ActivityTextModel::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant ActivityTextModel::data(const QModelIndex &index, int role) const
{
    const ActivityRecord *shown = record(index);
    if (!shown)
        return {};
    const auto column = Is(index.column());
    const StateLook look = outcomeLook(shown->outcome);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*shown, column);
    case Qt::ToolTipRole: return plainToolTip(toolTip(*shown, column));
    case Qt::TextAlignmentRole: return int(Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return column == Is::Outcome && !look.icon.isEmpty() ? QVariant(m_theme.icon(look.icon, look.color))
                                                             : QVariant();
    case Qt::ForegroundRole: return column == Is::Outcome ? QVariant(m_theme.color(look.color)) : QVariant();
    default: return {};
    }
}

QVariant ActivityTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return columnTitle(Is(section));
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    return QIdentityProxyModel::headerData(section, orientation, role);
}

QString ActivityTextModel::deviceName(const ActivityRecord &record) const
{
    const DeviceRecord *device = m_devices.device(record.device);
    return device ? visible(device->facts.name) : record.device.value();
}

QString ActivityTextModel::text(const ActivityRecord &record, ActivityModel::Column column) const
{
    switch (column) {
    case Is::When: return TimeText().text(record.time);
    case Is::By: return visible(record.actor);
    case Is::Device: return deviceName(record);
    case Is::What:
        // Nobody refused what was given up while it waited.
        if (record.kind == "command-accepted"_L1
            || (record.kind == "command-rejected"_L1 && record.outcome == ActivityOutcome::Cancelled))
            return visible(record.what);
        if (record.what.isEmpty() && record.command.isValid())
            //: %1 what was done, %2 the number of a command
            return tr("%1: command %2").arg(Words::activityText(record), record.command.toString());
        return record.what.isEmpty()
            ? Words::activityText(record)
            //: %1 what was done, %2 to what or why: "Device offline: the connection was closed"
            : tr("%1: %2").arg(Words::activityText(record), visible(subjectOf(record)));
    case Is::Outcome: return Words::outcomeText(record.outcome);
    case Is::Found: return record.hit ? visible(record.hit->text.simplified()) : QString();
    case Is::ColumnCount: break;
    }
    return {};
}

QString ActivityTextModel::toolTip(const ActivityRecord &record, ActivityModel::Column column) const
{
    switch (column) {
    case Is::When: return Words::timeDetails(record.time, TimeText());
    case Is::What:
        if (isLine(record))
            //: %1 a command line, %2 and %3 numbers
            return tr("%1\nCommand %2 of session %3")
                .arg(visible(record.what), record.command.toString(), record.session.toString());
        if (record.session.isValid())
            //: %1 what was done, %2 a number
            return tr("%1\nSession %2").arg(text(record, column), record.session.toString());
        return text(record, column);
    case Is::Found: return record.hit ? visible(record.hit->text) : QString();
    default: return text(record, column);
    }
}

QString ActivityTextModel::columnTitle(ActivityModel::Column column)
{
    switch (column) {
    //: column of the activity
    case Is::When: return Words::timeTitle(tr("When"), TimeText());
    //: column of the activity: who did it
    case Is::By: return tr("By");
    //: column of the activity
    case Is::Device: return tr("Device");
    //: column of the activity: what was done
    case Is::What: return tr("What");
    //: column of the activity: what became of it
    case Is::Outcome: return tr("Outcome");
    //: column of the activity: a line of output with the words that were looked for
    case Is::Found: return tr("Found in its output");
    case Is::ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_activitytextmodel.cpp"
