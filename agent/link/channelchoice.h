// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace Sonde::Agent {

/// How an agent reaches its service.
enum class ChannelChoice {
    Automatic, ///< directly, and by a WebSocket where nothing else gets through
    Direct,    ///< by the agents' own channel alone
    WebSocket, ///< by a WebSocket alone: for proxies that look into what passes
};

/// "auto", "direct" or "websocket", as people write it.
[[nodiscard]] QString channelWord(ChannelChoice choice);
[[nodiscard]] std::optional<ChannelChoice> channelFromWord(QStringView word);

} // namespace Sonde::Agent
