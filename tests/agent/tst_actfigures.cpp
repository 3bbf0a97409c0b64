// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/actdevice.h"
#include "tests/agent/filestate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// How long acts take. `./dev chaos acts` runs it in full size (SONDE_FILES=1000 SONDE_MEGABYTES=3072), where it fails when it takes too
/// long; a small run only sees to it that it works.
class ActFiguresTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyFilesComeBack();
    void aLargeFileGoes();

private:
    [[nodiscard]] static ActTerms terms(quint64 command)
    {
        ActTerms terms;
        terms.command = CommandId(command);
        terms.session = SessionId(1);
        terms.quarantineBytes = 1LL << 40;
        terms.quarantineDays = 1;
        return terms;
    }
    [[nodiscard]] static int asked(const char *variable, int fallback)
    {
        const int value = qEnvironmentVariableIntValue(variable);
        return value > 0 ? value : fallback;
    }
};

void ActFiguresTest::manyFilesComeBack()
{
    const int files = asked("SONDE_FILES", 20);
    ActDevice device;
    device.lookAgain = {};
    device.restart();
    PlantedFolder planted;
    RemedyOrder order;
    order.session = SessionId(1);
    order.automatic = true;
    for (int i = 0; i < files; ++i) {
        const QString path = planted.plant(u"evil%1"_s.arg(i), QByteArray(4096 + i, 'x'));
        if (i == 0)
            order.id = path;
        else
            order.more.push_back({EntityType::File, path});
    }
    QElapsedTimer clock;
    clock.start();
    const auto act = device.acts->planRemedy(order);
    QVERIFY(act);
    const qint64 planned = clock.restart();
    const auto done = device.acts->run(*act, terms(1));
    QVERIFY(done && done->end == ActState::Done);
    const qint64 gone = clock.restart();
    QCOMPARE(planted.names(), QStringList());
    clock.restart();
    const auto undo = device.acts->planUndo({.type = EntityType::Several, .id = u"1"_s});
    QVERIFY(undo);
    const qint64 undoPlanned = clock.elapsed();
    const auto undone = device.acts->run(*undo, terms(2));
    const qint64 back = clock.elapsed();
    QVERIFY(undone && undone->end == ActState::Done);
    QCOMPARE(planted.names().size(), files);
    qInfo("%d files: planned in %lld ms, away in %lld ms, back in %lld ms (of which %lld for the plan)", files, planned,
        gone, back, undoPlanned);
    if (qEnvironmentVariableIsSet("SONDE_FILES"))
        QVERIFY2(back < 2 * files, "a thousand files are to be back within 2 s");
}

void ActFiguresTest::aLargeFileGoes()
{
    const qint64 bytes = asked("SONDE_MEGABYTES", 32) * 1024LL * 1024;
    ActDevice device;
    PlantedFolder planted;
    const QString path = planted.plant(u"evil"_s, {});
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    const QByteArray piece(1024 * 1024, 'x');
    for (qint64 written = 0; written < bytes; written += piece.size())
        QCOMPARE(file.write(piece), piece.size());
    file.close();
    ::sync(); // what was written before is not what is measured
    const Entity &kind = *device.acts->entity(EntityType::File);
    QElapsedTimer clock;
    clock.start();
    const auto look = kind.look(path, {});
    QVERIFY(look);
    const qint64 hashed = clock.restart();
    const auto plan = kind.plan(*look, {});
    QVERIFY(plan);
    const auto done = device.acts->run({*plan}, terms(1));
    const qint64 beyond = clock.elapsed();
    QVERIFY(done && done->end == ActState::Done);
    QVERIFY(!QFile::exists(path));
    qInfo("%lld MiB: hashed in %lld ms, and %lld ms more", bytes / 1024 / 1024, hashed, beyond);
    if (qEnvironmentVariableIsSet("SONDE_MEGABYTES"))
        QVERIFY2(beyond < 50, "it is to take less than 50 ms more than its hash");
}

QTEST_GUILESS_MAIN(ActFiguresTest)
#include "tst_actfigures.moc"
