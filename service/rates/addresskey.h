// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace Sonde::Service {

/// What counts as one place: an address of IPv4, a network of 64 bits of IPv6, in which anybody has as many addresses as they like.
[[nodiscard]] QString placeOf(const QHostAddress &address);

} // namespace Sonde::Service
