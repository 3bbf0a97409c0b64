// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace Sonde {

/// A size to read at a glance: "1 byte", "606 bytes", "54.8 KiB", "512 KiB" when it is exactly that. Where it is evidence all its bytes are said, too
/// (ui/words/words.h).
[[nodiscard]] QString sizeText(qint64 bytes, const QLocale &locale = QLocale());

} // namespace Sonde
