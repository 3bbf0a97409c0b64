// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/testservice.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Service::Soak {

namespace {

constexpr int ProgramPatience = 30'000;

QString program(const QString &name)
{
    return QStringLiteral(SONDE_BIN_DIR) + u'/' + name;
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.closeWriteChannel();
    if (!process.waitForFinished(ProgramPatience))
        process.kill();
    process.waitForFinished(ProgramPatience);
}

} // namespace

TestService::~TestService()
{
    endAttacks();
    end(m_agent);
    end(m_service);
}

Result<void> TestService::start()
{
    m_service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_service.start(program(u"sonde-service"_s), {u"--data"_s, data(), u"--embedded"_s});
    const auto isReady = [this] { return m_service.canReadLine() || m_service.state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor(isReady, ProgramPatience) || !m_service.canReadLine())
        return fail(ErrorCode::CannotStart, u"sonde-service"_s);
    m_ready = QJsonDocument::fromJson(m_service.readLine()).object();
    return {};
}

Result<void> TestService::startAgent()
{
    m_agent.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_agent.start(program(u"sonde-agent"_s),
        {u"--data"_s, m_folder.filePath(u"agent"_s), u"--enrol"_s, url().toString(), u"--token"_s, u"-"_s,
            u"--fingerprint"_s, ready("fingerprint"_L1), u"--embedded"_s});
    m_agent.write(ready("enrolment_token"_L1).toLatin1() + '\n');
    return m_agent.waitForStarted(ProgramPatience) ? Result<void>() : fail(ErrorCode::CannotStart, u"sonde-agent"_s);
}

void TestService::startAttack(const NamedAttack &named, const Target &target, std::chrono::seconds time)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(),
        {u"--attack"_s, QString::fromLatin1(named.name), QString::number(time.count())});
    process->write(target.toLine());
    m_attackers.push_back(std::move(process));
}

void TestService::endAttacks()
{
    for (const auto &attacker : m_attackers)
        attacker->kill();
    for (const auto &attacker : m_attackers)
        attacker->waitForFinished(ProgramPatience);
    m_attackers.clear();
}

qint64 TestService::mostMemory() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_service.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace Sonde::Service::Soak
