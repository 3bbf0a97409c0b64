// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/actdevice.h"
#include "tests/agent/filestate.h"

#include <QTest>
#include <atomic>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// `remediate file` and `undo file` on real files.
class RemediateFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesAndComesBack_data();
    void aFileGoesAndComesBack();
    void nobodyHasLooked();
    void whatChangedIsNotTouched_data();
    void whatChangedIsNotTouched();
    void aPlanTouchesNothing();
    void whatRunsIsThePlan();
    void otherNamesStayAndAreTold();
    void whoHasItOpenIsTold();
    void onlyFilesAreTaken();
    void theAgentKeepsItsOwn();
    void somethingElseIsInItsPlace();
    void itGoesBackBeside();
    void aFolderIsInItsPlace();
    void itReplacesWhatIsThere();
    void aSecondUndoFindsNothing();
    void aLargeSparseFile();
    void theQuarantineHasAQuota();
    void withoutItsKeyNothingIsTouched();
    void whatIsTooOldIsForgotten();
    void theListTellsAll();
    void anOrderAgainTellsWhatWasDone();
    void anOrderAgainOfNothing();
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void aSwappingAttacker_data();
    void aSwappingAttacker();

private:
    [[nodiscard]] static QString otherFileSystem() { return u"/dev/shm"_s; }
};

namespace {

/// All that a file can have.
void adorn(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const auto acl = QByteArray::fromHex("02000000"
                                         "01000600ffffffff"
                                         "0200040001000000"
                                         "04000400ffffffff"
                                         "10000400ffffffff"
                                         "20000000ffffffff");
    const auto netRaw = QByteArray::fromHex("0100000200200000000000000000000000000000");
    QCOMPARE(::chown(name.constData(), 1234, 4321), 0);
    QCOMPARE(::chmod(name.constData(), 04750), 0);
    QCOMPARE(::setxattr(name.constData(), "system.posix_acl_access", acl.constData(), size_t(acl.size()), 0), 0);
    QCOMPARE(::setxattr(name.constData(), "security.capability", netRaw.constData(), size_t(netRaw.size()), 0), 0);
    QCOMPARE(::setxattr(name.constData(), "user.origin", "here", 4, 0), 0);
    const timespec times[2]{
        {.tv_sec = 1'000'000'000, .tv_nsec = 123'456'789}, {.tv_sec = 1'100'000'000, .tv_nsec = 987}};
    QCOMPARE(::utimensat(AT_FDCWD, name.constData(), times, 0), 0);
}

} // namespace

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

void RemediateFileTest::somethingElseIsInItsPlace()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "old");
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    planted.plant(u"evil"_s, "new");
    QCOMPARE(device.failure(u"undo file %1 -plan"_s.arg(path)), QString());
    const QJsonObject note = rowWhere(*device.probe, u"action"_s, u"in-the-way"_s);
    QCOMPARE(note.value("details"_L1).toObject().value("size"_L1).toInteger(), 3);
    const auto before = stateOfFile(path);
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::UndoConflict);
    QCOMPARE(stateOfFile(path), before);
    // Nothing is lost by that.
    QFile::remove(path);
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    QCOMPARE(stateOfFile(path)[u"content"_s], QString::fromLatin1(QByteArray("old").toHex()));
}

void RemediateFileTest::itGoesBackBeside()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "old");
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    planted.plant(u"evil"_s, "new");
    QCOMPARE(device.failure(u"undo file %1 -beside"_s.arg(path)), QString());
    QCOMPARE(planted.names(), (QStringList{u"evil"_s, u"evil.restored"_s}));
    QCOMPARE(stateOfFile(path)[u"content"_s], QString::fromLatin1(QByteArray("new").toHex()));
}

void RemediateFileTest::aFolderIsInItsPlace()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "old");
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    QVERIFY(QDir().mkdir(path));
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::UndoConflict);
    QCOMPARE(device.run(u"undo file %1 -replace"_s.arg(path)).failure->code, ErrorCode::UndoConflict);
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE(device.failure(u"undo file %1 -beside"_s.arg(path)), QString());
    QCOMPARE(planted.names(), (QStringList{u"evil"_s, u"evil.restored"_s}));
}

void RemediateFileTest::itReplacesWhatIsThere()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "old");
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    planted.plant(u"evil"_s, "new");
    QCOMPARE(device.failure(u"undo file %1 -replace"_s.arg(path)), QString());
    QCOMPARE(stateOfFile(path)[u"content"_s], QString::fromLatin1(QByteArray("old").toHex()));
    QCOMPARE(QDir(device.quarantine()).entryList(QDir::Files), QStringList{u"2-0.sealed"_s}); // "new" is not lost
}

