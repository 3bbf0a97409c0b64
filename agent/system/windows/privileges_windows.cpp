// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/privileges_windows.h"

#include "agent/system/windows/handle_windows.h"

#include <array>

#include <windows.h>

namespace Sonde::Agent::Windows {

namespace {

bool enable()
{
    static constexpr std::array names{SE_BACKUP_NAME, SE_RESTORE_NAME, SE_TAKE_OWNERSHIP_NAME, SE_DEBUG_NAME};
    Handle token;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, token.out()))
        return false;
    for (const wchar_t *name : names) {
        TOKEN_PRIVILEGES one{};
        one.PrivilegeCount = 1;
        one.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
        if (::LookupPrivilegeValueW(nullptr, name, &one.Privileges[0].Luid))
            ::AdjustTokenPrivileges(token.get(), FALSE, &one, 0, nullptr, nullptr);
    }
    return true;
}

} // namespace

void enablePrivileges()
{
    [[maybe_unused]] static const bool enabled = enable();
}

} // namespace Sonde::Agent::Windows
