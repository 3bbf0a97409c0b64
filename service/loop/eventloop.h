// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <memory>

namespace Sonde::Service {

/// What the service's event loop runs on, for QCoreApplication::setEventDispatcher(): EpollDispatcher where there is epoll; nothing: Qt's own.
///
/// With SONDE_EVENT_LOOP=qt in its environment a service has Qt's own everywhere: when something hangs, to see whose fault it is. It then
/// holds some hundred agents well, and thousands badly (`./dev bench eventloop`).
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher();

} // namespace Sonde::Service
