// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resulttable.h"

namespace Sonde::Client {

/// What analyze or scan came to, as its rows say it.
struct Examination {
    struct Finding {
        Verdict verdict = Verdict::Suspicious;
        Engine engine = Engine::Heuristics;
        QString name;
        QString evidence;
        QString author;
        QString license;
        QString source;
        QCborValue path;
        int row = 0; ///< of the result
    };
    /// An engine that did not look at the whole of something.
    struct Gap {
        Engine engine = Engine::Heuristics;
        QString reason;
        QCborValue path;
        int row = 0;
    };

    static constexpr size_t MostTold = 50;

    Verdict verdict = Verdict::NotScanned;
    QString confidence;            ///< "low", "medium", "high"; empty: none
    std::vector<Engine> engines;   ///< that the verdict rests on
    QString reason;                ///< of NotScanned
    QCborMap counts;               ///< of a scan: files, bytes, and how many got which verdict
    std::vector<Finding> findings; ///< the worst, MostTold at most
    std::vector<Gap> gaps;         ///< likewise
    std::vector<Finding> remarks;  ///< what speaks for it, and what is only said; likewise
    qint64 moreFindings = 0;
    qint64 moreGaps = 0;
};

/// None while there is no verdict, and of a command that gives none.
[[nodiscard]] std::optional<Examination> examinationOf(const ResultTable &table);

} // namespace Sonde::Client
