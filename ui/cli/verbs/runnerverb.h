// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/cliverb.h"
#include "ui/cli/base/sessionrunner.h"

namespace Sonde::Client {

/// A verb that runs lines in a session on the device its first argument names.
class RunnerVerb : public CliVerb
{
public:
    using CliVerb::CliVerb;

    /// Cancels the command in the foreground; without one, or the second time, ends the session.
    void interrupt() final;

protected:
    void start() final;
    /// Gives the runner its lines, or begins to.
    virtual void addLines(SessionRunner &runner) = 0;

private:
    std::unique_ptr<SessionRunner> m_runner;
};

} // namespace Sonde::Client
