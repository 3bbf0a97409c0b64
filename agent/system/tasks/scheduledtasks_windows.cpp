// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/scheduledtasks.h"

#include "agent/formats/base/textdecoder.h"
#include "agent/formats/small/taskxml.h"
#include "agent/system/files/files.h"
#include "agent/system/windows/com_windows.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/servicecontrol_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QCborMap>
#include <QSet>
#include <QTimeZone>
#include <algorithm>

#include <windows.h>

#include <initguid.h>
#include <oleauto.h>
#include <taskschd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::ComThread;
using Windows::deviceBytes;
using Windows::Interface;
using Windows::takenText;

/// A task is small; more is not read.
constexpr qsizetype MostTaskBytes = 4 * 1024 * 1024;

/// Days since 1899-12-30, in local time; 0: never.
std::optional<qint64> momentOf(DATE date)
{
    if (date <= 0)
        return {};
    const QDateTime start(QDate(1899, 12, 30), QTime(0, 0), QTimeZone::LocalTime);
    const auto milliseconds = qint64(date * 86'400'000.0 + 0.5);
    const QDateTime moment(start.date().addDays(milliseconds / 86'400'000),
        QTime::fromMSecsSinceStartOfDay(int(milliseconds % 86'400'000)), QTimeZone::LocalTime);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch() * 1'000'000) : std::nullopt;
}

/// "CalendarTrigger" is "calendar".
QString triggerType(const QString &name)
{
    return (name.endsWith(u"Trigger") ? name.chopped(7) : name).toLower();
}

/// What stands in it, as it is written.
QByteArray textOf(const QCborMap &members)
{
    QStringList parts;
    for (const auto &member : members) {
        if (member.first.toString() != u"type")
            parts += member.first.toString() + u'=' + member.second.toVariant().toString();
    }
    return deviceBytes(parts.join(u", "_s));
}

TaskAction actionOf(const QCborMap &action)
{
    const auto text = [&action](const QString &name) { return deviceBytes(action.value(name).toString()); };
    if (action.value(u"type"_s) == u"Exec"_s)
        return {.command = text(u"Command"_s), .arguments = text(u"Arguments"_s)};
    if (action.value(u"type"_s) == u"ComHandler"_s)
        return {.command = text(u"ClassId"_s), .arguments = text(u"Data"_s)};
    return {.command = deviceBytes(action.value(u"type"_s).toString()), .arguments = textOf(action)};
}

void addDefinition(ScheduledTask &task, const QString &xml)
{
    const TaskListing listing = readTaskXml(xml);
    if (listing.tasks.isEmpty())
        return;
    const TaskDefinition &definition = listing.tasks.first();
    task.enabled = task.enabled && definition.isEnabled;
    task.author = deviceBytes(definition.author);
    task.user = deviceBytes(definition.userId.isEmpty() ? definition.groupId : definition.userId);
    for (const QCborMap &trigger : definition.triggers)
        task.triggers.push_back({triggerType(trigger.value(u"type"_s).toString()), textOf(trigger)});
    for (const QCborMap &action : definition.actions)
        task.actions.push_back(actionOf(action));
}

QByteArray tasksFolder()
{
    return deviceBytes(Windows::withoutVariables(uR"(%SystemRoot%\System32\Tasks)"_s));
}

ScheduledTask newTask(const QByteArray &id)
{
    return {.id = id, .kind = u"task scheduler"_s, .path = tasksFolder() + id};
}

/// The tasks that the scheduler has.
class SchedulerReader final
{
    Q_DISABLE_COPY_MOVE(SchedulerReader)

public:
    SchedulerReader(TaskList &list, const std::stop_token &stop)
        : m_list(list)
        , m_stop(stop)
    {
    }

