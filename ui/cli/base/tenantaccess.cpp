// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantaccess.h"

#include "controllers/tenant/knowntenants.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/secretinput.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

Result<QString> readSecret(const QString &file)
{
    if (QFileInfo(file).isDir())
        return Sonde::fail(ErrorCode::BadValue, file, u"it is a folder, not a file with a password"_s);
    if (othersMayRead(file))
        return Sonde::fail(ErrorCode::BadValue, file, u"others may read this file; let only its owner (chmod 600)"_s);
    QFile source(file);
    const HiddenTyping hidden;
    const bool open = file.isEmpty() ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
    if (!open)
        return Sonde::fail(ErrorCode::NotFound, file, source.errorString()).with(Fact::Upload, true);
    const QByteArray line = source.readLine();
    const QString secret = QString::fromUtf8(line).remove(u'\n').remove(u'\r');
    if (secret.isEmpty())
        return Sonde::fail(ErrorCode::BadValue, file.isEmpty() ? u"stdin"_s : file,
            u"its first line, which is the password or token, is empty"_s);
    return secret;
}

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
        return fail({ErrorCode::BadValue, m_options.tenant, u"a tenant's address looks like https://host:port"_s, {}});
    const auto password = readSecret(m_options.passwordFile);
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
    const auto code = readSecret(m_options.codeFile);
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
