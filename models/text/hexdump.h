// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Sonde::Client {

/// Bytes for people: offset, sixteen bytes in hexadecimal, and as ASCII, on each line.
[[nodiscard]] QString hexDump(QByteArrayView bytes);

} // namespace Sonde::Client
