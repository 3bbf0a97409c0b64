// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandprobe.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;

class SystemCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- the table

    void everyDeviceCommandOfTheCatalogueIsHere()
    {
        for (const CommandSpec &spec : Catalogue::instance().commands())
            QCOMPARE(bool(findCommand(spec.verb)),
                spec.runs == Runs::Device && spec.platforms.testFlag(Platform::Linux));
        QVERIFY(!findCommand(u"rm"));
    }

    void everyColumnIsFilled_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("mayBeNull");
        QTest::newRow("connect") << u"connect"_s << QStringList();
        QTest::newRow("processes") << u"processes %1"_s.arg(::getpid())
                                   << QStringList{u"service_name"_s, u"container"_s};
        QTest::newRow("dir") << u"dir /etc/passwd"_s << QStringList{u"created"_s, u"target"_s};
        QTest::newRow("fileinfo") << u"fileinfo /etc/passwd"_s << QStringList{u"created"_s, u"target"_s, u"acl"_s};
        QTest::newRow("findfile") << u"findfile passwd -path /etc"_s << QStringList();
    }
    void everyColumnIsFilled()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, mayBeNull);
        CommandProbe probe;
        QVERIFY(!probe.run(line).failure);
        QVERIFY(!probe.rows.empty());
        for (const ColumnSpec &column : Catalogue::instance().find(probe.order.invocation.verb)->columns) {
            QJsonValue value = probe.rows.front();
            for (const QString &step : column.id.split(u'.'))
                value = value[step];
            QVERIFY2(!value.isNull() || mayBeNull.contains(column.id), qPrintable(column.id));
        }
    }

    // ---- processes

    void processesAgreesWithPs()
    {
        // Between the two, processes come and go: those both times seen by ps were there all along.
        const auto before = psRows();
        CommandProbe probe;
        QVERIFY(!probe.run(u"processes"_s).failure);
        const auto after = psRows();
        int compared = 0;
        for (const auto &[pid, fields] : before.asKeyValueRange()) {
            if (after.value(pid) != fields)
                continue;
            const QJsonObject row = rowWhere(probe, u"pid"_s, pid);
            QCOMPARE(u"%1 %2 %3"_s.arg(row[u"parent_id"].toInteger())
                         .arg(row[u"session_id"].toInteger())
                         .arg(row[u"user_name"].toString()),
                fields);
            ++compared;
        }
        QVERIFY(compared > 3);
        // And none that neither saw and that has not just started.
        for (const QJsonObject &row : probe.rows) {
            const qint64 pid = row[u"pid"].toInteger();
            const auto created = QDateTime::fromString(row[u"creation_time"].toString(), Qt::ISODateWithMs);
            QVERIFY(
                before.contains(pid) || after.contains(pid) || created.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        }
    }

    void processesTellsTheTruthAboutAChild()
    {
        QFile::copy(u"/bin/sleep"_s, m_folder.filePath(u"a long name of a sleeper"_s));
        QProcess child;
        child.setWorkingDirectory(m_folder.path());
        child.start(m_folder.filePath(u"a long name of a sleeper"_s), {u"600"_s});
        QVERIFY(child.waitForStarted());
        const auto started = QDateTime::currentDateTimeUtc();
        QVERIFY(QFile::remove(m_folder.filePath(u"a long name of a sleeper"_s)));
        QJsonObject row;
        // Started is not yet exec'ed everywhere.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                CommandProbe probe;
                if (probe.run(u"processes %1"_s.arg(child.processId())).failure || probe.rows.size() != 1)
                    return false;
                row = probe.rows.front();
                return row[u"name"].toString() == u"a long name of a sleeper"
                    && row[u"status"].toString() == u"sleeping";
            }(),
            5000);
        QCOMPARE(row[u"image_path"].toString(), m_folder.filePath(u"a long name of a sleeper"_s));
        QCOMPARE(row[u"command_line"].toString(), u"'%1' 600"_s.arg(m_folder.filePath(u"a long name of a sleeper"_s)));
        QCOMPARE(row[u"parent_id"].toInteger(), ::getpid());
        const auto created = QDateTime::fromString(row[u"creation_time"].toString(), Qt::ISODateWithMs);
        QVERIFY2(std::abs(created.msecsTo(started)) < 5000, qPrintable(row[u"creation_time"].toString()));
        QVERIFY(row[u"memory_usage"][u"working_set"].toInteger() > 0);

        CommandProbe byName;
        QVERIFY(!byName.run(u"processes -name \"a long*\""_s).failure);
        QCOMPARE(byName.rows.size(), 1U);

        child.kill();
        QVERIFY(child.waitForFinished());
        CommandProbe gone;
        QCOMPARE(gone.run(u"processes %1"_s.arg(row[u"pid"].toInteger())).failure->code, ErrorCode::NoSuchProcess);
    }

    // ---- connections

    void connectionsShowsOurs()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpServer server6;
        const bool hasIpv6 = server6.listen(QHostAddress::LocalHostIPv6);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(client.waitForConnected());
        QVERIFY(server.waitForNewConnection(5000));
        QUdpSocket udp;
        QVERIFY(udp.bind(QHostAddress::LocalHost));

        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const auto has = [&probe](const QString &protocol, const QString &status, const QString &ip, int port,
                             int remotePort) {
            return std::ranges::any_of(probe.rows, [&](const QJsonObject &row) {
                return row[u"protocol"].toString() == protocol && row[u"status_display"].toString() == status
                    && row[u"local_ip"].toString() == ip && row[u"local_port"].toInt() == port
                    && row[u"remote_port"].toInt() == remotePort && row[u"pid"].toInteger() == ::getpid()
                    && row[u"name"].toString() == u"tst_systemcommands";
            });
        };
        QVERIFY(has(u"tcp"_s, u"LISTEN"_s, u"127.0.0.1"_s, server.serverPort(), 0));
        QVERIFY(has(u"tcp"_s, u"ESTABLISHED"_s, u"127.0.0.1"_s, client.localPort(), server.serverPort()));
        QVERIFY(has(u"tcp"_s, u"ESTABLISHED"_s, u"127.0.0.1"_s, server.serverPort(), client.localPort()));
        QVERIFY(has(u"udp"_s, u"UNCONNECTED"_s, u"127.0.0.1"_s, udp.localPort(), 0));
        if (hasIpv6)
            QVERIFY(has(u"tcp6"_s, u"LISTEN"_s, u"::1"_s, server6.serverPort(), 0));
    }

    void connectionsAgreesWithSs()
    {
        // Of both times ss looked, the same listeners: those were there all along.
        const auto before = ssListeners();
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const auto after = ssListeners();
        QSet<QString> ours;
        for (const QJsonObject &row : probe.rows) {
            if (row[u"protocol"].toString().startsWith(u"tcp") && row[u"status_display"].toString() == u"LISTEN"
                && row[u"network_namespace"].isNull())
                ours.insert(u"%1 %2"_s.arg(row[u"local_ip"].toString()).arg(row[u"local_port"].toInt()));
        }
        QVERIFY(ours.contains(before & after));
        QVERIFY((before | after).contains(ours));
    }

private:
    /// "parent session user" by pid.
    static QMap<qint64, QString> psRows()
    {
        QMap<qint64, QString> rows;
        for (const QByteArray &line : linesOf(u"ps"_s, {u"-eo"_s, u"pid=,ppid=,sess=,euser:64="_s})) {
            const QStringList fields = QString::fromUtf8(line).simplified().split(u' ');
            rows.insert(fields.at(0).toLongLong(), fields.sliced(1).join(u' '));
        }
        return rows;
    }

    /// "address port" of every listening TCP socket.
    static QSet<QString> ssListeners()
    {
        QSet<QString> listeners;
        for (const QByteArray &line : linesOf(u"ss"_s, {u"-Htln"_s})) {
            QString local = QString::fromUtf8(line).simplified().split(u' ').value(3);
            const qsizetype colon = local.lastIndexOf(u':');
            QString address = local.first(colon).remove(u'[').remove(u']');
            address = address.section(u'%', 0, 0); // bound to an interface
            listeners.insert(u"%1 %2"_s.arg(address == u"*" ? u"::"_s : address, local.sliced(colon + 1)));
        }
        return listeners;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SystemCommandsTest)
#include "tst_systemcommands.moc"
