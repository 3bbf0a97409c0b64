// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// The way to devices, whichever node of the service holds their connection.
class AgentRouter : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgentRouter)

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isOnline(const DeviceId &device) const = 0;
    /// Delivered at most once; dropped when the device is not connected.
    virtual void send(const DeviceId &device, const AnyMessage &message) = 0;
    /// Ends the connection of an agent that breaks the protocol.
    virtual void refuse(const DeviceId &device, const Error &reason) = 0;

Q_SIGNALS:
    /// A connection is there and the agent has said what it holds.
    void agentReady(const Sonde::DeviceId &device, const Sonde::Message::AgentState &state);
    void agentGone(const Sonde::DeviceId &device);
    void received(const Sonde::DeviceId &device, const Sonde::AnyMessage &message);
};

} // namespace Sonde::Service
