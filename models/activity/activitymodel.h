// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/activity.h"

#include <QAbstractTableModel>
#include <unordered_set>

namespace Sonde::Client {

/// What was done in the tenant, newest first, as far as somebody has scrolled: the rest is asked for when it comes into view.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)

public:
    enum Column { When, By, Device, What, Outcome, Found, ColumnCount };
    Q_ENUM(Column)

    explicit ActivityModel(QObject *parent = nullptr);

    void clear();
    /// Those that are not here yet: a command may be told on two pages. `complete`: there is nothing further back.
    void append(const std::vector<ActivityRecord> &records, bool complete);
    /// nullptr when there is no such row; valid until the model changes.
    [[nodiscard]] const ActivityRecord *record(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The end of what is here has come into view.
    void moreWanted();

private:
    std::vector<ActivityRecord> m_records;
    std::unordered_set<quint64> m_numbers;
    bool m_complete = true;
};

} // namespace Sonde::Client
