// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/actdevice.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/fakesystemd.h"
#include "tests/agent/filestate.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// `remediate service`: with a systemd that runs, with units that are only written down, with init scripts.
class RemediateServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aServiceGoesWithAllThatStartsIt();
    void aUnitInTheFolderOfItsMask_data();
    void aUnitInTheFolderOfItsMask();
    void whatPackagesOwnIsOnlyMasked();
    void aRunningServiceIsStoppedAndStartedAgain();
    void whoElseStartsTheProgramIsTold();
    void whatSystemdMakesByItselfStays();
    void aTimerAlone();
    void anInitScript();
    void itHasToBeLookedAt();
    void vitalServicesStay();

private:
    /// Every file below the root but the agent's, and what it is.
    [[nodiscard]] QMap<QString, QString> everything() const;
    void plantEvil() const;
    /// Steps of what was done last, as "action place".
    [[nodiscard]] QStringList steps() const;

    std::unique_ptr<DeviceTree> m_tree;
    std::unique_ptr<ActDevice> m_device;
};

void RemediateServiceTest::init()
{
    m_device.reset();
    m_tree = std::make_unique<DeviceTree>();
    m_device = std::make_unique<ActDevice>(m_tree->root());
}

QMap<QString, QString> RemediateServiceTest::everything() const
{
    QMap<QString, QString> found;
    QDirIterator walk(m_tree->place({}), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo info = walk.nextFileInfo();
        if (info.fileName().startsWith(u"system_bus"))
            continue;
        // Only files and links: folders change when something in them does.
        auto state = info.isDir() && !info.isSymLink() ? QMap<QString, QString>() : stateOfFile(info.filePath());
        state.remove(u"accessed"_s);
        QString text = info.isSymLink() ? info.readSymLink() : state.value(u"content"_s);
        text += state.value(u"mode"_s) + state.value(u"modified"_s) + state.value(u"owner"_s);
        found.insert(info.filePath().sliced(m_tree->place({}).size()), text);
    }
    return found;
}

void RemediateServiceTest::plantEvil() const
{
    m_tree->script(u"/opt/evil"_s);
    m_tree->write(u"/usr/lib/systemd/system/evil.service"_s,
        "[Unit]\nDescription=A miner\n[Service]\nRestart=always\nExecStart=/opt/evil -x\n"
        "[Install]\nWantedBy=multi-user.target\nAlias=dbus-evil.service\n");
    m_tree->write(u"/etc/systemd/system/evil.service.d/10-more.conf"_s, "[Service]\nNice=19\n");
    m_tree->write(
        u"/usr/lib/systemd/system/evil.timer"_s, "[Timer]\nOnCalendar=hourly\n[Install]\nWantedBy=timers.target\n");
    m_tree->write(u"/usr/lib/systemd/system/wake.path"_s, "[Path]\nPathExists=/tmp/x\nUnit=evil.service\n");
    m_tree->write(
        u"/usr/lib/systemd/system/other.service"_s, "[Unit]\nUpholds=evil.service\n[Service]\nExecStart=/bin/true\n");
    m_tree->link(u"/etc/systemd/system/multi-user.target.wants/evil.service"_s, "/usr/lib/systemd/system/evil.service");
    m_tree->link(u"/etc/systemd/system/dbus-evil.service"_s, "/usr/lib/systemd/system/evil.service");
    m_tree->link(u"/etc/systemd/system/timers.target.wants/evil.timer"_s, "/usr/lib/systemd/system/evil.timer");
    m_tree->link(
        u"/etc/systemd/system/multi-user.target.wants/other.service"_s, "/usr/lib/systemd/system/other.service");
}

QStringList RemediateServiceTest::steps() const
{
    QStringList steps;
    const ActRecord record = m_device->acts->all().back();
    for (const ActStep &step : record.intent.plan.steps)
        steps += Codec::wireName(step.kind) + u' ' + QString(step.subject).remove(m_tree->place({}));
    return steps;
}

