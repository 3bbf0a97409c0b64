// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/deliveries.h"
#include "protocol/journal/projection.h"
#include "protocol/time/timetext.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// What there is to know of a command besides its output, in words.
class CommandFacts final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::CommandFacts)

public:
    /// The line, then a line for each fact: who, when, in which folder, what the line was read as, how it ended; then what went wrong.
    [[nodiscard]] static QString text(const CommandRecord &command, Arrival arrival, const SessionRecord &session,
        const QString &folder, const TimeText &times);
    /// What the line was read as: the verb and the values of its parameters, `dir path="/usr/bin"`.
    [[nodiscard]] static QString reading(const Invocation &invocation);
};

} // namespace Sonde::Client
