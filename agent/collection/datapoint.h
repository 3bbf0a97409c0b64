// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <vector>

namespace Sonde::Agent {

/// Absent: the device has nothing of the kind. Skipped: size or time was used up before it.
enum class PointState { Complete, Partial, Failed, Absent, Skipped };

/// A thing that is collected, and what came of it.
struct DataPoint {
    DataPoint(QString inArea, QString called, QString at = {})
        : area(std::move(inArea))
        , name(std::move(called))
        , path(std::move(at))
    {
        clock.start();
    }

    QString area; ///< "results", "live_response"…
    QString name;
    QString path; ///< in the package; empty: several places
    PointState state = PointState::Complete;
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 problems = 0;
    std::vector<Error> first; ///< of the problems
    QJsonObject details;
    QElapsedTimer clock;
};

} // namespace Sonde::Agent