void RemediateServiceTest::aServiceGoesWithAllThatStartsIt()
{
    plantEvil();
    const auto before = everything();
    QCOMPARE(m_device->failure(u"services evil"_s), QString());
    QCOMPARE(m_device->failure(u"remediate service evil"_s), QString());
    QCOMPARE(steps(),
        (QStringList{u"move-file /etc/systemd/system/timers.target.wants/evil.timer"_s,
            u"move-file /usr/lib/systemd/system/evil.timer"_s, u"move-file /usr/lib/systemd/system/wake.path"_s,
            u"move-file /etc/systemd/system/dbus-evil.service"_s,
            u"move-file /etc/systemd/system/multi-user.target.wants/evil.service"_s,
            u"move-file /usr/lib/systemd/system/evil.service"_s,
            u"move-file /etc/systemd/system/evil.service.d/10-more.conf"_s, u"move-file /opt/evil"_s,
            u"mask-unit /etc/systemd/system/evil.service"_s}));
    QCOMPARE(QFile::symLinkTarget(m_tree->place(u"/etc/systemd/system/evil.service"_s)), u"/dev/null"_s);
    QSet<QString> notes;
    for (const QJsonObject &row : m_device->probe->rows) {
        if (row.value("action"_L1) == "brought-back-by"_L1)
            notes +=
                QString::fromUtf8(QJsonDocument(row.value("details"_L1).toObject()).toJson(QJsonDocument::Compact));
    }
    QCOMPARE(notes, (QSet<QString>{uR"({"restart":"always"})"_s, uR"({"units":["other.service"]})"_s}));
    QCOMPARE(m_device->failure(u"undo service evil.service"_s), QString());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::aUnitInTheFolderOfItsMask_data()
{
    QTest::addColumn<QString>("flag");
    for (const QString &flag : {u""_s, u"-beside"_s, u"-replace"_s})
        QTest::newRow(qPrintable(flag)) << flag;
}

/// The mask lies where the unit's file was: that is no conflict.
void RemediateServiceTest::aUnitInTheFolderOfItsMask()
{
    QFETCH(QString, flag);
    m_tree->write(u"/etc/systemd/system/evil.service"_s, "[Service]\nExecStart=/opt/evil\n");
    const auto before = everything();
    QCOMPARE(m_device->failure(u"remediate service evil -auto"_s), QString());
    QCOMPARE(QFile::symLinkTarget(m_tree->place(u"/etc/systemd/system/evil.service"_s)), u"/dev/null"_s);
    QCOMPARE(m_device->failure(u"undo service evil "_s + flag), QString());
    QVERIFY(rowWhere(*m_device->probe, u"action"_s, u"in-the-way"_s).isEmpty());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::whatPackagesOwnIsOnlyMasked()
{
    plantEvil();
    m_tree->write(
        u"/var/lib/dpkg/status"_s, "Package: evil\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n");
    m_tree->write(u"/var/lib/dpkg/info/evil.list"_s,
        "/.\n/usr/lib/systemd/system/evil.service\n/usr/lib/systemd/system/evil.timer\n/opt/evil\n");
    const auto before = everything();
    QCOMPARE(m_device->failure(u"remediate service evil -auto"_s), QString());
    QCOMPARE(steps(),
        (QStringList{u"move-file /etc/systemd/system/timers.target.wants/evil.timer"_s,
            u"move-file /usr/lib/systemd/system/wake.path"_s, u"move-file /etc/systemd/system/dbus-evil.service"_s,
            u"move-file /etc/systemd/system/multi-user.target.wants/evil.service"_s,
            u"move-file /etc/systemd/system/evil.service.d/10-more.conf"_s,
            u"mask-unit /etc/systemd/system/evil.service"_s}));
    QVERIFY(QFile::exists(m_tree->place(u"/opt/evil"_s)));
    QCOMPARE(m_device->failure(u"undo service evil"_s), QString());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::aRunningServiceIsStoppedAndStartedAgain()
{
    plantEvil();
    m_tree->folder(u"/run/systemd/system"_s);
    m_tree->folder(u"/run/dbus"_s);
    FakeSystemd systemd;
    const QString problem = systemd.start(m_tree->place(u"/run/dbus/system_bus_socket"_s),
        {{u"evil.service"_s, u"active"_s, u"running"_s, {}}, {u"evil.timer"_s, u"active"_s, u"waiting"_s, {}},
            {u"wake.path"_s, u"inactive"_s, u"dead"_s, {}}},
        {});
    if (!problem.isEmpty())
        QSKIP(qPrintable(problem));
    QCOMPARE(m_device->failure(u"remediate service evil -auto"_s), QString());
    QCOMPARE(systemd.orders(), (QStringList{u"StopUnit evil.timer"_s, u"StopUnit evil.service"_s, u"Reload"_s}));
    QCOMPARE(steps().first(), u"stop-unit evil.timer"_s);
    QCOMPARE(steps().last(), u"reload-units systemd"_s);
    QCOMPARE(m_device->failure(u"undo service evil"_s), QString());
    // As it was: the timer after the unit, and nobody who had not run.
    QCOMPARE(systemd.orders().sliced(3),
        (QStringList{u"Reload"_s, u"StartUnit evil.service"_s, u"Reload"_s, u"StartUnit evil.timer"_s}));
    QVERIFY(QFile::exists(m_tree->place(u"/usr/lib/systemd/system/evil.service"_s)));
}

void RemediateServiceTest::whoElseStartsTheProgramIsTold()
{
    plantEvil();
    m_tree->write(u"/usr/lib/systemd/system/second.service"_s, "[Service]\nExecStart=/opt/evil -y\n");
    QCOMPARE(m_device->failure(u"remediate service second -auto"_s), QString());
    const QJsonObject note = rowWhere(*m_device->probe, u"action"_s, u"depended-on-by"_s);
    QCOMPARE(note.value("details"_L1).toObject().value("units"_L1).toArray(), QJsonArray{u"evil.service"_s});
}

/// From an init script; with its next reload it is another file, or none.
void RemediateServiceTest::whatSystemdMakesByItselfStays()
{
    m_tree->script(u"/opt/evil"_s);
    m_tree->write(u"/run/systemd/generator.late/evil.service"_s, "[Service]\nExecStart=/opt/evil\n");
    const auto before = everything();
    QCOMPARE(m_device->failure(u"remediate service evil -auto"_s), QString());
    QVERIFY(QFile::exists(m_tree->place(u"/run/systemd/generator.late/evil.service"_s)));
    QVERIFY(!QFile::exists(m_tree->place(u"/opt/evil"_s)));
    QCOMPARE(m_device->failure(u"undo service evil"_s), QString());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::aTimerAlone()
{
    plantEvil();
    const auto before = everything();
    QCOMPARE(m_device->failure(u"scheduledtasks evil.timer"_s), QString());
    QCOMPARE(m_device->failure(u"remediate scheduledtask evil.timer"_s), QString());
    QCOMPARE(steps(),
        (QStringList{u"move-file /etc/systemd/system/timers.target.wants/evil.timer"_s,
            u"move-file /usr/lib/systemd/system/evil.timer"_s, u"mask-unit /etc/systemd/system/evil.timer"_s}));
    const QJsonObject note = rowWhere(*m_device->probe, u"action"_s, u"depended-on-by"_s);
    QCOMPARE(note.value("details"_L1).toObject().value("units"_L1).toArray(), QJsonArray{u"evil.service"_s});
    QCOMPARE(m_device->failure(u"undo scheduledtask evil.timer"_s), QString());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::anInitScript()
{
    m_tree->script(u"/etc/init.d/evil"_s,
        "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: evil\n### END INIT INFO\nDAEMON=/opt/evil\n");
    m_tree->script(u"/opt/evil"_s);
    m_tree->link(u"/etc/rc2.d/S01evil"_s, "../init.d/evil");
    m_tree->link(u"/etc/rc0.d/K01evil"_s, "../init.d/evil");
    m_tree->link(u"/etc/rc2.d/S01other"_s, "../init.d/other");
    const auto before = everything();
    QCOMPARE(m_device->failure(u"services evil"_s), QString());
    QCOMPARE(m_device->failure(u"remediate service evil"_s), QString());
    QCOMPARE(steps(),
        (QStringList{u"move-file /etc/rc0.d/K01evil"_s, u"move-file /etc/rc2.d/S01evil"_s,
            u"move-file /etc/init.d/evil"_s, u"move-file /opt/evil"_s}));
    QCOMPARE(m_device->failure(u"undo service evil"_s), QString());
    QCOMPARE(everything(), before);
}

void RemediateServiceTest::itHasToBeLookedAt()
{
    plantEvil();
    const Outcome refused = m_device->run(u"remediate service evil"_s);
    QCOMPARE(refused.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(refused.failure->facts.text(Fact::Command), u"services evil"_s);
    QCOMPARE(m_device->failure(u"services"_s), QString());
    m_tree->write(u"/usr/lib/systemd/system/evil.service"_s, "[Service]\nExecStart=/opt/other\n");
    const Outcome changed = m_device->run(u"remediate service evil"_s);
    QCOMPARE(changed.failure->code, ErrorCode::FactsChanged);
    QCOMPARE(changed.failure->facts.list(Fact::Changed), (QStringList{u"binary_path"_s, u"command_line"_s}));
    QCOMPARE(m_device->run(u"remediate service nobody -auto"_s).failure->code, ErrorCode::NotFound);
}

void RemediateServiceTest::vitalServicesStay()
{
    m_tree->write(u"/usr/lib/systemd/system/dbus.service"_s, "[Service]\nExecStart=/usr/bin/dbus-daemon\n");
    QCOMPARE(m_device->run(u"remediate service dbus -auto"_s).failure->code, ErrorCode::Protected);
}

QTEST_GUILESS_MAIN(RemediateServiceTest)
#include "tst_remediateservice.moc"
