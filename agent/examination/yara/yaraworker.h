// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/yara/yaraanswer.h"
#include "agent/system/linux/descriptor.h"

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>
#include <sys/types.h>

namespace Sonde::Agent {

/// A process that looks for YARA rules in what it is handed: without rights of its own, with bounded memory and time. When it fails, it is
/// over: the next one is started. Ends with its destructor. For one thread, and not to outlive it.
class YaraWorker final
{
    Q_DISABLE_COPY_MOVE(YaraWorker)

public:
    /// libyara looks at one thing no longer, and the process is not waited for much longer.
    static constexpr std::chrono::seconds Patience{120};
    static constexpr std::chrono::seconds Grace{10};
    /// Unpacked.
    static constexpr qint64 MostArchiveBytes = 512LL * 1024 * 1024;
    static constexpr qint64 MostMemoryBytes = 8LL * 1024 * 1024 * 1024;

    /// `program`: the agent's own; started with YaraWorkerOption. EngineFailed.
    [[nodiscard]] static Result<std::unique_ptr<YaraWorker>> start(const QByteArray &program);
    ~YaraWorker();

    /// Compiles files of rules, and writes the outcome to `output`. RulesMalformed, EngineFailed, Cancelled.
    [[nodiscard]] Result<void> compile(const std::vector<QString> &names, std::span<const Linux::Descriptor> sources,
        const Linux::Descriptor &output, const std::stop_token &stop);
    /// Takes what compile() wrote; how many rules that are. EngineFailed, Cancelled.
    [[nodiscard]] Result<qint64> load(const Linux::Descriptor &compiled, const std::stop_token &stop);
    /// Of an open file, from its beginning. EngineFailed, Cancelled.
    [[nodiscard]] Result<YaraAnswer> scanFile(int file, const std::stop_token &stop);
    /// Of what is in an open archive; without rules only whether it can be opened. EngineFailed, Cancelled.
    [[nodiscard]] Result<YaraAnswer> scanArchive(int file, const std::stop_token &stop);
    /// Of the pages of a process that are present. NoSuchProcess, AccessDenied, EngineFailed, Cancelled.
    [[nodiscard]] Result<YaraAnswer> scanMemory(qint64 pid, const std::stop_token &stop);

    /// It takes no more orders.
    [[nodiscard]] bool isOver() const { return !m_socket.isOpen(); }
    [[nodiscard]] pid_t process() const { return m_process; }

private:
    YaraWorker(pid_t process, Linux::Descriptor socket);

    [[nodiscard]] Result<YaraAnswer> ask(
        const YaraOrder &order, std::span<const int> files, const std::stop_token &stop);
    [[nodiscard]] std::unexpected<Error> giveUp(Reason reason);

    pid_t m_process;
    Linux::Descriptor m_socket;
};

} // namespace Sonde::Agent