void RemediateFileTest::aSecondUndoFindsNothing()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::NothingToUndo);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    QCOMPARE(device.failure(u"undo file 1"_s), QString()); // the number of the act
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::NothingToUndo);
    device.restart();
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::NothingToUndo);
}

void RemediateFileTest::aLargeSparseFile()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "begin");
    QFile file(path);
    QVERIFY(file.open(QFile::ReadWrite));
    QVERIFY(file.seek(300 * 1024 * 1024));
    file.write("middle");
    QVERIFY(file.resize(400 * 1024 * 1024));
    file.close();
    const auto before = stateOfFile(path);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    QTRY_COMPARE(QDir(device.quarantine()).entryList(QDir::Files), QStringList{u"1-0.sealed"_s});
    QVERIFY(QFileInfo(device.quarantine() + u"/1-0.sealed"_s).size() < 1024 * 1024);
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    auto after = stateOfFile(path);
    after[u"accessed"_s] = before[u"accessed"_s];
    QCOMPARE(after, before);
    struct stat stat;
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &stat), 0);
    QVERIFY(stat.st_blocks * 512 < 1024 * 1024);
}

void RemediateFileTest::theQuarantineHasAQuota()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, QByteArray(2 * 1024 * 1024, 'x'));
    device.limits.insert(settingKey(TenantSetting::QuarantineBytes), 1024 * 1024);
    const Outcome refused = device.run(u"remediate file %1 -auto"_s.arg(path));
    QCOMPARE(refused.failure->code, ErrorCode::QuarantineFull);
    QCOMPARE(refused.failure->facts.number(Fact::Actual), 2 * 1024 * 1024);
    QVERIFY(QFile::exists(path));
    device.limits = {};
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
}

/// Somebody has removed it: what is in quarantine is lost, and nothing more is put there.
void RemediateFileTest::withoutItsKeyNothingIsTouched()
{
    const QTemporaryDir folder;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    {
        Acts acts(folder.path());
        QVERIFY(acts.prepare());
    }
    QFile kept(folder.filePath(u"quarantine/1-0.sealed"_s));
    QVERIFY(kept.open(QFile::WriteOnly) && kept.write("sealed") > 0);
    kept.close();
    QVERIFY(QFile::remove(folder.filePath(u"quarantine.key"_s)));
    Acts acts(folder.path());
    QCOMPARE(acts.prepare().error().code, ErrorCode::StorageFailed);
    const auto planned = acts.planRemedy({.session = SessionId(1), .id = path, .automatic = true});
    QCOMPARE(planned.error().code, ErrorCode::StorageFailed);
    QVERIFY(QFile::exists(path));
}

void RemediateFileTest::whatIsTooOldIsForgotten()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    device.limits.insert(settingKey(TenantSetting::QuarantineDays), -1);
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    device.restart();
    QCOMPARE(QDir(device.quarantine()).entryList(QDir::Files), QStringList());
    QCOMPARE(device.run(u"undo file "_s + path).failure->code, ErrorCode::NothingToUndo);
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    QCOMPARE(device.probe->rows.at(0).value("state"_L1).toString(), u"expired"_s);
}

void RemediateFileTest::theListTellsAll()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    QCOMPARE(device.probe->rows.size(), 0);
    QCOMPARE(device.failure(u"remediate file %1 -auto -reason why"_s.arg(path)), QString());
    device.restart();
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    QCOMPARE(device.probe->rows.size(), 1);
    const QJsonObject row = device.probe->rows.at(0);
    QCOMPARE(row.value("act"_L1).toInteger(), 1);
    QCOMPARE(row.value("id"_L1).toString(), path);
    QCOMPARE(row.value("state"_L1).toString(), u"done"_s);
    QCOMPARE(row.value("size"_L1).toInteger(), 7);
    QCOMPARE(row.value("reason"_L1).toString(), u"why"_s);
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    QCOMPARE(device.probe->rows.at(0).value("state"_L1).toString(), u"undone"_s);
    QCOMPARE(device.probe->rows.at(1).value("action"_L1).toString(), u"undo"_s);
}

void RemediateFileTest::anOrderAgainTellsWhatWasDone()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    const QString line = u"remediate file %1 -auto"_s.arg(path);
    QCOMPARE(device.failure(line), QString());
    const auto rows = device.probe->rows;
    const auto told = device.probe->texts;
    planted.plant(u"evil"_s, "another");
    device.restart();
    device.probe->texts.clear();
    device.probe->order.again = true;
    QVERIFY(!device.again(line).failure);
    QCOMPARE(device.probe->rows, rows);
    QCOMPARE(device.probe->texts, told);
    QVERIFY(QFile::exists(path)); // nothing is done twice
}

void RemediateFileTest::anOrderAgainOfNothing()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    device.probe->order.again = true;
    QCOMPARE(device.again(u"remediate file %1 -auto"_s.arg(path)).failure->code, ErrorCode::Interrupted);
    QVERIFY(QFile::exists(path));
}

