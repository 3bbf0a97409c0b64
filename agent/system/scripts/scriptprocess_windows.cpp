// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/scripts/scriptprocess.h"

#include "agent/system/device/codepage.h"
#include "agent/system/device/consolecodepage_windows.h"
#include "agent/system/windows/commandline.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/servicecontrol_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QDeadlineTimer>
#include <QDir>
#include <algorithm>
#include <array>

#include <windows.h>

#include <userenv.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

using Windows::Handle;

namespace {

constexpr DWORD PipeBytes = 64 * 1024;
/// How often it is looked whether a pipe has something: there is nothing to wait for.
constexpr auto LookInterval = 10ms;

QString textOf(const QByteArray &bytes)
{
    return Windows::deviceText(bytes).value_or(QString::fromUtf8(bytes));
}

std::unexpected<Error> cannotStart(const QString &subject)
{
    Error error = Windows::errorOf(::GetLastError(), subject);
    if (error.code == ErrorCode::ReadFailed)
        error.code = ErrorCode::CannotStart;
    return std::unexpected(error);
}

/// One of a program's streams.
class Pipe final
{
public:
    /// The end that the program writes to, which it inherits.
    [[nodiscard]] Handle open()
    {
        SECURITY_ATTRIBUTES inherited{sizeof(inherited), nullptr, TRUE};
        Handle writing;
        if (!::CreatePipe(m_reading.out(), writing.out(), &inherited, PipeBytes)
            || !::SetHandleInformation(m_reading.get(), HANDLE_FLAG_INHERIT, 0))
            return {};
        return writing;
    }
    /// What is there now.
    [[nodiscard]] QByteArray take()
    {
        DWORD ready = 0;
        if (m_ended || !::PeekNamedPipe(m_reading.get(), nullptr, 0, nullptr, &ready, nullptr)) {
            m_ended = true; // nobody holds the other end any more
            return {};
        }
        QByteArray bytes(qsizetype(ready), Qt::Uninitialized);
        DWORD read = 0;
        if (ready > 0 && !::ReadFile(m_reading.get(), bytes.data(), ready, &read, nullptr))
            m_ended = true;
        bytes.truncate(qsizetype(read));
        return bytes;
    }
    [[nodiscard]] bool isOver() const { return m_ended; }

private:
    Handle m_reading;
    bool m_ended = false;
};

/// A block of variables as CreateProcess takes it: sorted, each with a NUL, and one more.
std::wstring environmentBlock(const QByteArrayList &variables)
{
    QStringList sorted;
    for (const QByteArray &one : variables)
        sorted += textOf(one);
    sorted.sort(Qt::CaseInsensitive);
    std::wstring block;
    for (const QString &one : std::as_const(sorted))
        block += one.toStdWString() + L'\0';
    return block + L'\0';
}

/// The list of handles that a program inherits, and nothing else.
class InheritedHandles final
{
    Q_DISABLE_COPY_MOVE(InheritedHandles)

public:
    explicit InheritedHandles(std::vector<HANDLE> handles)
        : m_handles(std::move(handles))
    {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory.resize(qsizetype(size));
        m_good = ::InitializeProcThreadAttributeList(list(), 1, 0, &size)
            && ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                m_handles.size() * sizeof(HANDLE), nullptr, nullptr);
    }
    ~InheritedHandles() { ::DeleteProcThreadAttributeList(list()); }

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] LPPROC_THREAD_ATTRIBUTE_LIST list()
    {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.data());
    }

private:
    std::vector<HANDLE> m_handles;
    QByteArray m_memory;
    bool m_good = false;
};

/// Nobody leaves it, and all in it end with it.
Handle newJob()
{
    Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (!::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof(limits)))
        return {};
    return job;
}

QString systemFolder(const QString &below)
{
    return Windows::withoutVariables(u"%SystemRoot%\\System32"_s + below);
}

/// The system's own, which every program of the console has and which ends after it.
bool isConsoleHost(qint64 id)
{
    const Handle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(id)));
    std::array<wchar_t, 1024> path{};
    auto size = DWORD(path.size());
    return process.isOpen() && ::QueryFullProcessImageNameW(process.get(), 0, path.data(), &size)
        && QString::fromWCharArray(path.data()).compare(systemFolder(u"\\conhost.exe"_s), Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArrayList scriptEnvironment(CommandId command)
{
    QByteArrayList variables;
    void *block = nullptr;
    Handle token;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY | TOKEN_DUPLICATE, token.out())
        && ::CreateEnvironmentBlock(&block, token.get(), FALSE)) {
        for (const auto *one = static_cast<const wchar_t *>(block); *one; one += wcslen(one) + 1)
            variables += Windows::deviceBytes(QString::fromWCharArray(one));
        ::DestroyEnvironmentBlock(block);
    }
    // By itself Python writes into a pipe in another code page than all others.
    const QByteArray python = Windows::pythonEncodingOfCodePage(Windows::consoleCodePage()) + ":backslashreplace";
    return variables
        + QByteArrayList{"SONDE_COMMAND=" + QByteArray::number(command.value()), "NO_COLOR=1", "PYTHONUNBUFFERED=1",
            "PYTHONIOENCODING=" + python, "POWERSHELL_TELEMETRY_OPTOUT=1", "POWERSHELL_UPDATECHECK=Off"};
}

