// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int StartMilliseconds = 30'000;
constexpr int RunMilliseconds = 60'000;
constexpr auto Password = "correct horse battery staple";

void endNow(std::unique_ptr<QProcess> &process)
{
    if (!process)
        return;
    process->kill();
    process->waitForFinished(StartMilliseconds);
    // What a program said is asked for where nobody can look at it any more.
    if (const QByteArray said = process->readAllStandardError(); QTest::currentTestFailed() && !said.isEmpty())
        qInfo("%s said:\n%s", qPrintable(process->program()), said.constData());
    process.reset();
}

} // namespace

TestTenant::TestTenant(const QString &where)
    : m_directory(where + u"/sonde-tenant-XXXXXX"_s)
    , m_agentCommand{program(u"sonde-agent"_s)}
{
}

TestTenant::~TestTenant()
{
    endNow(m_agent);
    endNow(m_service);
}

QString TestTenant::program(const QString &name)
{
    return QStringLiteral(SONDE_BIN_DIR "/") + name;
}

TestTenant::Run TestTenant::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(RunMilliseconds)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end in time: " + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

QStringList TestTenant::cliArguments(const QStringList &verb) const
{
    return QStringList{u"--tenant"_s, m_url.toString(), u"--fingerprint"_s, m_fingerprint, u"--user"_s, u"admin"_s,
               u"--password-file"_s, m_directory.filePath(u"password"_s), u"--language"_s, u"en"_s}
    + verb;
}

TestTenant::Run TestTenant::cli(const QStringList &verb, const QByteArray &input) const
{
    const QDeadlineTimer patience(RunMilliseconds);
    Run done;
    do
        done = run(program(u"sonde-cli"_s), cliArguments(verb), input);
    while (done.errors.contains("too much in a short time") && !patience.hasExpired());
    return done;
}

Credentials TestTenant::credentials() const
{
    return {m_url, m_fingerprint, UserName(u"admin"_s), QLatin1StringView(Password), {}};
}

bool TestTenant::fails(const QString &what)
{
    m_failure = what;
    return false;
}

void TestTenant::useAgent(const QStringList &command, const QString &root)
{
    m_agentCommand = command;
    m_agentRoot = root;
}

bool TestTenant::start()
{
    QFile password(m_directory.filePath(u"password"_s));
    if (!password.open(QIODevice::WriteOnly) || password.write(Password) < 0
        || !password.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fails(password.errorString());
    password.close();
    return startService() && enrol();
}

QJsonObject TestTenant::readyLine(QProcess &process, const QString &name)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(StartMilliseconds)) {
            fails(u"%1 said nothing: %2"_s.arg(name, QString::fromUtf8(process.readAllStandardError())));
            return {};
        }
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

bool TestTenant::startService()
{
    m_service = std::make_unique<QProcess>();
    const QString listen = m_url.isEmpty() ? u"127.0.0.1:0"_s : u"127.0.0.1:%1"_s.arg(m_url.port());
    m_service->start(program(u"sonde-service"_s), {u"--data"_s, serviceData(), u"--listen"_s, listen});
    const QJsonObject line = readyLine(*m_service, u"sonde-service"_s);
    if (line.isEmpty())
        return false;
    m_url = QUrl(line.value("url"_L1).toString());
    m_fingerprint = line.value("fingerprint"_L1).toString();
    const QString token = line.value("setup_token"_L1).toString();
    return token.isEmpty() || setUp(token.toUtf8());
}

bool TestTenant::setUp(const QByteArray &token)
{
    const Run made = cli({u"setup"_s}, token + '\n');
    return made.status == 0 || fails(u"setup: "_s + QString::fromUtf8(made.errors));
}

bool TestTenant::enrol()
{
    const Run token = cli({u"enrol"_s});
    if (token.status != 0)
        return fails(u"enrol: "_s + QString::fromUtf8(token.errors));
    beginAgent({}, {u"--enrol"_s, m_url.toString(), u"--token"_s, u"-"_s, u"--fingerprint"_s, m_fingerprint});
    m_agent->write(token.output.trimmed() + '\n');
    return !readyLine(*m_agent, u"sonde-agent"_s).isEmpty();
}

void TestTenant::beginAgent(const QStringList &launcher, const QStringList &arguments)
{
    QStringList line = launcher + m_agentCommand;
    line += QStringList{u"--data"_s, m_agentRoot + m_directory.filePath(u"agent"_s)} + arguments;
    m_agent = std::make_unique<QProcess>();
    m_agent->setProgram(line.takeFirst());
    m_agent->setArguments(line);
    m_agent->start();
}

bool TestTenant::startAgent(const QStringList &launcher)
{
    beginAgent(launcher);
    return !readyLine(*m_agent, u"sonde-agent"_s).isEmpty();
}

void TestTenant::killService()
{
    endNow(m_service);
}

void TestTenant::killAgent()
{
    endNow(m_agent);
}

void TestTenant::stopService()
{
    m_service->terminate();
    m_service->waitForFinished(StartMilliseconds);
    m_service.reset();
}

} // namespace Sonde::Client
