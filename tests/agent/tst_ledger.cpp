// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/ledger/ledger.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <ranges>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// The file of acts: it keeps what is needed, and does not grow for ever.
class LedgerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyNeedsIsForgotten();
    void whatIsNeededStays();
    void killedWhileItIsWrittenAnew();
};

namespace {

/// Thousands of times it waits for the disk: in memory that takes no time.
QString placeForFiles()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/sonde-ledger-XXXXXX"_s;
}

ActIntent intentOf(const QString &id, std::optional<quint64> undoes = {})
{
    ActIntent intent;
    intent.command = CommandId(1);
    intent.session = SessionId(1);
    intent.time = QDateTime::currentDateTimeUtc();
    intent.expires = intent.time.addDays(1);
    intent.plan.kind = undoes ? ActKind::Undo : ActKind::Remediate;
    intent.plan.id = id;
    intent.plan.undoes = undoes;
    intent.plan.steps = {{StepKind::MoveFile, id, {}}};
    intent.kept = {{{u"content"_s, QByteArray(1000, 'x')}}};
    return intent;
}

quint64 addAct(Ledger &ledger, const ActIntent &intent, bool told = true)
{
    const quint64 number = ledger.begin(intent).value();
    if (!ledger.add(number, {.step = 0, .state = StepState::Done, .error = {}, .facts = {}})
        || !ledger.end(number, ActState::Done) || (told && !ledger.setTold(number)))
        qFatal("the ledger cannot be written");
    return number;
}

} // namespace

void LedgerTest::whatNobodyNeedsIsForgotten()
{
    constexpr qint64 large = 512 * 1024;
    constexpr int pairs = 1000;
    const QTemporaryDir folder(placeForFiles());
    Ledger ledger(folder.filePath(u"acts.log"_s), large);
    QVERIFY(ledger.open());
    for (int i = 0; i < pairs; ++i) {
        const quint64 act = addAct(ledger, intentOf(u"/evil%1"_s.arg(i)));
        addAct(ledger, intentOf(u"/evil%1"_s.arg(i), act));
    }
    QVERIFY(QFileInfo(folder.filePath(u"acts.log"_s)).size() < 3 * large);
    QVERIFY(ledger.acts().size() < 2 * pairs);
    Ledger again(folder.filePath(u"acts.log"_s), large);
    QVERIFY(again.open());
    QVERIFY(again.acts().size() <= ledger.acts().size());
    QVERIFY(std::ranges::none_of(again.acts(), &ActRecord::canBeUndone));
    QCOMPARE(addAct(again, intentOf(u"/next"_s)), quint64(2 * pairs + 1)); // a number is given once
}

void LedgerTest::whatIsNeededStays()
{
    const QTemporaryDir folder(placeForFiles());
    Ledger ledger(folder.filePath(u"acts.log"_s), 64 * 1024);
    QVERIFY(ledger.open());
    const quint64 undoable = addAct(ledger, intentOf(u"/undoable"_s));
    const quint64 untold = addAct(ledger, intentOf(u"/untold"_s, 12345), false);
    for (int i = 0; i < 1500; ++i)
        addAct(ledger, intentOf(u"/undo"_s, 12345));
    Ledger again(folder.filePath(u"acts.log"_s), 64 * 1024);
    QVERIFY(again.open());
    QVERIFY(again.act(undoable)->canBeUndone());
    QCOMPARE(again.act(undoable)->intent.kept, intentOf({}).kept);
    QVERIFY(again.act(untold));
    QVERIFY(again.acts().size() < 1500);
}

/// SONDE_KILLS=1000 for a long run.
void LedgerTest::killedWhileItIsWrittenAnew()
{
    const int kills = qEnvironmentVariableIntValue("SONDE_KILLS") ? qEnvironmentVariableIntValue("SONDE_KILLS") : 20;
    const QTemporaryDir folder(placeForFiles());
    const QString path = folder.filePath(u"acts.log"_s);
    quint64 undoable = 0;
    {
        Ledger ledger(path, 2000);
        QVERIFY(ledger.open());
        undoable = addAct(ledger, intentOf(u"/undoable"_s));
    }
    quint64 last = undoable;
    for (int i = 0; i < kills; ++i) {
        const pid_t child = ::fork();
        if (child == 0) { // nearly each act is too much
            Ledger ledger(path, 2000);
            if (!ledger.open())
                ::_exit(1);
            for (;;)
                addAct(ledger, intentOf(u"/undo"_s, 12345));
        }
        std::this_thread::sleep_for(std::chrono::microseconds(2000 + 977 * (i % 31)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        Ledger ledger(path, 2000);
        QVERIFY(ledger.open());
        QVERIFY(ledger.act(undoable) && ledger.act(undoable)->canBeUndone());
        QVERIFY(ledger.acts().back().number >= last);
        last = ledger.acts().back().number;
        QVERIFY(std::ranges::count_if(ledger.acts(), [](const ActRecord &act) { return !act.end; }) <= 1);
        for (const ActRecord &act : ledger.acts()) {
            if (!act.end)
                QVERIFY(ledger.end(act.number, ActState::Untouched));
        }
    }
    QVERIFY(last > undoable);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
