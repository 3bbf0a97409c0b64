// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <algorithm>
#include <cmath>

namespace Sonde::Bench {

double Samples::percentile(double share) const
{
    if (m_values.empty())
        return 0;
    auto sorted = m_values;
    const auto rank = size_t(std::ceil(share * double(sorted.size())));
    const auto place = sorted.begin() + std::ptrdiff_t(std::max<size_t>(rank, 1) - 1);
    std::ranges::nth_element(sorted, place);
    return *place;
}

} // namespace Sonde::Bench
