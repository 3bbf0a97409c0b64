// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"
#include "tests/agent/actdevice.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/filestate.h"

#include <QDirIterator>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Several things of different types, ended by one plan, and brought back together or one by one.
class RemediateSeveralTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void allGoesByOnePlan();
    void aPlanOfSeveralTouchesNothing();
    void whatTwoWantIsDoneOnce();
    void theSameThingTwice();
    void oneThatIsNotThereStopsAll();
    void oneOfThemComesBack();
    void linesOfOneFile();
    void aFileThatGoesWithItsLines();
    void whoPutsItBackStandsStill();
    void whoeverIsLeftRunsOn();
    void whatIsPutBackIsNamed();
    void killedAtAnyMoment();

private:
    [[nodiscard]] QMap<QString, QString> everything() const;
    [[nodiscard]] QString place(const QString &path) const { return m_tree->place(path); }
    /// Ids of the tasks whose command has this text.
    [[nodiscard]] QStringList tasksWith(const QString &text);
    QProcess *start(const QString &path, const QStringList &arguments);
    /// Steps of what was done last, as "action place".
    [[nodiscard]] QStringList steps() const;

    std::unique_ptr<DeviceTree> m_tree;
    std::unique_ptr<ActDevice> m_device;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

void RemediateSeveralTest::init()
{
    m_device.reset();
    m_tree = std::make_unique<DeviceTree>();
    m_device = std::make_unique<ActDevice>(m_tree->root());
}

void RemediateSeveralTest::cleanup()
{
    for (const auto &process : m_processes) {
        process->kill();
        process->waitForFinished();
    }
    m_processes.clear();
}

QMap<QString, QString> RemediateSeveralTest::everything() const
{
    QMap<QString, QString> found;
    QDirIterator walk(
        place({}), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo info = walk.nextFileInfo();
        auto state = info.isDir() && !info.isSymLink() ? QMap<QString, QString>() : stateOfFile(info.filePath());
        state.remove(u"accessed"_s);
        if (info.isSymLink())
            state = {{u"target"_s, info.readSymLink()}, {u"modified"_s, state.value(u"modified"_s)}};
        QString text;
        for (const auto &[name, value] : state.asKeyValueRange())
            text += name + u'=' + value + u'\n';
        found.insert(info.filePath().sliced(place({}).size()), text);
    }
    return found;
}

QStringList RemediateSeveralTest::tasksWith(const QString &text)
{
    QStringList ids;
    if (const QString failure = m_device->failure(u"scheduledtasks"_s); !failure.isEmpty())
        return {failure};
    for (const QJsonObject &row : m_device->probe->rows) {
        if (QString::fromUtf8(QJsonDocument(row).toJson()).contains(text))
            ids += row.value("id"_L1).toString();
    }
    return ids;
}

QProcess *RemediateSeveralTest::start(const QString &path, const QStringList &arguments)
{
    m_processes.push_back(std::make_unique<QProcess>());
    m_processes.back()->start(path, arguments);
    return m_processes.back()->waitForStarted() ? m_processes.back().get() : nullptr;
}

QStringList RemediateSeveralTest::steps() const
{
    QStringList steps;
    const ActRecord record = m_device->acts->all().back();
    for (const ActStep &step : record.intent.plan.steps)
        steps += Codec::wireName(step.kind) + u' ' + QString(step.subject).remove(place({}));
    return steps;
}

