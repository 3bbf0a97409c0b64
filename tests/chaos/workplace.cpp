// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/workplace.h"

#include "tests/measuring/processmeter.h"
#include "tests/measuring/waiting.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Chaos {

namespace {

constexpr auto EndPatience = 30s;

/// The others start this as sonde-service. Of two addresses to listen on the last one counts; of the one it says, the relay's is told.
constexpr auto ServiceBehindRelay = R"(#!/bin/sh
"$(dirname "$0")/behind/sonde-service" "$@" --listen 127.0.0.1:%1 2>>"$(dirname "$0")/../programs.log" | sed -u 's/:%1"/:%2"/'
)";

Result<void> copyProgram(const QString &name, const QString &folder)
{
    const QString from = QStringLiteral(SONDE_BIN_DIR "/") + name;
    QFile file(from);
    if (!QDir().mkpath(folder) || !file.copy(folder + u'/' + name))
        return fail(ErrorCode::CannotWrite, from, file.errorString());
    return {};
}

Result<void> writeText(const QString &path, const QString &text, QFile::Permissions permissions)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.setPermissions(permissions))
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    return {};
}

} // namespace

QString nameOf(Victim victim)
{
    switch (victim) {
    case Victim::Agent: return u"agent"_s;
    case Victim::Service: return u"service"_s;
    case Victim::Workstation: return u"workstation"_s;
    }
    return {};
}

Workplace::Workplace(const Plan &plan, const Relay &relay)
    : m_plan(plan)
    , m_relay(relay)
    , m_folder(plan.folder + u"/sonde-chaos-XXXXXX"_s)
{
}

Workplace::~Workplace()
{
    m_workstation.kill();
    m_workstation.waitForFinished();
    for (const Victim victim : {Victim::Agent, Victim::Service}) {
        if (const qint64 pid = pidOf(victim))
            ::kill(pid_t(pid), SIGKILL);
    }
}

Result<void> Workplace::prepare()
{
    if (!m_folder.isValid() || !QDir().mkpath(data()) || !QDir().mkpath(downloads()))
        return fail(ErrorCode::CannotWrite, m_plan.folder, m_folder.errorString());
    // Copies: a build may go on meanwhile.
    for (const QString &name : {u"sonde"_s, u"sonde-agent"_s, u"sonde-cli"_s}) {
        if (const auto copied = copyProgram(name, programs()); !copied)
            return copied;
    }
    return installService().and_then([this] { return writeSettings(); });
}

Result<void> Workplace::installService() const
{
    return copyProgram(u"sonde-service"_s, behindRelay()).and_then([this] {
        return writeText(programs() + u"/sonde-service"_s,
            QString::fromLatin1(ServiceBehindRelay).arg(m_relay.targetPort()).arg(m_relay.port()),
            QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    });
}

Result<void> Workplace::writeSettings() const
{
    QSettings settings(data() + u"/workstation.ini"_s, QSettings::IniFormat);
    settings.setValue("files/download-folder", downloads());
    settings.setValue("files/deliver-plain", !m_plan.zip);
    settings.setValue("notifications/desktop", false);
    settings.sync();
    return settings.status() == QSettings::NoError ? Result<void>() : fail(ErrorCode::CannotWrite, settings.fileName());
}

QProcessEnvironment Workplace::environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, home);
    return environment;
}

void Workplace::startWorkstation()
{
    m_workstation.setProcessEnvironment(environmentIn(m_folder.path()));
    m_workstation.setStandardOutputFile(QProcess::nullDevice());
    m_workstation.setStandardErrorFile(log(), QIODevice::Append);
    m_workstation.start(programs() + u"/sonde"_s, {u"--data"_s, data(), u"--language"_s, u"en"_s});
}

bool Workplace::stopWorkstation()
{
    m_workstation.terminate();
    return Bench::waitUntil(
        [this] { return std::ranges::none_of(Victims, [this](Victim victim) { return pidOf(victim) != 0; }); },
        EndPatience);
}

qint64 Workplace::pidOf(Victim victim) const
{
    switch (victim) {
    case Victim::Agent: return Bench::processOf(programs() + u"/sonde-agent"_s);
    case Victim::Service: return Bench::processOf(behindRelay() + u"/sonde-service"_s);
    case Victim::Workstation: return m_workstation.processId();
    }
    return 0;
}

bool Workplace::kill(Victim victim)
{
    const qint64 pid = pidOf(victim);
    if (pid == 0 || ::kill(pid_t(pid), SIGKILL) != 0)
        return false;
    if (victim == Victim::Workstation) {
        m_workstation.waitForFinished();
        startWorkstation();
    }
    return true;
}

std::optional<QByteArray> Workplace::ask(const QStringList &verb) const
{
    QProcess cli;
    cli.setProcessEnvironment(environmentIn(m_folder.path()));
    cli.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    cli.start(programs() + u"/sonde-cli"_s,
        QStringList{u"--embedded"_s, u"--data"_s, data(), u"--language"_s, u"en"_s, u"--output"_s, u"json"_s} + verb);
    QByteArray answer;
    const bool ended = Bench::waitUntil(
        [&] {
            answer += cli.readAllStandardOutput();
            return cli.state() == QProcess::NotRunning;
        },
        120s);
    cli.kill();
    cli.waitForFinished();
    answer += cli.readAllStandardOutput();
    return ended && cli.exitStatus() == QProcess::NormalExit && cli.exitCode() == 0 ? std::optional(answer)
                                                                                    : std::nullopt;
}

QString Workplace::lastWords() const
{
    QFile file(log());
    const QString said = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(2000)) : QString();
    return u"%1 (%2) %3"_s.arg(m_workstation.errorString()).arg(m_workstation.exitCode()).arg(said);
}

} // namespace Sonde::Client::Chaos
