// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/consolecodepage_windows.h"

#include "agent/system/windows/registrykey_windows.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

quint32 consoleCodePage()
{
    // What an account has said for its consoles comes before what the system says for all.
    const auto settings = RegistryKeyHandle::open(u"HKEY_CURRENT_USER\\Console"_s, RegistryView::Native);
    const quint32 chosen = settings ? settings->number(u"CodePage"_s).value_or(0) : 0;
    return chosen != 0 && ::IsValidCodePage(chosen) ? chosen : ::GetOEMCP();
}

} // namespace Sonde::Agent::Windows
