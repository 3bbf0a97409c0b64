// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/taskcontrol_windows.h"

#include "agent/formats/small/taskxml.h"
#include "agent/system/windows/com_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <windows.h>

#include <initguid.h>
#include <taskschd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::TaskControl {

namespace {

using Windows::ComText;
using Windows::ComThread;
using Windows::Interface;
using Windows::takenText;

constexpr LONG OwnerGroupAndList = 7; ///< OWNER_, GROUP_ and DACL_SECURITY_INFORMATION

Result<void> done(HRESULT result, const QString &path)
{
    if (SUCCEEDED(result))
        return {};
    // An error of the system's that COM has packed up.
    const bool isPacked = HRESULT_FACILITY(result) == FACILITY_WIN32;
    return std::unexpected(Windows::errorOf(isPacked ? HRESULT_CODE(result) : DWORD(result), path));
}

VARIANT nothing()
{
    VARIANT none;
    ::VariantInit(&none);
    return none;
}

/// The scheduler's root: names in it may be whole paths.
Result<void> openRoot(Interface<ITaskFolder> &root, const QString &path)
{
    Interface<ITaskService> service;
    HRESULT result = ::CoCreateInstance(
        CLSID_TaskScheduler, nullptr, CLSCTX_INPROC_SERVER, IID_ITaskService, reinterpret_cast<void **>(service.out()));
    if (SUCCEEDED(result))
        result = service->Connect(nothing(), nothing(), nothing(), nothing());
    if (SUCCEEDED(result))
        result = service->GetFolder(ComText(u"\\"_s).get(), root.out());
    return done(result, path);
}

QString withoutRoot(const QString &path)
{
    return path.startsWith(u'\\') ? path.sliced(1) : path;
}

/// As its own definition says; a password that was kept with it is nobody's to read, and it runs without one.
TASK_LOGON_TYPE logonOf(const QString &xml)
{
    const TaskListing listing = readTaskXml(xml);
    if (listing.tasks.isEmpty())
        return TASK_LOGON_NONE;
    const TaskDefinition &definition = listing.tasks.first();
    const QString user = definition.userId.toUpper();
    if (!definition.groupId.isEmpty())
        return TASK_LOGON_GROUP;
    if (user == u"S-1-5-18" || user == u"S-1-5-19" || user == u"S-1-5-20" || user == u"SYSTEM"
        || user.endsWith(u"\\SYSTEM"))
        return TASK_LOGON_SERVICE_ACCOUNT;
    return xml.contains(u"<LogonType>S4U"_s) || xml.contains(u"<LogonType>Password"_s) ? TASK_LOGON_S4U
                                                                                       : TASK_LOGON_INTERACTIVE_TOKEN;
}

} // namespace

Result<Definition> read(const QString &path)
{
    const ComThread com;
    Interface<ITaskFolder> root;
    if (const auto opened = openRoot(root, path); !opened)
        return std::unexpected(opened.error());
    Interface<IRegisteredTask> task;
    BSTR xml = nullptr;
    BSTR security = nullptr;
    const auto found = done(root->GetTask(ComText(withoutRoot(path)).get(), task.out()), path).and_then([&] {
        return done(task->get_Xml(&xml), path);
    });
    if (!found)
        return std::unexpected(found.error());
    Definition definition{takenText(xml), {}};
    if (SUCCEEDED(task->GetSecurityDescriptor(OwnerGroupAndList, &security)))
        definition.security = takenText(security);
    return definition;
}

Result<void> remove(const QString &path)
{
    const ComThread com;
    Interface<ITaskFolder> root;
    return openRoot(root, path).and_then([&] {
        return done(root->DeleteTask(ComText(withoutRoot(path)).get(), 0), path);
    });
}

Result<void> add(const QString &path, const Definition &definition)
{
    const ComThread com;
    Interface<ITaskFolder> root;
    if (const auto opened = openRoot(root, path); !opened)
        return opened;
    const ComText security(definition.security);
    const auto registered = [&](const VARIANT &sddl) {
        Interface<IRegisteredTask> task;
        return root->RegisterTask(ComText(withoutRoot(path)).get(), ComText(definition.xml).get(), TASK_CREATE,
            nothing(), nothing(), logonOf(definition.xml), sddl, task.out());
    };
    VARIANT sddl = nothing();
    if (!definition.security.isEmpty()) {
        sddl.vt = VT_BSTR;
        sddl.bstrVal = security.get();
    }
    HRESULT result = registered(sddl);
    if (FAILED(result) && HRESULT_CODE(result) != ERROR_ALREADY_EXISTS && sddl.vt == VT_BSTR)
        result = registered(nothing());
    return done(result, path);
}

} // namespace Sonde::Agent::TaskControl
