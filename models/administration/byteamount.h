// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <optional>

namespace Sonde::Client {

/// Bytes as one types them: a number and the unit that it counts, no byte more or less.
struct ByteAmount {
    qint64 number = 0;
    int unit = 0; ///< 0 bytes, 1 KiB, 2 MiB, 3 GiB, 4 TiB

    bool operator==(const ByteAmount &) const = default;
};

inline constexpr int ByteUnits = 5;

/// In the largest unit of which it is a whole number.
[[nodiscard]] ByteAmount byteAmount(qint64 bytes);
/// Nothing when there are no such numbers.
[[nodiscard]] std::optional<qint64> bytesOf(const ByteAmount &amount);

} // namespace Sonde::Client
