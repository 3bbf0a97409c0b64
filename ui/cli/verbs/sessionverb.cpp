// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/stdinlines.h"
#include "ui/cli/verbs/cliverbs.h"
#include "ui/cli/verbs/runnerverb.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class SessionVerb final : public RunnerVerb
{
public:
    SessionVerb()
        : RunnerVerb({.name = u"session"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Runs the lines of standard input in one session, as they come."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "As “exec” does with the lines of its command line. “disconnect”, or the end of the input, ends the "
                  "session."),
              .forms = {{u"DEVICE"_s, nullptr}},
              .options = {},
              .needs = VerbNeeds::Session,
              .examples = {u"--embedded session this < lines.txt"_s}})
    {
    }

protected:
    void addLines(SessionRunner &runner) override
    {
        connect(&m_lines, &StdinLines::lineRead, &runner, &SessionRunner::addLine);
        connect(&m_lines, &QThread::finished, &runner, &SessionRunner::endOfLines);
        m_lines.start();
    }

private:
    StdinLines m_lines;
};

} // namespace

std::unique_ptr<CliVerb> sessionVerb()
{
    return std::make_unique<SessionVerb>();
}

} // namespace Sonde::Client
