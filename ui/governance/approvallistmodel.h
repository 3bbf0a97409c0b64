// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/governance/approvalscontroller.h"
#include "models/inventory/devicemodel.h"

#include <QAbstractListModel>

namespace Sonde::Client {

/// What waits for approval, a line for each: who, where, and what they typed.
class ApprovalListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApprovalListModel)

public:
    /// Both outlive it.
    ApprovalListModel(const ApprovalsController &approvals, const DeviceModel &devices, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] CommandId command(int row) const;
    /// -1 when it waits no longer.
    [[nodiscard]] int rowOf(CommandId command) const;
    /// Of a device, made visible.
    [[nodiscard]] QString deviceName(const DeviceId &device) const;

private:
    const ApprovalsController &m_approvals;
    const DeviceModel &m_devices;
};

} // namespace Sonde::Client
