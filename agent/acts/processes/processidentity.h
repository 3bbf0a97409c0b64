// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/processes/processes.h"

#include <QCborMap>

namespace Sonde::Agent {

/// What tells a process from every other, before and after it.
struct ProcessIdentity {
    qint64 pid = 0;
    quint64 start = 0; ///< ProcessFacts::start
    QByteArray image = {};

    [[nodiscard]] static ProcessIdentity of(const ProcessFacts &facts);
    [[nodiscard]] static ProcessIdentity fromCbor(const QCborMap &map);
    [[nodiscard]] QCborMap toCbor() const;
    bool operator==(const ProcessIdentity &) const = default;
};

} // namespace Sonde::Agent
