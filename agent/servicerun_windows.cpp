// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/servicerun.h"

#include "agent/system/windows/systemerror_windows.h"

#include <future>
#include <mutex>
#include <semaphore>
#include <thread>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Milliseconds within which something is heard of it again.
constexpr DWORD StartHint = 60'000;
constexpr DWORD StopHint = 20'000;
/// Of eventcreate.exe, which has a message for each number up to 1000 that is nothing but its text.
constexpr DWORD EventNumber = 1;

/// Windows calls back without saying for whom: what its threads and those of the program share.
struct Shared {
    std::wstring name;
    std::mutex mutex;
    ServiceRun *run = nullptr; ///< none: nobody listens any more
    SERVICE_STATUS_HANDLE status = nullptr;
    DWORD state = SERVICE_START_PENDING;
    std::promise<DWORD> begun; ///< ERROR_SUCCESS, or why the manager is not there
    std::binary_semaphore ended{0};
    HANDLE events = nullptr;
};

Shared &shared()
{
    static auto *const all = new Shared; // outlives every thread of Windows
    return *all;
}

/// With the mutex held.
void tellManager(Shared &service, DWORD state, DWORD failure = NO_ERROR)
{
    if (!service.status || service.state == SERVICE_STOPPED)
        return;
    service.state = state;
    const bool moves = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING;
    SERVICE_STATUS status{};
    status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    status.dwCurrentState = state;
    status.dwControlsAccepted =
        state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN | SERVICE_ACCEPT_PRESHUTDOWN : 0;
    status.dwWin32ExitCode = failure == NO_ERROR ? NO_ERROR : ERROR_SERVICE_SPECIFIC_ERROR;
    status.dwServiceSpecificExitCode = failure;
    status.dwCheckPoint = moves ? 1 : 0;
    status.dwWaitHint = state == SERVICE_START_PENDING ? StartHint : moves ? StopHint : 0;
    ::SetServiceStatus(service.status, &status);
}

/// Called by Windows on the thread of the dispatcher.
DWORD WINAPI control(DWORD what, DWORD, void *, void *)
{
    switch (what) {
    case SERVICE_CONTROL_INTERROGATE: return NO_ERROR;
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
    case SERVICE_CONTROL_PRESHUTDOWN: break;
    default: return ERROR_CALL_NOT_IMPLEMENTED;
    }
    Shared &service = shared();
    const std::lock_guard lock(service.mutex);
    tellManager(service, SERVICE_STOP_PENDING);
    if (service.run)
        QMetaObject::invokeMethod(service.run, &ServiceRun::asked, Qt::QueuedConnection);
    return NO_ERROR;
}

/// Called by Windows on a thread of its own, which stays until the service has ended.
void WINAPI serviceMain(DWORD, wchar_t **)
{
    Shared &service = shared();
    DWORD failure = ERROR_SUCCESS;
    {
        const std::lock_guard lock(service.mutex);
        service.status = ::RegisterServiceCtrlHandlerExW(service.name.c_str(), control, nullptr);
        failure = service.status ? ERROR_SUCCESS : ::GetLastError();
        tellManager(service, SERVICE_START_PENDING);
    }
    service.begun.set_value(failure);
    if (failure == ERROR_SUCCESS)
        service.ended.acquire();
}

/// Returns when the service has ended, and at once where no manager started this process.
void dispatch()
{
    Shared &service = shared();
    std::wstring name = service.name;
    const SERVICE_TABLE_ENTRYW table[]{{name.data(), serviceMain}, {nullptr, nullptr}};
    if (!::StartServiceCtrlDispatcherW(table))
        service.begun.set_value(::GetLastError());
}

void logEvent(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    const wchar_t *words = reinterpret_cast<const wchar_t *>(text.utf16());
    const WORD kind = type == QtWarningMsg ? EVENTLOG_WARNING_TYPE : EVENTLOG_ERROR_TYPE;
    ::ReportEventW(shared().events, kind, 0, EventNumber, nullptr, 1, 0, &words, nullptr);
}

} // namespace

ServiceRun::ServiceRun(const QString &name, QObject *parent)
    : QObject(parent)
{
    shared().name = name.toStdWString();
    const std::lock_guard lock(shared().mutex);
    shared().run = this;
}

ServiceRun::~ServiceRun()
{
    const std::lock_guard lock(shared().mutex);
    shared().run = nullptr;
}

Result<void> ServiceRun::begin()
{
    auto begun = shared().begun.get_future();
    std::thread(dispatch).detach(); // the event loop has the main thread; this one ends with the process
    const DWORD failure = begun.get();
    if (failure == ERROR_FAILED_SERVICE_CONTROLLER_CONNECT)
        return fail(ErrorCode::CannotStart, u"--service"_s,
            u"only the service manager of Windows starts it so: leave it out, or begin `sonde-agent --install`"_s);
    if (failure != ERROR_SUCCESS)
        return fail(ErrorCode::CannotStart, u"--service"_s, Windows::errorOf(failure, {}).reason);
    shared().events = ::RegisterEventSourceW(nullptr, shared().name.c_str());
    if (shared().events)
        qInstallMessageHandler(logEvent);
    return {};
}

void ServiceRun::reportRunning()
{
    const std::lock_guard lock(shared().mutex);
    if (shared().state == SERVICE_START_PENDING) // and nobody stopped it meanwhile
        tellManager(shared(), SERVICE_RUNNING);
}

void ServiceRun::reportEnded(bool failed)
{
    {
        const std::lock_guard lock(shared().mutex);
        tellManager(shared(), SERVICE_STOPPED, failed ? 1 : NO_ERROR);
    }
    shared().ended.release();
}

} // namespace Sonde::Agent

#include "moc_servicerun.cpp"
