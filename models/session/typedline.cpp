// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/typedline.h"

#include "protocol/command/offering.h"

namespace Sonde::Client {

TypedLine checkLine(const QString &line, std::optional<Level> level, Platform platform)
{
    TypedLine typed{.text = line, .invocation = parseLine(line), .command = nullptr, .notOffered = {}};
    if (typed.invocation)
        typed.command = Catalogue::instance().find(typed.invocation->verb);
    if (typed.command)
        typed.notOffered = notOffered(*typed.command, level, platform);
    return typed;
}

} // namespace Sonde::Client
