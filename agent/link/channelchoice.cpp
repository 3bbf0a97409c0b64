// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/channelchoice.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr std::array Choices{ChannelChoice::Automatic, ChannelChoice::Direct, ChannelChoice::WebSocket};

} // namespace

QString channelWord(ChannelChoice choice)
{
    switch (choice) {
    case ChannelChoice::Automatic: return u"auto"_s;
    case ChannelChoice::Direct: return u"direct"_s;
    case ChannelChoice::WebSocket: return u"websocket"_s;
    }
    return {};
}

std::optional<ChannelChoice> channelFromWord(QStringView word)
{
    for (const ChannelChoice choice : Choices) {
        if (channelWord(choice) == word)
            return choice;
    }
    return std::nullopt;
}

} // namespace Sonde::Agent
