// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commandlogtextmodel.h"

#include "models/session/commandlogmodel.h"
#include "models/text/visibletext.h"
#include "ui/evidence/commandlook.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/clocktext.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

CommandLogTextModel::CommandLogTextModel(CommandLogModel &log, const SessionActions &session, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_log(log)
    , m_session(session)
{
    setSourceModel(&log);
}

QVariant CommandLogTextModel::data(const QModelIndex &index, int role) const
{
    const CommandRecord *record = index.isValid() ? m_log.record(index.row()) : nullptr;
    if (!record)
        return {};
    const bool isCompletion = record->origin == LineOrigin::Completion;
    if (role == Qt::ToolTipRole && index.column() == CommandLogModel::CommandLine)
        return plainToolTip(spokenLine(*record, visible(record->line)));
    if (role == Qt::ToolTipRole && index.column() == CommandLogModel::Accepted)
        return plainToolTip(Words::timeDetails(record->accepted, m_session.times()));
    if (role == Qt::ToolTipRole && index.column() == CommandLogModel::Status)
        return plainToolTip(statusOf(*record, index.row()));
    if (role == Qt::TextAlignmentRole
        && (index.column() == CommandLogModel::Id || index.column() == CommandLogModel::Duration))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    switch (index.column()) {
    case CommandLogModel::Accepted:
        // The day is nearly always the same one; it stands in the tool tip.
        return role == Qt::AccessibleTextRole ? m_session.times().text(record->accepted)
                                              : m_session.times().text(record->accepted).section(u' ', 1);
    case CommandLogModel::Status:
        // The exit status stands in the tool tip and with the input: there is no room for it here.
        return role == Qt::AccessibleTextRole ? statusOf(*record, index.row())
                                              : CommandLook::briefText(*record, m_log.arrival(index.row()));
    case CommandLogModel::Duration:
        if (record->state == CommandState::Rejected)
            return u"—"_s;
        return isFinal(record->state)
            ? Words::durationText(record->duration)
            : clockText(duration_cast<std::chrono::seconds>(commandDuration(*record, QDateTime::currentDateTimeUtc())));
    case CommandLogModel::CommandLine:
        return role == Qt::DisplayRole ? shownLine(*record)
                                       : spokenLine(*record, isCompletion ? record->line : CommandLook::line(*record));
    default: return record->id.toString();
    }
}

/// Marked where it was asked by Tab, and where somebody typed it whose session it is not.
QString CommandLogTextModel::shownLine(const CommandRecord &record) const
{
    const QString who = visible(m_log.otherTypist(record));
    const QString line =
        record.origin == LineOrigin::Completion ? QString(u"⇥ "_s % record.line) : CommandLook::line(record);
    return who.isEmpty() ? line : QString(who % u": "_s % line);
}

QString CommandLogTextModel::spokenLine(const CommandRecord &record, const QString &line) const
{
    const QString who = visible(m_log.otherTypist(record));
    const QString said =
        record.origin == LineOrigin::Completion ? tr("Asked by Tab in the input line: %1").arg(line) : line;
    //: %1 a user, whose session it is not; %2 the line
    return who.isEmpty() ? said : tr("Typed by %1: %2").arg(who, said);
}

/// With the exit status of a script.
QString CommandLogTextModel::statusOf(const CommandRecord &record, int row) const
{
    return record.exitStatus ? Words::commandStateText(record) : CommandLook::text(record, m_log.arrival(row));
}

QVariant CommandLogTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == CommandLogModel::Id || section == CommandLogModel::Duration))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CommandLogModel::Id:
        //: Column: number of a command
        return tr("ID");
    case CommandLogModel::Accepted:
        //: Column: time of day
        return Words::timeTitle(tr("Time"), m_session.times());
    case CommandLogModel::CommandLine:
        //: Column: what was typed
        return tr("Command");
    case CommandLogModel::Duration:
        //: Column: how long a command took
        return tr("Duration");
    default:
        //: Column: what became of a command
        return tr("Status");
    }
}

void CommandLogTextModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, CommandLogModel::ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, CommandLogModel::ColumnCount - 1);
}

void CommandLogTextModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!isFinal(m_log.record(row)->state))
            Q_EMIT dataChanged(index(row, CommandLogModel::Duration), index(row, CommandLogModel::Duration));
    }
}

StateDelegate::StateDelegate(const Theme &theme, QObject *parent)
    : LookDelegate(theme, parent)
{
}

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    LookDelegate::initStyleOption(option, index);
    const auto *record = index.data(CommandLogModel::RecordRole).value<const CommandRecord *>();
    if (!record)
        return;
    const StateLook look = CommandLook::look(*record, index.data(CommandLogModel::ArrivalRole).value<Arrival>());
    option->palette.setColor(QPalette::Text, theme().color(look.color));
    option->palette.setColor(QPalette::HighlightedText, theme().color(look.color));
    option->features |= QStyleOptionViewItem::HasDecoration; // words stand under each other, with a sign or without
    option->decorationSize = {13, 13};
    if (!look.icon.isEmpty())
        option->icon = theme().icon(look.icon, look.color);
}

} // namespace Sonde::Client

#include "moc_commandlogtextmodel.cpp"
