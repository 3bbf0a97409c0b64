// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/processes/processidentity.h"
#include "agent/system/files/files.h"

#include <chrono>

namespace Sonde::Agent {

/// What a process runs, when no name leads there any more.
struct NamelessImage {
    std::unique_ptr<OpenFile> file;
    quint64 volume = 0;
    quint64 inode = 0;
};

/// A process held by a handle: what is done reaches this one or nobody, whoever gets its number later.
class HeldProcess final
{
public:
    /// NoSuchProcess when it has ended, or another one has its number.
    [[nodiscard]] static Result<HeldProcess> open(const ProcessIdentity &identity, const ProcessTable &table);
    HeldProcess(HeldProcess &&other) noexcept;
    HeldProcess &operator=(HeldProcess &&other) noexcept;
    ~HeldProcess();

    [[nodiscard]] const ProcessIdentity &identity() const { return m_identity; }
    // False when it has ended, or may not be touched.
    bool stop() const;
    bool letRunOn() const;
    bool kill() const;
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] bool hasEnded() const { return waitForEnd(std::chrono::milliseconds(0)); }
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds patience) const;
    /// Its threads do nothing any more, or it has ended. False when that cannot be seen within the patience: it waits for hardware.
    [[nodiscard]] bool waitForStop(std::chrono::milliseconds patience) const;
    [[nodiscard]] std::optional<NamelessImage> namelessImage() const;

private:
    struct Handle;
    HeldProcess(ProcessIdentity identity, std::unique_ptr<Handle> handle);

    ProcessIdentity m_identity;
    std::unique_ptr<Handle> m_handle;
};

/// "name (pid)", as far as it can be known.
[[nodiscard]] QString shownProcess(qint64 pid);
/// One without which the system does not go on: nobody ends it.
[[nodiscard]] bool isSystemsOwn(const ProcessFacts &facts);

} // namespace Sonde::Agent
