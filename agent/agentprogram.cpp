// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentprogram.h"

#include "agent/acts/acts.h"
#include "agent/base/log.h"
#include "agent/ceiling.h"
#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"
#include "agent/link/certificaterequest.h"
#include "agent/system/device/device.h"
#include "agent/system/isolation/isolation.h"
#include "transport/base/inputend.h"
#include "transport/framed/framedchannel.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {
constexpr auto StopPatience = 3s;
/// A certificate is renewed in the last third of its time.
constexpr int LastPart = 3;
constexpr auto RenewalInterval = 12h;
constexpr auto IdleInterval = 5s;
/// Milliseconds. Of a workstation that was killed the agent is still ending when the next one starts.
constexpr int PredecessorPatience = 15'000;
} // namespace

AgentProgram::AgentProgram(AgentOptions options, ChannelOpener webSocket, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_webSocket(std::move(webSocket))
    , m_folder(m_options.dataFolder)
    , m_lock(m_folder.lockPath())
    , m_log(m_folder.commandLogPath())
    , m_untold(m_folder.untoldPath())
    , m_witness(m_folder.witnessPath())
    , m_blobs(std::make_shared<BlobCache>(m_folder.blobPath()))
    , m_working(std::make_shared<WorkingFolder>(m_options.dataFolder))
    , m_isolation(std::make_shared<Isolation>(m_options.dataFolder))
    , m_acts(std::make_shared<Acts>(m_options.dataFolder, "/", Acts::LookAgain, m_isolation))
{
    m_isolation->setListener([this](const IsolationChange &change) {
        QMetaObject::invokeMethod(this, [this, change] { tellIsolation(change); }, Qt::QueuedConnection);
    });
    m_renewal.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_renewal, &QTimer::timeout, this, [this] { m_renewed ? becomeRenewed() : renewWhenDue(); });
    m_lock.setStaleLockTime(0); // held as long as we live; QLockFile itself sees when its owner died
}

AgentProgram::~AgentProgram() = default;

void AgentProgram::start()
{
    if (const auto prepared = prepare(); !prepared) {
        Q_EMIT failed(prepared.error());
        return;
    }
    const auto identity = m_folder.loadIdentity();
    if (const auto sealed = identity ? m_folder.sealKey() : Result<void>(); !sealed)
        qCWarning(agentLog).noquote() << "the key stays as it is, unsealed:" << debugText(sealed.error());
    if (identity && belongsTo(*identity))
        enrolled(*identity);
    else if (!m_options.enrol.isEmpty())
        enrol();
    else // every identity belongs to who does not enrol: there is none
        Q_EMIT failed(identity.error());
}

Result<void> AgentProgram::prepare()
{
    if (const auto prepared = m_folder.prepare(); !prepared)
        return prepared;
    if (!m_lock.tryLock(m_options.embedded ? PredecessorPatience : 0))
        return fail(ErrorCode::AlreadyRunning, m_options.dataFolder, u"another agent uses this folder"_s);
    const auto never = readCeiling(m_options.config);
    if (!never)
        return std::unexpected(never.error());
    m_never = *never;
    // In nobody's way: whoever started it may want to remove or unmount the folder that he was in.
    QDir::setCurrent(m_options.dataFolder);
    if (const auto opened = m_untold.open(); !opened)
        qCWarning(agentLog).noquote() << "not all of the isolation's past is told:" << debugText(opened.error());
    m_witness.load();
    m_isolation->start(); // before anybody asks what became of it
    // Without its ledger a device can still be looked at: only acts are refused.
    if (const auto ready = m_acts->prepare(); !ready)
        qCWarning(agentLog).noquote() << "nothing can be remediated:" << debugText(ready.error());
    return m_log.open(bootId()).and_then([this] { return m_blobs->prepare(); }).and_then([this] {
        return m_working->prepare(bootId());
    });
}

bool AgentProgram::belongsTo(const AgentIdentity &identity) const
{
    return m_options.enrol.isEmpty() || fingerprint(identity.authority) == m_options.fingerprint;
}

void AgentProgram::enrol()
{
    const QString token = QString::fromUtf8(readInputLine());
    m_enrolment =
        std::make_unique<Enrolment>(EnrolmentOrder{m_options.enrol, token, m_options.fingerprint, deviceFacts().name});
    connect(m_enrolment.get(), &Enrolment::finished, this, &AgentProgram::enrolled);
    m_enrolment->start();
}

