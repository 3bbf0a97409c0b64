// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/governance/approvallistmodel.h"

#include "models/text/visibletext.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

ApprovalListModel::ApprovalListModel(const ApprovalsController &approvals, const DeviceModel &devices, QObject *parent)
    : QAbstractListModel(parent)
    , m_approvals(approvals)
    , m_devices(devices)
{
    connect(&approvals, &ApprovalsController::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int ApprovalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_approvals.all().size());
}

QVariant ApprovalListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const ApprovalRecord &record = m_approvals.all().at(size_t(index.row())).record;
    return u"%1 · %2 · %3"_s.arg(visible(record.analyst), deviceName(record.device), visible(record.line));
}

CommandId ApprovalListModel::command(int row) const
{
    return row >= 0 && row < rowCount() ? m_approvals.all().at(size_t(row)).record.command : CommandId();
}

int ApprovalListModel::rowOf(CommandId command) const
{
    const auto found = std::ranges::find_if(m_approvals.all(),
        [command](const ApprovalsController::Waiting &one) { return one.record.command == command; });
    return found == m_approvals.all().end() ? -1 : int(found - m_approvals.all().begin());
}

QString ApprovalListModel::deviceName(const DeviceId &device) const
{
    const DeviceRecord *known = m_devices.device(device);
    return visible(known ? known->facts.name : device.value());
}

} // namespace Sonde::Client

#include "moc_approvallistmodel.cpp"
