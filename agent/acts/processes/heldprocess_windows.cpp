// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/heldprocess.h"

#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/servicecontrol_windows.h"

#include <array>

#include <windows.h>

#include <tlhelp32.h>
#include <winternl.h>

using namespace Qt::StringLiterals;

// Functions of ntdll that no header of the toolkit declares.
extern "C" {
__declspec(dllimport) NTSTATUS NTAPI NtSuspendProcess(HANDLE process);
__declspec(dllimport) NTSTATUS NTAPI NtResumeProcess(HANDLE process);
}

namespace Sonde::Agent {

struct HeldProcess::Handle {
    Windows::Handle process;
};

namespace {

/// More often than that nobody has stopped one.
constexpr int MostResumes = 16;
constexpr UINT KilledStatus = 1;

/// With whatever rights there are: what one may not do fails when it is done.
Windows::Handle opened(qint64 pid)
{
    constexpr DWORD end = SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE;
    for (const DWORD rights :
        {end | PROCESS_SUSPEND_RESUME, end, DWORD(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION)}) {
        Windows::Handle process(::OpenProcess(rights, FALSE, DWORD(pid)));
        if (process.isOpen())
            return process;
    }
    return {};
}

quint64 startOf(HANDLE process)
{
    FILETIME created{};
    FILETIME other{};
    FILETIME kernel{};
    FILETIME user{};
    if (!::GetProcessTimes(process, &created, &other, &kernel, &user))
        return 0;
    return quint64(created.dwHighDateTime) << 32 | created.dwLowDateTime;
}

/// How often it was stopped, less how often it was let run on.
ULONG stopsOf(DWORD thread)
{
    constexpr auto suspendCount = THREADINFOCLASS(35); // ThreadSuspendCount
    const Windows::Handle open(::OpenThread(THREAD_QUERY_LIMITED_INFORMATION, FALSE, thread));
    ULONG count = 0;
    return open.isOpen() && ::NtQueryInformationThread(open.get(), suspendCount, &count, sizeof(count), nullptr) >= 0
        ? count
        : 0;
}

bool isStillActive(HANDLE process)
{
    return ::WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
}

} // namespace

HeldProcess::HeldProcess(ProcessIdentity identity, std::unique_ptr<Handle> handle)
    : m_identity(std::move(identity))
    , m_handle(std::move(handle))
{
}

HeldProcess::HeldProcess(HeldProcess &&other) noexcept = default;
HeldProcess &HeldProcess::operator=(HeldProcess &&other) noexcept = default;
HeldProcess::~HeldProcess() = default;

Result<HeldProcess> HeldProcess::open(const ProcessIdentity &identity, const ProcessTable &)
{
    auto process = opened(identity.pid);
    // While the handle is open nobody else gets its number, and what it says of itself is no list of a moment ago.
    if (!process.isOpen() || startOf(process.get()) != identity.start || !isStillActive(process.get()))
        return fail(ErrorCode::NoSuchProcess, QString::number(identity.pid));
    return HeldProcess(identity, std::make_unique<Handle>(std::move(process)));
}

bool HeldProcess::stop() const
{
    return ::NtSuspendProcess(m_handle->process.get()) >= 0;
}

/// It is counted how often one was stopped.
bool HeldProcess::letRunOn() const
{
    for (int i = 0; i < MostResumes && isStopped(); ++i) {
        if (::NtResumeProcess(m_handle->process.get()) < 0)
            return false;
    }
    return true;
}

bool HeldProcess::kill() const
{
    return ::TerminateProcess(m_handle->process.get(), KilledStatus);
}

bool HeldProcess::isStopped() const
{
    const Windows::Handle threads(::CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0));
    THREADENTRY32 entry{};
    entry.dwSize = sizeof(entry);
    bool hasThreads = false;
    for (BOOL more = ::Thread32First(threads.get(), &entry); more; more = ::Thread32Next(threads.get(), &entry)) {
        if (entry.th32OwnerProcessID != DWORD(m_identity.pid))
            continue;
        hasThreads = true;
        if (stopsOf(entry.th32ThreadID) == 0)
            return false;
    }
    return hasThreads && !hasEnded();
}

bool HeldProcess::waitForEnd(std::chrono::milliseconds patience) const
{
    return ::WaitForSingleObject(m_handle->process.get(), DWORD(patience.count())) == WAIT_OBJECT_0;
}

/// The system returns when it has stopped all threads.
bool HeldProcess::waitForStop(std::chrono::milliseconds) const
{
    return true;
}

/// The system deletes no file that is run.
std::optional<NamelessImage> HeldProcess::namelessImage() const
{
    return {};
}

QString shownProcess(qint64 pid)
{
    const auto facts = ProcessTable().facts(pid);
    return u"%1 (%2)"_s.arg(QString::fromUtf8(facts ? facts->name : "?"_ba)).arg(pid);
}

/// Windows stops with a blue screen, or signs everybody out, when one of these ends. Only the ones of the system's own folder: a program
/// elsewhere may take their name.
bool isSystemsOwn(const ProcessFacts &facts)
{
    static constexpr std::array<QByteArrayView, 7> names{
        "csrss.exe", "wininit.exe", "winlogon.exe", "services.exe", "lsass.exe", "lsaiso.exe", "smss.exe"};
    if (facts.isKernelThread || facts.pid <= 4)
        return true;
    static const QByteArray folder =
        Windows::deviceBytes(Windows::withoutVariables(uR"(%SystemRoot%\System32\)"_s)).toLower();
    const QByteArray name = facts.name.toLower();
    // What may not be looked into is protected by the system itself.
    return std::ranges::contains(names, QByteArrayView(name))
        && (facts.image.isEmpty() || facts.image.toLower() == folder + name);
}

} // namespace Sonde::Agent
