// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/tasks/cronschedule.h"

#include <QByteArrayList>
#include <optional>
#include <vector>

/// The files of cron(8) and anacron(8), as pure functions of their bytes.
namespace Sonde::Agent::Linux {

/// A variable that is set for what runs.
struct CronVariable {
    QByteArray name = {};
    QByteArray value = {};

    bool operator==(const CronVariable &) const = default;
};

/// A line that runs something; crontab(5).
struct CronLine {
    QByteArray line = {};     ///< as written
    QByteArray schedule = {}; ///< its time fields, or @reboot and the like
    QByteArray user = {};     ///< empty in a user's own table
    QByteArray command = {};  ///< up to the first % that is not escaped
    QByteArray input = {};    ///< what follows that: its standard input, in which a further % ends a line
    QByteArray timeZone = {}; ///< CRON_TZ above it, if any
    std::vector<CronVariable> environment =
        {}; ///< what is set above it, each variable once; a last one "…": more is, in a table that says too much

    bool operator==(const CronLine &) const = default;
};
enum class CronUsers { Named, Owner }; ///< whether lines name a user: those of /etc do
[[nodiscard]] std::vector<CronLine> parseCrontab(QByteArrayView bytes, CronUsers users);

/// anacrontab(5).
struct AnacronLine {
    QByteArray line = {};
    QByteArray period = {}; ///< days, or @monthly and the like
    QByteArray delay = {};  ///< minutes
    QByteArray job = {};
    QByteArray command = {};
    std::vector<CronVariable> environment = {};

    bool operator==(const AnacronLine &) const = default;
};
[[nodiscard]] std::vector<AnacronLine> parseAnacrontab(QByteArrayView bytes);
/// Days of a period; 30 for a month.
[[nodiscard]] std::optional<int> anacronDays(QByteArrayView period);

/// A job of at(1) or batch(1).
struct AtJob {
    qint64 number = 0;
    char queue = 'a'; ///< '=': it runs
    qint64 time = 0;  ///< seconds since the epoch

    bool operator==(const AtJob &) const = default;
};
/// From its file's name: a queue's letter, five hexadecimal digits of its number, eight of the minute. None for other files there.
[[nodiscard]] std::optional<AtJob> parseAtJobName(const QByteArray &fileName);
/// The commands of its script, without the environment that at(1) writes before them.
[[nodiscard]] QByteArray atJobCommands(QByteArrayView script);

} // namespace Sonde::Agent::Linux