void RemediateSeveralTest::allGoesByOnePlan()
{
    m_tree->script(u"/opt/evil"_s);
    m_tree->write(u"/usr/lib/systemd/system/evil.service"_s,
        "[Service]\nRestart=always\nExecStart=/opt/evil -x\n[Install]\nWantedBy=multi-user.target\n");
    m_tree->write(u"/usr/lib/systemd/system/evil.timer"_s, "[Timer]\nOnCalendar=hourly\n");
    m_tree->link(u"/etc/systemd/system/multi-user.target.wants/evil.service"_s, "/usr/lib/systemd/system/evil.service");
    m_tree->write(u"/etc/crontab"_s, "# table\n* * * * * root /opt/readd\n0 1 * * * root good\n");
    m_tree->write(u"/opt/readd"_s, "content");
    m_tree->write(u"/etc/ld.so.preload"_s, "/lib/evil.so\n");
    QVERIFY(QFile::copy(u"/bin/sleep"_s, place(u"/opt/run me"_s)));
    QProcess *process = start(place(u"/opt/run me"_s), {u"60"_s});
    const QString pid = QString::number(process->processId());
    const auto before = everything();
    const QString cron = tasksWith(u"readd"_s).value(0);
    const QString line =
        u"remediate process %1 file %2 service evil scheduledtask '%3' persistence /etc/ld.so.preload:1 "
        "-auto -reason 'case 7'"_s.arg(pid, place(u"/opt/readd"_s), cron);
    QCOMPARE(m_device->failure(line), QString());
    QVERIFY(process->waitForFinished());
    QCOMPARE(steps().first(steps().size() - 1),
        (QStringList{u"stop-processes "_s + pid, u"remove-line /etc/crontab"_s, u"remove-line /etc/ld.so.preload"_s,
            u"move-file /usr/lib/systemd/system/evil.timer"_s,
            u"move-file /etc/systemd/system/multi-user.target.wants/evil.service"_s,
            u"move-file /usr/lib/systemd/system/evil.service"_s, u"move-file /opt/evil"_s,
            u"mask-unit /etc/systemd/system/evil.service"_s, u"kill-processes "_s + pid, u"move-file /opt/run me"_s,
            u"move-file /opt/readd"_s}));
    QVERIFY(steps().last().startsWith(u"look-again process "_s));
    QCOMPARE(m_device->acts->all().size(), 1);
    const ActRecord record = m_device->acts->all().front();
    QCOMPARE(record.intent.plan.type, EntityType::Several);
    QCOMPARE(record.intent.plan.things->size(), 5);
    QCOMPARE(record.intent.reason, u"case 7"_s);
    const auto told = m_device->reports();
    QCOMPARE(std::ranges::count_if(told, [](const ActReport &one) { return one.plan.has_value(); }), 1);
    m_device->restart();
    QCOMPARE(m_device->failure(u"undo several 1"_s), QString());
    QCOMPARE(everything(), before);
    QCOMPARE(m_device->acts->all().front().state(), ActState::Undone);
    QCOMPARE(m_device->run(u"undo several 1"_s).failure->code, ErrorCode::NothingToUndo);
}

void RemediateSeveralTest::aPlanOfSeveralTouchesNothing()
{
    m_tree->write(u"/a"_s, "a");
    m_tree->write(u"/b c"_s, "b");
    const auto before = everything();
    const QString things = u"file %1 file '%2'"_s.arg(place(u"/a"_s), place(u"/b c"_s));
    QCOMPARE(m_device->failure(u"remediate %1 -auto -plan"_s.arg(things)), QString());
    const QString shown = m_device->probe->rows.at(0).value("plan"_L1).toString();
    QCOMPARE(m_device->probe->rows.at(0).value("type"_L1).toString(), u"several"_s);
    QCOMPARE(everything(), before);
    QCOMPARE(m_device->acts->all().size(), 0);
    QCOMPARE(m_device->failure(u"remediate %1 -auto"_s.arg(things)), QString());
    QCOMPARE(m_device->probe->rows.at(0).value("plan"_L1).toString(), shown);
    // By the names that the list shows, too.
    const QString id = m_device->probe->rows.at(0).value("id"_L1).toString();
    QCOMPARE(m_device->failure(u"undo several "_s + quoted(id)), QString());
    QCOMPARE(everything(), before);
}

void RemediateSeveralTest::whatTwoWantIsDoneOnce()
{
    const QString evil = place(u"/evil"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, evil));
    QProcess *process = start(evil, {u"60"_s});
    QCOMPARE(m_device->failure(u"remediate file %1 process %2 -auto"_s.arg(evil).arg(process->processId())), QString());
    QCOMPARE(steps().filter(u"move-file"_s).size(), 1);
    const auto things = *m_device->acts->all().front().intent.plan.things;
    const auto moved = quint32(steps().indexOf(u"move-file /evil"_s));
    QVERIFY(std::ranges::contains(things[0].steps, moved) && std::ranges::contains(things[1].steps, moved));
}

void RemediateSeveralTest::theSameThingTwice()
{
    m_tree->write(u"/a"_s, "a");
    QCOMPARE(m_device->failure(u"remediate file %1 file %2 -auto"_s.arg(place(u"/a"_s), place(u"/./a"_s))), QString());
    QCOMPARE(m_device->acts->all().front().intent.plan.things->size(), 1);
}

