// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Processes with these words in their command lines.
QList<qint64> processesWith(const QByteArray &words)
{
    QList<qint64> found;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile line(u"/proc/%1/cmdline"_s.arg(name));
        if (name.front().isDigit() && line.open(QFile::ReadOnly) && line.readAll().replace('\0', ' ').contains(words))
            found.append(name.toLongLong());
    }
    return found;
}

QJsonObject lastObject(const QByteArray &output)
{
    return QJsonDocument::fromJson(output.trimmed().split('\n').constLast()).object();
}

} // namespace

/// Scripts of the library on a real device, through a real service.
class ScriptRunsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A number of seconds that nobody else sleeps.
        m_seconds = QByteArray::number(100'000 + QCoreApplication::applicationPid());
    }

    void argumentsStreamsAndStatusArrive()
    {
        upload(u"args.sh"_s, "for a; do printf '[%s]' \"$a\"; done; echo wrong >&2; exit 3");
        const auto ran = exec(uR"(run args.sh -parameters '; & | ! $ ( ) "a b" *')"_s);
        QCOMPARE(ran.status, 1);
        const QJsonObject answer = lastObject(ran.output);
        QCOMPARE(answer["status"_L1].toString(), u"failed"_s);
        const QJsonObject expected{{u"script_name"_s, u"args.sh"_s}, {u"exit_code"_s, 3},
            {u"script_output"_s, u"[;][&][|][!][$][(][)][a b][*]"_s}, {u"script_errors"_s, u"wrong\n"_s}};
        QCOMPARE(answer["output"_L1].toObject(), expected);
        const QJsonObject error = answer["errors"_L1].toArray().first().toObject();
        QCOMPARE(error["code"_L1].toString(), u"exit-status"_s);
    }

    void theVersionThatRanIsInTheJournal()
    {
        const QByteArray second = "echo second";
        upload(u"version.sh"_s, "echo first");
        upload(u"version.sh"_s, second);
        QCOMPARE(
            lastObject(exec(u"run version.sh"_s).output)["output"_L1]["script_output"_L1].toString(), u"second\n"_s);
        const auto journal = cli({u"journal"_s});
        const QByteArray hash = QCryptographicHash::hash(second, QCryptographicHash::Sha256);
        bool found = false;
        for (const QByteArray &line : journal.output.split('\n'))
            found = found
                || (line.contains("command-accepted") && line.contains("run version.sh")
                    && line.contains(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
        QVERIFY(found);
    }

    void filesArePutWhole()
    {
        const QByteArray content = QByteArray("0123456789abcdef").repeated(256 * 1024); // 4 MiB
        upload(u"tool.bin"_s, content);
        const auto put = exec(u"putfile tool.bin"_s);
        QVERIFY2(put.status == 0, put.errors.constData());
        const QJsonObject row = lastObject(put.output)["output"_L1].toObject();
        QFile file(row["path"_L1].toString());
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll() == content);
        QCOMPARE(exec(u"putfile tool.bin"_s).status, 1);
        QCOMPARE(exec(u"putfile tool.bin -overwrite -keep"_s).status, 0);
    }

    void whatTheLibraryLacksIsRefused()
    {
        upload(u"triage.sh"_s, "exit 0");
        const auto ran = exec(u"run triag.sh"_s);
        QCOMPARE(ran.status, 3);
        QVERIFY(ran.errors.contains("triage.sh"));
    }

    void unsignedPowerShellIsRefused()
    {
        upload(u"a.ps1"_s, "Write-Output 1");
        upload(u"hidden"_s, "#!/usr/bin/env pwsh\nWrite-Output 1");
        for (const QString &name : {u"a.ps1"_s, u"hidden"_s}) {
            const auto ran = exec(u"run "_s + name);
            QCOMPARE(ran.status, 3);
            QCOMPARE(lastObject(ran.output)["errors"_L1][0]["code"_L1].toString(), u"script-unsigned"_s);
        }
        QCOMPARE(exec(u"putfile a.ps1"_s).status, 0);
        QCOMPARE(cli({u"settings"_s, u"allow-unsigned-scripts"_s, u"true"_s}).status, 0);
        const auto allowed = exec(u"run a.ps1"_s);
        const bool hasPowerShell = !QStandardPaths::findExecutable(u"pwsh"_s).isEmpty();
        QCOMPARE(allowed.status, hasPowerShell ? 0 : 1);
        if (!hasPowerShell)
            QCOMPARE(lastObject(allowed.output)["errors"_L1][0]["code"_L1].toString(), u"no-interpreter"_s);
    }

    /// Whether it may run is the service's to say; this device may have nothing to run it with.
    void aPublishersScriptMayRun()
    {
        if (QStandardPaths::findExecutable(u"osslsigncode"_s).isEmpty())
            QSKIP("osslsigncode is not installed");
        QCOMPARE(cli({u"settings"_s, u"allow-unsigned-scripts"_s, u"false"_s}).status, 0);
        const QString key = m_folder.filePath(u"key.pem"_s);
        const QString certificate = m_folder.filePath(u"signer.pem"_s);
        const QString script = write(u"signed.ps1"_s, "Write-Output 1\r\n");
        const QString signedScript = m_folder.filePath(u"good.ps1"_s);
        QCOMPARE(QProcess::execute(u"openssl"_s,
                     {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key, u"-out"_s,
                         certificate, u"-subj"_s, u"/CN=Publisher"_s, u"-addext"_s, u"extendedKeyUsage=codeSigning"_s}),
            0);
        QCOMPARE(QProcess::execute(u"osslsigncode"_s,
                     {u"sign"_s, u"-certs"_s, certificate, u"-key"_s, key, u"-in"_s, script, u"-out"_s, signedScript}),
            0);
        QCOMPARE(cli({u"library"_s, u"upload"_s, signedScript}).status, 0);
        const auto refusal = [this] {
            return lastObject(exec(u"run good.ps1"_s).output)["errors"_L1][0]["code"_L1].toString();
        };
        QCOMPARE(refusal(), u"script-unsigned"_s);
        const QString publishers = m_folder.filePath(u"tenant/service/publishers"_s);
        QVERIFY(QDir().mkpath(publishers) && QFile::copy(certificate, publishers + u"/publisher.pem"_s));
        QVERIFY(refusal() != u"script-unsigned"_s);
    }

    void pythonCanBeSwitchedOff()
    {
        upload(u"a.py"_s, "print(6 * 7)");
        QCOMPARE(lastObject(exec(u"run a.py"_s).output)["output"_L1]["script_output"_L1].toString(), u"42\n"_s);
        QCOMPARE(cli({u"settings"_s, u"allow-python-scripts"_s, u"false"_s}).status, 0);
        const auto refused = exec(u"run a.py"_s);
        QCOMPARE(refused.status, 3);
        QVERIFY(refused.errors.contains("Python"));
    }

    void aKilledAgentLeavesNothingRunning()
    {
        TestTenant tenant;
        QVERIFY2(tenant.start(), qPrintable(tenant.whatFailed()));
        const QString script = write(u"long.sh"_s, "setsid sleep " + m_seconds + " & sleep " + m_seconds);
        QCOMPARE(tenant.cli({u"library"_s, u"upload"_s, script}).status, 0);
        QProcess cli;
        cli.start(TestTenant::program(u"sonde-cli"_s),
            tenant.cliArguments({u"--output"_s, u"json"_s, u"exec"_s, QSysInfo::machineHostName(), u"run long.sh"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(processesWith("sleep " + m_seconds).size(), 2, 20'000);
        tenant.killAgent();
        QTRY_COMPARE(processesWith("sleep " + m_seconds), QList<qint64>());
        QVERIFY(tenant.startAgent());
        QVERIFY(cli.waitForFinished());
        QCOMPARE(lastObject(cli.readAllStandardOutput())["status"_L1].toString(), u"interrupted"_s);
    }

    void controlCEndsEveryProcess()
    {
        upload(u"long.sh"_s, "(setsid sleep " + m_seconds + " &) ; sleep " + m_seconds + " & sleep " + m_seconds);
        QProcess cli;
        cli.start(TestTenant::program(u"sonde-cli"_s), arguments({u"exec"_s, u"this"_s, u"run long.sh"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(processesWith("sleep " + m_seconds).size(), 3, 20'000);
        ::kill(pid_t(cli.processId()), SIGINT);
        QVERIFY(cli.waitForFinished());
        QCOMPARE(processesWith("sleep " + m_seconds), QList<qint64>());
        const QJsonObject answer = lastObject(cli.readAllStandardOutput());
        QCOMPARE(answer["status"_L1].toString(), u"cancelled"_s);
        QVERIFY(answer["errors"_L1][0]["message"_L1].toString().contains(u"4 process"));
        QCOMPARE(cli.exitCode(), 5);
    }

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }

    void upload(const QString &name, const QByteArray &content) const
    {
        const auto done = cli({u"library"_s, u"upload"_s, write(name, content), u"--overwrite"_s});
        QVERIFY2(done.status == 0, done.errors.constData());
    }

    [[nodiscard]] TestTenant::Run exec(const QString &line) const { return cli({u"exec"_s, u"this"_s, line}); }

    [[nodiscard]] TestTenant::Run cli(const QStringList &verb) const
    {
        return TestTenant::run(TestTenant::program(u"sonde-cli"_s), arguments(verb));
    }

    /// An embedded tenant that is kept between runs.
    [[nodiscard]] QStringList arguments(const QStringList &verb) const
    {
        return QStringList{u"--embedded"_s, u"--data"_s, m_folder.filePath(u"tenant"_s), u"--language"_s, u"en"_s,
                   u"--output"_s, u"json"_s}
        + verb;
    }

    QTemporaryDir m_folder;
    QByteArray m_seconds;
};

QTEST_GUILESS_MAIN(ScriptRunsTest)
#include "tst_scriptruns.moc"
