// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Sonde::Client {

/// What a column needs, in pixels.
struct ColumnNeed {
    int whole = 0; ///< so that nothing in it is cut
    int least = 0; ///< not more than `whole`
};

/// Widths for columns beside each other in `room` pixels: whole where there is room for all of them; else those that need little keep it
/// and the others share the rest evenly, down to their least. Wider than `room` only when not even that fits.
[[nodiscard]] QList<int> sharedWidths(const QList<ColumnNeed> &columns, int room);

} // namespace Sonde::Client
