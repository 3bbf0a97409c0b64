// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

namespace Sonde::Client {

/// Indented JSON as QJsonDocument writes it, but with the members of objects in the order of `ids` ("pid", "memory_usage.working_set":
/// dots lead into objects); after each one what was made of it (`<id>_raw`), and last, by name, what no id names.
[[nodiscard]] QByteArray jsonText(const QJsonValue &value, const QStringList &ids);

} // namespace Sonde::Client
