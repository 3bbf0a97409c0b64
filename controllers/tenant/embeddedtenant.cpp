// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/embeddedtenant.h"

#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

EmbeddedTenant::EmbeddedTenant(QObject *parent)
    : QObject(parent)
    , m_service(u"sonde-service"_s)
    , m_agent(QString(AgentProgram))
{
    connect(&m_service, &ChildProgram::ready, this, &EmbeddedTenant::serviceReady);
    connect(&m_agent, &ChildProgram::ready, this,
        [this](const QJsonObject &line) { Q_EMIT deviceReady(DeviceId(line.value("device"_L1).toString())); });
    connect(&m_agent, &ChildProgram::stopped, &m_service, &ChildProgram::end);
    connect(&m_service, &ChildProgram::stopped, this, [this] {
        m_lock.reset();
        Q_EMIT stopped();
    });
    for (ChildProgram *child : {&m_service, &m_agent}) {
        connect(child, &ChildProgram::failed, this, &EmbeddedTenant::failed);
        connect(child, &ChildProgram::died, this, [this, child] { Q_EMIT childRestarted(child->name()); });
    }
}

EmbeddedTenant::~EmbeddedTenant()
{
    stop();
}

QString EmbeddedTenant::defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).filePath(u"tenant"_s);
}

void EmbeddedTenant::setProgramFolder(const QString &folder)
{
    m_service.setFolder(folder);
    m_agent.setFolder(folder);
}

void EmbeddedTenant::start(const QString &folder)
{
    m_folder = QDir(folder).absolutePath();
    if (const auto prepared = prepareFolder(); !prepared) {
        // As with every later failure: not before start() returned.
        QMetaObject::invokeMethod(
            this, [this, error = prepared.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        return;
    }
    m_agentStarted = false;
    m_service.start({u"--data"_s, QDir(m_folder).filePath(u"service"_s), u"--embedded"_s});
}

void EmbeddedTenant::stop()
{
    m_agent.stop();
    m_service.stop();
    m_lock.reset();
}

/// The agent first, so that its service hears of its end.
void EmbeddedTenant::end()
{
    m_agent.end();
}

Result<void> EmbeddedTenant::prepareFolder()
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerOnly))
        return fail(ErrorCode::CannotWrite, m_folder);
    m_lock = std::make_unique<QLockFile>(QDir(m_folder).filePath(u"lock"_s));
    m_lock->setStaleLockTime(0); // held as long as we live; QLockFile itself sees when its owner died
    if (m_lock->tryLock(0))
        return {};
    qint64 pid = 0;
    QString host;
    QString program;
    const bool held = m_lock->error() == QLockFile::LockFailedError && m_lock->getLockInfo(&pid, &host, &program);
    m_lock.reset();
    return held
        ? Result<void>(fail(ErrorCode::AlreadyRunning, m_folder).with(Fact::Pid, pid).with(Fact::Program, program))
        : Result<void>(fail(ErrorCode::CannotWrite, m_folder));
}

void EmbeddedTenant::serviceReady(const QJsonObject &line)
{
    const QUrl url(line.value("url"_L1).toString(), QUrl::StrictMode);
    m_credentials = {.service = url,
        .fingerprint = plainFingerprint(line.value("fingerprint"_L1).toString()),
        .user = UserName(line.value("embedded_user"_L1).toString()),
        .password = {},
        .embeddedToken = line.value("embedded_token"_L1).toString()};

    // Restarted, it comes back where the agent and we look for it.
    m_service.setArguments(
        {u"--data"_s, QDir(m_folder).filePath(u"service"_s), u"--embedded"_s, u"--listen"_s, url.authority()});
    const QStringList agentArguments{u"--data"_s, QDir(m_folder).filePath(u"agent"_s), u"--enrol"_s, url.toString(),
        u"--token"_s, u"-"_s, u"--fingerprint"_s, m_credentials.fingerprint, u"--embedded"_s};
    const QString enrolmentToken = line.value("enrolment_token"_L1).toString();
    if (std::exchange(m_agentStarted, true))
        m_agent.setArguments(agentArguments, enrolmentToken);
    else
        m_agent.start(agentArguments, enrolmentToken);
    Q_EMIT ready(m_credentials);
}

} // namespace Sonde::Client

#include "moc_embeddedtenant.cpp"
