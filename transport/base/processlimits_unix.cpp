// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/processlimits.h"

#include <QtEnvironmentVariables>
#include <algorithm>
#include <limits>

#include <sys/resource.h>
#include <tuple>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <csignal>
#include <grp.h>
#include <sys/prctl.h>
#endif

namespace Sonde {

namespace {

template<typename Resource>
void limitTo(Resource resource, rlim_t most)
{
    const rlimit limit{most, most};
    ::setrlimit(resource, &limit);
}

} // namespace

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

void leaveNoCore()
{
    // No core is so small. Where a program takes cores, Linux asks for no other limit than this one. Source: fs/coredump.c of Linux.
    if (!qEnvironmentVariableIsSet("SONDE_ALLOW_CORE"))
        limitTo(RLIMIT_CORE, 1);
}

void keepMemoryPrivate()
{
    leaveNoCore();
    if (qEnvironmentVariableIsSet("SONDE_ALLOW_CORE"))
        return;
    // The leak sanitizer looks at the process as a debugger does.
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

void becomeWorker(const WorkerLimits &limits)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // Sanitizers map more than any machine has, and read what is mapped.
    limitTo(RLIMIT_DATA, rlim_t(limits.memory));
    if (limits.descriptors >= 0)
        limitTo(RLIMIT_NOFILE, rlim_t(limits.descriptors));
#endif
    limitTo(RLIMIT_FSIZE, rlim_t(limits.written));
    limitTo(RLIMIT_CORE, 0);
    if (limits.time.count() > 0)
        limitTo(RLIMIT_CPU, rlim_t(limits.time.count()));
#ifdef Q_OS_LINUX
    constexpr id_t nobody = 65534;
    if (::geteuid() == 0) {
        std::ignore = ::setgroups(0, nullptr);
        std::ignore = ::setresgid(nobody, nobody, nobody);
        std::ignore = ::setresuid(nobody, nobody, nobody);
    }
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__ // the leak sanitizer looks at the process as a debugger does
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
#ifndef __SANITIZE_ADDRESS__ // which makes a thread for that
    limitTo(RLIMIT_NPROC, 0);
#endif
}

} // namespace Sonde
