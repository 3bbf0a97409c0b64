// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/packageaccount.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

PackageAccount::Area &areaOf(PackageAccount &account, const QString &name)
{
    const auto found = std::ranges::find(account.areas, name, &PackageAccount::Area::name);
    return found == account.areas.end() ? account.areas.emplace_back(name) : *found;
}

std::chrono::milliseconds fromSeconds(double seconds)
{
    return std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

} // namespace

std::optional<PackageAccount> packageAccountOf(const ResultTable &table)
{
    const CommandSpec &command = table.command();
    const int last = table.rowCount() - 1;
    if (!command.has(Trait::Collects) || last < 0)
        return {};
    const auto cellAt = [&](int row, QStringView column) {
        const qsizetype index = command.columnIndex(column);
        return index < 0 ? QCborValue() : table.row(row).at(index);
    };
    if (cellAt(last, u"area").toString() != u"package")
        return {};
    PackageAccount account;
    for (int row = 0; row < last; ++row) {
        PackageAccount::Area &area = areaOf(account, cellAt(row, u"area").toString());
        area.took += fromSeconds(cellAt(row, u"duration").toDouble());
        area.problems += cellAt(row, u"problems").toInteger();
    }
    const qint64 waited = cellAt(last, u"details").toMap().value(u"waited_ms"_s).toInteger();
    if (waited > 0)
        areaOf(account, u"waiting"_s).took = std::chrono::milliseconds(waited);
    return account;
}

} // namespace Sonde::Client
