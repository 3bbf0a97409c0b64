// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/heldprocess.h"

#include "agent/system/processes/procparser.h"
#include "protocol/base/devicepath.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

QByteArray folderOfProcess(qint64 pid)
{
    return "/proc/" + QByteArray::number(pid);
}

} // namespace

ProcessIdentity ProcessIdentity::of(const ProcessFacts &facts)
{
    return {facts.pid, facts.start, facts.image};
}

ProcessIdentity ProcessIdentity::fromCbor(const QCborMap &map)
{
    return {map.value(u"pid"_s).toInteger(), quint64(map.value(u"start_ticks"_s).toInteger()),
        DevicePath::fromTyped(map.value(u"image_path"_s).toString()).bytes()};
}

QCborMap ProcessIdentity::toCbor() const
{
    return {{u"pid"_s, pid}, {u"start_ticks"_s, qint64(start)}, {u"image_path"_s, DevicePath(image).typed()}};
}

Result<HeldProcess> HeldProcess::open(const ProcessIdentity &identity, const ProcessTable &table)
{
    Linux::Descriptor handle(int(::syscall(SYS_pidfd_open, pid_t(identity.pid), 0U)));
    if (!handle.isOpen())
        return fail(ErrorCode::NoSuchProcess, QString::number(identity.pid));
    // The handle is that of whoever has the number now: looked at after it was taken, it is the one that is meant, or it is not.
    const auto facts = table.facts(identity.pid);
    if (!facts || facts->start != identity.start)
        return fail(ErrorCode::NoSuchProcess, QString::number(identity.pid));
    return HeldProcess(identity, std::move(handle));
}

bool HeldProcess::signal(int number) const
{
    return ::syscall(SYS_pidfd_send_signal, m_handle.number(), number, nullptr, 0U) == 0;
}

bool HeldProcess::waitForEnd(std::chrono::milliseconds patience) const
{
    pollfd end{m_handle.number(), POLLIN, 0};
    return ::poll(&end, 1, int(patience.count())) == 1;
}

char HeldProcess::state() const
{
    const auto bytes =
        hasEnded() ? fail(ErrorCode::NoSuchProcess) : Linux::readWhole(folderOfProcess(m_identity.pid) + "/stat");
    const auto stat = bytes ? Linux::parseProcStat(*bytes) : std::unexpected(bytes.error());
    return stat ? stat->state : '\0';
}

bool HeldProcess::waitForStop(std::chrono::milliseconds patience) const
{
    const auto stops = [](char state) {
        return state == 'T' || state == 't' || state == 'Z' || state == 'X' || !state;
    };
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!stops(state())) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

Linux::Descriptor HeldProcess::openImage() const
{
    const QByteArray link = folderOfProcess(m_identity.pid) + "/exe";
    Linux::Descriptor image(::open(link.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return hasEnded() ? Linux::Descriptor(-1) : std::move(image);
}

QString shownProcess(qint64 pid)
{
    const QByteArray name = Linux::readWhole(folderOfProcess(pid) + "/comm").value_or("?").trimmed();
    return u"%1 (%2)"_s.arg(QString::fromUtf8(name)).arg(pid);
}

} // namespace Sonde::Agent
