// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/network/isolationworker.h"

#include "protocol/base/codec.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const auto ServiceKey = u"service"_s;
const auto ExtrasKey = u"extras"_s;
const auto AnalystKey = u"analyst"_s;
const auto ReasonKey = u"reason"_s;
const auto NetworkName = u"network"_s;

QCborArray textsOf(const std::vector<Passage> &passages)
{
    QCborArray texts;
    for (const Passage &passage : passages)
        texts.append(passage.toString());
    return texts;
}

std::vector<Passage> passagesOf(const QCborValue &texts)
{
    std::vector<Passage> passages;
    const QCborArray list = texts.toArray();
    for (const QCborValue text : list) {
        if (const auto passage = parsePassage(text.toString()))
            passages.push_back(*passage);
    }
    return passages;
}

/// The parts that are not isolated, in the words of the protocol.
QString shortfallsOf(const IsolationFacts &facts)
{
    QStringList texts;
    for (const IsolationShortfall &shortfall : facts.shortfalls)
        texts += shortfall.subject.isEmpty() ? Codec::wireName(shortfall.gap)
                                             : Codec::wireName(shortfall.gap) + u": "_s + shortfall.subject;
    return texts.join(u"; "_s);
}

StepResult isolated(const IsolationFacts &facts)
{
    switch (facts.state) {
    case IsolationState::Isolated: return StepResult::done(factsOf(facts));
    case IsolationState::Partly:
        return {StepState::Done, Error{ErrorCode::PartlyIsolated, shortfallsOf(facts), {}, {}}, factsOf(facts)};
    case IsolationState::NotConfirmed: return {StepState::NotConfirmed, {}, factsOf(facts)};
    case IsolationState::Released: break;
    }
    return {StepState::Failed, Error{ErrorCode::Interrupted, NetworkName, {}, {}}, factsOf(facts)};
}

} // namespace

ActStep isolationStep(const std::vector<Passage> &service, const std::vector<Passage> &extras)
{
    return {StepKind::IsolateNetwork, NetworkName, {{ServiceKey, textsOf(service)}, {ExtrasKey, textsOf(extras)}}};
}

ActStep releaseStep()
{
    return {StepKind::ReleaseNetwork, NetworkName, {}};
}

QCborMap keptOf(const IsolationTerms &terms)
{
    return {{AnalystKey, terms.analyst}, {ReasonKey, terms.reason}};
}

QCborMap factsOf(const IsolationFacts &facts)
{
    QCborArray shortfalls;
    for (const IsolationShortfall &shortfall : facts.shortfalls)
        shortfalls.append(QCborMap{{u"part"_s, Codec::wireName(shortfall.gap)}, {u"subject"_s, shortfall.subject}});
    return {{u"state"_s, Codec::wireName(facts.state)}, {u"not_covered"_s, shortfalls}, {u"refused"_s, facts.refused}};
}

StepResult IsolationWorker::apply(const StepOrder &order)
{
    if (!m_isolation)
        return StepResult::refused({ErrorCode::NotSupported, NetworkName, {}, {}});
    return order.step.kind == StepKind::IsolateNetwork ? isolate(order) : release();
}

StepResult IsolationWorker::isolate(const StepOrder &order)
{
    const QCborMap &identity = order.step.identity;
    const auto facts = m_isolation->isolate({.service = passagesOf(identity.value(ServiceKey)),
        .extras = passagesOf(identity.value(ExtrasKey)),
        .since = QDateTime::currentDateTimeUtc(),
        .analyst = order.kept.value(AnalystKey).toString(),
        .reason = order.kept.value(ReasonKey).toString()});
    return facts ? isolated(*facts) : StepResult::failed(facts.error());
}

StepResult IsolationWorker::release()
{
    const auto facts = m_isolation->release();
    if (!facts)
        return StepResult::failed(facts.error());
    return facts->state == IsolationState::Released ? StepResult::done(factsOf(*facts))
                                                    : StepResult{StepState::NotConfirmed, {}, factsOf(*facts)};
}

/// The order in the agent's folder says how it ended: by now, the device is as it says.
StepResult IsolationWorker::recover(const StepOrder &order)
{
    if (!m_isolation)
        return StepResult::refused({ErrorCode::NotSupported, NetworkName, {}, {}});
    const IsolationFacts facts = m_isolation->observe();
    if (order.step.kind == StepKind::IsolateNetwork)
        return isolated(facts);
    return facts.wanted
        ? StepResult{StepState::Failed, Error{ErrorCode::Interrupted, NetworkName, {}, {}}, factsOf(facts)}
        : StepResult::done(factsOf(facts));
}

Reversal IsolationWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &)
{
    if (order.step.kind == StepKind::IsolateNetwork)
        return {.steps = {releaseStep()}, .kept = {QCborMap()}};
    return {};
}

} // namespace Sonde::Agent
