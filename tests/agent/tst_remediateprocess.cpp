// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/processentity.h"
#include "tests/agent/actdevice.h"
#include "tests/agent/filestate.h"

#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace std::chrono_literals;

/// `remediate process` on real processes, some of which start one another again.
class RemediateProcessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aProcessEndsAndItsImageGoes();
    void aPlanSaysWhoItIs();
    void whoWasNotLookedAtRunsOn();
    void anotherProcessHasTheNumber();
    void whatPackagesOwnStays();
    void whatTheAgentLivesByIsProtected();
    void aTreeIsEndedWithWhatItStartsMeanwhile();
    void watchdogsThatRestartOneAnother();
    void aWholeControlGroupIsEnded();
    void aProcessWithoutAFileIsKept();
    void whoIsBroughtBackIsNamed();
    void killedAtAnyMoment();

private:
    /// Runs a copy of a program, which no package owns.
    QProcess *start(const QString &path, const QStringList &arguments);
    /// How many processes run this file.
    [[nodiscard]] static int running(const QString &path);

    std::unique_ptr<ActDevice> m_device;
    std::unique_ptr<PlantedFolder> m_planted;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

namespace {

std::vector<qint64> pidsOf(const ProcessTable &table)
{
    return table.ids().value_or(std::vector<qint64>());
}

} // namespace

void RemediateProcessTest::init()
{
    m_device = std::make_unique<ActDevice>();
    m_planted = std::make_unique<PlantedFolder>();
}

void RemediateProcessTest::cleanup()
{
    for (const auto &process : m_processes) {
        process->kill();
        process->waitForFinished();
    }
    m_processes.clear();
    // Whoever a failed test has left behind.
    const ProcessTable table;
    for (const qint64 pid : pidsOf(table)) {
        const auto facts = table.facts(pid);
        if (facts && facts->image.startsWith(QFile::encodeName(m_planted->path({}))))
            ::kill(pid_t(pid), SIGKILL);
    }
    m_planted.reset();
}

QProcess *RemediateProcessTest::start(const QString &path, const QStringList &arguments)
{
    m_processes.push_back(std::make_unique<QProcess>());
    m_processes.back()->start(path, arguments);
    return m_processes.back()->waitForStarted() ? m_processes.back().get() : nullptr;
}

int RemediateProcessTest::running(const QString &path)
{
    const ProcessTable table;
    int count = 0;
    for (const qint64 pid : pidsOf(table)) {
        const auto facts = table.facts(pid);
        count += facts && facts->image == QFile::encodeName(path) && facts->status != u"zombie";
    }
    return count;
}

void RemediateProcessTest::aProcessEndsAndItsImageGoes()
{
    const QString evil = m_planted->path(u"evil"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, evil));
    QProcess *process = start(evil, {u"60"_s});
    const QString pid = QString::number(process->processId());
    QCOMPARE(m_device->failure(u"processes "_s + pid), QString());
    QCOMPARE(m_device->failure(u"remediate process "_s + pid), QString());
    QCOMPARE(column(*m_device->probe, u"state"_s), (QSet<QString>{u"done"_s, QString()}));
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);
    QVERIFY(!QFile::exists(evil));
    QCOMPARE(rowWhere(*m_device->probe, u"action"_s, u"cannot-undo"_s).value("subject"_L1).toString(), pid);
    // Who had it open runs no more.
    QVERIFY(rowWhere(*m_device->probe, u"action"_s, u"open-by"_s).isEmpty());
    // Whoever asks for the file is told of the act that took it.
    const Outcome asked = m_device->run(u"undo file "_s + evil);
    QCOMPARE(asked.failure->code, ErrorCode::NothingToUndo);
    QCOMPARE(asked.failure->facts.text(Fact::Command), u"undo process "_s + pid);
    QCOMPARE(m_device->failure(u"remediate list"_s), QString());
    QCOMPARE(m_device->probe->rows.at(0).value("subject"_L1).toString(), evil);
    // The file comes back, the process does not, and the plan has said so.
    QCOMPARE(m_device->failure(u"undo process %1 -plan"_s.arg(pid)), QString());
    const auto staysEnded = [this] {
        const QJsonObject note = rowWhere(*m_device->probe, u"action"_s, u"cannot-undo"_s);
        return note.value(u"subject"_s).toString() + note.value(u"details"_s)[u"facts"_s][0].toString();
    };
    QCOMPARE(staysEnded(), pid + u"processes"_s);
    const QJsonValue identity =
        rowWhere(*m_device->probe, u"action"_s, u"restore-file"_s).value(u"details"_s)[u"identity"_s];
    QCOMPARE(identity[u"of_act"_s].toInteger(), 1);
    QCOMPARE(identity[u"known_as"_s][0][u"name"_s].toString(), u"evil"_s);
    QCOMPARE(m_device->failure(u"undo process "_s + pid), QString());
    QCOMPARE(staysEnded(), pid + u"processes"_s);
    QVERIFY(QFileInfo(evil).isExecutable());
    QCOMPARE(running(evil), 0);
}

