// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/examination.h"

#include "protocol/base/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// The cells of a row by the names of their columns.
class Cells final
{
public:
    Cells(const CommandSpec &command, const QCborArray &row)
        : m_command(command)
        , m_row(row)
    {
    }

    [[nodiscard]] QCborValue value(QStringView column) const
    {
        const qsizetype index = m_command.columnIndex(column);
        return index < 0 ? QCborValue() : m_row.at(index);
    }
    [[nodiscard]] QString text(QStringView column) const { return value(column).toString(); }
    [[nodiscard]] bool is(QStringView kind) const { return text(u"kind") == kind; }

private:
    const CommandSpec &m_command;
    const QCborArray &m_row;
};

Engine engineOf(const QString &name)
{
    return Codec::fromWireName<Engine>(name).value_or(Engine::Heuristics);
}

void readVerdict(const Cells &cells, Examination &examination)
{
    examination.verdict = Codec::fromWireName<Verdict>(cells.text(u"verdict")).value_or(Verdict::NotScanned);
    examination.confidence = cells.text(u"confidence");
    examination.reason = cells.text(u"evidence");
    examination.counts = cells.value(u"details").toMap();
    for (const QString &name : cells.text(u"engine").split(u", "_s, Qt::SkipEmptyParts))
        examination.engines.push_back(engineOf(name));
}

/// A finding without a verdict of its own says something, and weighs nothing.
void readFinding(const Cells &cells, int row, Examination &examination)
{
    const auto verdict = Codec::fromWireName<Verdict>(cells.text(u"verdict")).value_or(Verdict::Unknown);
    auto &list = verdict < Verdict::Suspicious ? examination.remarks : examination.findings;
    list.push_back({verdict, engineOf(cells.text(u"engine")), cells.text(u"finding"), cells.text(u"evidence"),
        cells.text(u"author"), cells.text(u"license"), cells.text(u"source"), cells.value(u"path"), row});
}

template<typename T>
qint64 cut(std::vector<T> &list)
{
    const qint64 more = std::max<qint64>(0, std::ssize(list) - qint64(Examination::MostTold));
    list.resize(list.size() - size_t(more));
    return more;
}

} // namespace

std::optional<Examination> examinationOf(const ResultTable &table)
{
    const CommandSpec &command = table.command();
    const int rows = table.rowCount();
    if (!command.has(Trait::Examines) || rows == 0)
        return {};
    // analyze says its verdict first, scan when it has seen all.
    const bool isFirst = Cells(command, table.row(0)).is(u"verdict");
    const bool isLast = Cells(command, table.row(rows - 1)).is(u"verdict");
    if (!isFirst && !isLast)
        return {};
    Examination examination;
    readVerdict(Cells(command, table.row(isFirst ? 0 : rows - 1)), examination);
    for (int i = 0; i < rows; ++i) {
        const Cells cells(command, table.row(i));
        if (cells.is(u"finding"))
            readFinding(cells, i, examination);
        else if (cells.is(u"engine"))
            examination.gaps.push_back(
                {engineOf(cells.text(u"engine")), cells.text(u"evidence"), cells.value(u"path"), i});
    }
    std::ranges::stable_sort(examination.findings, std::greater(), &Examination::Finding::verdict);
    examination.moreFindings = cut(examination.findings);
    examination.moreGaps = cut(examination.gaps);
    cut(examination.remarks);
    return examination;
}

} // namespace Sonde::Client
