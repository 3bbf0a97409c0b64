// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/deliveries.h"

#include <QAbstractTableModel>

namespace Sonde::Client {

/// Every command of a session, as a table; cls clears nothing here.
class CommandLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandLogModel)

public:
    enum Column { Id, Accepted, CommandLine, Duration, Status, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        CommandIdRole = Qt::UserRole, ///< quint64
        RecordRole,                   ///< const CommandRecord *, the store's
        SortKeyRole,
        ArrivalRole, ///< Arrival
    };

    /// Shows `records` from now on; they outlive the model.
    explicit CommandLogModel(const CommandRecords &records, QObject *parent = nullptr);

    /// What becomes of the evidence of their commands; outlives the model.
    void setDeliveries(const Deliveries &deliveries);
    /// Only commands whose line or id contains `text`.
    void setFilter(const QString &text);

    [[nodiscard]] const CommandRecord *record(int row) const;
    [[nodiscard]] int rowOf(CommandId id) const;
    /// Of the evidence of the command in this row.
    [[nodiscard]] Arrival arrival(int row) const;
    /// Who typed it, where that is not the session's analyst.
    [[nodiscard]] QString otherTypist(const CommandRecord &record) const
    {
        return Sonde::otherTypist(m_records.session(), record);
    }
    [[nodiscard]] int totalCount() const { return int(m_records.commands().size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Duration is empty until the command ended; Status shows the state's wire name, words are made in ui/words from RecordRole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void update(CommandId command);
    void fill();
    [[nodiscard]] bool accepts(const CommandRecord &record) const;

    const CommandRecords &m_records;
    const Deliveries *m_deliveries = nullptr;
    std::vector<CommandId> m_view; ///< those accepted, in order
    QString m_filter;
};

/// How long a command took or has been running at `now`.
[[nodiscard]] std::chrono::microseconds commandDuration(const CommandRecord &record, const QDateTime &now);

} // namespace Sonde::Client
