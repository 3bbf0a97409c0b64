// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceprogram.h"

#include "service/store/securefile.h"
#include "transport/framed/framedaccepting.h"
#include "transport/tls/tlsclient.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr auto RenewalInterval = 24h * 20; ///< a QTimer cannot wait for much longer; certificates last 90 days
constexpr auto EmbeddedEnrolment = 1h;
constexpr int ShortPatience = 100;
/// Milliseconds. Of a workstation that was killed the service is still ending when the next one starts.
constexpr int PredecessorPatience = 15'000;

UserName computerUser()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return userNameOfSystem(name);
}

} // namespace

ServiceProgram::ServiceProgram(const ServiceOptions &options)
    : m_options(options)
    , m_lock(QDir(options.data).filePath(u"lock"_s))
{
    m_lock.setStaleLockTime(0);
}

Result<std::unique_ptr<ServiceProgram>> ServiceProgram::start(const ServiceOptions &options)
{
    if (const auto made = makePrivateDirectory(options.data); !made)
        return std::unexpected(made.error());
    std::unique_ptr<ServiceProgram> service(new ServiceProgram(options));
    if (!service->m_lock.tryLock(options.embedded ? PredecessorPatience : ShortPatience))
        return fail(ErrorCode::AlreadyRunning, options.data, u"another sonde-service has this data directory"_s);
    const auto ready = service->openData().and_then([&] { return service->openPort(); }).and_then([&] {
        return service->openSyslog();
    });
    if (!ready)
        return std::unexpected(ready.error());
    service->fillReadyFacts();
    service->m_tenant->turn.finish();
    return service;
}

Result<void> ServiceProgram::openData()
{
    auto authority = CertificateAuthority::open(m_options.data);
    if (!authority)
        return std::unexpected(authority.error());
    m_authority = std::make_unique<CertificateAuthority>(*std::move(authority));
    auto key = loadOrMakeKey(
        m_options.journalKey.isEmpty() ? QDir(m_options.data).filePath(u"journal.key"_s) : m_options.journalKey);
    if (!key)
        return std::unexpected(key.error());
    m_journalKey = std::make_unique<SigningKey>(*std::move(key));
    const QString path = QDir(m_options.data).filePath(u"sonde.db"_s);
    auto store = SqliteStore::open(path);
    if (!store)
        return std::unexpected(store.error());
    m_store = *std::move(store);
    m_tenant = std::make_unique<Tenant>(*m_store, *m_journalKey, path);
    m_tenant->setAuthority([this](const QByteArray &text) { return m_authority->sign(text); });
    m_tenant->setIssuer(
        [this](const DeviceId &device, const QByteArray &request) { return m_authority->issueAgent(device, request); });
    connect(&m_tenant->turn, &Turn::failed, this, &ServiceProgram::failed);
    for (const BlobStore *blobs : {&m_tenant->evidenceBlobs, &m_tenant->libraryBlobs}) {
        if (const auto prepared = blobs->prepare(); !prepared)
            return prepared;
    }
    m_tenant->begin();
    return {};
}

Result<void> ServiceProgram::openPort()
{
    m_bulk = std::make_unique<BulkPort>(m_tenant->tickets);
    connect(m_bulk.get(), &BulkPort::refused, this,
        [this](const Error &reason) { m_tenant->refusedPeer({}, reason.reason); });
    auto server = std::make_unique<TlsServer>(*m_authority, m_options.names, *m_bulk);
    if (auto issued = server->renewCertificate(); !issued)
        return issued;
    if (!server->listen(m_options.address, m_options.port)) {
        return fail(ErrorCode::CannotConnect, u"%1:%2"_s.arg(m_options.address.toString()).arg(m_options.port),
            server->errorString());
    }
    m_peers = std::make_unique<PeerAdmission>(*m_tenant);
    m_signIn = std::make_unique<SignInService>(*m_tenant, *m_authority);
    connect(m_signIn.get(), &SignInService::signedOut, m_peers.get(), &PeerAdmission::endConnections);
    // The machine of an embedded tenant may have other users.
    m_api = std::make_unique<HttpApi>(
        *m_tenant, *m_signIn, *m_peers, m_options.embedded ? HttpApi::Audience::SignedIn : HttpApi::Audience::Machine);
    connect(server.get(), &TlsServer::upgradeRequested, m_peers.get(), &PeerAdmission::admit);
    connect(server.get(), &TlsServer::agentArrived, m_peers.get(), &PeerAdmission::admitAgent);
    connect(server.get(), &TlsServer::agentRefused, this,
        [this](const QString &address, const Error &reason) { m_tenant->refusedPeer(address, reason.reason); });
    m_server = server.release();
    if (!m_api->bind(m_server))
        return fail(ErrorCode::CannotStart, {}, u"the HTTP server does not take the port"_s);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        if (const auto renewed = m_server->renewCertificate(); !renewed)
            Q_EMIT failed(renewed.error());
    });
    m_renewal.start(RenewalInterval);
    return {};
}

Result<void> ServiceProgram::openSyslog()
{
    if (m_options.syslog.isEmpty())
        return {};
    const auto target = syslogTarget(m_options.syslog, m_options.syslogAuthority);
    if (!target)
        return std::unexpected(target.error());
    m_syslog = std::make_unique<SyslogForwarder>(
        *m_store, m_tenant->turn, *target, QDir(m_options.data).filePath(u"syslog.position"_s));
    return {};
}

void ServiceProgram::fillReadyFacts()
{
    const QHostAddress shown =
        m_options.address == QHostAddress(QHostAddress::AnyIPv4) || m_options.address == QHostAddress(QHostAddress::Any)
        ? QHostAddress(QHostAddress::LocalHost)
        : m_options.address;
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(shown.toString());
    url.setPort(m_server->serverPort());
    m_ready = {{u"url"_s, url.toString()}, {u"fingerprint"_s, groupedFingerprint(m_authority->fingerprint())}};
    if (m_options.breakGlass.count() > 0) {
        const auto armed = m_tenant->armBreakGlass(m_options.breakGlass);
        m_ready.insert(u"break_glass_user"_s, BreakGlassAccount.value());
        m_ready.insert(u"break_glass_password"_s, armed.password);
        m_ready.insert(u"break_glass_until"_s, armed.until.toString(Qt::ISODate));
    }
    if (m_options.embedded) {
        const UserName user = computerUser();
        m_ready.insert(u"embedded_user"_s, user.value());
        m_ready.insert(u"embedded_token"_s, m_signIn->makeEmbeddedToken(user));
        m_ready.insert(
            u"enrolment_token"_s, m_tenant->makeEnrolmentToken(ServiceActor, u"default"_s, EmbeddedEnrolment).secret);
    } else if (const auto token = m_signIn->makeSetupToken()) {
        m_ready.insert(u"setup_token"_s, *token);
    }
}

void ServiceProgram::stop()
{
    if (std::exchange(m_stopped, true) || !m_server)
        return;
    m_server->close();
    m_tenant->finish();
}

ServiceProgram::~ServiceProgram()
{
    stop();
    // The network goes before what it speaks of: transfers first, they call upon the tenant.
    m_bulk.reset();
    m_api.reset();
    m_peers.reset();
}

} // namespace Sonde::Service

#include "moc_serviceprogram.cpp"
