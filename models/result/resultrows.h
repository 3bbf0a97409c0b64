// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/columnindex.h"

#include <memory>

namespace Sonde::Client {

/// Rows that came together and never change again, with an index of each column that somebody asked for.
class ResultBatch final
{
    Q_DISABLE_COPY_MOVE(ResultBatch)

public:
    ResultBatch(const CommandSpec &command, ResultRows rows);
    ~ResultBatch();

    [[nodiscard]] const ResultRows &rows() const { return m_rows; }
    /// Made by whoever asks first, on his thread; the others wait for it.
    [[nodiscard]] const ColumnIndex &index(int column) const;

private:
    struct Slot;

    const CommandSpec &m_command;
    ResultRows m_rows;
    std::unique_ptr<Slot[]> m_slots;
};

/// All rows of a result at one moment: cheap to copy and to hand to another thread.
class ResultSnapshot final
{
public:
    /// `command` is the catalogue's and outlives the snapshot.
    explicit ResultSnapshot(const CommandSpec &command, ResultRows rows = {});

    void append(ResultRows rows);
    /// Gives all rows one column more than the command has (extraColumn()).
    void setExtra(std::shared_ptr<const ColumnIndex> index) { m_extra = std::move(index); }

    [[nodiscard]] const CommandSpec &command() const { return *m_command; }
    [[nodiscard]] int extraColumn() const { return int(m_command->columns.size()); }
    [[nodiscard]] int rowCount() const { return m_count; }
    [[nodiscard]] const QCborArray &row(int row) const;
    [[nodiscard]] QCborValue cell(int row, int column) const { return this->row(row).at(column); }
    /// Copies; they share their cells with the snapshot.
    [[nodiscard]] ResultRows rows() const;

    /// One column's index, part after part; `first` is the row each begins with.
    struct IndexPart {
        int first = 0;
        const ColumnIndex *index = nullptr;
    };
    /// Makes what is missing of the index, all parts at once. The parts are valid as long as a copy of this snapshot is.
    [[nodiscard]] std::vector<IndexPart> index(int column) const;

private:
    struct Part {
        int first = 0;
        std::shared_ptr<const ResultBatch> batch;
    };

    const CommandSpec *m_command;
    std::vector<Part> m_parts;
    std::shared_ptr<const ColumnIndex> m_extra;
    int m_count = 0;
};

} // namespace Sonde::Client
