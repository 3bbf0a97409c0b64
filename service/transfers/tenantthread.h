// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/turn.h"

#include <future>
#include <stop_token>

namespace Sonde::Service {

/// How a transfer's thread has something done on the tenant's: the function runs there, and call() returns when what it wrote is
/// committed. Cancelled when `stop` is asked for first.
class TenantThread final
{
public:
    explicit TenantThread(Turn &turn)
        : m_turn(turn)
    {
    }

    [[nodiscard]] Result<void> call(std::function<Result<void>()> function, const std::stop_token &stop) const;
    /// Without waiting.
    void post(std::function<void()> function) const;

private:
    Turn &m_turn;
};

} // namespace Sonde::Service
