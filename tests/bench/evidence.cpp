// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/system/files/files.h"
#include "agent/system/linux/descriptor.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QFile>

using namespace Qt::StringLiterals;

using namespace Sonde::Agent;

namespace Sonde::Client::Bench {

namespace {

constexpr int Runs = 15;
constexpr Budget NoSlowerThanTheTool{.most = {}, .mostRatio = 1.0};

/// A command, the tool that an administrator would take for the same facts, and the files that hold them.
struct Collector {
    QString verb;
    QStringList tool; ///< empty: there is none
    Budget budget;
    std::function<void()> readAll; ///< empty: the kernel is asked, not read
};

void readFile(const QByteArray &path)
{
    (void)Linux::readWhole(path);
}

/// As `cat` of everything below a folder; links are not followed.
void readTree(const QByteArray &folder)
{
    std::vector<QByteArray> folders;
    (void)readDirectory(folder, [&](const DirectoryEntry &entry) {
        QByteArray path = joinedPath(folder, entry.name);
        if (entry.isDirectory)
            folders.push_back(std::move(path));
        else if (QFile(QFile::decodeName(path))
                     .exists()) // a pipe would wait for its writer: there are none in these folders
            readFile(path);
        return true;
    });
    for (const QByteArray &inner : folders)
        readTree(inner);
}

void readProcesses()
{
    (void)readDirectory("/proc", [](const DirectoryEntry &entry) {
        const QByteArray name = entry.name.toByteArray();
        bool isNumber = false;
        (void)name.toLongLong(&isNumber);
        for (const char *file : {"/stat", "/status", "/cmdline", "/cgroup"}) {
            if (isNumber)
                readFile("/proc/" + name + file);
        }
        return true;
    });
}

void readTrees(std::initializer_list<const char *> folders)
{
    for (const char *folder : folders)
        readTree(folder);
}

void readUnits()
{
    readTrees({"/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system"});
}

void readCron()
{
    readTrees({"/etc/cron.d", "/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly",
        "/var/spool/cron"});
    readUnits();
}

void readWhatPersists()
{
    readCron();
    readTrees({"/etc/init.d", "/etc/xdg", "/etc/profile.d", "/etc/pam.d", "/etc/apt", "/etc/logrotate.d", "/etc/X11",
        "/etc/ssh", "/usr/lib/udev/rules.d", "/usr/share/dbus-1"});
}

/// systemctl where systemd runs; else the same program reading the files.
QStringList systemctl()
{
    const QStringList quiet{u"--type=service"_s, u"--no-pager"_s, u"--no-legend"_s};
    return QFile::exists(u"/run/systemd/system"_s)
        ? QStringList{u"systemctl"_s, u"list-units"_s, u"--all"_s} + quiet
        : QStringList{u"systemctl"_s, u"--root=/"_s, u"list-unit-files"_s} + quiet;
}

std::vector<Collector> collectors()
{
    return {
        {u"processes"_s, {u"ps"_s, u"-eo"_s, u"pid,ppid,sess,euser,stat,lstart,time,rss,nlwp,args"_s},
            NoSlowerThanTheTool, readProcesses},
        {u"connections"_s, {u"ss"_s, u"-Htuxanp"_s}, NoSlowerThanTheTool, {}},
        {u"drivers"_s, {u"lsmod"_s}, {}, {}},
        {u"services"_s, systemctl(), NoSlowerThanTheTool, readUnits},
        {u"scheduledtasks"_s, {}, {}, readCron},
        {u"startupfolders"_s, {}, {}, [] { readTree("/etc/xdg/autostart"); }},
        {u"persistence"_s, {}, {.most = 500, .mostRatio = {}}, readWhatPersists},
    };
}

std::optional<double> medianOf(const std::function<std::optional<double>()> &measure)
{
    Samples samples;
    for (int run = 0; run < Runs; ++run) {
        const auto milliseconds = measure();
        if (!milliseconds)
            return {};
        samples.add(*milliseconds);
    }
    return samples.median();
}

std::optional<double> toolMilliseconds(const QStringList &command)
{
    if (command.isEmpty() || toolPath(command.constFirst()).isEmpty())
        return {};
    return medianOf([&command] { return secondsOf(command).transform([](double seconds) { return seconds * 1000; }); });
}

QString toolWords(const Collector &collector, bool known)
{
    if (collector.tool.isEmpty())
        return u"no tool shows the same"_s;
    const QString words = collector.tool.join(u' ');
    return known ? words : u"%1: not installed, or fails here"_s.arg(words);
}

} // namespace

Result<Measurements> evidence()
{
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    Measurements measurements;
    for (const Collector &collector : collectors()) {
        const auto milliseconds = (*analyst)->medianOf(Runs, collector.verb);
        if (!milliseconds)
            return std::unexpected(milliseconds.error());
        const auto tool = toolMilliseconds(collector.tool);
        measurements.push_back(
            {collector.verb, *milliseconds, u"ms"_s, collector.budget, toolWords(collector, tool.has_value()), tool});
        if (!collector.readAll)
            continue;
        const auto floor = medianOf([&collector] {
            const Stopwatch watch;
            collector.readAll();
            return std::optional(watch.milliseconds());
        });
        measurements.push_back(
            {collector.verb + u".floor"_s, *milliseconds, u"ms"_s, {}, u"reading the same files"_s, floor});
    }
    return measurements;
}

} // namespace Sonde::Client::Bench
