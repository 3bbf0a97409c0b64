// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/crontasks.h"

#include "agent/base/linehash.h"
#include "agent/system/files/filetree.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/tasks/cronparser.h"
#include "agent/system/tasks/installedcron.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qint64 NanosecondsPerSecond = 1'000'000'000;
/// Where a user's own tables lie: Debian's and SUSE's place, Red Hat's and Arch's.
constexpr const char *UserTables[]{
    "/var/spool/cron/crontabs", "/var/spool/cron", "/var/spool/cron/tabs", "/etc/crontabs", "/var/cron/tabs"};
constexpr const char *AtSpools[]{
    "/var/spool/cron/atjobs", "/var/spool/at", "/var/spool/atjobs", "/var/spool/atd", "/var/spool/at/spool"};
/// The last ones are Alpine's.
constexpr const char *PartFolders[]{"/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly",
    "/etc/cron.yearly", "/etc/periodic/15min", "/etc/periodic/hourly", "/etc/periodic/daily", "/etc/periodic/weekly",
    "/etc/periodic/monthly"};

qint64 nanoseconds(const QDateTime &time)
{
    return time.toSecsSinceEpoch() * NanosecondsPerSecond;
}

TaskAction actionOf(const QByteArray &command, const QByteArray &input = {})
{
    const StartCommand split = splitShellCommand(command);
    return {split.program, split.arguments, input};
}

std::vector<TaskVariable> variablesOf(const std::vector<CronVariable> &environment)
{
    std::vector<TaskVariable> variables;
    for (const CronVariable &variable : environment)
        variables.push_back({variable.name, variable.value});
    return variables;
}

/// "daily" of /etc/cron.daily and /etc/periodic/daily.
QByteArray periodOf(const QByteArray &folder)
{
    const QByteArray name = baseName(folder);
    return name.sliced(name.indexOf('.') + 1);
}

TaskTrigger triggerOf(const QByteArray &schedule)
{
    return {schedule.toLower() == "@reboot" ? u"boot"_s : u"calendar"_s, schedule};
}

class CronReader final
{
public:
    CronReader(FileTree &tree, qint64 now)
        : m_tree(tree)
        , m_now(QDateTime::fromSecsSinceEpoch(now, QTimeZone::systemTimeZone()))
        , m_cron(installedCron(tree))
    {
    }

    std::vector<ScheduledTask> read()
    {
        readTable("/etc/crontab", CronUsers::Named);
        for (const QByteArray &path : m_tree.entries("/etc/cron.d"))
            readTable(path, CronUsers::Named);
        QSet<QByteArray> seen; // some of them are links to others
        for (const char *folder : UserTables) {
            const QByteArray place = m_tree.resolved(folder);
            for (const QByteArray &path : seen.contains(place) ? std::vector<QByteArray>() : m_tree.entries(folder)) {
                if (!m_tree.isFolder(path))
                    readTable(path, CronUsers::Owner);
            }
            seen.insert(place);
        }
        readAnacron();
        for (const char *folder : PartFolders)
            readParts(folder);
        for (const char *spool : AtSpools)
            readAtJobs(spool);
        return std::move(m_tasks);
    }

private:
    void readTable(const QByteArray &path, CronUsers users)
    {
        const auto bytes = m_tree.read(path);
        if (!bytes)
            return;
        const bool isTable = !path.startsWith("/etc/cron.d/") || m_cron.readsTable(baseName(path));
        for (const CronLine &line : parseCrontab(*bytes, users)) {
            ScheduledTask task{.id = idOf(path, line.line),
                .kind = u"cron"_s,
                .enabled = isTable,
                .path = path,
                .user = users == CronUsers::Named ? line.user : baseName(path),
                .triggers = {triggerOf(line.schedule)},
                .actions = {actionOf(line.command, line.input)},
                .environment = variablesOf(line.environment),
                .timeZone = line.timeZone};
            if (users == CronUsers::Owner)
                task.author = task.principal = baseName(path);
            if (isTable)
                task.nextRun = nextRun(line);
            m_starters.emplace_back(line.command, task.nextRun);
            m_tasks.push_back(task);
        }
    }