/// Its number says nothing to who reads the plan; and a name that changes meanwhile makes no other plan of it.
void RemediateProcessTest::aPlanSaysWhoItIs()
{
    QProcess *process =
        start(u"/bin/sh"_s, {u"-c"_s, u"read line; printf renamed > /proc/$$/comm; echo done; read line"_s});
    const QString pid = QString::number(process->processId());
    const auto planned = [this, &pid] {
        const QString failure = m_device->failure(u"remediate process %1 -auto -plan"_s.arg(pid));
        return failure.isEmpty() ? rowWhere(*m_device->probe, u"action"_s, u"kill-processes"_s) : QJsonObject();
    };
    const QJsonObject before = planned();
    const QJsonValue known = before.value(u"details"_s)[u"identity"_s][u"known_as"_s][0];
    QCOMPARE(known[u"pid"_s].toInteger(), process->processId());
    QVERIFY(!known[u"name"_s].toString().isEmpty());
    QCOMPARE(known[u"user_name"_s].toString(), ProcessTable().facts(process->processId())->user);
    process->write("go\n");
    QVERIFY(process->waitForReadyRead());
    const QJsonObject after = planned();
    QCOMPARE(after.value(u"details"_s)[u"identity"_s][u"known_as"_s][0][u"name"_s].toString(), u"renamed"_s);
    QCOMPARE(after.value(u"plan"_s), before.value(u"plan"_s));
    // As lists of acts call it.
    QCOMPARE(m_device->failure(u"remediate process \"renamed (%1)\" -auto -plan"_s.arg(pid)), QString());
}

void RemediateProcessTest::whoWasNotLookedAtRunsOn()
{
    QProcess *process = start(u"/bin/sleep"_s, {u"60"_s});
    const QString pid = QString::number(process->processId());
    const Outcome refused = m_device->run(u"remediate process "_s + pid);
    QCOMPARE(refused.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(refused.failure->facts.text(Fact::Command), u"processes "_s + pid);
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -plan"_s.arg(pid)), QString());
    QCOMPARE(process->state(), QProcess::Running);
    QCOMPARE(m_device->run(u"remediate process nobody -auto"_s).failure->code, ErrorCode::BadValue);
    QCOMPARE(m_device->run(u"remediate process 99999999 -auto"_s).failure->code, ErrorCode::NoSuchProcess);
}

void RemediateProcessTest::anotherProcessHasTheNumber()
{
    QProcess *process = start(u"/bin/sleep"_s, {u"60"_s});
    const QString pid = QString::number(process->processId());
    auto facts = ProcessTable().facts(process->processId()).value();
    facts.start -= 100;
    m_device->acts->remember(SessionId(1), EntityType::Process, pid, factsOf(facts));
    const Outcome refused = m_device->run(u"remediate process "_s + pid);
    QCOMPARE(refused.failure->code, ErrorCode::FactsChanged);
    QCOMPARE(refused.failure->facts.list(Fact::Changed), QStringList{u"start_ticks"_s});
    QCOMPARE(process->state(), QProcess::Running);
}

void RemediateProcessTest::whatPackagesOwnStays()
{
    QProcess *process = start(u"/bin/sleep"_s, {u"60"_s});
    QCOMPARE(m_device->failure(u"remediate process %1 -auto"_s.arg(process->processId())), QString());
    QVERIFY(process->waitForFinished());
    QVERIFY(QFile::exists(u"/bin/sleep"_s));
    QVERIFY(!rowWhere(*m_device->probe, u"action"_s, u"depended-on-by"_s).isEmpty());
    QVERIFY(rowWhere(*m_device->probe, u"action"_s, u"move-file"_s).isEmpty());
}

void RemediateProcessTest::whatTheAgentLivesByIsProtected()
{
    for (const qint64 pid : {qint64(1), qint64(::getpid()), qint64(::getppid())})
        QCOMPARE(m_device->run(u"remediate process %1 -auto -tree"_s.arg(pid)).failure->code, ErrorCode::Protected);
}

void RemediateProcessTest::aTreeIsEndedWithWhatItStartsMeanwhile()
{
    const QString evil = m_planted->path(u"evil"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, evil));
    // It goes on starting others for as long as it runs.
    QProcess *process = start(u"/bin/sh"_s, {u"-c"_s, u"while :; do '%1' 60 & sleep 0.01; done"_s.arg(evil)});
    QTRY_VERIFY(running(evil) > 5);
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(process->processId())), QString());
    QCOMPARE(running(evil), 0);
    QVERIFY(!QFile::exists(evil));
    QVERIFY(process->waitForFinished());
}

