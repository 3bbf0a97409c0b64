// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <QAbstractTableModel>
#include <vector>

namespace Sonde::Client {

/// The downloads of all sessions, in the order in which they get their turn.
class DownloadModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadModel)

public:
    enum Column { Name, Device, Progress, Speed, TimeLeft, State, Hash, KeptAs, Asked, CommandLine, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        CommandIdRole = Qt::UserRole, ///< quint64
        DownloadRole,                 ///< const Download *, valid until the model changes
    };

    /// Of all that is not over.
    struct Totals {
        int pending = 0; ///< under way or waiting for its turn
        int asking = 0;
        int finished = 0;
        qint64 done = 0;
        std::optional<qint64> size = 0; ///< none: of one of them nobody knows it yet
        qint64 speed = 0;

        /// 0…1; nothing when it is not known.
        [[nodiscard]] std::optional<double> progress() const;

        bool operator==(const Totals &) const = default;
    };

    explicit DownloadModel(QObject *parent = nullptr);

    [[nodiscard]] const Download *at(int row) const;
    [[nodiscard]] const Download *find(CommandId command) const { return at(rowOf(command)); }
    /// -1 when there is none.
    [[nodiscard]] int rowOf(CommandId command) const;
    [[nodiscard]] const std::vector<Download> &downloads() const { return m_downloads; }
    [[nodiscard]] Totals totals() const;

    // ---- for the manager
    void reset(std::vector<Download> downloads);
    void append(Download download);
    void change(CommandId command, const std::function<void(Download &)> &what);
    void remove(CommandId command);
    /// By so many rows, as far as it goes.
    void move(CommandId command, int by);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Plain facts; words are made in the panel from DownloadRole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Rows came, went or changed.
    void changed();

private:
    std::vector<Download> m_downloads;
};

} // namespace Sonde::Client
