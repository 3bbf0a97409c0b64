// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/servicecontrol_windows.h"

#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/registrykey_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <algorithm>
#include <array>

#include <windows.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

using ServiceHandle = Owned<SC_HANDLE, &::CloseServiceHandle>;

constexpr DWORD DriverBits = SERVICE_KERNEL_DRIVER | SERVICE_FILE_SYSTEM_DRIVER | SERVICE_RECOGNIZER_DRIVER;
const QString servicesKey = uR"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services)"_s;

QString stateText(DWORD state)
{
    switch (state) {
    case SERVICE_STOPPED: return u"stopped"_s;
    case SERVICE_START_PENDING: return u"start pending"_s;
    case SERVICE_STOP_PENDING: return u"stop pending"_s;
    case SERVICE_RUNNING: return u"running"_s;
    case SERVICE_CONTINUE_PENDING: return u"continue pending"_s;
    case SERVICE_PAUSE_PENDING: return u"pause pending"_s;
    case SERVICE_PAUSED: return u"paused"_s;
    default: return QString::number(state);
    }
}

QString textOf(const wchar_t *text)
{
    return text ? QString::fromWCharArray(text) : QString();
}

/// What a function of the manager's writes into a buffer whose size it has to say first.
template<typename Ask>
QByteArray askTwice(const Ask &ask)
{
    DWORD needed = 0;
    ask(nullptr, DWORD(0), &needed);
    QByteArray buffer(qsizetype(needed), '\0');
    if (needed == 0 || !ask(reinterpret_cast<BYTE *>(buffer.data()), needed, &needed))
        return {};
    return buffer;
}

Result<std::vector<ControlledService>> enumerate(SC_HANDLE manager, DWORD types)
{
    std::vector<ControlledService> all;
    QByteArray buffer(256 * 1024, '\0');
    DWORD resume = 0;
    for (;;) {
        DWORD needed = 0;
        DWORD count = 0;
        const BOOL done = ::EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, types, SERVICE_STATE_ALL,
            reinterpret_cast<BYTE *>(buffer.data()), DWORD(buffer.size()), &needed, &count, &resume, nullptr);
        const DWORD failure = done ? ERROR_SUCCESS : ::GetLastError();
        if (failure != ERROR_SUCCESS && failure != ERROR_MORE_DATA)
            return std::unexpected(errorOf(failure, u"services"_s));
        const auto *found = reinterpret_cast<const ENUM_SERVICE_STATUS_PROCESSW *>(buffer.constData());
        for (DWORD i = 0; i < count; ++i) {
            const SERVICE_STATUS_PROCESS &status = found[i].ServiceStatusProcess;
            all.push_back({.name = textOf(found[i].lpServiceName),
                .displayName = textOf(found[i].lpDisplayName),
                .state = stateText(status.dwCurrentState),
                .type = status.dwServiceType,
                .pid = status.dwProcessId});
        }
        if (done)
            return all;
        if (count == 0)
            buffer.resize(buffer.size() * 2);
    }
}

/// What the manager was told of it when it was made.
bool addConfiguration(SC_HANDLE manager, ControlledService &service)
{
    const ServiceHandle handle(
        ::OpenServiceW(manager, reinterpret_cast<const wchar_t *>(service.name.utf16()), SERVICE_QUERY_CONFIG));
    if (!handle.isOpen())
        return false;
    const QByteArray buffer = askTwice([&](BYTE *place, DWORD size, DWORD *needed) {
        return ::QueryServiceConfigW(handle.get(), reinterpret_cast<QUERY_SERVICE_CONFIGW *>(place), size, needed);
    });
    if (buffer.isEmpty())
        return false;
    const auto *config = reinterpret_cast<const QUERY_SERVICE_CONFIGW *>(buffer.constData());
    service.startType = config->dwStartType;
    service.commandLine = textOf(config->lpBinaryPathName);
    service.account = textOf(config->lpServiceStartName);
    for (const wchar_t *one = config->lpDependencies; one && *one; one += wcslen(one) + 1)
        service.dependencies += textOf(one);
    return true;
}