    void read()
    {
        Interface<ITaskService> service;
        HRESULT result = ::CoCreateInstance(CLSID_TaskScheduler, nullptr, CLSCTX_INPROC_SERVER, IID_ITaskService,
            reinterpret_cast<void **>(service.out()));
        VARIANT none;
        ::VariantInit(&none);
        if (SUCCEEDED(result))
            result = service->Connect(none, none, none, none);
        Interface<ITaskFolder> root;
        const BSTR name = ::SysAllocString(L"\\");
        if (SUCCEEDED(result))
            result = service->GetFolder(name, root.out());
        ::SysFreeString(name);
        if (SUCCEEDED(result))
            readFolder(root.get());
        else
            m_list.errors.push_back(Windows::errorOf(DWORD(result), u"Task Scheduler"_s));
    }

private:
    void readFolder(ITaskFolder *folder)
    {
        Interface<IRegisteredTaskCollection> tasks;
        LONG count = 0;
        if (works(folder->GetTasks(TASK_ENUM_HIDDEN, tasks.out())) && works(tasks->get_Count(&count))) {
            for (LONG i = 1; i <= count && !m_stop.stop_requested(); ++i) {
                Interface<IRegisteredTask> task;
                if (works(tasks->get_Item(numberVariant(i), task.out())))
                    add(task.get());
            }
        }
        Interface<ITaskFolderCollection> folders;
        count = 0;
        if (!works(folder->GetFolders(0, folders.out())) || !works(folders->get_Count(&count)))
            return;
        for (LONG i = 1; i <= count && !m_stop.stop_requested(); ++i) {
            Interface<ITaskFolder> below;
            if (SUCCEEDED(folders->get_Item(numberVariant(i), below.out())))
                readFolder(below.get());
        }
    }

    /// What does not is told once.
    bool works(HRESULT result)
    {
        if (FAILED(result) && m_list.errors.empty())
            m_list.errors.push_back(Windows::errorOf(DWORD(result), u"Task Scheduler"_s));
        return SUCCEEDED(result);
    }

    static VARIANT numberVariant(LONG number)
    {
        VARIANT variant;
        ::VariantInit(&variant);
        variant.vt = VT_I4;
        variant.lVal = number;
        return variant;
    }

    void add(IRegisteredTask *registered)
    {
        BSTR path = nullptr;
        BSTR xml = nullptr;
        VARIANT_BOOL enabled = VARIANT_TRUE;
        DATE last = 0;
        DATE next = 0;
        registered->get_Path(&path);
        ScheduledTask task = newTask(deviceBytes(takenText(path)));
        if (SUCCEEDED(registered->get_Enabled(&enabled)))
            task.enabled = enabled != VARIANT_FALSE;
        if (SUCCEEDED(registered->get_LastRunTime(&last)))
            task.lastRun = momentOf(last);
        if (SUCCEEDED(registered->get_NextRunTime(&next)))
            task.nextRun = momentOf(next);
        if (SUCCEEDED(registered->get_Xml(&xml)))
            addDefinition(task, takenText(xml));
        m_list.tasks.push_back(std::move(task));
    }

    TaskList &m_list;
    const std::stop_token &m_stop;
};

/// Files of tasks that the scheduler does not tell of: hidden from it, or left behind.
class FileReader final
{
    Q_DISABLE_COPY_MOVE(FileReader)

public:
    FileReader(TaskList &list, const std::stop_token &stop)
        : m_list(list)
        , m_stop(stop)
        , m_allKnown(list.errors.empty())
    {
        for (const ScheduledTask &task : list.tasks)
            m_known.insert(task.id.toLower());
    }

    void readBelow(const QByteArray &folder)
    {
        QByteArrayList folders;
        const auto read = readDirectory(tasksFolder() + folder, [&](const DirectoryEntry &entry) {
            const QByteArray id = folder + '\\' + entry.name.toByteArray();
            if (entry.isDirectory)
                folders += id;
            else if (!m_known.contains(id.toLower()))
                add(id);
            return !m_stop.stop_requested();
        });
        if (!read && read.error().code != ErrorCode::NotFound)
            m_list.errors.push_back(read.error());
        for (const QByteArray &below : std::as_const(folders))
            readBelow(below);
    }

private:
    void add(const QByteArray &id)
    {
        ScheduledTask task = newTask(id);
        task.kind = u"file only"_s;
        // Where the scheduler could not list all of its own, it may be one of them.
        task.enabled = !m_allKnown;
        const auto file = openRegularFile(task.path);
        QByteArray bytes(MostTaskBytes, Qt::Uninitialized);
        const auto size = file ? (*file)->read(bytes) : std::unexpected(file.error());
        if (size)
            addDefinition(task, decodedText(bytes.first(*size)).text);
        else
            m_list.errors.push_back(size.error());
        m_list.tasks.push_back(std::move(task));
    }

    TaskList &m_list;
    const std::stop_token &m_stop;
    const bool m_allKnown;
    QSet<QByteArray> m_known;
};

} // namespace

Result<TaskList> listScheduledTasks(const QByteArray &, qint64, const std::stop_token &stop)
{
    TaskList list;
    const ComThread com;
    SchedulerReader(list, stop).read();
    FileReader(list, stop).readBelow({});
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return list;
}

} // namespace Sonde::Agent
