// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"

#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstring>

#include <windows.h>

#include <winternl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr auto ProcessCommandLine = PROCESSINFOCLASS(60);
constexpr auto LengthMismatch = NTSTATUS(0xC0000004);
/// Milliseconds. What is younger is not asked for again: a list of all processes is one list.
constexpr qint64 SnapshotAge = 1'000;
constexpr qint64 IdleProcess = 0;
constexpr qint64 SystemProcess = 4;

/// The head of SYSTEM_PROCESS_INFORMATION, whose members winternl.h keeps to itself; threads follow.
struct ProcessRecord {
    ULONG next;
    ULONG threads;
    LARGE_INTEGER workingSetPrivate;
    ULONG hardFaults;
    ULONG mostThreads;
    ULONGLONG cycles;
    LARGE_INTEGER created;
    LARGE_INTEGER userTime;
    LARGE_INTEGER kernelTime;
    UNICODE_STRING name;
    LONG priority;
    HANDLE pid;
    HANDLE parent;
    ULONG handles;
    ULONG session;
    ULONG_PTR key;
    SIZE_T peakVirtualSize;
    SIZE_T virtualSize;
    ULONG pageFaults;
    SIZE_T peakWorkingSet;
    SIZE_T workingSet;
    SIZE_T quotas[4];
    SIZE_T pagefileUsage;
    SIZE_T peakPagefileUsage;
    SIZE_T privatePages;
    LARGE_INTEGER transferred[6];
};

/// SYSTEM_THREAD_INFORMATION.
struct ThreadRecord {
    LARGE_INTEGER kernelTime;
    LARGE_INTEGER userTime;
    LARGE_INTEGER created;
    ULONG waitTime;
    PVOID startAddress;
    CLIENT_ID id;
    LONG priority;
    LONG basePriority;
    ULONG switches;
    ULONG state;
    ULONG waitReason;
};

constexpr ULONG Waiting = 5;   ///< ThreadRecord::state
constexpr ULONG Suspended = 5; ///< ThreadRecord::waitReason

QString textOf(const UNICODE_STRING &text)
{
    return QStringView(text.Buffer, text.Length / qsizetype(sizeof(wchar_t))).toString();
}

qint64 numberOf(HANDLE id)
{
    return qint64(reinterpret_cast<quintptr>(id));
}

bool allSuspended(const ProcessRecord &process)
{
    const auto *threads = reinterpret_cast<const ThreadRecord *>(&process + 1);
    return process.threads > 0 && std::all_of(threads, threads + process.threads, [](const ThreadRecord &one) {
        return one.state == Waiting && one.waitReason == Suspended;
    });
}

QByteArray nameOf(const ProcessRecord &process)
{
    if (numberOf(process.pid) == IdleProcess)
        return "System Idle Process"_ba;
    return Windows::deviceBytes(textOf(process.name));
}

ProcessFacts factsIn(const ProcessRecord &process)
{
    constexpr double ticks = 1e7; // a second
    ProcessFacts facts;
    facts.pid = numberOf(process.pid);
    facts.parent = numberOf(process.parent);
    facts.session = process.session;
    facts.name = nameOf(process);
    facts.status = allSuspended(process) ? u"suspended"_s : u"running"_s;
    facts.created = Windows::nanosecondsOf(quint64(process.created.QuadPart));
    facts.start = quint64(process.created.QuadPart);
    facts.isKernelThread = facts.pid == IdleProcess || facts.pid == SystemProcess;
    facts.threads = process.threads;
    facts.cpuSeconds = double(process.userTime.QuadPart + process.kernelTime.QuadPart) / ticks;
    facts.workingSet = qint64(process.workingSet);
    facts.privateBytes = qint64(process.privatePages ? process.privatePages : process.pagefileUsage);
    return facts;
}

/// All processes at one moment.
Result<std::vector<ProcessFacts>> snapshot()
{
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    ULONG needed = 0;
    NTSTATUS status = 0;
    while ((status = ::NtQuerySystemInformation(SystemProcessInformation, buffer.data(), ULONG(buffer.size()), &needed))
        == LengthMismatch)
        buffer.resize(std::max<qsizetype>(needed, buffer.size()) * 2);
    if (status < 0)
        return std::unexpected(Windows::errorOfStatus(status, u"processes"_s));
    std::vector<ProcessFacts> all;
    for (const char *place = buffer.constData();;) {
        const auto *process = reinterpret_cast<const ProcessRecord *>(place);
        all.push_back(factsIn(*process));
        if (process->next == 0)
            break;
        place += process->next;
    }
    std::ranges::sort(all, {}, &ProcessFacts::pid);
    return all;
}

/// What the system says of an open process in a buffer whose size nobody knows before; it begins with a UNICODE_STRING.
QByteArray commandLineOf(HANDLE process)
{
    QByteArray buffer(1024, Qt::Uninitialized);
    ULONG needed = 0;
    NTSTATUS status = 0;
    while ((status = ::NtQueryInformationProcess(
                process, ProcessCommandLine, buffer.data(), ULONG(buffer.size()), &needed))
            == LengthMismatch
        && needed > ULONG(buffer.size()))
        buffer.resize(needed);
    UNICODE_STRING text{};
    if (status < 0)
        return {};
    std::memcpy(&text, buffer.constData(), sizeof(text));
    return Windows::deviceBytes(textOf(text));
}

