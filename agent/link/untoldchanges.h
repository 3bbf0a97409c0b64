// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

#include <deque>

namespace Sonde::Agent {

/// What became of the isolation of this device and was not told to the service yet. It is on disk: a device whose service is away may be
/// restarted by whoever wants this to be forgotten.
class UntoldChanges final
{
    Q_DISABLE_COPY_MOVE(UntoldChanges)

public:
    /// Of more, those in the middle are forgotten: how it began says most, and how it ended.
    static constexpr size_t Most = 1000;

    explicit UntoldChanges(QString path)
        : m_path(std::move(path))
    {
    }

    /// Takes up what an agent before left. What cannot be read is put aside as `PATH.damaged`: StorageFailed, and the rest is there.
    [[nodiscard]] Result<void> open();
    /// On disk when this returns; else it is kept in memory, and StorageFailed says so.
    [[nodiscard]] Result<void> add(const Message::DeviceIsolation &change);
    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    [[nodiscard]] const std::deque<Message::DeviceIsolation> &changes() const { return m_changes; }
    /// All were told.
    [[nodiscard]] Result<void> clear();

private:
    [[nodiscard]] Result<void> save() const;

    QString m_path;
    std::deque<Message::DeviceIsolation> m_changes; ///< oldest first
};

} // namespace Sonde::Agent
