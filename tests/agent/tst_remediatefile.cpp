// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/actdevice.h"
#include "tests/agent/filestate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// `remediate file` on real files, there and back.
class RemediateFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesAndComesBack_data();
    void aFileGoesAndComesBack();
    void nobodyHasLooked();
    void anotherAgentMayHaveLooked();
    void whatChangedIsNotTouched_data();
    void whatChangedIsNotTouched();
    void aPlanTouchesNothing();
    void whatRunsIsThePlan();
    void onlyThePlanApprovedIsDone();
    void otherNamesStayAndAreTold();
    void whoHasItOpenIsTold();
    void whatIsKeptKeepsItsFacts();
    void onlyFilesAreTaken();
    void theAgentKeepsItsOwn();
};

void RemediateFileTest::aFileGoesAndComesBack_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("folderFlags");
    QTest::addColumn<qint64>("size");
    const QString here = QDir::tempPath();
    QTest::newRow("plain") << here << 0 << 0 << qint64(1000);
    QTest::newRow("empty") << here << 0 << 0 << qint64(0);
    QTest::newRow("immutable") << here << FS_IMMUTABLE_FL << 0 << qint64(1000);
    QTest::newRow("append-only") << here << (FS_APPEND_FL | FS_NODUMP_FL) << 0 << qint64(1000);
    QTest::newRow("in an immutable folder") << here << 0 << FS_IMMUTABLE_FL << qint64(1000);
    QTest::newRow("large") << here << FS_IMMUTABLE_FL << 0 << qint64(20 * 1024 * 1024);
    QTest::newRow("another file system") << otherFileSystem() << 0 << 0 << qint64(1000);
    QTest::newRow("another file system, immutable") << otherFileSystem() << FS_IMMUTABLE_FL << 0 << qint64(1000);
    QTest::newRow("another file system, large") << otherFileSystem() << 0 << 0 << qint64(20 * 1024 * 1024);
}

void RemediateFileTest::aFileGoesAndComesBack()
{
    QFETCH(QString, folder);
    QFETCH(int, flags);
    QFETCH(int, folderFlags);
    QFETCH(qint64, size);
    if (::geteuid() != 0)
        QSKIP("only root may give a file all that it can have");
    ActDevice device;
    PlantedFolder planted(folder);
    const QString path = planted.plant(u"evil"_s, QByteArray(size, 'x'));
    adorn(path);
    if (!setFileFlags(path, flags) || !setFileFlags(planted.path({}), folderFlags))
        QSKIP("this file system keeps no such flags");
    const auto before = stateOfFile(path);
    QCOMPARE(device.failure(u"fileinfo "_s + path), QString());
    QCOMPARE(device.failure(u"remediate file "_s + path), QString());
    QCOMPARE(device.probe->rows.at(0).value("state"_L1).toString(), u"done"_s);
    QCOMPARE(planted.names(), QStringList());
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    QCOMPARE(device.probe->rows.at(0).value("state"_L1).toString(), u"done"_s);
    auto after = stateOfFile(path);
    // Reading it to look at it is the only use it has seen.
    after[u"accessed"_s] = before[u"accessed"_s];
    QCOMPARE(after, before);
    QCOMPARE(planted.names(), QStringList{u"evil"_s});
    QTRY_COMPARE(QDir(device.quarantine()).entryList(QDir::Files), QStringList());
}

void RemediateFileTest::nobodyHasLooked()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    const Outcome refused = device.run(u"remediate file "_s + path);
    QCOMPARE(refused.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(refused.failure->facts.text(Fact::Command), u"fileinfo "_s + path);
    QVERIFY(QFile::exists(path));
    QCOMPARE(device.reports().size(), 0);
    // In another session somebody has: that is not this one.
    QCOMPARE(device.failure(u"fileinfo "_s + path), QString());
    device.probe->order.session = SessionId(2);
    QCOMPARE(device.again(u"remediate file "_s + path).failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    QVERIFY(!QFile::exists(path));
}

/// Nobody is told that they have not looked by an agent that was not there then.
void RemediateFileTest::anotherAgentMayHaveLooked()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.failure(u"connect"_s), QString());
    QVERIFY(!device.run(u"remediate file "_s + path).failure->facts.contains(Fact::Why));
    QCOMPARE(device.failure(u"fileinfo "_s + path), QString());
    device.restart();
    const Outcome refused = device.run(u"remediate file "_s + path);
    QCOMPARE(refused.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(refused.failure->facts.text(Fact::Why), u"restarted"_s);
}

