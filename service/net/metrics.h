// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/tenant/tenant.h"

namespace Sonde::Service {

struct ConnectionFacts {
    int workstations = 0;
    int pending = 0;
    quint64 refused = 0;
};

/// Prometheus text format 0.0.4.
[[nodiscard]] QByteArray metricsText(const Tenant &tenant, const ConnectionFacts &connections);

} // namespace Sonde::Service
