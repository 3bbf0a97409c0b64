// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/heldprocess.h"

#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/procparser.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

struct HeldProcess::Handle {
    Linux::Descriptor descriptor;

    bool signal(int number) const
    {
        return ::syscall(SYS_pidfd_send_signal, descriptor.number(), number, nullptr, 0U) == 0;
    }
};

namespace {

QByteArray folderOfProcess(qint64 pid)
{
    return "/proc/" + QByteArray::number(pid);
}

/// The first letter of its state: proc_pid_stat(5); 0: it has ended.
char stateOf(const HeldProcess &process)
{
    const auto bytes = process.hasEnded() ? fail(ErrorCode::NoSuchProcess)
                                          : Linux::readWhole(folderOfProcess(process.identity().pid) + "/stat");
    const auto stat = bytes ? Linux::parseProcStat(*bytes) : std::unexpected(bytes.error());
    return stat ? stat->state : '\0';
}

} // namespace

HeldProcess::HeldProcess(ProcessIdentity identity, std::unique_ptr<Handle> handle)
    : m_identity(std::move(identity))
    , m_handle(std::move(handle))
{
}

HeldProcess::HeldProcess(HeldProcess &&other) noexcept = default;
HeldProcess &HeldProcess::operator=(HeldProcess &&other) noexcept = default;
HeldProcess::~HeldProcess() = default;

Result<HeldProcess> HeldProcess::open(const ProcessIdentity &identity, const ProcessTable &table)
{
    Linux::Descriptor handle(int(::syscall(SYS_pidfd_open, pid_t(identity.pid), 0U)));
    if (!handle.isOpen())
        return fail(ErrorCode::NoSuchProcess, QString::number(identity.pid));
    // The handle is that of whoever has the number now: looked at after it was taken, it is the one that is meant, or it is not.
    const auto facts = table.facts(identity.pid);
    if (!facts || facts->start != identity.start)
        return fail(ErrorCode::NoSuchProcess, QString::number(identity.pid));
    return HeldProcess(identity, std::make_unique<Handle>(std::move(handle)));
}

bool HeldProcess::stop() const
{
    return m_handle->signal(SIGSTOP);
}

bool HeldProcess::letRunOn() const
{
    return m_handle->signal(SIGCONT);
}

bool HeldProcess::kill() const
{
    return m_handle->signal(SIGKILL);
}

bool HeldProcess::isStopped() const
{
    return stateOf(*this) == 'T';
}

bool HeldProcess::waitForEnd(std::chrono::milliseconds patience) const
{
    pollfd end{m_handle->descriptor.number(), POLLIN, 0};
    return ::poll(&end, 1, int(patience.count())) == 1;
}

bool HeldProcess::waitForStop(std::chrono::milliseconds patience) const
{
    const auto stops = [](char state) {
        return state == 'T' || state == 't' || state == 'Z' || state == 'X' || !state;
    };
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!stops(stateOf(*this))) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

std::optional<NamelessImage> HeldProcess::namelessImage() const
{
    const QByteArray link = folderOfProcess(m_identity.pid) + "/exe";
    Linux::Descriptor image(::open(link.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat stat;
    // Whose name is still there is not lost by killing it. The "(deleted)" of the link could be part of a name.
    if (hasEnded() || !image.isOpen() || ::fstat(image.number(), &stat) != 0 || stat.st_nlink > 0)
        return {};
    return NamelessImage{std::make_unique<OpenFile>(image.release()), stat.st_dev, stat.st_ino};
}

QString shownProcess(qint64 pid)
{
    const QByteArray name = Linux::readWhole(folderOfProcess(pid) + "/comm").value_or("?").trimmed();
    return u"%1 (%2)"_s.arg(QString::fromUtf8(name)).arg(pid);
}

/// The first process, and the kernel's threads.
bool isSystemsOwn(const ProcessFacts &facts)
{
    return facts.pid <= 1 || facts.pid == 2 || facts.parent == 2;
}

} // namespace Sonde::Agent