/// What is in the registry alone, and all of it where the manager says nothing.
void addWhatTheKeyHas(ControlledService &service, bool isKnown)
{
    const auto key = RegistryKeyHandle::open(servicesKey + u'\\' + service.name, RegistryView::Native);
    if (!key)
        return;
    service.delayed = key->number(u"DelayedAutostart"_s).value_or(0) != 0;
    service.triggered = key->has(u"TriggerInfo"_s);
    service.description = key->text(u"Description"_s).value_or(QString());
    for (const QString &place : {u"\\Parameters"_s, QString()}) {
        const auto parameters =
            RegistryKeyHandle::open(servicesKey + u'\\' + service.name + place, RegistryView::Native);
        if (parameters && service.library.isEmpty())
            service.library = withoutVariables(parameters->text(u"ServiceDll"_s).value_or(QString()));
    }
    if (service.dependencies.isEmpty())
        service.dependencies = key->texts(u"DependOnService"_s);
    if (isKnown)
        return;
    service.type = key->number(u"Type"_s).value_or(0);
    service.startType = key->number(u"Start"_s).value_or(SERVICE_DISABLED);
    service.displayName = key->text(u"DisplayName"_s).value_or(QString());
    service.commandLine = key->text(u"ImagePath"_s).value_or(QString());
    service.account = key->text(u"ObjectName"_s).value_or(QString());
}

bool isWanted(const ControlledService &service, Controlled what)
{
    const bool isDriver = service.type & DriverBits;
    const bool isService = service.type & (SERVICE_WIN32 | 0x50 | 0x60); // and those made for each user
    return what == Controlled::Drivers ? isDriver : isService && !isDriver;
}

bool isFile(const QString &path)
{
    const DWORD attributes = ::GetFileAttributesW(reinterpret_cast<const wchar_t *>(path.utf16()));
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

QString windowsFolder()
{
    std::array<wchar_t, MAX_PATH> path{};
    ::GetSystemWindowsDirectoryW(path.data(), UINT(path.size()));
    return QString::fromWCharArray(path.data());
}

/// The ways in which the kernel writes paths.
QString plainProgram(const QString &path)
{
    const auto startsWith = [&path](QLatin1StringView beginning) {
        return path.startsWith(beginning, Qt::CaseInsensitive);
    };
    if (startsWith(R"(\??\)"_L1))
        return path.sliced(4);
    if (startsWith(R"(\SystemRoot\)"_L1))
        return windowsFolder() + path.sliced(11);
    if (startsWith(R"(System32\)"_L1) || startsWith(R"(SysWOW64\)"_L1))
        return windowsFolder() + u'\\' + path;
    return path;
}

} // namespace

QString withoutVariables(const QString &text)
{
    std::wstring buffer(32'768, L'\0');
    const DWORD length = ::ExpandEnvironmentStringsW(
        reinterpret_cast<const wchar_t *>(text.utf16()), buffer.data(), DWORD(buffer.size()));
    return length > 0 && length <= buffer.size() ? QString::fromWCharArray(buffer.data()) : text;
}

QString programOf(const QString &commandLine)
{
    const QString line = withoutVariables(commandLine).trimmed();
    if (line.startsWith(u'"'))
        return plainProgram(line.sliced(1).section(u'"', 0, 0));
    for (qsizetype end = line.indexOf(u' '); end > 0; end = line.indexOf(u' ', end + 1)) {
        for (const auto &ending : {QString(), u".exe"_s}) {
            if (const QString tried = plainProgram(line.first(end)) + ending; isFile(tried))
                return tried;
        }
    }
    if (isFile(plainProgram(line)))
        return plainProgram(line);
    const qsizetype blank = line.indexOf(u' ');
    return plainProgram(blank < 0 ? line : line.first(blank)); // nothing lies there
}

Result<ControlledServices> listControlled(Controlled what)
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE));
    if (!manager.isOpen())
        return std::unexpected(errorOf(::GetLastError(), u"services"_s));
    auto listed = enumerate(manager.get(), what == Controlled::Drivers ? SERVICE_DRIVER : SERVICE_WIN32);
    if (!listed)
        return std::unexpected(listed.error());
    ControlledServices all{std::move(*listed), {}};
    const auto keys = RegistryKeyHandle::open(servicesKey, RegistryView::Native).and_then([](const auto &key) {
        return key.subkeys();
    });
    if (!keys)
        all.errors.push_back(keys.error());
    QStringList names;
    for (const ControlledService &one : all.services)
        names += one.name.toLower();
    names.sort();
    for (const QString &name : keys.value_or(QStringList())) {
        if (!std::ranges::binary_search(names, name.toLower()))
            all.services.push_back({.name = name});
    }
    for (ControlledService &one : all.services)
        addWhatTheKeyHas(one, !one.state.isEmpty() && addConfiguration(manager.get(), one));
    std::erase_if(all.services, [what](const ControlledService &one) { return !isWanted(one, what); });
    std::ranges::sort(all.services, [](const ControlledService &a, const ControlledService &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return all;
}

} // namespace Sonde::Agent::Windows
