// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

namespace Sonde::Client {

/// A line as it was typed, with what it means and what speaks against it: parsed and checked once, by whoever has it first.
struct TypedLine {
    QString text;
    Result<Invocation> invocation;
    const CommandSpec *command = nullptr; ///< nullptr for a line that is no command
    std::optional<Error> notOffered;      ///< why this analyst cannot run the command on this platform
    bool needsApproval = false;           ///< sent, it waits until a second person approves it

    [[nodiscard]] bool isEmpty() const { return text.trimmed().isEmpty(); }
    /// Why it cannot run, as far as that can be known here; the service checks again.
    [[nodiscard]] std::optional<Error> problem() const { return invocation ? notOffered : invocation.error(); }
};

[[nodiscard]] TypedLine checkLine(const QString &line, const DeviceAccess &access, Platform platform);

} // namespace Sonde::Client