    [[nodiscard]] std::optional<qint64> nextRun(const CronLine &line) const
    {
        const QTimeZone zone(m_cron.knowsTimeZones() ? line.timeZone : QByteArray());
        const QDateTime from = zone.isValid() ? m_now.toTimeZone(zone) : m_now;
        return CronSchedule::parse(line.schedule)
            .and_then([&from](const CronSchedule &schedule) { return schedule.next(from); })
            .transform(nanoseconds);
    }

    void readAnacron()
    {
        const QByteArray path = "/etc/anacrontab";
        for (const AnacronLine &line : parseAnacrontab(m_tree.read(path).value_or(QByteArray()))) {
            ScheduledTask task{.id = "anacron:" + line.job,
                .kind = u"anacron"_s,
                .path = path,
                .user = "root",
                .triggers = {{u"interval"_s, line.period}},
                .actions = {actionOf(line.command)},
                .environment = variablesOf(line.environment),
                .lastRun = lastAnacronRun(line.job)};
            const auto days = anacronDays(line.period);
            if (task.lastRun && days)
                task.nextRun =
                    nanoseconds(QDateTime::fromSecsSinceEpoch(*task.lastRun / NanosecondsPerSecond).addDays(*days));
            m_starters.emplace_back(line.command, task.nextRun);
            m_tasks.push_back(task);
        }
    }

    /// anacron keeps the day of a job's last run.
    [[nodiscard]] std::optional<qint64> lastAnacronRun(const QByteArray &job) const
    {
        const auto stamp = m_tree.tryRead("/var/spool/anacron/" + job);
        const QDate day = stamp ? QDate::fromString(QString::fromLatin1(stamp->trimmed()), u"yyyyMMdd"_s) : QDate();
        return day.isValid() ? std::optional(nanoseconds(day.startOfDay())) : std::nullopt;
    }

    void readParts(const QByteArray &folder)
    {
        // Some table's line runs all that is in there.
        const auto starter =
            std::ranges::find_if(m_starters, [&folder](const auto &known) { return known.first.contains(folder); });
        for (const QByteArray &path : m_tree.entries(folder)) {
            if (baseName(path) == ".placeholder")
                continue;
            ScheduledTask task{.id = path,
                .kind = u"run-parts"_s,
                .enabled = m_tree.isExecutable(path) && m_cron.runsPart(baseName(path)),
                .path = path,
                .user = "root",
                .triggers = {{u"calendar"_s, '@' + periodOf(folder)}},
                .actions = {{path, {}}},
                .lastRun = lastAnacronRun(baseName(folder))};
            if (task.enabled && starter != m_starters.end())
                task.nextRun = starter->second;
            m_tasks.push_back(task);
        }
    }

    void readAtJobs(const QByteArray &spool)
    {
        for (const QByteArray &path : m_tree.entries(spool)) {
            const auto job = parseAtJobName(baseName(path));
            const auto facts = job ? m_tree.facts(path) : std::nullopt;
            if (!facts)
                continue;
            const QByteArray commands = atJobCommands(m_tree.read(path).value_or(QByteArray()));
            const QDateTime time = QDateTime::fromSecsSinceEpoch(job->time, QTimeZone::UTC);
            m_tasks.push_back({.id = "at:" + QByteArray::number(job->number),
                .kind = u"at"_s,
                .enabled = m_tree.isExecutable(path), // at(1) sets that bit when all is written
                .author = facts->owner.toUtf8(),
                .path = path,
                .user = facts->owner.toUtf8(),
                .triggers = {{u"once"_s, time.toString(Qt::ISODate).toUtf8()}},
                .actions = {actionOf(commands)},
                .nextRun = nanoseconds(time)});
        }
    }

    QByteArray idOf(const QByteArray &path, const QByteArray &line)
    {
        return lineId(path, line, m_ids[lineId(path, line, 0)]++);
    }

    FileTree &m_tree;
    QDateTime m_now;
    InstalledCron m_cron;
    std::vector<ScheduledTask> m_tasks;
    QHash<QByteArray, int> m_ids;
    std::vector<std::pair<QByteArray, std::optional<qint64>>>
        m_starters; ///< commands of tables, and when they run next
};

} // namespace

std::vector<ScheduledTask> readCronTasks(FileTree &tree, qint64 now)
{
    return CronReader(tree, now).read();
}

} // namespace Sonde::Agent::Linux
