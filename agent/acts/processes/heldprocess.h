// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/processes.h"

#include <QCborMap>
#include <chrono>

namespace Sonde::Agent {

/// What tells a process from every other, before and after it.
struct ProcessIdentity {
    qint64 pid = 0;
    quint64 start = 0; ///< ProcessFacts::start
    QByteArray image = {};

    [[nodiscard]] static ProcessIdentity of(const ProcessFacts &facts);
    [[nodiscard]] static ProcessIdentity fromCbor(const QCborMap &map);
    [[nodiscard]] QCborMap toCbor() const;
    bool operator==(const ProcessIdentity &) const = default;
};

/// A process held by a handle: signals reach this one or nobody, whoever gets its number later.
class HeldProcess final
{
public:
    /// NoSuchProcess when it has ended, or another one has its number.
    [[nodiscard]] static Result<HeldProcess> open(const ProcessIdentity &identity, const ProcessTable &table);

    [[nodiscard]] const ProcessIdentity &identity() const { return m_identity; }
    /// False when it has ended, or may not be signalled.
    bool signal(int number) const;
    [[nodiscard]] bool hasEnded() const { return waitForEnd(std::chrono::milliseconds(0)); }
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds patience) const;
    /// Its threads do nothing any more, or it has ended. False when that cannot be seen within the patience: it waits for hardware.
    [[nodiscard]] bool waitForStop(std::chrono::milliseconds patience) const;
    /// What it runs, also when no name leads there any more; not open when that cannot be seen.
    [[nodiscard]] Linux::Descriptor openImage() const;
    /// The first letter of its state: proc_pid_stat(5); 0: it has ended.
    [[nodiscard]] char state() const;

private:
    HeldProcess(ProcessIdentity identity, Linux::Descriptor handle)
        : m_identity(std::move(identity))
        , m_handle(std::move(handle))
    {
    }

    ProcessIdentity m_identity;
    Linux::Descriptor m_handle;
};

/// "name (pid)", as far as it can be known.
[[nodiscard]] QString shownProcess(qint64 pid);

} // namespace Sonde::Agent