QStringList programFolders()
{
    QStringList folders{Windows::withoutVariables(uR"(%ProgramFiles%\PowerShell\7)"_s), systemFolder({}),
        systemFolder(uR"(\WindowsPowerShell\v1.0)"_s)};
    for (const QString &one : qEnvironmentVariable("PATH").split(u';', Qt::SkipEmptyParts))
        folders += one;
    return folders;
}

struct ScriptProcess::Private {
    Handle job;
    Handle process;
    Pipe output;
    Pipe errors;

    [[nodiscard]] bool hasEnded() const { return ::WaitForSingleObject(process.get(), 0) == WAIT_OBJECT_0; }
    [[nodiscard]] DWORD active() const
    {
        JOBOBJECT_BASIC_ACCOUNTING_INFORMATION facts{};
        return ::QueryInformationJobObject(
                   job.get(), JobObjectBasicAccountingInformation, &facts, sizeof(facts), nullptr)
            ? facts.ActiveProcesses
            : 0;
    }
};

ScriptProcess::ScriptProcess(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

Result<std::unique_ptr<ScriptProcess>> ScriptProcess::start(const ProcessOrder &order)
{
    auto d = std::make_unique<Private>();
    const QString program = textOf(order.command.value(0));
    QStringList arguments;
    for (const QByteArray &one : order.command)
        arguments += textOf(one);
    SECURITY_ATTRIBUTES inherited{sizeof(inherited), nullptr, TRUE};
    const Handle output = d->output.open();
    const Handle errors = d->errors.open();
    const Handle input(
        ::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, nullptr));
    d->job = newJob();
    if (!output.isOpen() || !errors.isOpen() || !input.isOpen() || !d->job.isOpen())
        return cannotStart(program);
    InheritedHandles handles({input.get(), output.get(), errors.get()});
    STARTUPINFOEXW start{};
    start.StartupInfo.cb = sizeof(start);
    start.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    start.StartupInfo.hStdInput = input.get();
    start.StartupInfo.hStdOutput = output.get();
    start.StartupInfo.hStdError = errors.get();
    start.lpAttributeList = handles.list();
    const auto said =
        Windows::isBatchInterpreter(program) ? Windows::batchLineOf(arguments) : Windows::commandLineOf(arguments);
    if (!said)
        return fail(ErrorCode::BadValue, arguments.last()).with(Fact::Parameter, u"parameters"_s);
    std::wstring line = said->toStdWString();
    std::wstring block = environmentBlock(order.environment);
    // It does nothing before it is in the job: whatever it starts is in there, too.
    constexpr DWORD how =
        CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    PROCESS_INFORMATION made{};
    if (!handles.isGood()
        || !::CreateProcessW(program.toStdWString().c_str(), line.data(), nullptr, nullptr, TRUE, how, block.data(),
            textOf(order.folder).toStdWString().c_str(), &start.StartupInfo, &made))
        return cannotStart(program);
    d->process = Handle(made.hProcess);
    const Handle thread(made.hThread);
    if (!::AssignProcessToJobObject(d->job.get(), made.hProcess) || ::ResumeThread(made.hThread) == DWORD(-1)) {
        auto failure = cannotStart(program);
        ::TerminateProcess(made.hProcess, 1);
        return failure;
    }
    return std::unique_ptr<ScriptProcess>(new ScriptProcess(std::move(d)));
}

ScriptProcess::~ScriptProcess() = default; // the job is closed, and all in it end

ScriptProcess::Output ScriptProcess::read(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        Output output{d->output.take(), d->errors.take()};
        if (!output.text.isEmpty() || !output.errors.isEmpty() || isOver() || deadline.hasExpired())
            return output;
        const bool ended = d->hasEnded(); // then only the pipes are left to look at
        const auto wait = DWORD(std::min<qint64>(LookInterval.count(), deadline.remainingTime()));
        if (ended)
            ::Sleep(wait);
        else
            ::WaitForSingleObject(d->process.get(), wait);
    }
}

bool ScriptProcess::isOver() const
{
    return d->output.isOver() && d->errors.isOver() && d->hasEnded();
}

std::optional<qint32> ScriptProcess::exitStatus() const
{
    DWORD status = 0;
    if (!d->hasEnded() || !::GetExitCodeProcess(d->process.get(), &status))
        return {};
    return qint32(status);
}

std::vector<qint64> ScriptProcess::running() const
{
    constexpr size_t most = 4096;
    std::vector<ULONG_PTR> buffer(most + 1);
    auto *list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST *>(buffer.data());
    if (!::QueryInformationJobObject(
            d->job.get(), JobObjectBasicProcessIdList, list, DWORD(buffer.size() * sizeof(ULONG_PTR)), nullptr))
        return {};
    std::vector<qint64> ids(list->ProcessIdList, list->ProcessIdList + list->NumberOfProcessIdsInList);
    if (d->hasEnded())
        std::erase(ids, qint64(::GetProcessId(d->process.get())));
    std::erase_if(ids, isConsoleHost);
    return ids;
}

bool ScriptProcess::endAll()
{
    // A program without a window or a console cannot be asked.
    ::TerminateJobObject(d->job.get(), UINT(-1));
    const QDeadlineTimer deadline(FirmPatience);
    while (d->active() > 0 && !deadline.hasExpired())
        ::Sleep(DWORD(LookInterval.count()));
    return d->active() == 0;
}

void ScriptProcess::letGo()
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION none{};
    ::SetInformationJobObject(d->job.get(), JobObjectExtendedLimitInformation, &none, sizeof(none));
}

} // namespace Sonde::Agent
