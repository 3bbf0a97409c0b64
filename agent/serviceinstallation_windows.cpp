// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/serviceinstallation.h"

#include "agent/system/windows/commandline.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QDeadlineTimer>
#include <QDir>
#include <array>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using ServiceHandle = Windows::Owned<SC_HANDLE, &::CloseServiceHandle>;
using KeyHandle = Windows::Owned<HKEY, &::RegCloseKey>;

constexpr auto Patience = 60s;
constexpr DWORD LookInterval = 100; ///< milliseconds
constexpr DWORD RestartAfter = 5'000;
constexpr DWORD RestartAgainAfter = 60'000;
constexpr DWORD ForgottenAfter = 24 * 60 * 60; ///< seconds without a failure
constexpr DWORD ShutdownPatience = 15'000;
const QString eventSources = uR"(SYSTEM\CurrentControlSet\Services\EventLog\Application\)"_s;

const wchar_t *wide(const QString &text)
{
    return reinterpret_cast<const wchar_t *>(text.utf16());
}

/// What the manager refused, in words that say what to do.
Error refusal(DWORD code, const QString &name)
{
    switch (code) {
    case ERROR_ACCESS_DENIED:
        return {ErrorCode::AccessDenied, name, u"only an administrator may: begin it from an elevated prompt"_s, {}};
    case ERROR_SERVICE_DOES_NOT_EXIST: return {ErrorCode::NotFound, name, u"there is no such service"_s, {}};
    case ERROR_SERVICE_MARKED_FOR_DELETE:
        return {ErrorCode::CannotWrite, name,
            u"it is being removed and a program still shows it: close Services and Event Viewer, then try again"_s, {}};
    case ERROR_SERVICE_DISABLED:
        return {ErrorCode::CannotStart, name, u"the service is disabled: enable it in Services"_s, {}};
    case ERROR_SERVICE_REQUEST_TIMEOUT:
        return {ErrorCode::CannotStart, name, u"its program did not answer the service manager"_s, {}};
    default: break;
    }
    Error error = Windows::errorOf(code, name);
    if (error.code == ErrorCode::ReadFailed)
        error.code = ErrorCode::CannotStart;
    return error;
}

std::unexpected<Error> refused(const QString &name)
{
    return std::unexpected(refusal(::GetLastError(), name));
}

Result<ServiceHandle> openManager(DWORD rights, const QString &name)
{
    ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, rights));
    return manager.isOpen() ? Result<ServiceHandle>(std::move(manager)) : refused(name);
}

Result<ServiceHandle> openService(const QString &name, DWORD rights)
{
    const auto manager = openManager(SC_MANAGER_CONNECT, name);
    if (!manager)
        return std::unexpected(manager.error());
    ServiceHandle service(::OpenServiceW(manager->get(), wide(name), rights));
    return service.isOpen() ? Result<ServiceHandle>(std::move(service)) : refused(name);
}

SERVICE_STATUS_PROCESS statusOf(SC_HANDLE service)
{
    SERVICE_STATUS_PROCESS status{};
    DWORD needed = 0;
    if (!::QueryServiceStatusEx(
            service, SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE *>(&status), sizeof(status), &needed))
        status.dwCurrentState = SERVICE_STOPPED;
    return status;
}

/// The status that it has when it is on its way nowhere any more.
SERVICE_STATUS_PROCESS settledStatus(SC_HANDLE service)
{
    const QDeadlineTimer deadline(Patience);
    for (;;) {
        const auto status = statusOf(service);
        const bool moves =
            status.dwCurrentState == SERVICE_START_PENDING || status.dwCurrentState == SERVICE_STOP_PENDING;
        if (!moves || deadline.hasExpired())
            return status;
        ::Sleep(LookInterval);
    }
}

