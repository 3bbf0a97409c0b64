// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/processlimits.h"

#include <QtEnvironmentVariables>
#include <algorithm>
#include <limits>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace Sonde {

int mostDescriptors()
{
    static const int most = [] {
        rlimit files{};
        if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
            return 1024;
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        ::getrlimit(RLIMIT_NOFILE, &files);
        return int(std::min<rlim_t>(files.rlim_cur, rlim_t(std::numeric_limits<int>::max())));
    }();
    return most;
}

void keepMemoryPrivate()
{
    if (qEnvironmentVariableIsSet("SONDE_ALLOW_CORE"))
        return;
    const rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none);
    // The leak sanitizer looks at the process as a debugger does.
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace Sonde
