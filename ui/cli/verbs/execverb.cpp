// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/cliverbs.h"
#include "ui/cli/verbs/runnerverb.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class ExecVerb final : public RunnerVerb
{
public:
    ExecVerb()
        : RunnerVerb({.name = u"exec"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Runs lines in one session: starts it, runs them in their order, disconnects."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Each LINE is one as the console takes it. A line with & at its end is not waited for before the "
                  "next "
                  "one, but before the end. The exit status is that of the first line that did not complete."),
              .forms = {{u"DEVICE LINE…"_s, nullptr}},
              .options = {},
              .needs = VerbNeeds::Session,
              .examples = {u"--embedded exec this processes 'connections -output json'"_s,
                  u"--embedded --download-dir case-7 exec this 'getfile /etc/hosts'"_s}})
    {
    }

protected:
    void addLines(SessionRunner &runner) override
    {
        for (const QString &line : options().arguments.sliced(1))
            runner.addLine(line);
        runner.endOfLines();
    }
};

} // namespace

std::unique_ptr<CliVerb> execVerb()
{
    return std::make_unique<ExecVerb>();
}

} // namespace Sonde::Client
