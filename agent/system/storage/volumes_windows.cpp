// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/volumes.h"

#include <array>

#include <windows.h>

namespace Sonde::Agent {

Volumes listVolumes()
{
    Volumes volumes;
    const DWORD drives = ::GetLogicalDrives();
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const std::array<wchar_t, 4> root{wchar_t(letter), L':', L'\\', L'\0'};
        const bool isThere = drives & (1U << (letter - 'A'));
        const UINT type = isThere ? ::GetDriveTypeW(root.data()) : DRIVE_NO_ROOT_DIR;
        if (type == DRIVE_FIXED || type == DRIVE_RAMDISK)
            volumes.roots.push_back(QByteArray(1, letter) + R"(:\)");
    }
    return volumes;
}

} // namespace Sonde::Agent
