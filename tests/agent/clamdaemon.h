// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace Sonde::Agent {

/// A clamd with signatures and a socket of its own, on a device of its own.
class ClamDaemon final
{
    Q_DISABLE_COPY_MOVE(ClamDaemon)

public:
    /// `limits`: lines of its configuration.
    explicit ClamDaemon(const QByteArray &limits = "MaxFileSize 1M\nMaxScanSize 4M\n")
    {
        QDir(folder.path()).mkpath(QStringLiteral("database"));
        QDir(folder.path()).mkpath(QStringLiteral("root/etc/clamav"));
        QDir(folder.path()).mkpath(QStringLiteral("temporary"));
        setSignatures("Test.Marker:0:*:" + QByteArray("clamd looks for this").toHex() + "\n"
            + "Test.Eicar:0:*:" + eicar().toHex() + "\n");
        write(QStringLiteral("root/etc/clamav/clamd.conf"),
            "LocalSocket " + QFile::encodeName(socket()) + "\nDatabaseDirectory "
                + QFile::encodeName(folder.filePath(QStringLiteral("database"))) + "\nTemporaryDirectory "
                + QFile::encodeName(temporary()) + "\nForeground yes\nMaxThreads 4\nSelfCheck 60\n" + limits);
    }
    ~ClamDaemon() { stop(); }

    [[nodiscard]] static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("clamd"), {QStringLiteral("/usr/sbin")});
    }
    /// The file that every antivirus knows, made here of two halves, so that none takes this source for it.
    [[nodiscard]] static QByteArray eicar()
    {
        return QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-") + "ANTIVIRUS-TEST-FILE!$H+H*";
    }

    [[nodiscard]] bool start()
    {
        daemon.start(program(), {QStringLiteral("-c"), configuration()});
        // The socket is there before anybody listens at it.
        return daemon.waitForStarted() && QTest::qWaitFor([this] { return answers(); }, 30'000);
    }
    /// With a disk of its own for what it unpacks, of which it has used so much. False where nobody may mount.
    [[nodiscard]] bool startOnFullDisk()
    {
        daemon.start(QStringLiteral("unshare"),
            {QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral(
                    "mount -t tmpfs -o size=64k,mode=777 none \"$1\" && { cat /dev/zero >\"$1/full\" 2>/dev/null; "
                    "exec \"$2\" -c \"$3\"; }"),
                QStringLiteral("sh"), temporary(), program(), configuration()});
        return daemon.waitForStarted()
            && QTest::qWaitFor([this] { return answers() || daemon.state() == QProcess::NotRunning; }, 30'000)
            && daemon.state() == QProcess::Running;
    }
    void stop()
    {
        daemon.kill();
        daemon.waitForFinished();
        QFile::remove(socket());
    }
    void setSignatures(const QByteArray &lines) { write(QStringLiteral("database/test.ndb"), lines); }

    /// What the package clamav-testfiles holds, in every kind of archive.
    void knowTestFiles()
    {
        write(QStringLiteral("database/test.hdb"), "aa15bcf478d165efd2065190eb473bcb:544:Test.File\n");
    }

    [[nodiscard]] QString configuration() const
    {
        return folder.filePath(QStringLiteral("root/etc/clamav/clamd.conf"));
    }
    [[nodiscard]] QString temporary() const { return folder.filePath(QStringLiteral("temporary")); }
    [[nodiscard]] QString socket() const { return folder.filePath(QStringLiteral("clamd.ctl")); }
    [[nodiscard]] QByteArray root() const { return QFile::encodeName(folder.filePath(QStringLiteral("root"))); }

    QTemporaryDir folder;
    QProcess daemon;

private:
    [[nodiscard]] bool answers() const
    {
        QLocalSocket asked;
        asked.connectToServer(socket());
        return asked.waitForConnected(1'000);
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no file for clamd");
    }
};

} // namespace Sonde::Agent
