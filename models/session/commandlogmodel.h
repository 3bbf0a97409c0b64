// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QAbstractTableModel>

namespace Sonde::Client {

/// Every command of a session as the journal has it; cls clears nothing here.
class CommandLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandLogModel)

public:
    enum Column { Id, CommandLine, Duration, Status, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        CommandIdRole = Qt::UserRole, ///< quint64
        RecordRole,                   ///< const CommandRecord *, valid until the next update
        SortKeyRole,
    };

    explicit CommandLogModel(QObject *parent = nullptr);

    /// Adds a command or replaces what is known of it.
    void update(const CommandRecord &record);
    /// Only commands whose line or id contains `text`.
    void setFilter(const QString &text);

    [[nodiscard]] const CommandRecord *record(int row) const;
    [[nodiscard]] const CommandRecord *record(CommandId id) const;
    [[nodiscard]] int rowOf(CommandId id) const;
    [[nodiscard]] int totalCount() const { return int(m_records.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Duration is empty until the command ended; Status shows the state's wire name, words are made in ui/words from RecordRole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool accepts(const CommandRecord &record) const;

    QMap<CommandId, CommandRecord> m_records;
    std::vector<CommandId> m_view;
    QString m_filter;
};

/// How long a command took or has been running at `now`.
[[nodiscard]] std::chrono::microseconds commandDuration(const CommandRecord &record, const QDateTime &now);

} // namespace Sonde::Client
