// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/eventloop.h"

#ifdef SONDE_EPOLL
#include "service/loop/epolldispatcher_linux.h"
#endif

namespace Sonde::Service {

std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher()
{
#ifdef SONDE_EPOLL
    if (qgetenv("SONDE_EVENT_LOOP") != "qt")
        return std::make_unique<EpollDispatcher>();
#endif
    return nullptr;
}

} // namespace Sonde::Service
