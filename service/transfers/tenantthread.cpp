// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/tenantthread.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

Result<void> TenantThread::call(std::function<Result<void>()> function, const std::stop_token &stop) const
{
    const auto promise = std::make_shared<std::promise<Result<void>>>();
    auto answer = promise->get_future();
    post([&turn = m_turn, promise, function = std::move(function)] {
        const auto result = function();
        turn.afterCommit([promise, result] { promise->set_value(result); });
    });
    // The tenant's thread may itself be waiting for this one to end.
    while (answer.wait_for(50ms) != std::future_status::ready) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
    }
    return answer.get();
}

void TenantThread::post(std::function<void()> function) const
{
    QMetaObject::invokeMethod(&m_turn, std::move(function), Qt::QueuedConnection);
}

} // namespace Sonde::Service
