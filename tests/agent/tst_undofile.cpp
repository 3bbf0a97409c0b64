// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/actdevice.h"
#include "tests/agent/filestate.h"

#include <QTest>
#include <array>
#include <cerrno>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// `undo file`: what is in its place by then, and what is left of what was taken away.
class UndoFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somethingElseIsInItsPlace();
    void itGoesBackBeside();
    void aFolderIsInItsPlace();
    void itReplacesWhatIsThere();
    void aSecondUndoFindsNothing();
    void aLargeSparseFile();
    void whereNoFileIsWithoutAName();
    void theQuarantineHasAQuota();
    void withoutItsKeyNothingIsTouched();
    void whatIsTooOldIsForgotten();
    void theListTellsAll();
    void anOrderAgainTellsWhatWasDone();
    void anOrderAgainOfNothing();
};

void UndoFileTest::somethingElseIsInItsPlace()
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

void UndoFileTest::itGoesBackBeside()
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

void UndoFileTest::aFolderIsInItsPlace()
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

void UndoFileTest::itReplacesWhatIsThere()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "old");
    QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(path)), QString());
    planted.plant(u"evil"_s, "new");
    QCOMPARE(device.failure(u"undo file %1 -replace"_s.arg(path)), QString());
    QCOMPARE(stateOfFile(path)[u"content"_s], QString::fromLatin1(QByteArray("old").toHex()));
    // "new" is not lost.
    QTRY_COMPARE(QDir(device.quarantine()).entryList(QDir::Files), QStringList{u"2-0.sealed"_s});
}

void UndoFileTest::aSecondUndoFindsNothing()
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

void UndoFileTest::aLargeSparseFile()
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

namespace {

/// From now on this process is on file systems that do not know files without a name.
bool forgetUnnamedFiles()
{
    constexpr quint32 flag = O_TMPFILE & ~O_DIRECTORY;
    std::array filter{sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 3),
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, flag, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{.len = filter.size(), .filter = filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0
        && ::open("/tmp", O_TMPFILE | O_RDWR, S_IRUSR) < 0 && errno == EOPNOTSUPP;
}

} // namespace

void UndoFileTest::whereNoFileIsWithoutAName()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, QByteArray(100'000, 'x'));
    const QString large = planted.plant(u"large"_s, QByteArray(17 * 1024 * 1024, 'y'));
    if (::geteuid() == 0)
        adorn(path);
    const auto before = stateOfFile(path);
    // A filter is for life: another process has it.
    const pid_t child = ::fork();
    if (child == 0) {
        const bool good = forgetUnnamedFiles() && device.failure(u"remediate file %1 -auto"_s.arg(path)).isEmpty()
            && device.failure(u"remediate file %1 -auto"_s.arg(large)).isEmpty() && planted.names().isEmpty()
            && device.failure(u"undo file "_s + path).isEmpty() && device.failure(u"undo file "_s + large).isEmpty();
        ::_exit(good ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    QCOMPARE(status, 0);
    QCOMPARE(planted.names(), (QStringList{u"evil"_s, u"large"_s}));
    auto after = stateOfFile(path);
    after[u"accessed"_s] = before[u"accessed"_s];
    QCOMPARE(after, before);
}

void UndoFileTest::theQuarantineHasAQuota()
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
void UndoFileTest::withoutItsKeyNothingIsTouched()
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

void UndoFileTest::whatIsTooOldIsForgotten()
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

void UndoFileTest::theListTellsAll()
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

void UndoFileTest::anOrderAgainTellsWhatWasDone()
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

void UndoFileTest::anOrderAgainOfNothing()
{
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, "content");
    QCOMPARE(device.failure(u"remediate list"_s), QString());
    device.probe->order.again = true;
    QCOMPARE(device.again(u"remediate file %1 -auto"_s.arg(path)).failure->code, ErrorCode::Interrupted);
    QVERIFY(QFile::exists(path));
}

QTEST_GUILESS_MAIN(UndoFileTest)
#include "tst_undofile.moc"