QString imageOf(HANDLE process)
{
    std::wstring path(32'768, L'\0'); // the longest there is
    auto length = DWORD(path.size());
    if (!::QueryFullProcessImageNameW(process, 0, path.data(), &length))
        return {};
    return QString::fromWCharArray(path.data(), length);
}

/// A piece of another process's memory.
template<typename T>
bool readFrom(HANDLE process, const void *address, T *value, SIZE_T size = sizeof(T))
{
    SIZE_T read = 0;
    return address && ::ReadProcessMemory(process, address, value, size, &read) && read == size;
}

// Where a process has them in its RTL_USER_PROCESS_PARAMETERS, which winternl.h keeps to itself.
constexpr qsizetype WorkingDirectoryOffset = 0x38;
constexpr qsizetype CommandLineOffset = 0x70;

/// A text that a process was started with, as its own memory has it.
QByteArray parameterOf(HANDLE process, qsizetype offset)
{
    PROCESS_BASIC_INFORMATION basic{};
    PEB block{};
    UNICODE_STRING text{};
    if (::NtQueryInformationProcess(process, ProcessBasicInformation, &basic, sizeof(basic), nullptr) < 0
        || !readFrom(process, basic.PebBaseAddress, &block) || !block.ProcessParameters
        || !readFrom(process, reinterpret_cast<const char *>(block.ProcessParameters) + offset, &text))
        return {};
    std::wstring content(text.Length / sizeof(wchar_t), L'\0');
    if (content.empty() || !readFrom(process, text.Buffer, content.data(), text.Length))
        return {};
    return Windows::deviceBytes(QString::fromStdWString(content));
}

/// A piece of what a token says.
QByteArray tokenPart(HANDLE token, TOKEN_INFORMATION_CLASS what)
{
    DWORD size = 0;
    ::GetTokenInformation(token, what, nullptr, 0, &size);
    QByteArray part(qsizetype(size), '\0');
    if (size == 0 || !::GetTokenInformation(token, what, part.data(), size, &size))
        return {};
    return part;
}

QString userOf(HANDLE process, Windows::Accounts &accounts)
{
    Windows::Handle token;
    if (!::OpenProcessToken(process, TOKEN_QUERY, token.out()))
        return {};
    const QByteArray part = tokenPart(token.get(), TokenUser);
    return part.isEmpty() ? QString() : accounts.name(reinterpret_cast<const TOKEN_USER *>(part.constData())->User.Sid);
}

bool isGone(const QString &path)
{
    return ::GetFileAttributesW(reinterpret_cast<const wchar_t *>(path.utf16())) == INVALID_FILE_ATTRIBUTES
        && ::GetLastError() == ERROR_FILE_NOT_FOUND;
}

} // namespace

struct ProcessTable::Private {
    std::vector<ProcessFacts> all;
    QElapsedTimer taken;
    Windows::Accounts accounts;

    [[nodiscard]] Result<void> take()
    {
        auto now = snapshot();
        if (!now)
            return std::unexpected(now.error());
        all = std::move(*now);
        taken.start();
        return {};
    }

    [[nodiscard]] const ProcessFacts *find(qint64 pid) const
    {
        const auto found = std::ranges::lower_bound(all, pid, {}, &ProcessFacts::pid);
        return found != all.end() && found->pid == pid ? &*found : nullptr;
    }

    void addWhatIsInside(ProcessFacts &facts)
    {
        Windows::Handle process(::OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, DWORD(facts.pid)));
        if (process.isOpen())
            facts.workingDirectory = parameterOf(process.get(), WorkingDirectoryOffset);
        else
            process = Windows::Handle(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(facts.pid)));
        if (!process.isOpen())
            return;
        facts.user = userOf(process.get(), accounts);
        facts.commandLine = commandLineOf(process.get());
        if (facts.commandLine.isEmpty()) // a system that does not tell
            facts.commandLine = parameterOf(process.get(), CommandLineOffset);
        const QString image = imageOf(process.get());
        facts.image = Windows::deviceBytes(image);
        facts.imageDeleted = !image.isEmpty() && isGone(image);
    }
};

ProcessTable::ProcessTable(const QByteArray &)
    : d(std::make_unique<Private>())
{
}

ProcessTable::~ProcessTable() = default;

Result<std::vector<qint64>> ProcessTable::ids() const
{
    if (const auto taken = d->take(); !taken)
        return std::unexpected(taken.error());
    std::vector<qint64> ids;
    for (const ProcessFacts &one : d->all)
        ids.push_back(one.pid);
    return ids;
}

Result<ProcessFacts> ProcessTable::facts(qint64 pid) const
{
    if (!d->taken.isValid() || d->taken.hasExpired(SnapshotAge)) {
        if (const auto taken = d->take(); !taken)
            return std::unexpected(taken.error());
    }
    const ProcessFacts *found = d->find(pid);
    if (!found)
        return fail(ErrorCode::NoSuchProcess, QString::number(pid));
    ProcessFacts facts = *found;
    // A number is given away again: who began later than its child is another one than the child's parent.
    if (const ProcessFacts *parent = d->find(facts.parent); parent && parent->created > facts.created)
        facts.parent = 0;
    if (!facts.isKernelThread)
        d->addWhatIsInside(facts);
    else
        facts.user = uR"(NT AUTHORITY\SYSTEM)"_s;
    return facts;
}

std::vector<qint64> ProcessTable::covered() const
{
    return {};
}

QByteArray ProcessTable::folder() const
{
    return {};
}

} // namespace Sonde::Agent
