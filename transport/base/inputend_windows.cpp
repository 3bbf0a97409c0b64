// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/inputend.h"

#include <array>
#include <atomic>
#include <io.h>
#include <thread>

#include <windows.h>

#include <tlhelp32.h>

namespace Sonde {

namespace {

constexpr qsizetype LongestLine = 64 * 1024;
constexpr int StandardInput = 0;

DWORD parentOf(DWORD id)
{
    const HANDLE processes = ::CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof(entry);
    DWORD parent = 0;
    for (BOOL has = ::Process32FirstW(processes, &entry); has && parent == 0; has = ::Process32NextW(processes, &entry))
        parent = entry.th32ProcessID == id ? entry.th32ParentProcessID : 0;
    if (processes != INVALID_HANDLE_VALUE)
        ::CloseHandle(processes);
    return parent;
}

quint64 beginningOf(HANDLE process)
{
    FILETIME begun{};
    FILETIME others{};
    if (!::GetProcessTimes(process, &begun, &others, &others, &others))
        return 0;
    return (quint64(begun.dwHighDateTime) << 32) | begun.dwLowDateTime;
}

/// Null when it is gone already, or may not be waited for. Its number may be that of another one by now, which began after this process.
HANDLE openParent()
{
    const DWORD id = parentOf(::GetCurrentProcessId());
    const HANDLE parent = id == 0 ? nullptr : ::OpenProcess(SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION, FALSE, id);
    if (parent && beginningOf(parent) > beginningOf(::GetCurrentProcess())) {
        ::CloseHandle(parent);
        return nullptr;
    }
    return parent;
}

} // namespace

QByteArray readInputLine()
{
    QByteArray line;
    for (char c = 0; line.size() < LongestLine && _read(StandardInput, &c, 1) == 1 && c != '\n';)
        line += c;
    return line.trimmed();
}

InputEnd::InputEnd(QObject *parent)
    : QObject(parent)
{
    // The end of a pipe can only be waited for by reading it; the threads end with the process.
    const auto tell = [this, isTold = std::make_shared<std::atomic_flag>()] {
        if (!isTold->test_and_set())
            QMetaObject::invokeMethod(this, &InputEnd::reached, Qt::QueuedConnection);
    };
    std::thread([tell] {
        std::array<char, 256> ignored{};
        while (_read(StandardInput, ignored.data(), unsigned(ignored.size())) > 0) {}
        tell();
    }).detach();
    if (const HANDLE starter = openParent()) {
        std::thread([tell, starter] {
            ::WaitForSingleObject(starter, INFINITE);
            tell();
        }).detach();
    }
}

} // namespace Sonde

#include "moc_inputend.cpp"
