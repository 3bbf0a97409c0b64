// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantaccess.h"

#include "controllers/tenant/knowntenants.h"
#include "protocol/base/reason.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/secrets.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

TenantAccess::TenantAccess(const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    connect(&m_witness, &HeadWitness::differs, this, [](const Error &error) { Printer::error(error); });
    connect(&m_client, &TenantClient::stateChanged, this, [this](TenantClient::State state) {
        if (state == TenantClient::State::Online)
            readyWhenComplete();
        else if (state == TenantClient::State::Refused)
            fail(m_client.lastError());
    });
}

TenantAccess::~TenantAccess()
{
    m_client.disconnect(this);
    if (m_embedded)
        m_embedded->stop();
}

void TenantAccess::start()
{
    if (m_options.embedded)
        startEmbedded();
    else
        signIn();
}

void TenantAccess::startEmbedded()
{
    QString folder = m_options.dataDirectory;
    if (folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        folder = m_temporary->path();
    }
    m_embedded = std::make_unique<EmbeddedTenant>();
    connect(m_embedded.get(), &EmbeddedTenant::ready, &m_client, &TenantClient::signIn);
    connect(m_embedded.get(), &EmbeddedTenant::deviceReady, this, [this](const DeviceId &device) {
        m_ownDevice = device;
        readyWhenComplete();
    });
    connect(m_embedded.get(), &EmbeddedTenant::failed, this, &TenantAccess::fail);
    m_embedded->start(QDir(folder).absolutePath());
}

void TenantAccess::signIn()
{
    const QUrl service(m_options.tenant);
    if (!service.isValid() || service.scheme() != "https"_L1 || service.host().isEmpty())
        return fail(errorBecause(Reason::NotATenantAddress, ErrorCode::BadValue, m_options.tenant));
    const auto password = readSecret(Secret::Password, m_options.passwordFile);
    if (!password)
        return fail(password.error());
    const QString fingerprint =
        m_options.fingerprint.isEmpty() ? KnownTenants().fingerprint(service) : m_options.fingerprint;
    if (fingerprint.isEmpty()) {
        return fail(Error{ErrorCode::MissingParameter, u"--fingerprint"_s, {}, {}}.with(
            Fact::Usage, u"--fingerprint SHA256, as sonde-service prints it; it is remembered"_s));
    }
    m_client.signIn({service, fingerprint, UserName(m_options.user.toCaseFolded()), *password, {}});
}

/// What the roles give besides is said before the answer.
void TenantAccess::showSecondFactor()
{
    const auto code = readSecret(Secret::Code, m_options.codeFile);
    if (!code)
        return fail(code.error());
    m_client.request<Message::Done>(
        Message::ShowSecondFactor{.code = *code}, this, [this](const Result<Message::Done> &done) {
            if (done)
                readyWhenComplete();
            else
                fail(done.error());
        });
}

void TenantAccess::readyWhenComplete()
{
    if (m_reported || !m_client.isOnline() || (m_embedded && !m_ownDevice.isValid()))
        return;
    if (!m_options.codeFile.isEmpty() && !std::exchange(m_showed, true))
        return showSecondFactor();
    m_reported = true;
    if (!m_embedded && !m_options.fingerprint.isEmpty())
        KnownTenants().remember(QUrl(m_options.tenant), m_options.fingerprint);
    Q_EMIT ready();
}

void TenantAccess::fail(const Error &error)
{
    if (std::exchange(m_reported, true))
        return;
    QMetaObject::invokeMethod(this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

} // namespace Sonde::Client

#include "moc_tenantaccess.cpp"
