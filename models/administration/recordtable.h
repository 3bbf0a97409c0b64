// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace Sonde::Client {

/// A list that the service sends whole, in its order. What is still there keeps its row in views, and so the selection: only what differs is
/// announced. Its texts are made by who shows it.
template<typename Record>
class RecordTable final : public QAbstractTableModel
{
    Q_DISABLE_COPY_MOVE(RecordTable)

public:
    /// What a record is known by; of two with the same key only the first is shown.
    using Key = std::function<QString(const Record &)>;

    RecordTable(int columns, Key key, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(columns)
        , m_key(std::move(key))
    {
    }

    void assign(const std::vector<Record> &records)
    {
        std::vector<Record> wanted;
        for (const Record &record : records) {
            if (!indexIn(wanted, m_key(record), 0))
                wanted.push_back(record);
        }
        removeOthers(wanted);
        for (size_t row = 0; row < wanted.size(); ++row)
            place(row, wanted.at(row));
    }

    /// nullptr when there is no such row; valid until the next assign().
    [[nodiscard]] const Record *record(int row) const
    {
        return row >= 0 && row < rowCount() ? &m_records.at(size_t(row)) : nullptr;
    }
    [[nodiscard]] const std::vector<Record> &records() const { return m_records; }
    [[nodiscard]] const Record *find(const QString &key) const { return record(rowOf(key)); }
    /// -1 when there is none.
    [[nodiscard]] int rowOf(const QString &key) const
    {
        const auto at = indexIn(m_records, key, 0);
        return at ? int(*at) : -1;
    }
    [[nodiscard]] QString keyOf(const Record &record) const { return m_key(record); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_records.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex &, int) const override { return {}; }

private:
    [[nodiscard]] std::optional<size_t> indexIn(
        const std::vector<Record> &records, const QString &key, size_t from) const
    {
        for (size_t at = from; at < records.size(); ++at) {
            if (m_key(records.at(at)) == key)
                return at;
        }
        return {};
    }

    void removeOthers(const std::vector<Record> &wanted)
    {
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (indexIn(wanted, m_key(m_records.at(size_t(row))), 0))
                continue;
            beginRemoveRows({}, row, row);
            m_records.erase(m_records.begin() + row);
            endRemoveRows();
        }
    }

    /// All rows before it are as they should be.
    void place(size_t row, const Record &wanted)
    {
        const auto at = indexIn(m_records, m_key(wanted), row);
        if (!at) {
            beginInsertRows({}, int(row), int(row));
            m_records.insert(m_records.begin() + qsizetype(row), wanted);
            endInsertRows();
            return;
        }
        if (*at != row) {
            beginMoveRows({}, int(*at), int(*at), {}, int(row));
            std::rotate(m_records.begin() + qsizetype(row), m_records.begin() + qsizetype(*at),
                m_records.begin() + qsizetype(*at) + 1);
            endMoveRows();
        }
        if (m_records.at(row) == wanted)
            return;
        m_records.at(row) = wanted;
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), m_columns - 1));
    }

    int m_columns;
    Key m_key;
    std::vector<Record> m_records;
};

} // namespace Sonde::Client
