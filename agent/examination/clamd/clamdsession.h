// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"
#include "protocol/base/result.h"

#include <chrono>
#include <stop_token>

namespace Sonde::Agent {

/// What clamd says of one file. Nothing else is an answer: whatever happens besides is EngineFailed.
struct ClamdAnswer {
    bool isInfected = false;
    QString signature;
};

/// One reply of a session, without its end: "3: fd[9]: Eicar-Signature FOUND". EngineFailed when it is neither OK nor FOUND.
struct ClamdReply {
    qint64 id = 0;
    Result<ClamdAnswer> answer;
};
[[nodiscard]] ClamdReply parseClamdReply(const QByteArray &reply);

/// The lowest process of this name below `proc`, which is /proc; 0: there is none.
[[nodiscard]] qint64 processNamed(const QByteArray &name, const QByteArray &proc);

/// A session (IDSESSION) with clamd: one connection for many files, which are handed over open (FILDES), so that it looks at just that file, and
/// needs no right to read it. For one thread.
class ClamdSession final
{
    Q_DISABLE_COPY_MOVE(ClamdSession)

public:
    /// `socket`: where it listens.
    explicit ClamdSession(QByteArray socket);

    /// Of an open file, from its beginning; waits no longer than `patience`. A connection that was lost is made again, once. EngineFailed,
    /// Cancelled.
    [[nodiscard]] Result<ClamdAnswer> scan(int file, std::chrono::milliseconds patience, const std::stop_token &stop);
    /// "ClamAV 1.4.3/27500/Thu Nov 26 09:00:00 2026". EngineFailed.
    [[nodiscard]] Result<QString> version(const std::stop_token &stop);
    /// The process that looks at the files; 0: there is no connection, or it is not known.
    [[nodiscard]] qint64 process() const { return m_socket.isOpen() ? m_process : 0; }

private:
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<QByteArray> ask(
        const QByteArray &command, int file, std::chrono::milliseconds patience, const std::stop_token &stop);
    [[nodiscard]] Result<QByteArray> readReply(std::chrono::milliseconds patience, const std::stop_token &stop);

    const QByteArray m_path;
    Linux::Descriptor m_socket{-1};
    qint64 m_process = 0;
    QByteArray m_received;
    qint64 m_asked = 0; ///< in this session
};

} // namespace Sonde::Agent