void RemediateFileTest::killedAtAnyMoment_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("here") << QDir::tempPath();
    QTest::newRow("another file system") << otherFileSystem();
}

/// SONDE_KILLS=1000 for a long run.
void RemediateFileTest::killedAtAnyMoment()
{
    QFETCH(QString, folder);
    const int kills = qEnvironmentVariableIntValue("SONDE_KILLS") ? qEnvironmentVariableIntValue("SONDE_KILLS") : 30;
    ActDevice device;
    PlantedFolder planted(folder);
    const QString path = planted.plant(u"evil"_s, QByteArray(100'000, 'x'));
    if (::geteuid() == 0)
        adorn(path);
    setFileFlags(path, FS_IMMUTABLE_FL);
    auto before = stateOfFile(path);
    before.remove(u"accessed"_s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    QCOMPARE(device.failure(u"undo file "_s + path), QString());
    const qint64 microseconds = clock.nsecsElapsed() / 1000;
    int states[2]{};
    for (int i = 0; i < kills; ++i) {
        const bool isThere = QFile::exists(path);
        const pid_t child = ::fork();
        if (child == 0) { // until it is killed, or it is done
            std::ignore = device.run(isThere ? u"remediate file %1 -auto"_s.arg(path) : u"undo file "_s + path);
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200 + microseconds * i / kills));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        device.restart();
        const auto all = device.acts->all();
        auto now = stateOfFile(path);
        now.remove(u"accessed"_s);
        const bool isThereNow = QFile::exists(path);
        ++states[isThereNow == isThere];
        if (isThereNow)
            QCOMPARE(now, before);
        QCOMPARE(planted.names(), isThereNow ? QStringList{u"evil"_s} : QStringList());
        // The ledger says what is.
        const auto undoable = std::ranges::count_if(all, &ActRecord::canBeUndone);
        QCOMPARE(undoable, isThereNow ? 0 : 1);
        for (const ActRecord &act : all)
            QVERIFY(act.end);
    }
    qInfo("%d acts were done, %d were not", states[0], states[1]);
}

void RemediateFileTest::aSwappingAttacker_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("here") << QDir::tempPath();
    QTest::newRow("another file system") << otherFileSystem();
}

/// Somebody puts another file, a link and a twin in the place of the file again and again while it is remediated. Only what was looked at
/// goes.
void RemediateFileTest::aSwappingAttacker()
{
    QFETCH(QString, folder);
    constexpr int tries = 100;
    ActDevice device;
    PlantedFolder planted(folder);
    const QByteArray evil = QFile::encodeName(planted.plant(u"evil"_s, "evil"));
    const QByteArray good = QFile::encodeName(planted.plant(u"good"_s, "good"));
    std::atomic<bool> stop = false;
    const QByteArray link = QFile::encodeName(planted.path(u"link"_s));
    std::thread attacker([&] {
        const auto exchange = [&evil](const QByteArray &other) {
            ::renameat2(AT_FDCWD, evil.constData(), AT_FDCWD, other.constData(), RENAME_EXCHANGE);
        };
        for (int i = 0; !stop; ++i) {
            planted.plant(u"new"_s, "evil " + QByteArray::number(i));
            ::rename(QFile::encodeName(planted.path(u"new"_s)).constData(), evil.constData());
            exchange(good);
            ::symlink(good.constData(), link.constData());
            exchange(link);
            exchange(link);
            ::unlink(link.constData());
            exchange(good);
            // Long enough for it to be looked at, and then again just when it is moved.
            std::this_thread::sleep_for(std::chrono::microseconds((i * 7919) % 30'000));
        }
    });
    const auto end = qScopeGuard([&] {
        stop = true;
        attacker.join();
    });
    int done = 0;
    for (int i = 0; i < tries; ++i) {
        const Outcome outcome = device.run(u"remediate file %1 -auto"_s.arg(QFile::decodeName(evil)));
        if (outcome.failure)
            continue;
        ++done;
        // What went is what was looked at: its hash was in the plan, and the quarantine has checked it.
        const quint64 act = quint64(device.probe->rows.at(0).value("act"_L1).toInteger());
        QFile copy(device.folder() + u"/copy"_s);
        QVERIFY(copy.open(QFile::ReadWrite | QFile::Truncate));
        QVERIFY(device.acts->copyOut(act, copy.handle()));
        const QString hash = device.acts->all().back().intent.plan.steps.at(0).identity.value("sha256"_L1).toString();
        copy.seek(0);
        const QByteArray content = copy.readAll();
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()), hash);
    }
    qInfo("%d of %d went", done, tries);
}

QTEST_GUILESS_MAIN(RemediateFileTest)
#include "tst_remediatefile.moc"