void RemediateFileTest::whatChangedIsNotTouched_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("changed");
    QTest::newRow("longer") << u"echo more >> evil"_s << QStringList{u"modified"_s, u"sha256"_s, u"size"_s};
    QTest::newRow("as long, as old") << u"touch -r evil t; echo CONTENT > evil; touch -r t evil"_s
                                     << QStringList{u"sha256"_s};
    QTest::newRow("another file") << u"cp -p evil other; mv other evil"_s << QStringList{u"inode"_s};
    QTest::newRow("only younger") << u"touch -d 2001-01-01 evil"_s << QStringList{u"modified"_s};
}

void RemediateFileTest::whatChangedIsNotTouched()
{
    QFETCH(QString, script);
    QFETCH(QStringList, changed);
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content\n");
    QCOMPARE(device.failure(u"fileinfo "_s + path), QString());
    QProcess shell;
    shell.setWorkingDirectory(planted.path({}));
    shell.start(u"/bin/sh"_s, {u"-c"_s, script});
    QVERIFY(shell.waitForFinished());
    const auto before = stateOfFile(path);
    const Outcome refused = device.run(u"remediate file "_s + path);
    QCOMPARE(refused.failure->code, ErrorCode::FactsChanged);
    QCOMPARE(refused.failure->facts.list(Fact::Changed), changed);
    QCOMPARE(refused.failure->facts.text(Fact::Command), u"fileinfo "_s + path);
    QCOMPARE(stateOfFile(path), before);
    QCOMPARE(device.acts->all().size(), 0);
    // Looked at again it is what is meant.
    QCOMPARE(device.failure(u"fileinfo "_s + path), QString());
    QCOMPARE(device.failure(u"remediate file "_s + path), QString());
}

void RemediateFileTest::aPlanTouchesNothing()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    const auto before = stateOfFile(path);
    QCOMPARE(device.failure(u"remediate file %1 -auto -plan"_s.arg(path)), QString());
    const QJsonObject row = device.probe->rows.at(0);
    QCOMPARE(row.value("action"_L1).toString(), u"move-file"_s);
    QCOMPARE(row.value("subject"_L1).toString(), path);
    QCOMPARE(row.value("state"_L1).toString(), u"planned"_s);
    QVERIFY(row.value("act"_L1).isNull());
    QCOMPARE(stateOfFile(path), before);
    QCOMPARE(device.acts->all().size(), 0);
    QCOMPARE(device.reports().size(), 0);
}

void RemediateFileTest::whatRunsIsThePlan()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.failure(u"remediate file %1 -auto -plan"_s.arg(path)), QString());
    const QString shown = device.probe->rows.at(0).value("plan"_L1).toString();
    QCOMPARE(device.failure(u"remediate file %1 -auto -reason 'case 7'"_s.arg(path)), QString());
    QCOMPARE(device.probe->rows.at(0).value("plan"_L1).toString(), shown);
    QCOMPARE(device.probe->rows.at(0).value("reason"_L1).toString(), u"case 7"_s);
    QCOMPARE(device.probe->rows.at(0).value("user_name"_L1).toString(), u"ada"_s);
    const auto told = device.reports();
    QCOMPARE(told.size(), 3);
    QCOMPARE(QString::fromLatin1(planHash(*told[0].plan).toHex()), shown);
    QCOMPARE(told[1].outcome->state, StepState::Done);
    QCOMPARE(told[2].end, ActState::Done);
}

void RemediateFileTest::onlyThePlanApprovedIsDone()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    const auto approved = [&device](const QString &line) {
        const bool planned = device.failure(line + u" -plan"_s).isEmpty();
        const QString hash = planned ? device.probe->rows.at(0).value("plan"_L1).toString() : u"none"_s;
        return QString(line + u" -approve "_s + hash);
    };
    const QString line = u"remediate file %1 -auto"_s.arg(path);
    const QString first = approved(line);
    planted.plant(u"evil"_s, "other content"); // nobody has approved that this one goes
    QCOMPARE(device.run(first).failure->code, ErrorCode::PlanChanged);
    QCOMPARE(device.run(line + u" -approve no-hash"_s).failure->code, ErrorCode::PlanChanged);
    QVERIFY(QFile::exists(path));
    QCOMPARE(device.reports().size(), 0);
    QCOMPARE(device.failure(approved(line)), QString());
    QVERIFY(!QFile::exists(path));
    const QString back = approved(u"undo file "_s + path);
    planted.plant(u"evil"_s, "another");
    QCOMPARE(device.run(back).failure->code, ErrorCode::PlanChanged);
    QVERIFY(QFile::remove(path));
    QCOMPARE(device.failure(back), QString());
}

