// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/openfiles.h"

#include "agent/acts/files/pinnedfile_windows.h"

#include <array>

#include <windows.h>

#include <restartmanager.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

/// The Restart Manager is asked of each file.
OpenFiles OpenFiles::take(const std::stop_token &)
{
    return {};
}

QStringList OpenFiles::openersOf(const PinnedFile &file) const
{
    DWORD session = 0;
    std::array<wchar_t, CCH_RM_SESSION_KEY + 1> key{};
    if (::RmStartSession(&session, 0, key.data()) != ERROR_SUCCESS)
        return {};
    const std::wstring path = nativePathOf(file.path());
    LPCWSTR name = path.c_str();
    std::vector<RM_PROCESS_INFO> processes(16);
    UINT needed = 0;
    DWORD why = 0;
    DWORD failure = ::RmRegisterResources(session, 1, &name, 0, nullptr, 0, nullptr);
    auto count = UINT(processes.size());
    while (failure == ERROR_SUCCESS || failure == ERROR_MORE_DATA) {
        count = UINT(processes.size());
        failure = ::RmGetList(session, &needed, &count, processes.data(), &why);
        if (failure != ERROR_MORE_DATA || needed <= processes.size())
            break;
        processes.resize(needed);
    }
    ::RmEndSession(session);
    QStringList names;
    for (UINT i = 0; failure == ERROR_SUCCESS && i < count; ++i) {
        const DWORD pid = processes[i].Process.dwProcessId;
        if (pid != ::GetCurrentProcessId())
            names += u"%1 (%2)"_s.arg(QString::fromWCharArray(processes[i].strAppName)).arg(pid);
    }
    return names;
}

} // namespace Sonde::Agent
