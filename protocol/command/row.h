// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/verbs.h"

#include <QCborArray>
#include <algorithm>
#include <array>

/// How a verb makes a row: by a cell for each of its columns, in any order.
///     rowOf<Verbs::Findfile>(cell<"path">(…), cell<"isDirectory">(…), cell<"size">(…), cell<"modified">(…), cell<"type">(…))
/// A misspelt column, one without its cell and one with two do not compile.
namespace Sonde {

/// The id of a column as a template's argument.
template<size_t Size>
struct ColumnName {
    // NOLINTNEXTLINE(google-explicit-constructor): so that cell<"path"> can be written
    consteval ColumnName(const char (&name)[Size]) { std::ranges::copy(name, text); }
    [[nodiscard]] constexpr std::string_view view() const { return {text, Size - 1}; }

    char text[Size];
};

template<ColumnName Name>
struct Cell {
    static constexpr std::string_view column = Name.view();
    QCborValue value;
};

template<ColumnName Name>
[[nodiscard]] Cell<Name> cell(QCborValue value)
{
    return {std::move(value)};
}

template<typename Cell, const Verb &Of> concept CellOf = std::ranges::contains(Of.columns, Cell::column, &Column::id);

template<const Verb &Of, typename... Cells>
concept EachColumnOnce = std::ranges::all_of(Of.columns,
    [](const Column &column) { return (int(Cells::column == column.id) + ... + 0) == int(!column.ofBaseline); });

/// The cells are those of a whole row of the verb.
template<const Verb &Of, typename... Cells>
concept WholeRow = (CellOf<Cells, Of> && ...) && EachColumnOnce<Of, Cells...>;

/// In the order of the catalogue.
template<const Verb &Of, typename... Cells>
    requires WholeRow<Of, Cells...>
[[nodiscard]] QCborArray rowOf(Cells... cells)
{
    constexpr auto place = [](std::string_view column) constexpr {
        return size_t(std::ranges::find(Of.columns, column, &Column::id) - Of.columns.begin());
    };
    std::array<QCborValue, Of.columns.size()> ordered;
    ((ordered[place(Cells::column)] = std::move(cells.value)), ...);
    QCborArray row;
    for (size_t i = 0; i < ordered.size() && !Of.columns[i].ofBaseline; ++i)
        row.append(ordered[i]);
    return row;
}

} // namespace Sonde
