// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/peers/peer.h"

namespace Sonde::Service {

/// One connection of one agent.
class AgentPeer final : public Peer
{
    Q_OBJECT

public:
    AgentPeer(const DeviceId &device, std::unique_ptr<Channel> channel, Turn &turn, QObject *parent = nullptr);

    [[nodiscard]] const DeviceId &device() const { return m_device; }

Q_SIGNALS:
    void ready(const Sonde::Message::AgentState &state);
    /// One of the messages an agent may send once it is ready.
    void received(const Sonde::AnyMessage &message);

protected:
    void greeted() override {}
    void handle(const AnyMessage &message) override;
    /// What a device says is written down: while nothing more can be, it waits.
    [[nodiscard]] bool isReady() const override { return !turn().isFull(); }

private:
    DeviceId m_device;
    bool m_ready = false;
};

} // namespace Sonde::Service
