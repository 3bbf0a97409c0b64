// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicetextmodel.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QDateTime>
#include <QLocale>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

DeviceTextModel::DeviceTextModel(DeviceModel &devices, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_devices(devices)
{
    setSourceModel(&devices);
}

QVariant DeviceTextModel::data(const QModelIndex &index, int role) const
{
    if (role == DeviceModel::OnlineRole) {
        const DeviceRecord *known = m_devices.device(index.row());
        return known && known->online && !m_asOf && !known->silentSince;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    const DeviceRecord *device = m_devices.device(index.row());
    if (!device)
        return {};
    const auto column = DeviceModel::Column(index.column());
    if (role == Qt::ToolTipRole && column == DeviceModel::LastSeen)
        return plainToolTip(Words::timeDetails(device->lastSeen, TimeText(device->facts)));
    if (role == Qt::ToolTipRole && column == DeviceModel::Session && device->session.isValid())
        return plainToolTip(
            visible(device->holder) + u'\n' + Words::timeDetails(device->heldSince, TimeText(device->facts)));
    const QString words = text(*device, column);
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

QVariant DeviceTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return columnTitle(DeviceModel::Column(section));
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    return QIdentityProxyModel::headerData(section, orientation, role);
}

void DeviceTextModel::sort(int column, Qt::SortOrder order)
{
    m_devices.sort(column, order);
}

void DeviceTextModel::setAsOf(const std::optional<QDateTime> &lost)
{
    m_asOf = lost;
    refresh();
}

void DeviceTextModel::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString DeviceTextModel::text(const DeviceRecord &device, DeviceModel::Column column) const
{
    switch (column) {
    case DeviceModel::Name: return visible(device.facts.name);
    case DeviceModel::Os: return visible(device.facts.osName);
    case DeviceModel::Group: return visible(Words::groupText(device.group));
    case DeviceModel::State: {
        const QString online = presenceText(device, m_asOf);
        const IsolationState isolation = device.facts.isolation.value_or(IsolationFacts()).state;
        if (isolation == IsolationState::Released)
            return online;
        //: the state of a device: “isolated” and “online”. In a narrow column the first is what must be seen.
        return tr("%1 · %2").arg(Words::isolationStateText(isolation), online);
    }
    case DeviceModel::LastSeen: {
        const QDateTime heard = lastHeard(device, m_asOf);
        return heard.isValid() || !device.online ? ageText(heard, QDateTime::currentDateTimeUtc()) : recentText();
    }
    case DeviceModel::AutomationLevel: return automationText(device.automationLevel);
    case DeviceModel::AgentVersion: return visible(device.facts.agentVersion);
    case DeviceModel::Tags: return visible(Words::listText(device.tags));
    case DeviceModel::Session:
        if (!device.session.isValid())
            return u"—"_s;
        //: who holds a session on a device, and for how long
        return tr("%1 · %2").arg(visible(device.holder), ageText(device.heldSince, QDateTime::currentDateTimeUtc()));
    case DeviceModel::ColumnCount: break;
    }
    return {};
}

QString DeviceTextModel::columnTitle(DeviceModel::Column column)
{
    switch (column) {
    //: column of the devices table
    case DeviceModel::Name: return tr("Name");
    //: column of the devices table: operating system
    case DeviceModel::Os: return tr("OS");
    //: column of the devices table: device group
    case DeviceModel::Group: return tr("Group");
    //: column of the devices table: online or offline
    case DeviceModel::State: return tr("State");
    case DeviceModel::LastSeen: return tr("Last seen");
    case DeviceModel::AutomationLevel: return tr("Automation level");
    case DeviceModel::AgentVersion: return tr("Agent version");
    case DeviceModel::Tags: return tr("Tags");
    //: column of the devices table: who holds a session
    case DeviceModel::Session: return tr("Session");
    case DeviceModel::ColumnCount: break;
    }
    return {};
}

QString DeviceTextModel::automationText(const QString &level)
{
    return visible(Words::remediationLevelText(level));
}

/// Signs of life come three times a minute, and who misses one is silent.
QString DeviceTextModel::recentText()
{
    //: when a device was seen that is online: less than a minute ago
    return tr("< 1 min");
}

QString DeviceTextModel::presenceText(const DeviceRecord &device, const std::optional<QDateTime> &asOf)
{
    if (device.online && asOf)
        return unknownText();
    return device.online && device.silentSince ? Words::silenceText(*device.silentSince) : stateText(device.online);
}

QDateTime DeviceTextModel::lastHeard(const DeviceRecord &device, const std::optional<QDateTime> &asOf)
{
    if (!device.online)
        return device.lastSeen;
    return device.silentSince ? *device.silentSince : asOf.value_or(QDateTime());
}

QString DeviceTextModel::stateText(bool online)
{
    return online ? tr("online") : tr("offline");
}

QString DeviceTextModel::unknownText()
{
    //: State of a device: there is no connection to the service, which would know
    return tr("unknown");
}

QString DeviceTextModel::ageText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return u"—"_s;
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes < 1) // it may be offline: it is not there now
        return tr("under 1 min", "ago, short");
    if (minutes < 60)
        return tr("%Ln min", "minutes ago, short", int(minutes));
    if (minutes < 24 * 60)
        return tr("%Ln h", "hours ago, short", int(minutes / 60));
    return tr("%Ln day(s)", "days ago", int(minutes / (24 * 60)));
}

} // namespace Sonde::Client

#include "moc_devicetextmodel.cpp"