void RemediateProcessTest::watchdogsThatRestartOneAnother()
{
    // Three of them, each of which starts another as soon as one is missing; they belong to nobody.
    const QString evil = m_planted->path(u"evil"_s);
    QVERIFY(QFile::copy(QFileInfo(u"/bin/sh"_s).canonicalFilePath(), evil));
    const QString script = m_planted->plant(u"script"_s,
        "n=$1; d=$2; echo $$ > $d/pid$n\n"
        "while :; do for i in 1 2 3; do\n"
        "  read p < $d/pid$i && kill -0 $p 2>/dev/null || { $d/evil $d/script $i $d & echo $! > $d/pid$i; }\n"
        "done; sleep 0.02; done\n");
    const QString folder = QFileInfo(evil).path();
    QProcess *first = start(evil, {script, u"1"_s, folder});
    QTRY_VERIFY(running(evil) >= 3);
    const qint64 pid = first->processId();
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(pid)), QString());
    QCOMPARE(running(evil), 0);
    QVERIFY(!QFile::exists(evil));
}

void RemediateProcessTest::aWholeControlGroupIsEnded()
{
    QFile mounts(u"/proc/self/mountinfo"_s);
    QVERIFY(mounts.open(QFile::ReadOnly));
    QString group;
    for (const QByteArray &line : mounts.readAll().split('\n')) {
        if (line.contains(" - cgroup2 ") && line.split(' ').value(3) == "/")
            group = QFile::decodeName(line.split(' ').value(4)) + u"/sonde-test-%1"_s.arg(::getpid());
    }
    if (group.isEmpty() || !QDir().mkdir(group))
        QSKIP("no control groups of version 2 of its own");
    const auto end = qScopeGuard([&group] { QDir().rmdir(group); });
    // It starts others as fast as it can, and forgets them: their parent is another one then.
    const QString script = u"echo $$ > '%1/cgroup.procs' && while :; do (sleep 600 &) ; done"_s;
    QProcess *process = start(u"/bin/sh"_s, {u"-c"_s, script.arg(group)});
    const auto members = [&group] {
        QFile file(group + u"/cgroup.procs"_s);
        return file.open(QFile::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    QTRY_VERIFY(members() > 20);
    // Others, who are not in the plan, are in its group: that is left as it is.
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(process->processId())), QString());
    QVERIFY(process->waitForFinished());
    const QByteArrayList left = [&group] {
        QFile file(group + u"/cgroup.procs"_s);
        return file.open(QFile::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }();
    // All that are left are in the group, and nobody else is: it is ended at one stroke.
    QString line = u"remediate"_s;
    for (const QByteArray &pid : left)
        line += u" process "_s + QString::fromLatin1(pid);
    QCOMPARE(m_device->failure(line + u" -auto -tree"_s), QString());
    const ActRecord record = m_device->acts->all().back();
    const auto isKill = [&record](const StepOutcome &outcome) {
        return record.intent.plan.steps.at(outcome.step).kind == StepKind::KillProcesses;
    };
    const auto kill = std::ranges::find_if(record.outcomes, isKill);
    QVERIFY(kill != record.outcomes.end());
    QCOMPARE(kill->facts.value(u"groups"_s).toArray().size(), 1);
    QTRY_COMPARE(members(), 0);
}

void RemediateProcessTest::aProcessWithoutAFileIsKept()
{
    const QString evil = m_planted->path(u"evil"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, evil));
    QProcess *process = start(evil, {u"60"_s});
    QVERIFY(QFile::remove(evil));
    QCOMPARE(m_device->failure(u"remediate process %1 -auto"_s.arg(process->processId())), QString());
    QVERIFY(process->waitForFinished());
    QFile copy(m_planted->path(u"copy"_s));
    QVERIFY(copy.open(QFile::ReadWrite));
    const auto kept = m_device->acts->copyOut(1, copy.handle());
    QVERIFY(kept);
    QVERIFY(!kept->facts); // nobody has them
    QFile original(u"/bin/sleep"_s);
    QVERIFY(original.open(QFile::ReadOnly));
    copy.seek(0);
    QCOMPARE(copy.readAll(), original.readAll());
}

