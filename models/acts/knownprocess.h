// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"

#include <QMap>

namespace Sonde::Client {

/// A process that an act is about, as people know it. What the device did not say is empty.
struct KnownProcess {
    qint64 pid = 0;
    QString name;
    QString user;
    QString image;
    QDateTime started;

    bool operator==(const KnownProcess &) const = default;
};

/// All that the steps of an act say of processes, by their numbers.
[[nodiscard]] QMap<qint64, KnownProcess> processesIn(const std::vector<ShownStep> &steps);
/// The act that an undo takes back, by its number on the device.
[[nodiscard]] std::optional<quint64> actUndoneBy(const ShownAct &act);

} // namespace Sonde::Client
