// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/scripts/supervisor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <tuple>

/// Everything here runs in the fork of a process with many threads: system calls only, no memory from the heap, no locks.
namespace Sonde::Agent::Linux {

namespace {

/// To be gone after SIGKILL; what waits for a dead disk, or belongs to another user, may not.
constexpr int FirmTries = 400;
constexpr int FirmPauseMs = 10;
constexpr rlim_t MostDescriptors = 65'536;

[[noreturn]] void tellFailure(int descriptor, Step step)
{
    const std::array<int, 2> report{int(step), errno};
    std::ignore = ::write(descriptor, report.data(), sizeof report);
    ::_exit(127);
}

enum class Close { Now, OnExec };

/// All descriptors from `first` on.
void closeFrom(int first, Close when)
{
    if (::syscall(SYS_close_range, unsigned(first), ~0U, when == Close::OnExec ? CLOSE_RANGE_CLOEXEC : 0U) == 0)
        return;
    // Linux before 5.11.
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const int end = int(std::min<rlim_t>(limit.rlim_cur, MostDescriptors));
    for (int i = first; i < end; ++i) {
        if (when == Close::OnExec)
            ::fcntl(i, F_SETFD, FD_CLOEXEC);
        else
            ::close(i);
    }
}

/// What the agent ignores or handles is its own business: a script expects SIGPIPE to end it.
void resetSignals()
{
    struct sigaction standard{};
    standard.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        ::sigaction(signal, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The agent may be spared when memory runs out (its unit says so): what a script takes is the script's.
void spareNobody()
{
    const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    std::ignore = ::write(file, "0", 1);
    ::close(file);
}

[[noreturn]] void becomeProgram(const ProgramImage &image, const ProgramEnds &ends)
{
    ::setsid();
    resetSignals();
    spareNobody();
    ::umask(S_IWGRP | S_IWOTH);
    const rlimit noCore{};
    ::setrlimit(RLIMIT_CORE, &noCore);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(ends.output, STDOUT_FILENO);
    ::dup2(ends.errors, STDERR_FILENO);
    closeFrom(STDERR_FILENO + 1, Close::OnExec);
    if (::chdir(image.folder) != 0)
        tellFailure(ends.failure, Step::Folder);
    ::execve(image.arguments[0], image.arguments, image.environment);
    tellFailure(ends.failure, Step::Program);
}

/// The processes whose parent this one is: the kernel writes their numbers with blanks between.
template<typename Visit>
void eachChild(Visit visit)
{
    const int file = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    std::array<char, 4096> text;
    pid_t number = 0;
    ssize_t size = 0;
    while ((size = ::read(file, text.data(), text.size())) > 0) {
        for (ssize_t i = 0; i < size; ++i) {
            const char c = text[size_t(i)];
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else if (number > 0) {
                visit(number);
                number = 0;
            }
        }
    }
    ::close(file);
}

class Supervisor final
{
public:
    Supervisor(pid_t program, int control)
        : m_program(program)
        , m_control(control)
    {
    }

    [[noreturn]] void run()
    {
        sigset_t ended;
        ::sigemptyset(&ended);
        ::sigaddset(&ended, SIGCHLD);
        const int news = ::signalfd(-1, &ended, SFD_CLOEXEC | SFD_NONBLOCK);
        std::array<pollfd, 2> sources{{{m_control, POLLIN, 0}, {news, POLLIN, 0}}};
        while (reap()) {
            ::poll(sources.data(), sources.size(), -1);
            signalfd_siginfo ignored;
            while (::read(news, &ignored, sizeof ignored) > 0) {}
            if (sources[0].revents != 0)
                obey();
        }
        ::_exit(0);
    }

private:
    /// False when there is no child left.
    bool reap()
    {
        for (;;) {
            ProgramEnd status = 0;
            const pid_t child = ::waitpid(-1, &status, WNOHANG);
            if (child < 0 && errno != EINTR)
                return false;
            if (child == m_program)
                std::ignore = ::write(m_control, &status, sizeof status);
            if (child == 0)
                return true;
        }
    }

    void obey()
    {
        char order = EndAll;
        if (::read(m_control, &order, 1) < 0 && errno == EINTR)
            return;
        if (order == LetGo)
            ::_exit(0);
        // Each one killed leaves its children to us, until there are none.
        for (int i = 0; i < FirmTries && reap(); ++i) {
            eachChild([](pid_t child) { ::kill(child, SIGKILL); });
            ::poll(nullptr, 0, FirmPauseMs);
        }
        ::_exit(0);
    }

    pid_t m_program;
    int m_control;
};

[[noreturn]] void supervise(const ProgramImage &image, const ProgramEnds &ends)
{
    ::setsid();
    ::prctl(PR_SET_NAME, "sonde-script");
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const pid_t program = ::fork();
    if (program == 0)
        becomeProgram(image, ends);
    if (program < 0)
        tellFailure(ends.failure, Step::Fork);
    // The script's pipes must not stay open here, nor anything of the agent's.
    constexpr int control = STDIN_FILENO;
    ::dup2(ends.control, control);
    closeFrom(control + 1, Close::Now);
    Supervisor(program, control).run();
}

} // namespace

pid_t startSupervisor(const ProgramImage &image, const ProgramEnds &ends)
{
    // No handler of the agent's may run in the fork. There everything stays blocked: only SIGKILL and the agent end a supervisor.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t supervisor = ::fork();
    if (supervisor == 0)
        supervise(image, ends);
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return supervisor;
}

} // namespace Sonde::Agent::Linux