void RemediateProcessTest::whoIsBroughtBackIsNamed()
{
    QProcess *parent = start(u"/bin/sh"_s, {u"-c"_s, u"while :; do sleep 4242; done"_s});
    const auto child = [parent] {
        const ProcessTable table;
        for (const qint64 pid : pidsOf(table)) {
            if (const auto facts = table.facts(pid); facts && facts->parent == parent->processId())
                return pid;
        }
        return qint64(0);
    };
    QTRY_VERIFY(child() > 0);
    const Outcome outcome = m_device->run(u"remediate process %1 -auto"_s.arg(child()));
    QCOMPARE(outcome.failure->code, ErrorCode::StillThere);
    QCOMPARE(outcome.failure->facts.list(Fact::Processes), QStringList{u"sleep (%1)"_s.arg(child())});
    QCOMPARE(m_device->acts->all().back().end, ActState::Partly);
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(parent->processId())), QString());
}

void RemediateProcessTest::killedAtAnyMoment()
{
    const int kills = qEnvironmentVariableIntValue("SONDE_KILLS") ? qEnvironmentVariableIntValue("SONDE_KILLS") : 10;
    m_device->lookAgain = {1ms};
    m_device->restart();
    int states[2]{};
    qint64 microseconds = 0;
    for (int i = 0; i < kills; ++i) {
        const QString evil = m_planted->path(u"evil%1"_s.arg(i));
        QVERIFY(QFile::copy(u"/bin/sleep"_s, evil));
        QProcess *process = start(evil, {u"60"_s});
        if (i == 0) { // how long it takes when nobody is killed
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(process->processId())), QString());
            microseconds = clock.nsecsElapsed() / 1000;
            continue;
        }
        const pid_t child = ::fork();
        if (child == 0) {
            std::ignore = m_device->run(u"remediate process %1 -auto -tree"_s.arg(process->processId()));
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + 2 * microseconds * i / kills));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        m_device->restart();
        // It runs, and is not left standing; or it has ended.
        const auto facts = ProcessTable().facts(process->processId());
        const bool runs = facts && facts->status != u"zombie";
        if (runs)
            QVERIFY2(facts->status != u"stopped", qPrintable(facts->status));
        const auto all = m_device->acts->all();
        for (const ActRecord &act : all)
            QVERIFY(act.end);
        if (runs)
            QVERIFY(all.empty() || all.back().intent.plan.id != QString::number(process->processId())
                || all.back().end == ActState::Untouched);
        ++states[runs];
    }
    qInfo("%d ended, %d ran on; undisturbed it takes %lld µs", states[0], states[1], microseconds);
    if (kills >= 100) // else chance may have it that all were killed early
        QVERIFY(states[0] > 0 && states[1] > 0);
}

QTEST_GUILESS_MAIN(RemediateProcessTest)
#include "tst_remediateprocess.moc"
