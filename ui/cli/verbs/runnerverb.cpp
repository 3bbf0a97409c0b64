// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/runnerverb.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

void RunnerVerb::start()
{
    const auto device = findDevice(argument(0));
    if (!device)
        return fail(device.error());
    m_runner = std::make_unique<SessionRunner>(tenant().client, tenant().inventory, tenant().downloads, options());
    connect(m_runner.get(), &SessionRunner::finished, this, &RunnerVerb::finish);
    addLines(*m_runner);
    m_runner->start(*device);
}

void RunnerVerb::interrupt()
{
    if (m_runner)
        m_runner->interrupt();
    else
        CliVerb::interrupt();
}

} // namespace Sonde::Client
