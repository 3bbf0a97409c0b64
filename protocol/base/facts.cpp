// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/facts.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde {

QLatin1StringView factName(Fact fact)
{
    switch (fact) {
    case Fact::Accepted: return "accepted"_L1;
    case Fact::Actual: return "actual"_L1;
    case Fact::Changed: return "changed"_L1;
    case Fact::Choices: return "choices"_L1;
    case Fact::Command: return "command"_L1;
    case Fact::Count: return "count"_L1;
    case Fact::Expected: return "expected"_L1;
    case Fact::ExitCode: return "exit_code"_L1;
    case Fact::Fingerprint: return "fingerprint"_L1;
    case Fact::Found: return "found"_L1;
    case Fact::Flag: return "flag"_L1;
    case Fact::Holder: return "holder"_L1;
    case Fact::Interpreter: return "interpreter"_L1;
    case Fact::Least: return "least"_L1;
    case Fact::Limit: return "limit"_L1;
    case Fact::Line: return "line"_L1;
    case Fact::Missing: return "missing"_L1;
    case Fact::More: return "more"_L1;
    case Fact::Most: return "most"_L1;
    case Fact::Nearest: return "nearest"_L1;
    case Fact::Newest: return "newest"_L1;
    case Fact::Oldest: return "oldest"_L1;
    case Fact::Parameter: return "parameter"_L1;
    case Fact::Pid: return "pid"_L1;
    case Fact::Platform: return "platform"_L1;
    case Fact::Platforms: return "platforms"_L1;
    case Fact::Position: return "position"_L1;
    case Fact::Processes: return "processes"_L1;
    case Fact::Program: return "program"_L1;
    case Fact::RetryAfter: return "retry_after"_L1;
    case Fact::Role: return "role"_L1;
    case Fact::Session: return "session"_L1;
    case Fact::Setting: return "setting"_L1;
    case Fact::Signature: return "signature"_L1;
    case Fact::SameContent: return "same-content"_L1;
    case Fact::Signer: return "signer"_L1;
    case Fact::Since: return "since"_L1;
    case Fact::Stopped: return "stopped"_L1;
    case Fact::Target: return "target"_L1;
    case Fact::Upload: return "upload"_L1;
    case Fact::Usage: return "usage"_L1;
    case Fact::Verb: return "verb"_L1;
    case Fact::Version: return "version"_L1;
    case Fact::Why: return "why"_L1;
    case Fact::Permission: return "permission"_L1;
    case Fact::Group: return "group"_L1;
    case Fact::Eligible: return "eligible"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList Facts::list(Fact fact) const
{
    QStringList texts;
    for (const auto &text : value(fact).toArray())
        texts << text.toString();
    return texts;
}

} // namespace Sonde
