// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/administration/recordtable.h"
#include "ui/administration/base/tabletext.h"

namespace Sonde::Client {

/// A column of a list: what it is called and says. Texts are made anew whenever they are shown.
template<typename Record>
struct RecordColumn {
    std::function<QString()> title;
    std::function<QString(const Record &)> text;
    std::function<QVariant(const Record &)> sortKey = {}; ///< none: the text
    std::function<QString(const Record &)> details = {};  ///< none: the text
    std::function<StateLook(const Record &)> look = {};   ///< none: no sign
    bool isNumber = false;
};

/// The records of a list in the analyst's words.
template<typename Record>
class RecordText final : public TableText
{
    Q_DISABLE_COPY_MOVE(RecordText)

public:
    using Columns = std::vector<RecordColumn<Record>>;

    /// Both outlive it.
    RecordText(RecordTable<Record> &records, Columns columns, const Theme &theme, QObject *parent = nullptr)
        : TableText(theme, parent)
        , m_records(records)
        , m_columns(std::move(columns))
    {
        Q_ASSERT(records.columnCount() == int(m_columns.size()));
        setSourceModel(&records);
    }

    /// nullptr when there is none; valid until the list changes.
    [[nodiscard]] const Record *record(const QModelIndex &index) const
    {
        return m_records.record(mapToSource(index).row());
    }
    /// Invalid when there is none, or the filter hides it.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const
    {
        return mapFromSource(m_records.index(m_records.rowOf(key), 0));
    }

    [[nodiscard]] bool hasLook(int column) const override { return bool(m_columns.at(size_t(column)).look); }

protected:
    [[nodiscard]] QString title(int column) const override { return m_columns.at(size_t(column)).title(); }
    [[nodiscard]] QString text(int row, int column) const override
    {
        return m_columns.at(size_t(column)).text(*m_records.record(row));
    }
    [[nodiscard]] QString details(int row, int column) const override
    {
        const auto &of = m_columns.at(size_t(column));
        return of.details ? of.details(*m_records.record(row)) : text(row, column);
    }
    [[nodiscard]] QVariant sortKey(int row, int column) const override
    {
        const auto &of = m_columns.at(size_t(column));
        return of.sortKey ? of.sortKey(*m_records.record(row)) : QVariant(text(row, column));
    }
    [[nodiscard]] std::optional<StateLook> look(int row, int column) const override
    {
        const auto &of = m_columns.at(size_t(column));
        return of.look ? std::optional(of.look(*m_records.record(row))) : std::nullopt;
    }
    [[nodiscard]] bool isNumber(int column) const override { return m_columns.at(size_t(column)).isNumber; }

private:
    RecordTable<Record> &m_records;
    Columns m_columns;
};

} // namespace Sonde::Client
