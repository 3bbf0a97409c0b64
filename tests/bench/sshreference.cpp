// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sshreference.h"

#include "tests/measuring/processmeter.h"
#include "tests/measuring/waiting.h"

#include <QFile>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr auto StartTime = 10s;
constexpr int EndMilliseconds = 5'000;

Result<void> writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    return {};
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// sshd cannot be told to take one.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(EndMilliseconds)) {
        process.kill();
        process.waitForFinished(EndMilliseconds);
    }
}

} // namespace

Result<std::unique_ptr<SshReference>> SshReference::start()
{
    for (const QString &tool : {u"ssh"_s, u"sshd"_s, u"ssh-keygen"_s}) {
        if (toolPath(tool).isEmpty())
            return fail(ErrorCode::NotFound, tool, u"%1 is not installed"_s.arg(tool));
    }
    std::unique_ptr<SshReference> ssh(new SshReference);
    const auto up =
        ssh->makeKeys().and_then([&] { return ssh->startServer(); }).and_then([&] { return ssh->startMaster(); });
    if (!up)
        return std::unexpected(up.error());
    return ssh;
}

SshReference::~SshReference()
{
    end(m_master);
    end(m_server);
}

Result<void> SshReference::makeKeys()
{
    for (const QString &key : {u"host"_s, u"user"_s}) {
        if (!secondsOf({toolPath(u"ssh-keygen"_s), u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, file(key)}))
            return fail(ErrorCode::CannotStart, u"ssh-keygen"_s, u"ssh-keygen failed"_s);
    }
    return writeFile(file(u"authorized"_s), contentOf(file(u"user.pub"_s)) + u'\n');
}

Result<void> SshReference::startServer()
{
    m_port = freePort();
    // An empty home: what a shell of this user reads at its start is not ssh's time.
    const QStringList settings{u"Port %1"_s.arg(m_port), u"ListenAddress 127.0.0.1"_s, u"HostKey "_s + file(u"host"_s),
        u"AuthorizedKeysFile "_s + file(u"authorized"_s), u"PidFile none"_s, u"StrictModes no"_s, u"UsePAM no"_s,
        u"PasswordAuthentication no"_s, u"KbdInteractiveAuthentication no"_s, u"PermitRootLogin prohibit-password"_s,
        u"SetEnv HOME="_s + m_folder.path(), u"Subsystem sftp internal-sftp"_s};
    const auto written = writeFile(file(u"sshd_config"_s), settings.join(u'\n')).and_then([this] {
        return writeFile(file(u"known"_s), u"[127.0.0.1]:%1 %2\n"_s.arg(m_port).arg(contentOf(file(u"host.pub"_s))));
    });
    if (!written)
        return written;
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    // sshd wants to be called by its whole path.
    m_server.start(toolPath(u"sshd"_s), {u"-D"_s, u"-e"_s, u"-f"_s, file(u"sshd_config"_s)});
    QByteArray words;
    const bool listening = waitUntil(
        [&] {
            words += m_server.readAll();
            return words.contains("listening") || m_server.state() == QProcess::NotRunning;
        },
        StartTime);
    if (!listening || m_server.state() == QProcess::NotRunning)
        return fail(
            ErrorCode::CannotStart, u"sshd"_s, u"sshd does not start: %1"_s.arg(QString::fromUtf8(words).simplified()));
    return {};
}

Result<void> SshReference::startMaster()
{
    m_master.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList command = client({u"-M"_s, u"-N"_s});
    m_master.start(command.constFirst(), command.sliced(1));
    const bool decided = waitUntil(
        [this] { return QFile::exists(file(u"control"_s)) || m_master.state() == QProcess::NotRunning; }, StartTime);
    if (!decided || m_master.state() == QProcess::NotRunning)
        return fail(ErrorCode::CannotConnect, u"ssh"_s,
            u"ssh is not let in: %1"_s.arg(QString::fromUtf8(m_master.readAll()).simplified()));
    return {};
}

QStringList SshReference::client(const QStringList &arguments) const
{
    const QStringList options{
        u"-F"_s, u"none"_s, u"-i"_s, file(u"user"_s), u"-S"_s, file(u"control"_s), u"-p"_s, QString::number(m_port)};
    QStringList command{toolPath(u"ssh"_s)};
    command += options;
    for (const QString &option : {u"IdentitiesOnly=yes"_s, u"BatchMode=yes"_s, u"StrictHostKeyChecking=yes"_s,
             QString(u"UserKnownHostsFile="_s + file(u"known"_s))})
        command << u"-o"_s << option;
    return command + arguments + QStringList{u"127.0.0.1"_s};
}

Result<double> SshReference::run(const QStringList &command) const
{
    // Without the master there is no way: nothing slower is ever measured in its place.
    const auto seconds = secondsOf(client({u"-o"_s, u"ProxyCommand=false"_s}) + command);
    if (!seconds)
        return fail(ErrorCode::Interrupted, u"ssh"_s, u"ssh lost its master connection"_s);
    return *seconds;
}

Result<double> SshReference::copy(const QString &source, const QString &target) const
{
    const auto seconds = secondsOf({toolPath(u"scp"_s), u"-q"_s, u"-r"_s, u"-F"_s, u"none"_s, u"-i"_s, file(u"user"_s),
        u"-P"_s, QString::number(m_port), u"-o"_s, u"IdentitiesOnly=yes"_s, u"-o"_s, u"BatchMode=yes"_s, u"-o"_s,
        u"UserKnownHostsFile="_s + file(u"known"_s), u"127.0.0.1:"_s + source, target});
    if (!seconds)
        return fail(ErrorCode::Interrupted, u"scp"_s, u"scp failed"_s);
    return *seconds;
}

} // namespace Sonde::Client::Bench
