// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <limits>

namespace Sonde::Agent::Windows {

/// A FILETIME, 100 nanoseconds since 1601, as nanoseconds since 1970. One that these do not hold (before 1677-09-21, after 2262-04-11) is
/// the least or the greatest number, which is no time (isHeld()).
[[nodiscard]] constexpr qint64 nanosecondsOf(quint64 fileTime)
{
    constexpr quint64 epoch = 116'444'736'000'000'000; // 1970
    constexpr quint64 most = std::numeric_limits<qint64>::max() / 100;
    if (fileTime >= epoch)
        return fileTime - epoch > most ? std::numeric_limits<qint64>::max() : qint64(fileTime - epoch) * 100;
    return epoch - fileTime > most ? std::numeric_limits<qint64>::min() : -qint64(epoch - fileTime) * 100;
}

} // namespace Sonde::Agent::Windows
