// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <ctime>

namespace Sonde::Agent {

/// Milliseconds that this process has used a processor for: the same on a machine that has other things to do.
class ProcessorTime final
{
public:
    [[nodiscard]] qint64 elapsed() const { return qint64(std::clock() - m_begin) * 1000 / CLOCKS_PER_SEC; }

private:
    const std::clock_t m_begin = std::clock();
};

} // namespace Sonde::Agent
