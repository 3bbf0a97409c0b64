// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/examination.h"
#include "models/result/packageaccount.h"
#include "protocol/command/row.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QCborArray row(const QString &kind, const QString &verdict, const QString &engine, const QString &finding = {},
    const QString &evidence = {}, const QCborMap &details = {})
{
    return rowOf<Verbs::Analyze>(cell<"verdict">(verdict), cell<"kind">(kind), cell<"engine">(engine),
        cell<"finding">(finding), cell<"evidence">(evidence), cell<"path">(u"/x"_s), cell<"pid">(nullptr),
        cell<"part">(u"file"_s), cell<"size">(1), cell<"sha256">(nullptr), cell<"confidence">(u"high"_s),
        cell<"author">(u"ada"_s), cell<"license">(u"MIT"_s), cell<"source">(u"a.yar"_s), cell<"details">(details));
}

std::optional<Examination> examined(const Verb &verb, const std::vector<QCborArray> &rows)
{
    ResultTable table(Catalogue::instance().of(verb));
    table.appendRows(rows);
    return examinationOf(table);
}

} // namespace

/// What the console says first of analyze and scan is read from their rows.
class TestVerdictRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComesFirst()
    {
        const auto all = examined(Verbs::Analyze,
            {row(u"verdict"_s, u"malicious"_s, u"known-bad, yara"_s),
                row(u"finding"_s, {}, u"package"_s, u"package-intact"_s),
                row(u"finding"_s, u"suspicious"_s, u"heuristics"_s, u"packed"_s),
                row(u"finding"_s, u"malicious"_s, u"yara"_s, u"rule"_s),
                row(u"engine"_s, u"not-scanned"_s, u"clamav"_s, u"partly"_s, u"why"_s)});
        QVERIFY(all);
        QCOMPARE(all->verdict, Verdict::Malicious);
        QCOMPARE(all->engines, (std::vector{Engine::KnownBad, Engine::Yara}));
        QCOMPARE(all->findings.size(), 2U);
        QCOMPARE(all->findings.front().name, u"rule"_s);
        QCOMPARE(all->findings.front().author, u"ada"_s);
        QCOMPARE(all->findings.front().row, 3);
        QCOMPARE(all->remarks.size(), 1U); // what speaks for it is said, too
        QCOMPARE(all->remarks.front().name, u"package-intact"_s);
        QCOMPARE(all->gaps.size(), 1U);
        QCOMPARE(all->gaps.front().row, 4);
        QCOMPARE(all->gaps.front().reason, u"why"_s);
    }

    /// What the time of a package went into, and where something went wrong.
    void aPackageGivesAccount()
    {
        const auto line = [](const QString &area, double seconds, qint64 problems, const QCborMap &details = {}) {
            return rowOf<Verbs::Collect>(cell<"area">(area), cell<"data_point">(u"x"_s), cell<"state">(u"complete"_s),
                cell<"files">(1), cell<"size">(1), cell<"duration">(seconds), cell<"problems">(problems),
                cell<"path">(u"x"_s), cell<"sha256">(nullptr), cell<"details">(details));
        };
        ResultTable table(Catalogue::instance().of(Verbs::Collect));
        table.appendRows({line(u"results"_s, 0.5, 0), line(u"results"_s, 0.25, 1), line(u"bodyfile"_s, 3, 0)});
        QVERIFY(!packageAccountOf(table)); // it is being made
        table.appendRows({line(u"package"_s, 6, 1, {{u"waited_ms"_s, 2000}})});
        const auto account = packageAccountOf(table);
        QVERIFY(account);
        QCOMPARE(account->areas.size(), 3U);
        QCOMPARE(account->areas.at(0).name, u"results"_s);
        QCOMPARE(account->areas.at(0).took, std::chrono::milliseconds(750));
        QCOMPARE(account->areas.at(0).problems, 1);
        QCOMPARE(account->areas.at(2).name, u"waiting"_s);
        QCOMPARE(account->areas.at(2).took, std::chrono::milliseconds(2000));
    }

    void aScanSaysItsVerdictLast()
    {
        std::vector<QCborArray> rows;
        rows.reserve(Examination::MostTold + 3);
        for (size_t i = 0; i < Examination::MostTold + 2; ++i)
            rows.push_back(row(u"finding"_s, u"suspicious"_s, u"yara"_s, u"rule %1"_s.arg(i)));
        QVERIFY(!examined(Verbs::Scan, rows)); // it has none yet
        rows.push_back(row(u"verdict"_s, u"suspicious"_s, u"yara"_s, {}, {}, {{u"files"_s, 7}}));
        const auto all = examined(Verbs::Scan, rows);
        QVERIFY(all);
        QCOMPARE(all->findings.size(), Examination::MostTold);
        QCOMPARE(all->moreFindings, 2);
        QCOMPARE(all->counts.value(u"files"_s).toInteger(), 7);
    }

    void otherCommandsHaveNone()
    {
        ResultTable table(Catalogue::instance().of(Verbs::Dir));
        QVERIFY(!examinationOf(table));
        QVERIFY(!examined(Verbs::Analyze, {}));
    }
};

QTEST_GUILESS_MAIN(TestVerdictRows)
#include "tst_verdictrows.moc"
