// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QCborArray>
#include <QCborStreamWriter>
#include <QJsonObject>
#include <vector>

/// How rows and text travel: a chunk's bytes are made once on the device, stored and relayed unparsed, and read by who shows them.
namespace Sonde {

/// A chunk of rows is a CBOR array of row arrays; a row's cells are in the order of the command's columns: null, bool, integer, double
/// (seconds), text, bytes (a path that is not UTF-8), array or map. Times are ISO-8601 UTC text with milliseconds, sizes are bytes.
class RowWriter final
{
public:
    RowWriter();

    void addRow(const QCborArray &cells);
    [[nodiscard]] qsizetype rowCount() const { return m_rows; }
    [[nodiscard]] qsizetype byteCount() const { return m_bytes.size(); }
    /// The finished chunk; the writer is empty again.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_bytes;
    qsizetype m_rows = 0;
};

/// The rows of a chunk; ProtocolViolation when it is not one.
[[nodiscard]] Result<std::vector<QCborArray>> readRows(const QByteArray &chunk);

/// A row as the JSON object that the analyst sees: dotted ids nest, a path that is not UTF-8 becomes its printable form beside
/// `<id>_raw` in base64; null cells are null.
[[nodiscard]] QJsonObject rowToJson(const CommandSpec &command, const QCborArray &row);

/// ISO-8601 UTC with milliseconds, or as many digits of the fraction as are known, from nanoseconds since the epoch. The least and the
/// greatest number stand for a time that they do not hold: it is said to be before the first, or after the last, that they do.
[[nodiscard]] QString isoTime(qint64 nanosecondsSinceEpoch, int digits = 3);

} // namespace Sonde
