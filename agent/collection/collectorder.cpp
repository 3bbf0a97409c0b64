// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/collectorder.h"

#include "protocol/command/valuetext.h"
#include "protocol/settings/settingtable.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr qint64 MiB = 1024LL * 1024;
constexpr qint64 TriageBytes = 512 * MiB;
constexpr qint64 TriageBytesOfFile = 100 * MiB;
constexpr qint64 FullBytesOfFile = 1024 * MiB;
constexpr std::chrono::seconds TriageTime = 10min;
constexpr std::chrono::seconds FullTime = 1h;
/// The command itself has some more.
constexpr std::chrono::seconds MostTime = 3h;
constexpr qint64 LeastBytes = MiB;

} // namespace

Result<CollectOrder> CollectOrder::of(const CommandContext &context)
{
    const Invocation &line = context.invocation();
    const qint64 mostBytes = context.limit(TenantSetting::GetfileBytes).value_or(std::numeric_limits<qint64>::max());
    CollectOrder order;
    order.profile = line.value(u"profile"_s) == "full"_L1 ? CollectProfile::Full : CollectProfile::Triage;
    const bool full = order.profile == CollectProfile::Full;
    order.since = momentOf(line.value(u"since"_s), QDateTime::currentDateTimeUtc());
    order.bytes = std::min(mostBytes, sizeOf(line.value(u"size"_s)).value_or(full ? mostBytes : qint64(TriageBytes)));
    order.time = durationOf(line.value(u"time"_s)).value_or(full ? FullTime : TriageTime);
    order.memory = line.hasFlag(u"memory"_s);
    order.bytesOfFile = full ? FullBytesOfFile : TriageBytesOfFile;
    if (order.bytes < LeastBytes)
        return fail(ErrorCode::BadValue, line.value(u"size"_s)).with(Fact::Parameter, u"size"_s);
    if (order.time > MostTime || order.time < 1s)
        return fail(ErrorCode::BadValue, line.value(u"time"_s)).with(Fact::Parameter, u"time"_s);
    return order;
}

} // namespace Sonde::Agent