/// Returns when its process is gone: until then its files cannot be replaced.
Result<void> stop(SC_HANDLE service, const QString &name)
{
    const auto before = settledStatus(service);
    if (before.dwCurrentState == SERVICE_STOPPED)
        return {};
    const Windows::Handle process(::OpenProcess(SYNCHRONIZE, FALSE, before.dwProcessId));
    SERVICE_STATUS status{};
    if (!::ControlService(service, SERVICE_CONTROL_STOP, &status) && ::GetLastError() != ERROR_SERVICE_NOT_ACTIVE)
        return refused(name);
    const auto patience = DWORD(std::chrono::milliseconds(Patience).count());
    const bool isGone = !process.isOpen() || ::WaitForSingleObject(process.get(), patience) == WAIT_OBJECT_0;
    if (settledStatus(service).dwCurrentState == SERVICE_STOPPED && isGone)
        return {};
    return fail(
        ErrorCode::TimedOut, name, u"it does not end: end process %1, then try again"_s.arg(before.dwProcessId));
}

QString commandLineThere(SC_HANDLE service)
{
    DWORD needed = 0;
    ::QueryServiceConfigW(service, nullptr, 0, &needed);
    QByteArray buffer(qsizetype(needed), '\0');
    auto *config = reinterpret_cast<QUERY_SERVICE_CONFIGW *>(buffer.data());
    if (needed == 0 || !::QueryServiceConfigW(service, config, needed, &needed) || !config->lpBinaryPathName)
        return {};
    return QString::fromWCharArray(config->lpBinaryPathName);
}

Result<ServiceHandle> change(SC_HANDLE manager, const ServiceDefinition &service, const QString &line)
{
    ServiceHandle there(::OpenServiceW(manager, wide(service.name), SERVICE_ALL_ACCESS));
    if (!there.isOpen())
        return refused(service.name);
    if (commandLineThere(there.get()) != line) {
        if (const auto stopped = stop(there.get(), service.name); !stopped)
            return std::unexpected(stopped.error());
    }
    if (!::ChangeServiceConfigW(there.get(), SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START, SERVICE_ERROR_NORMAL,
            wide(line), nullptr, nullptr, nullptr, L"LocalSystem", L"", wide(service.displayName)))
        return refused(service.name);
    return there;
}

Result<ServiceHandle> makeOrChange(const ServiceDefinition &service)
{
    const auto manager = openManager(SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE, service.name);
    if (!manager)
        return std::unexpected(manager.error());
    const QString line = Windows::commandLineOf(service.command);
    ServiceHandle made(::CreateServiceW(manager->get(), wide(service.name), wide(service.displayName),
        SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS, SERVICE_AUTO_START, SERVICE_ERROR_NORMAL, wide(line), nullptr,
        nullptr, nullptr, nullptr, nullptr));
    if (made.isOpen())
        return made;
    return ::GetLastError() == ERROR_SERVICE_EXISTS ? change(manager->get(), service, line) : refused(service.name);
}

/// What Wine's manager does not know is no failure: Windows 10 knows all of them.
bool set(SC_HANDLE service, DWORD level, void *facts)
{
    if (::ChangeServiceConfig2W(service, level, facts))
        return true;
    const DWORD code = ::GetLastError();
    return code == ERROR_INVALID_LEVEL || code == ERROR_CALL_NOT_IMPLEMENTED || code == RPC_S_INVALID_TAG;
}

Result<void> setFacts(SC_HANDLE service, const ServiceDefinition &definition)
{
    std::wstring words = definition.description.toStdWString();
    SERVICE_DESCRIPTIONW description{words.data()};
    std::array<SC_ACTION, 3> restarts{{{SC_ACTION_RESTART, RestartAfter}, {SC_ACTION_RESTART, RestartAfter},
        {SC_ACTION_RESTART, RestartAgainAfter}}}; // the last one again and again
    SERVICE_FAILURE_ACTIONSW failures{};
    failures.dwResetPeriod = ForgottenAfter;
    failures.cActions = DWORD(restarts.size());
    failures.lpsaActions = restarts.data();
    SERVICE_FAILURE_ACTIONS_FLAG alsoWhenItSaysSo{TRUE};
    SERVICE_DELAYED_AUTO_START_INFO delayed{TRUE};
    SERVICE_PRESHUTDOWN_INFO shutdown{ShutdownPatience};
    if (set(service, SERVICE_CONFIG_DESCRIPTION, &description)
        && set(service, SERVICE_CONFIG_FAILURE_ACTIONS, &failures)
        && set(service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &alsoWhenItSaysSo)
        && set(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &delayed)
        && set(service, SERVICE_CONFIG_PRESHUTDOWN_INFO, &shutdown))
        return {};
    return refused(definition.name);
}