void RemediateSeveralTest::oneThatIsNotThereStopsAll()
{
    m_tree->write(u"/a"_s, "a");
    const auto before = everything();
    const Outcome refused = m_device->run(u"remediate file %1 file %2 -auto"_s.arg(place(u"/a"_s), place(u"/no"_s)));
    QCOMPARE(refused.failure->code, ErrorCode::NotFound);
    // Looked at is the one and not the other.
    QCOMPARE(m_device->failure(u"fileinfo "_s + place(u"/a"_s)), QString());
    m_tree->write(u"/b"_s, "b");
    const Outcome unseen = m_device->run(u"remediate file %1 file %2"_s.arg(place(u"/a"_s), place(u"/b"_s)));
    QCOMPARE(unseen.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(unseen.failure->subject, place(u"/b"_s));
    QFile::remove(place(u"/b"_s));
    QCOMPARE(everything(), before);
}

void RemediateSeveralTest::oneOfThemComesBack()
{
    m_tree->write(u"/a"_s, "a");
    m_tree->write(u"/b"_s, "b");
    m_tree->write(u"/c"_s, "c");
    const auto before = everything();
    const QString line = u"remediate file %1 file %2 file %3 -auto"_s;
    QCOMPARE(m_device->failure(line.arg(place(u"/a"_s), place(u"/b"_s), place(u"/c"_s))), QString());
    QCOMPARE(m_device->failure(u"undo file "_s + place(u"/b"_s)), QString());
    QCOMPARE(everything().keys(), QStringList{u"/b"_s});
    QCOMPARE(m_device->acts->all().front().state(), ActState::PartlyUndone);
    QCOMPARE(m_device->run(u"undo file "_s + place(u"/b"_s)).failure->code, ErrorCode::NothingToUndo);
    m_device->restart();
    QCOMPARE(m_device->acts->all().front().state(), ActState::PartlyUndone);
    QCOMPARE(m_device->failure(u"undo file "_s + place(u"/c"_s)), QString());
    QCOMPARE(m_device->failure(u"undo several 1"_s), QString());
    QCOMPARE(everything(), before);
    QCOMPARE(m_device->acts->all().front().state(), ActState::Undone);
    QTRY_COMPARE(QDir(m_device->quarantine()).entryList(QDir::Files), QStringList());
}

void RemediateSeveralTest::linesOfOneFile()
{
    const QByteArray table =
        "# table\r\n* * * * * root /one\n0 1 * * * root good\n* * * * * root /two\n1 1 * * * root x";
    m_tree->write(u"/etc/crontab"_s, table);
    const auto before = everything();
    const auto read = [this] {
        QFile file(place(u"/etc/crontab"_s));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString line = u"remediate scheduledtask '%1' scheduledtask '%2' -auto"_s.arg(
        tasksWith(u"/one"_s).value(0), tasksWith(u"/two"_s).value(0));
    QCOMPARE(m_device->failure(line), QString());
    QCOMPARE(read(), "# table\r\n0 1 * * * root good\n1 1 * * * root x"_ba);
    QCOMPARE(m_device->failure(u"undo several 1"_s), QString());
    QCOMPARE(everything(), before);
    // And each by itself, whichever went first.
    for (const bool firstOne : {true, false}) {
        const QStringList ids{tasksWith(u"/one"_s).value(0), tasksWith(u"/two"_s).value(0)};
        QCOMPARE(m_device->failure(line), QString());
        QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(ids.at(firstOne ? 0 : 1))), QString());
        QCOMPARE(read(),
            firstOne ? "# table\r\n* * * * * root /one\n0 1 * * * root good\n1 1 * * * root x"_ba
                     : "# table\r\n0 1 * * * root good\n* * * * * root /two\n1 1 * * * root x"_ba);
        QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(ids.at(firstOne ? 1 : 0))), QString());
        QCOMPARE(read(), table);
    }
}

void RemediateSeveralTest::aFileThatGoesWithItsLines()
{
    m_tree->write(u"/etc/cron.d/evil"_s, "* * * * * root /one\n");
    const auto before = everything();
    const QString line = u"remediate scheduledtask '%1' file %2 -auto"_s.arg(
        tasksWith(u"/one"_s).value(0), place(u"/etc/cron.d/evil"_s));
    QCOMPARE(m_device->failure(line), QString());
    QCOMPARE(steps().first(1), QStringList{u"move-file /etc/cron.d/evil"_s});
    QCOMPARE(m_device->failure(u"undo several 1"_s), QString());
    QCOMPARE(everything(), before);
}

/// A process that puts the line back as soon as it is gone: it must not come to that.
void RemediateSeveralTest::whoPutsItBackStandsStill()
{
    m_tree->write(u"/etc/crontab"_s, "* * * * * root /readd\n");
    const QString script =
        u"cd '%1'; while :; do grep -q readd crontab || echo '* * * * * root /readd' >> crontab; done"_s;
    QProcess *process = start(u"/bin/sh"_s, {u"-c"_s, script.arg(place(u"/etc"_s))});
    const QString line = u"remediate scheduledtask '%1' process %2 -auto -tree"_s.arg(tasksWith(u"/readd"_s).value(0));
    QCOMPARE(m_device->failure(line.arg(process->processId())), QString());
    QVERIFY(process->waitForFinished());
    QCOMPARE(QFileInfo(place(u"/etc/crontab"_s)).size(), 0);
}

