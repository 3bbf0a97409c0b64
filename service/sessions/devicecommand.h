// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/digest/digest.h"
#include "protocol/wire/messages.h"
#include "service/store/store.h"

#include <QTimer>

namespace Sonde::Service {

/// What has come of a command's output so far: the only index taken next, the sums, the hash over all bytes.
class OutputTally final
{
public:
    /// Continues where the stored chunks end.
    void resume(Store &store, CommandId command);
    void add(const Message::CommandOutput &chunk);

    [[nodiscard]] quint32 next() const { return m_next; }
    [[nodiscard]] quint64 rows() const { return m_rows; }
    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    /// Of everything; asked once, at the end.
    [[nodiscard]] QByteArray sha256() { return m_hash.result(); }

private:
    quint32 m_next = 0;
    quint64 m_rows = 0;
    quint64 m_bytes = 0;
    Sha256 m_hash;
};

/// An open command of a device: what the dispatcher knows of it beside the journal. When it has ended the event loop
/// deletes it, nobody before: whoever is at work on it just then, its own timers among them, may still look at it.
struct DeviceCommand final : QObject {
    using QObject::QObject;

    CommandId id;
    SessionId session;
    DeviceId device;
    OutputTally output;
    bool sent = false; ///< at some time, on whatever connection
    int emptyChunks = 0;
    bool limitHit = false; ///< output is dropped from here on
    std::optional<Error> limit;
    Message::CommandProgress progress; ///< what the device said last
    QTimer deadline;
    QTimer cancelPatience;
};

} // namespace Sonde::Service
