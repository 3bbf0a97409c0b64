// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>
#include <optional>

namespace Sonde::Agent {

/// Apple's property list, XML or binary ("bplist00", CFBinaryPList.c): dictionaries are maps, data is bytes, dates are date and time.
/// None when it is not one, is nested deeper than a hundred times, or unfolds to more than twenty thousand values.
[[nodiscard]] std::optional<QCborValue> readPropertyList(const QByteArray &bytes);

[[nodiscard]] bool isBinaryPropertyList(QByteArrayView head);
[[nodiscard]] bool isXmlPropertyList(QByteArrayView head);

/// The same with data as text in the `bytes:` form and dates as ISO-8601, as details have them.
[[nodiscard]] QCborValue plainValue(const QCborValue &value);

} // namespace Sonde::Agent
