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

/// `remediate file` and `undo file` while the agent is killed, and while somebody puts other files in the place of the file.
class RemediateKilledTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void aSwappingAttacker_data();
    void aSwappingAttacker();
};

void RemediateKilledTest::killedAtAnyMoment_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("here") << QDir::tempPath();
    QTest::newRow("another file system") << otherFileSystem();
}

/// SONDE_KILLS=1000 for a long run.
void RemediateKilledTest::killedAtAnyMoment()
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

void RemediateKilledTest::aSwappingAttacker_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("here") << QDir::tempPath();
    QTest::newRow("another file system") << otherFileSystem();
}

/// Somebody puts another file, a link and a twin in the place of the file again and again while it is remediated. Only what was looked at
/// goes.
void RemediateKilledTest::aSwappingAttacker()
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

QTEST_GUILESS_MAIN(RemediateKilledTest)
#include "tst_remediatekilled.moc"
