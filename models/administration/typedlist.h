// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Sonde::Client {

/// The values of a list that somebody types, with commas between them, those of other scripts too: each once, without the blanks around
/// it.
[[nodiscard]] QStringList typedValues(const QString &typed);
/// As they are typed.
[[nodiscard]] QString typedList(const QStringList &values);

} // namespace Sonde::Client
