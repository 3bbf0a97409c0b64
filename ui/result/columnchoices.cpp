// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/columnchoices.h"

#include "models/result/resultexport.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QList<int> ColumnChoices::of(const CommandSpec &command) const
{
    const QString start = command.verb % u' ';
    for (const QString &line : m_settings.get(Settled::ResultColumns)) {
        if (!line.startsWith(start))
            continue;
        QList<int> columns;
        for (const QString &id : line.sliced(start.size()).split(u' ', Qt::SkipEmptyParts)) {
            if (const auto column = command.columnIndex(id); column >= 0)
                columns += int(column);
        }
        if (!columns.isEmpty())
            return columns;
    }
    return shownColumns(command, false);
}

void ColumnChoices::choose(const CommandSpec &command, const QList<int> &columns)
{
    QStringList lines = m_settings.get(Settled::ResultColumns);
    lines.removeIf([&](const QString &line) { return line.startsWith(command.verb % u' '); });
    QStringList ids;
    for (const int column : columns)
        ids += command.columns.at(column).id;
    if (columns != shownColumns(command, false))
        lines += QString(command.verb % u' ' % ids.join(u' '));
    m_settings.set(Settled::ResultColumns, lines);
}

} // namespace Sonde::Client
