// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>
#include <QString>
#include <optional>

namespace Sonde::Agent {

/// What could be read of a list.
struct PropertyList {
    QCborValue value;
    bool isWhole = true; ///< false: values are missing that were nested too deep, or too many
    QString encoding;    ///< "binary", "XML"
};

/// Apple's property list, XML in any encoding or binary ("bplist00", CFBinaryPList.c): dictionaries are maps, data is bytes, dates are date
/// and time; a number that 64 bits with a sign do not hold is text. None when it is not one. Values that are nested deeper than a hundred
/// times, or come after twenty thousand others, are left out; those in the outermost dictionary that say what launchd does come first.
[[nodiscard]] std::optional<PropertyList> readPropertyList(const QByteArray &bytes);

[[nodiscard]] bool isBinaryPropertyList(QByteArrayView head);

/// The same with data as text in the `bytes:` form and dates as ISO-8601, as details have them.
[[nodiscard]] QCborValue plainValue(const QCborValue &value);

} // namespace Sonde::Agent