/// What is in the plan is something else in the last moment: those who stood still for it run on, and nothing was touched.
void RemediateSeveralTest::whoeverIsLeftRunsOn()
{
    m_tree->write(u"/etc/crontab"_s, "* * * * * root /one\n");
    QProcess *process = start(u"/bin/sleep"_s, {u"60"_s});
    const auto plan = m_device->acts->planRemedy({.session = SessionId(1),
        .type = EntityType::Process,
        .id = QString::number(process->processId()),
        .more = {{EntityType::Scheduledtask, tasksWith(u"/one"_s).value(0)}},
        .automatic = true});
    QVERIFY(plan);
    m_tree->write(u"/etc/crontab"_s, "* * * * * root /other\n");
    ActTerms terms;
    terms.command = CommandId(99);
    terms.session = SessionId(1);
    terms.quarantineBytes = 1 << 30;
    terms.quarantineDays = 1;
    QVERIFY(!m_device->acts->run(*plan, terms)); // before anything was begun
    auto late = *plan;
    late.kept.assign(late.plan.steps.size(), {{u"content"_s, "* * * * * root /one\n"_ba}});
    const auto begun = m_device->acts->run(late, terms);
    QVERIFY(begun);
    QCOMPARE(begun->outcomes.at(0).state, StepState::Done);
    QCOMPARE(begun->outcomes.at(1).state, StepState::Refused);
    QCOMPARE(begun->end, ActState::Untouched);
    QTRY_COMPARE(ProcessTable().facts(process->processId())->status, u"sleeping"_s);
}

void RemediateSeveralTest::whatIsPutBackIsNamed()
{
    m_tree->write(u"/a"_s, "a");
    m_tree->write(u"/b"_s, "b");
    // Somebody who is not in the plan.
    start(u"/bin/sh"_s, {u"-c"_s, u"while :; do [ -e '%1' ] || echo > '%1'; sleep 0.01; done"_s.arg(place(u"/a"_s))});
    const Outcome outcome = m_device->run(u"remediate file %1 file %2 -auto"_s.arg(place(u"/a"_s), place(u"/b"_s)));
    QCOMPARE(outcome.failure->code, ErrorCode::StillThere);
    QCOMPARE(outcome.failure->facts.list(Fact::Processes), QStringList{place(u"/a"_s)});
    QCOMPARE(m_device->acts->all().back().end, ActState::Partly);
}

/// SONDE_KILLS=1000 for a long run.
void RemediateSeveralTest::killedAtAnyMoment()
{
    const int kills = qEnvironmentVariableIntValue("SONDE_KILLS") ? qEnvironmentVariableIntValue("SONDE_KILLS") : 20;
    m_device->lookAgain = {};
    m_device->restart();
    m_tree->write(u"/a"_s, QByteArray(50'000, 'a'));
    m_tree->write(u"/b"_s, "b");
    m_tree->write(u"/etc/crontab"_s, "# c\n* * * * * root /one\n* * * * * root /two\n");
    m_tree->write(u"/usr/lib/systemd/system/evil.service"_s, "[Service]\nExecStart=/opt/evil -x\n");
    const auto before = everything();
    const QString line = u"remediate file %1 file %2 scheduledtask '%3' scheduledtask '%4' service evil -auto"_s.arg(
        place(u"/a"_s), place(u"/b"_s), tasksWith(u"/one"_s).value(0), tasksWith(u"/two"_s).value(0));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_device->failure(line), QString());
    const auto gone = everything();
    QCOMPARE(m_device->failure(u"undo several 1"_s), QString());
    QCOMPARE(everything(), before);
    const qint64 microseconds = clock.nsecsElapsed() / 1000;
    int states[3]{};
    for (int i = 0; i < kills; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (const QString failure = m_device->failure(line); !failure.isEmpty())
                qWarning("%s", qPrintable(failure));
            std::ignore = m_device->run(u"undo several %1"_s.arg(m_device->acts->all().back().number));
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200 + microseconds * i / kills));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        m_device->restart();
        for (const ActRecord &act : m_device->acts->all())
            QVERIFY(act.end);
        // Whatever was done of it is in the ledger: undone, all is as it was.
        const auto all = m_device->acts->all();
        const auto open = std::ranges::find_if(all, &ActRecord::canBeUndone);
        const auto now = everything();
        ++states[now == before ? 0 : now.keys() == gone.keys() ? 1 : 2];
        if (open == all.end()) {
            QCOMPARE(now, before);
            continue;
        }
        QCOMPARE(m_device->failure(u"undo several %1"_s.arg(open->number)), QString());
        QCOMPARE(everything(), before);
    }
    qInfo("%d times nothing was done, %d times all, %d times a part; undone, all was as before", states[0], states[1],
        states[2]);
}

QTEST_GUILESS_MAIN(RemediateSeveralTest)
#include "tst_remediateseveral.moc"
