// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/sshreference.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/samples.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int WarmUp = 100;
constexpr int Rounds = 12;
constexpr int CommandsPerRound = 50;
constexpr int ReferencesPerRound = 8;
constexpr Budget MedianBudget{.most = 1.0, .mostRatio = 0.1};

Result<void> repeat(int times, Samples &samples, const std::function<Result<double>()> &once)
{
    for (int i = 0; i < times; ++i) {
        const auto seconds = once();
        if (!seconds)
            return std::unexpected(seconds.error());
        samples.add(*seconds * 1000);
    }
    return {};
}

} // namespace

Result<Measurements> roundtrip()
{
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    const auto ssh = SshReference::start();
    QString reference = ssh ? u"ssh with ControlMaster running `true`"_s : ssh.error().reason;

    const auto ours = [&analyst] { return (*analyst)->run(u"cd ."_s); };
    Samples warmUp;
    Samples commands;
    Samples references;
    auto done = repeat(WarmUp, warmUp, ours);
    for (int round = 0; round < Rounds && done; ++round) {
        done = repeat(CommandsPerRound, commands, ours);
        if (ssh && !repeat(ReferencesPerRound, references, [&ssh] { return (*ssh)->run({u"true"_s}); }))
            reference = u"ssh lost its master connection"_s;
    }
    if (!done)
        return std::unexpected(done.error());
    const auto against = [&references](double share) {
        return references.count() > 0 ? std::optional(references.percentile(share)) : std::nullopt;
    };
    return Measurements{
        {u"roundtrip.p50"_s, commands.median(), u"ms"_s, MedianBudget, reference, against(0.5)},
        {u"roundtrip.p95"_s, commands.percentile(0.95), u"ms"_s, {}, reference, against(0.95)},
    };
}

} // namespace Sonde::Client::Bench