void AgentProgram::enrolled(const Result<AgentIdentity> &identity)
{
    if (!identity) {
        Q_EMIT failed(identity.error());
        return;
    }
    AgentIdentity now = *identity;
    if (!m_options.enrol.isEmpty())
        now.service = m_options.enrol;
    now.channel = m_options.channel.value_or(identity->channel);
    const bool isNew = m_enrolment || now != *identity;
    if (const auto saved = isNew ? m_folder.saveIdentity(now) : Result<void>(); !saved)
        Q_EMIT failed(saved.error());
    else
        connectAs(now);
}

void AgentProgram::tellIsolation(const IsolationChange &change)
{
    const Message::DeviceIsolation message{change.facts, change.cause, change.by, change.at};
    if (m_connection)
        m_connection->report(message);
    else if (const auto kept = m_untold.add(message); !kept)
        qCWarning(agentLog).noquote() << debugText(kept.error());
}

void AgentProgram::connectAs(const AgentIdentity &identity)
{
    m_identity = identity;
    const auto tls = BulkTls::client(identity.authority, {{identity.certificate}, identity.key});
    const auto streamTls = StreamTls::client(identity.authority, {{identity.certificate}, identity.key}, AgentProtocol);
    if (!tls || !streamTls) {
        Q_EMIT failed(tls ? streamTls.error() : tls.error());
        return;
    }
    if (identity.channel == ChannelChoice::WebSocket && !m_webSocket) {
        Q_EMIT failed({ErrorCode::NotSupported, u"--channel"_s, u"this agent was built without WebSockets"_s, {}});
        return;
    }
    AgentSurroundings around{{identity.service, *tls}, m_options.dataFolder, m_blobs, m_working, m_acts, m_isolation};
    around.never = m_never;
    m_runner = std::make_unique<CommandRunner>(m_log, std::move(around));
    m_connection = std::make_unique<ServiceConnection>(m_identity, *m_runner, m_untold, m_witness,
        ChannelWays(identity.channel, *streamTls, m_webSocket), m_isolation);
    connect(m_connection.get(), &ServiceConnection::connected, this, [this] {
        if (!std::exchange(m_ready, true))
            Q_EMIT ready(m_identity.device, m_identity.service, m_connection->channel());
        m_newKey.clear(); // what the last connection was asked for does not come any more
        renewWhenDue();
    });
    connect(m_connection.get(), &ServiceConnection::certificateRenewed, this, &AgentProgram::renewed);
    m_connection->start();
    m_renewal.start(RenewalInterval);
}

void AgentProgram::renewWhenDue()
{
    const QSslCertificate &mine = m_identity.certificate;
    const qint64 whole = mine.effectiveDate().secsTo(mine.expiryDate());
    if (m_renewed || !m_newKey.isEmpty()
        || QDateTime::currentDateTimeUtc().secsTo(mine.expiryDate()) > whole / LastPart)
        return;
    const auto request = makeCertificateRequest(m_identity.device.value());
    if (!request) {
        qCWarning(agentLog).noquote() << "no new certificate:" << debugText(request.error());
        return;
    }
    m_newKey = request->key;
    m_connection->requestCertificate(request->request);
}

void AgentProgram::renewed(const QByteArray &certificate)
{
    AgentIdentity next = m_identity;
    next.certificate = QSslCertificate(certificate);
    next.key = QSslKey(m_newKey, QSsl::Ec);
    if (m_newKey.isEmpty() || next.certificate.isNull() || next.key.isNull())
        return;
    m_newKey.clear();
    // With a certificate that is not of this key it would never connect again.
    if (const auto fits = BulkTls::client(next.authority, {{next.certificate}, next.key}); !fits) {
        qCWarning(agentLog).noquote() << "the new certificate is not of the key:" << debugText(fits.error());
        return;
    }
    if (const auto saved = m_folder.saveIdentity(next); !saved) {
        qCWarning(agentLog).noquote() << "the new certificate is not kept:" << debugText(saved.error());
        return;
    }
    m_renewed = next;
    m_renewal.start(IdleInterval);
}

void AgentProgram::becomeRenewed()
{
    if (!m_runner->isIdle())
        return;
    m_connection.reset();
    m_runner.reset();
    connectAs(*std::exchange(m_renewed, {}));
}

bool AgentProgram::stop()
{
    if (!m_connection)
        return true;
    m_connection->stop();
    return m_runner->shutDown(StopPatience);
}

} // namespace Sonde::Agent

#include "moc_agentprogram.cpp"