void RemediateFileTest::otherNamesStayAndAreTold()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(planted.path(u"twin"_s)).constData()), 0);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    const QJsonObject note = rowWhere(*device.probe, u"action"_s, u"other-names"_s);
    QCOMPARE(note.value("details"_L1).toObject().value("names"_L1).toArray().at(0).toString(), planted.path(u"twin"_s));
    QCOMPARE(planted.names(), QStringList{u"twin"_s});
}

void RemediateFileTest::whoHasItOpenIsTold()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.path(u"evil"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, path));
    QProcess sleeper;
    sleeper.start(path, {u"60"_s});
    QVERIFY(sleeper.waitForStarted());
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    const QJsonObject note = rowWhere(*device.probe, u"action"_s, u"open-by"_s);
    QCOMPARE(note.value("details"_L1).toObject().value("processes"_L1).toArray().at(0).toString(),
        u"evil (%1)"_s.arg(sleeper.processId()));
    QVERIFY(!QFile::exists(path)); // it runs, and is gone all the same
    QCOMPARE(sleeper.state(), QProcess::Running);
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    sleeper.kill();
    sleeper.waitForFinished();
}

/// Of the file as it lay there, not of the copy that is brought home.
void RemediateFileTest::whatIsKeptKeepsItsFacts()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(::chmod(qPrintable(path), 0751), 0);
    const FileSystem files;
    const auto before = files.facts(QFile::encodeName(path), Links::Keep);
    QVERIFY(before);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    device.restart(); // what it knows is in its ledger
    QFile copy(device.folder() + u"/copy"_s);
    QVERIFY(copy.open(QFile::ReadWrite | QFile::Truncate));
    const auto kept = device.acts->copyOut(1, copy.handle());
    QVERIFY(kept);
    QCOMPARE(kept->path, QFile::encodeName(path));
    QVERIFY(kept->facts);
    QCOMPARE(kept->facts->mode, u"-rwxr-x--x"_s);
    QCOMPARE(kept->facts->owner, before->owner);
    QCOMPARE(kept->facts->created, before->created);
    QCOMPARE(kept->facts->modified, before->modified);
    QCOMPARE(kept->facts->changed, before->changed);
    QCOMPARE(kept->facts->size, before->size);
}

void RemediateFileTest::onlyFilesAreTaken()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"target"_s, "content");
    QVERIFY(QFile::link(path, planted.path(u"link"_s)));
    const auto refused = [&](const QString &name) {
        return device.run(u"remediate file %1 -auto"_s.arg(planted.path(name))).failure->code;
    };
    QCOMPARE(refused(u"link"_s), ErrorCode::NotARegularFile);
    QCOMPARE(refused(u"."_s), ErrorCode::IsADirectory);
    QCOMPARE(refused(u"none"_s), ErrorCode::NotFound);
    QCOMPARE(device.run(u"remediate file /dev/null -auto"_s).failure->code, ErrorCode::NotARegularFile);
    QVERIFY(QFile::exists(path));
    // By way of a link to its folder it is found, under its own name.
    QVERIFY(QFile::link(planted.path({}), planted.path(u"way"_s)));
    QCOMPARE(device.failure(u"fileinfo %1"_s.arg(planted.path(u"way/target"_s))), QString());
    QCOMPARE(device.failure(u"remediate file %1"_s.arg(planted.path(u"way/target"_s))), QString());
    QCOMPARE(device.probe->rows.at(0).value("id"_L1).toString(), path);
}

void RemediateFileTest::theAgentKeepsItsOwn()
{
    ActDevice device;
    const QString own = device.folder() + u"/acts.log"_s;
    QCOMPARE(device.run(u"remediate file %1 -auto"_s.arg(own)).failure->code, ErrorCode::Protected);
    const QString program = QFileInfo(u"/proc/self/exe"_s).canonicalFilePath();
    QCOMPARE(device.run(u"remediate file %1 -auto"_s.arg(program)).failure->code, ErrorCode::Protected);
    QVERIFY(QFile::exists(own) && QFile::exists(program));
}

QTEST_GUILESS_MAIN(RemediateFileTest)
#include "tst_remediatefile.moc"
