// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/base/verdict.h"

#include <QTest>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

constexpr std::array allLooked{Looked::Whole, Looked::Partly, Looked::Failed, Looked::Missing};

/// Everything that one engine can report, as far as a verdict is concerned.
std::vector<EngineReport> allReportsOf(Engine engine)
{
    std::vector<EngineReport> reports;
    for (const Looked looked : allLooked) {
        for (const bool vouches : {false, true}) {
            EngineReport report{.engine = engine, .looked = looked, .vouches = vouches};
            if (looked != Looked::Whole)
                report.why = Error{ErrorCode::EngineFailed, u"engine"_s, {}, {}};
            reports.push_back(report);
            if (looked == Looked::Failed || looked == Looked::Missing)
                continue; // it has seen nothing
            for (const Weight weight : {Weight::Good, Weight::Note, Weight::Suspicious, Weight::Malicious}) {
                report.findings = {{u"finding"_s, weight, u"value"_s}};
                reports.push_back(report);
            }
        }
    }
    return reports;
}

bool hasFinding(const EngineReport &report, Weight weight)
{
    return std::ranges::contains(report.findings, weight, &Finding::weight);
}

bool anyHas(std::span<const EngineReport> reports, Weight weight)
{
    return std::ranges::any_of(reports, [weight](const auto &report) { return hasFinding(report, weight); });
}

} // namespace

/// A verdict is only as good as what it rests on.
class TestVerdict final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyLookedAtAll()
    {
        QCOMPARE(judge({}).verdict, Verdict::NotScanned);
        QCOMPARE(worstOf({}).verdict, Verdict::NotScanned);
    }

    /// All that three engines can say together: 20 × 20 × 20 combinations.
    void everyCombination()
    {
        const auto first = allReportsOf(Engine::Clamav);
        const auto second = allReportsOf(Engine::Yara);
        const auto third = allReportsOf(Engine::KnownGood);
        qsizetype clean = 0;
        for (const EngineReport &one : first) {
            for (const EngineReport &two : second) {
                for (const EngineReport &three : third) {
                    const std::array reports{one, two, three};
                    checkEarned(reports, judge(reports));
                    clean += judge(reports).verdict == Verdict::Clean;
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
        QVERIFY(clean > 0);
    }

    /// Whatever an engine that is missing or failed is added to, nothing becomes clean by that.
    void failingNeverMakesClean()
    {
        for (const EngineReport &one : allReportsOf(Engine::Clamav)) {
            for (const EngineReport &two : allReportsOf(Engine::Yara)) {
                const std::array before{one, two};
                const Verdict without = judge(before).verdict;
                for (const Looked looked : {Looked::Partly, Looked::Failed, Looked::Missing}) {
                    const EngineReport failing =
                        EngineReport::stopped(Engine::Heuristics, looked, Error{ErrorCode::EngineFailed, {}, {}, {}});
                    const std::array after{one, two, failing};
                    const Verdict with = judge(after).verdict;
                    QVERIFY(with != Verdict::Clean || without == Verdict::Clean);
                    QVERIFY(with >= without || without == Verdict::NotScanned);
                    if (looked == Looked::Missing && without != Verdict::NotScanned)
                        QCOMPARE(with, without);
                }
            }
        }
    }

    void orderDoesNotMatter()
    {
        for (const EngineReport &one : allReportsOf(Engine::Clamav)) {
            for (const EngineReport &two : allReportsOf(Engine::Yara)) {
                const std::array there{one, two};
                const std::array back{two, one};
                QCOMPARE(judge(there).verdict, judge(back).verdict);
                QCOMPARE(judge(there).confidence, judge(back).confidence);
            }
        }
    }

    void saysWhatItRestsOn()
    {
        const std::array reports{EngineReport{.engine = Engine::Clamav, .vouches = true},
            EngineReport{.engine = Engine::Yara, .findings = {{u"rule"_s, Weight::Suspicious, {}}}},
            EngineReport{.engine = Engine::KnownBad, .findings = {{u"known-bad"_s, Weight::Malicious, {}}}}};
        const Judgement judgement = judge(reports);
        QCOMPARE(judgement.verdict, Verdict::Malicious);
        QCOMPARE(judgement.confidence, Confidence::High);
        QCOMPARE(judgement.saidBy, std::vector{Engine::KnownBad});
    }

    void theWorstPartDecides()
    {
        const Judgement clean{Verdict::Clean, Confidence::Medium, {Engine::Clamav}};
        const Judgement unseen{Verdict::NotScanned};
        const Judgement bad{Verdict::Malicious, Confidence::Medium, {Engine::Yara}};
        QCOMPARE(worstOf(std::array{clean, clean}).verdict, Verdict::Clean);
        QCOMPARE(worstOf(std::array{clean, unseen, clean}).verdict, Verdict::NotScanned);
        QCOMPARE(worstOf(std::array{clean, unseen, bad}).verdict, Verdict::Malicious);
    }

private:
    static void checkEarned(std::span<const EngineReport> reports, const Judgement &judgement)
    {
        if (anyHas(reports, Weight::Malicious))
            QCOMPARE(judgement.verdict, Verdict::Malicious);
        else if (anyHas(reports, Weight::Suspicious))
            QCOMPARE(judgement.verdict, Verdict::Suspicious);
        else
            QVERIFY(judgement.verdict < Verdict::Suspicious);
        if (judgement.verdict != Verdict::Clean)
            return;
        const bool isKnown = std::ranges::any_of(reports, [](const EngineReport &report) {
            return report.looked == Looked::Whole && hasFinding(report, Weight::Good);
        });
        const bool isVouchedFor = std::ranges::any_of(
            reports, [](const EngineReport &report) { return report.looked == Looked::Whole && report.vouches; });
        const bool wasStopped = std::ranges::any_of(reports, [](const EngineReport &report) {
            return report.looked == Looked::Failed || report.looked == Looked::Partly;
        });
        QVERIFY(isKnown || (isVouchedFor && !wasStopped));
        QVERIFY(!judgement.saidBy.empty());
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
