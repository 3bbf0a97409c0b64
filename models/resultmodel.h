// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resultexport.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <QTimer>

namespace Sonde {

/// The rows a command printed, as a table: main columns, or all. Rows come in batches; sorting a large result happens on the thread
/// pool while the table stays usable.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultModel)

public:
    enum Role {
        CellRole = Qt::UserRole, ///< QCborValue as the device sent it
        ValueTypeRole,           ///< int(ValueType) of the column
        ColumnIdRole,            ///< QString, also in headerData
        PlainTextRole,           ///< plainText() of the cell
        CommandTextRole,         ///< commandLineText() of the cell
    };

    /// `command` is the catalogue's and outlives the model.
    explicit ResultModel(const CommandSpec &command, QObject *parent = nullptr);

    [[nodiscard]] const CommandSpec &command() const { return m_command; }
    [[nodiscard]] const ColumnSpec &column(int column) const;
    void setAllColumns(bool all);
    [[nodiscard]] bool allColumns() const { return m_allColumns; }
    void setLocale(const QLocale &locale);

    void appendRows(ResultRows rows);
    /// In the order shown.
    [[nodiscard]] const QCborArray &row(int row) const;
    /// Copies the rows shown at `rows`; all of them when empty.
    [[nodiscard]] ResultRows rowsAt(const QList<int> &rows = {}) const;

    /// Column -1: the device's own order.
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] bool isSorting() const { return m_sorting; }

    /// Empty `rows` means all.
    [[nodiscard]] QJsonValue toJson(const QList<int> &rows = {}) const;
    [[nodiscard]] QString toCsv(const QList<int> &rows = {}, bool allColumns = false) const;
    [[nodiscard]] QString toText(const QList<int> &rows = {}) const;
    /// The next cell whose shown text contains `text` (letter case ignored) after the given one, going round once.
    [[nodiscard]] QModelIndex findNext(const QString &text, int fromRow = -1, int fromColumn = -1) const;
    [[nodiscard]] QModelIndex findPrevious(const QString &text, int fromRow, int fromColumn) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void sorting(bool busy);

private:
    [[nodiscard]] QModelIndex find(const QString &text, qsizetype start, qsizetype step) const;
    void startSort();
    void applyOrder(std::vector<int> order);

    const CommandSpec &m_command;
    QList<int> m_columns; ///< shown, as indexes into m_command.columns
    bool m_allColumns = false;
    QLocale m_locale;
    ResultRows m_rows;
    std::vector<int> m_order; ///< shown row → index into m_rows
    int m_sortColumn = -1;    ///< index into m_command.columns
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_sorting = false;
    bool m_sortStale = false; ///< rows came or the wish changed while sorting
    QTimer m_resort;          ///< rows that come in quick succession are sorted once
};

} // namespace Sonde
