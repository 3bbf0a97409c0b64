// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/timertasks.h"

#include "agent/system/files/filetree.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/systemd/systemdbus.h"
#include "agent/system/systemd/unitname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

struct TimerKey {
    QByteArrayView key;
    QLatin1StringView type;
};
/// systemd.timer(5)
constexpr std::array TimerKeys{TimerKey{"OnCalendar", "calendar"_L1}, TimerKey{"OnBootSec", "boot"_L1},
    TimerKey{"OnStartupSec", "boot"_L1}, TimerKey{"OnUnitActiveSec", "interval"_L1},
    TimerKey{"OnUnitInactiveSec", "interval"_L1}, TimerKey{"OnActiveSec", "once"_L1}};
/// Set to yes, they start it when somebody sets the clock, or the time zone.
constexpr std::array<QByteArrayView, 2> TimerEvents{"OnClockChange", "OnTimezoneChange"};

/// parse_boolean() of systemd.
bool isYes(const QByteArray &value)
{
    static constexpr std::array<QByteArrayView, 6> words{"1", "yes", "y", "true", "t", "on"};
    return std::ranges::contains(words, QByteArrayView(value.toLower()));
}

std::vector<TaskTrigger> triggersOf(const UnitFile &timer)
{
    std::vector<TaskTrigger> triggers;
    for (const TimerKey &key : TimerKeys) {
        for (const QByteArray &value : timer.values("Timer", key.key))
            triggers.push_back({key.type, key.type == "calendar"_L1 ? value : key.key.toByteArray() + '=' + value});
    }
    for (const QByteArrayView event : TimerEvents) {
        if (const QByteArray value = timer.value("Timer", event); isYes(value))
            triggers.push_back({u"event"_s, event.toByteArray() + '=' + value});
    }
    return triggers;
}

/// What the timer starts: the unit of the same name unless it says another.
const UnitFile *startedBy(const UnitFile &timer, const UnitFiles &units)
{
    QByteArray name = timer.value("Timer", "Unit");
    if (!isUnitName(name)) // systemd passes over one without a type
        name = timer.name.chopped(qsizetype(sizeof "timer") - 1) + "service";
    auto unit = units.constFind(name);
    if (unit != units.constEnd() && !unit->aliasOf.isEmpty())
        unit = units.constFind(unit->aliasOf);
    if (unit == units.constEnd())
        unit = units.constFind(UnitName::parse(name).fileName());
    return unit == units.constEnd() ? nullptr : &*unit;
}

std::vector<TaskAction> actionsOf(const UnitFile &service)
{
    std::vector<TaskAction> actions;
    for (const char *key :
        {"ExecStart", "ExecCondition", "ExecStartPre", "ExecStartPost", "ExecStop", "ExecStopPost"}) {
        for (const QByteArray &line : service.values("Service", key)) {
            for (const StartCommand &command : unitCommands(line))
                actions.push_back({command.program, command.arguments});
        }
    }
    return actions;
}

} // namespace

std::vector<ScheduledTask> timerTasks(FileTree &tree, const UnitFiles &units)
{
    std::vector<ScheduledTask> tasks;
    for (const UnitFile &timer : units) {
        if (!timer.name.endsWith(".timer") || !timer.aliasOf.isEmpty())
            continue;
        ScheduledTask task{.id = timer.name,
            .kind = u"systemd timer"_s,
            .enabled = timer.startsByItself(),
            .path = timer.path,
            .triggers = triggersOf(timer)};
        const UnitFile *service = startedBy(timer, units);
        if (service) {
            task.actions = actionsOf(*service);
            task.user = service->value("Service", "User");
        }
        // A timer with Persistent=true keeps the time of its last run in a stamp.
        if (const auto stamp = tree.facts("/var/lib/systemd/timers/stamp-" + timer.name))
            task.lastRun = stamp->modified;
        tasks.push_back(task);
    }
    return tasks;
}

Result<void> addTimerStates(const FileTree &tree, std::vector<ScheduledTask> &tasks)
{
    const auto bus = SystemdBus::connect(tree);
    const auto units = bus.and_then([](const std::unique_ptr<SystemdBus> &known) { return known->units(); });
    if (!units)
        return std::unexpected(units.error());
    std::vector<LoadedUnit> timers;
    std::vector<ScheduledTask *> ofTimers;
    for (const LoadedUnit &unit : *units) {
        const auto task = std::ranges::find(tasks, unit.name, &ScheduledTask::id);
        if (task == tasks.end() || !unit.name.endsWith(".timer"))
            continue;
        timers.push_back(unit);
        ofTimers.push_back(&*task);
    }
    const auto statuses = (*bus)->timers(timers);
    for (size_t i = 0; i < timers.size(); ++i) {
        ofTimers.at(i)->nextRun = statuses.at(i).next;
        if (statuses.at(i).last)
            ofTimers.at(i)->lastRun = statuses.at(i).last;
    }
    return {};
}

} // namespace Sonde::Agent::Linux