/// What a service says goes into the Application log. The system's own eventcreate.exe holds the message that is nothing but its text.
Result<void> makeEventSource(const QString &name)
{
    const std::wstring file = LR"(%SystemRoot%\System32\EventCreate.exe)";
    const DWORD kinds = EVENTLOG_ERROR_TYPE | EVENTLOG_WARNING_TYPE | EVENTLOG_INFORMATION_TYPE;
    KeyHandle key;
    LSTATUS status = ::RegCreateKeyExW(HKEY_LOCAL_MACHINE, wide(eventSources + name), 0, nullptr,
        REG_OPTION_NON_VOLATILE, KEY_SET_VALUE, nullptr, key.out(), nullptr);
    if (status == ERROR_SUCCESS)
        status = ::RegSetValueExW(key.get(), L"EventMessageFile", 0, REG_EXPAND_SZ,
            reinterpret_cast<const BYTE *>(file.c_str()), DWORD((file.size() + 1) * sizeof(wchar_t)));
    if (status == ERROR_SUCCESS)
        status = ::RegSetValueExW(
            key.get(), L"TypesSupported", 0, REG_DWORD, reinterpret_cast<const BYTE *>(&kinds), sizeof(kinds));
    return status == ERROR_SUCCESS ? Result<void>() : std::unexpected(refusal(DWORD(status), name));
}

} // namespace

ServiceDefinition agentService(const QStringList &command)
{
    return {u"sonde-agent"_s, u"Sonde device agent"_s,
        u"Makes this computer a device of a tenant of Sonde: analysts whose service has the right certificate look at "
        u"it, "
        "and act on it."_s,
        command};
}

QString serviceDataFolder()
{
    const QString data = qEnvironmentVariable("ProgramData", uR"(C:\ProgramData)"_s);
    return QDir::fromNativeSeparators(data) + u"/Sonde/agent"_s;
}

Result<void> installService(const ServiceDefinition &service)
{
    const auto made = makeOrChange(service);
    if (!made)
        return std::unexpected(made.error());
    return setFacts(made->get(), service).and_then([&] { return makeEventSource(service.name); });
}

Result<void> startService(const QString &name)
{
    const auto service = openService(name, SERVICE_START | SERVICE_QUERY_STATUS);
    if (!service)
        return std::unexpected(service.error());
    if (!::StartServiceW(service->get(), 0, nullptr) && ::GetLastError() != ERROR_SERVICE_ALREADY_RUNNING)
        return refused(name);
    if (settledStatus(service->get()).dwCurrentState == SERVICE_RUNNING)
        return {};
    return fail(ErrorCode::CannotStart, name, u"it did not stay: the Application log in Event Viewer says why"_s);
}

Result<void> stopService(const QString &name)
{
    const auto service = openService(name, SERVICE_STOP | SERVICE_QUERY_STATUS);
    if (!service)
        return service.error().code == ErrorCode::NotFound ? Result<void>() : std::unexpected(service.error());
    return stop(service->get(), name);
}

Result<bool> uninstallService(const QString &name)
{
    const auto service = openService(name, SERVICE_STOP | SERVICE_QUERY_STATUS | DELETE);
    if (!service && service.error().code == ErrorCode::NotFound)
        return false;
    if (!service)
        return std::unexpected(service.error());
    if (const auto stopped = stop(service->get(), name); !stopped)
        return std::unexpected(stopped.error());
    if (!::DeleteService(service->get()) && ::GetLastError() != ERROR_SERVICE_MARKED_FOR_DELETE)
        return refused(name);
    ::RegDeleteTreeW(HKEY_LOCAL_MACHINE, wide(eventSources + name));
    return true;
}

} // namespace Sonde::Agent
