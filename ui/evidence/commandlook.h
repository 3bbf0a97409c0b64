// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/deliveries.h"
#include "ui/toolkit/stateglyph.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// The state of a command as an analyst may rely on it: a getfile is completed when its file is here, not before.
class CommandLook final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::CommandLook)

public:
    /// The line as it was typed; of the hash of an approved plan only its beginning.
    [[nodiscard]] static QString line(const CommandRecord &command);
    /// A plan, a refusal and an act are told apart.
    [[nodiscard]] static QString text(const CommandRecord &command, Arrival arrival);
    /// The same where there is little room: without an exit status, and without what a cancel came to unless that is a warning.
    [[nodiscard]] static QString briefText(const CommandRecord &command, Arrival arrival);
    /// What is to be said of `Arrival::Earlier`: nobody knows whether the file is still where it was brought.
    [[nodiscard]] static QString earlierText();
    [[nodiscard]] static StateLook look(const CommandRecord &command, Arrival arrival);
    /// The command is done, its file is not: what is said of it is where that is.
    [[nodiscard]] static bool dependsOnArrival(const CommandRecord &command, Arrival arrival);
    /// It goes on by itself, on the device or on its way here.
    [[nodiscard]] static bool isUnderWay(const CommandRecord &command, Arrival arrival);
    /// "82 % · 12.0 MiB/s"; empty when nothing moves.
    [[nodiscard]] static QString progressText(const std::optional<Download> &download);
};

} // namespace Sonde::Client
