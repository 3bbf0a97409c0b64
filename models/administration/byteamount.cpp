// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/administration/byteamount.h"

#include <limits>

namespace Sonde::Client {

namespace {

constexpr qint64 OneUnit = 1024; ///< makes one of the next

} // namespace

ByteAmount byteAmount(qint64 bytes)
{
    ByteAmount amount{bytes, 0};
    while (amount.number != 0 && amount.number % OneUnit == 0 && amount.unit < ByteUnits - 1) {
        amount.number /= OneUnit;
        ++amount.unit;
    }
    return amount;
}

std::optional<qint64> bytesOf(const ByteAmount &amount)
{
    qint64 bytes = amount.number;
    for (int unit = 0; unit < amount.unit; ++unit) {
        if (bytes < 0 || bytes > std::numeric_limits<qint64>::max() / OneUnit)
            return {};
        bytes *= OneUnit;
    }
    return bytes;
}

} // namespace Sonde::Client
