// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"

#include <QJsonObject>

using namespace Sonde;

/// A chunk is refused with a reason, or its rows can be written again and shown, whatever is in their cells.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray chunk(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto rows = readRows(chunk);
    if (!rows) {
        if (rows.error().reason.isEmpty())
            qFatal("refused without a reason");
        return 0;
    }
    static const CommandSpec &processes = *Catalogue::instance().find(u"processes");
    RowWriter writer;
    for (const auto &row : *rows) {
        writer.addRow(row);
        (void)rowToJson(processes, row);
    }
    const auto again = readRows(writer.take());
    if (!again || again->size() != rows->size())
        qFatal("not the same rows");
    return 0;
}
