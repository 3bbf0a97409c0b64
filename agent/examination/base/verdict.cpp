// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/base/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Reports = std::span<const EngineReport>;

bool has(const EngineReport &report, Weight weight)
{
    return std::ranges::contains(report.findings, weight, &Finding::weight);
}

/// Engines with a finding of this weight or a heavier one.
std::vector<Engine> enginesWith(Reports reports, Weight least)
{
    std::vector<Engine> engines;
    for (const EngineReport &report : reports) {
        const bool says =
            std::ranges::any_of(report.findings, [least](const Finding &finding) { return finding.weight >= least; });
        if (says && !std::ranges::contains(engines, report.engine))
            engines.push_back(report.engine);
    }
    return engines;
}

Judgement malicious(Reports reports)
{
    const auto engines = enginesWith(reports, Weight::Malicious);
    const bool isCertain = std::ranges::contains(engines, Engine::KnownBad)
        || std::ranges::contains(engines, Engine::Clamav) || enginesWith(reports, Weight::Suspicious).size() > 1;
    return {Verdict::Malicious, isCertain ? Confidence::High : Confidence::Medium, engines};
}

Judgement suspicious(Reports reports)
{
    const auto engines = enginesWith(reports, Weight::Suspicious);
    qsizetype findings = 0;
    for (const EngineReport &report : reports)
        findings += std::ranges::count(report.findings, Weight::Suspicious, &Finding::weight);
    return {Verdict::Suspicious, findings > 1 ? Confidence::Medium : Confidence::Low, engines};
}

bool wasStopped(const EngineReport &report)
{
    return report.looked == Looked::Failed || report.looked == Looked::Partly;
}

} // namespace

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Low: return u"low"_s;
    case Confidence::Medium: return u"medium"_s;
    case Confidence::High: return u"high"_s;
    case Confidence::None: break;
    }
    return {};
}

Judgement judge(std::span<const EngineReport> reports)
{
    const auto says = [reports](Weight weight) {
        return std::ranges::any_of(reports, [weight](const EngineReport &report) { return has(report, weight); });
    };
    if (says(Weight::Malicious))
        return malicious(reports);
    if (says(Weight::Suspicious))
        return suspicious(reports);
    for (const EngineReport &report : reports) {
        if (report.looked == Looked::Whole && has(report, Weight::Good))
            return {Verdict::Clean, Confidence::High, {report.engine}};
    }
    if (const auto stopped = std::ranges::find_if(reports, &wasStopped); stopped != reports.end())
        return {Verdict::NotScanned, Confidence::None, {stopped->engine}, stopped->why};
    Judgement silence{Verdict::NotScanned};
    for (const EngineReport &report : reports) {
        if (report.looked != Looked::Whole)
            continue;
        if (silence.verdict == Verdict::NotScanned)
            silence.verdict = Verdict::Unknown;
        if (report.vouches) {
            silence.verdict = Verdict::Clean;
            silence.confidence = Confidence::Medium;
            silence.saidBy.push_back(report.engine);
        }
    }
    return silence;
}

Judgement worstOf(std::span<const Judgement> parts)
{
    const auto worst = std::ranges::max_element(parts, {}, &Judgement::verdict);
    if (worst == parts.end())
        return {};
    Judgement whole = *worst;
    for (const Judgement &part : parts) {
        if (part.verdict != whole.verdict)
            continue;
        // Of what is wrong the surest is enough; that all is well is as sure as its weakest part.
        whole.confidence = whole.verdict >= Verdict::Suspicious ? std::max(whole.confidence, part.confidence)
                                                                : std::min(whole.confidence, part.confidence);
        for (const Engine engine : part.saidBy) {
            if (!std::ranges::contains(whole.saidBy, engine))
                whole.saidBy.push_back(engine);
        }
    }
    return whole;
}

} // namespace Sonde::Agent
