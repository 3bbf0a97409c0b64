// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantsetup.h"

#include "controllers/tenant/knowntenants.h"
#include "transport/https/jsonpost.h"
#include "transport/tls/tlsclient.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/secrets.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
/// The service makes a key of the password first, which may take a slow one long.
constexpr auto SetupPatience = 20s;
} // namespace

TenantSetup::TenantSetup(const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

void TenantSetup::run()
{
    if (m_options.passwordFile.isEmpty() || m_options.fingerprint.isEmpty()) {
        return refuse(Error{ErrorCode::MissingParameter,
            m_options.fingerprint.isEmpty() ? u"--fingerprint"_s : u"--password-file"_s, {},
            {}}.with(Fact::Usage,
            u"--tenant URL --fingerprint SHA256 --user NAME --password-file FILE setup < TOKEN"_s));
    }
    const auto password = readSecret(Secret::Password, m_options.passwordFile);
    const auto token = readSecret(Secret::SetupToken);
    if (!password || !token)
        return refuse((password ? token : password).error());

    auto *fetcher = new AuthorityFetcher(QUrl(m_options.tenant), m_options.fingerprint, this);
    connect(fetcher, &AuthorityFetcher::finished, this,
        [this, token = *token, password = *password](const Result<QSslCertificate> &authority) {
            if (authority)
                post(*authority, token, password);
            else
                refuse(authority.error());
        });
    fetcher->start();
}

void TenantSetup::post(const QSslCertificate &authority, const QString &token, const QString &password)
{
    auto *request = new JsonPost(QUrl(m_options.tenant), clientTls(authority), SetupPatience, this);
    connect(request, &JsonPost::finished, this, &TenantSetup::read);
    request->send(
        u"/api/setup"_s, {{u"token"_s, token}, {u"user"_s, m_options.user.toCaseFolded()}, {u"password"_s, password}});
}

void TenantSetup::read(const Result<QJsonObject> &reply)
{
    if (!reply)
        return refuse(reply.error());
    KnownTenants().remember(QUrl(m_options.tenant), m_options.fingerprint);
    Q_EMIT finished(ExitStatus::Completed);
}

void TenantSetup::refuse(const Error &error)
{
    Printer::error(error);
    Q_EMIT finished(exitStatusFor(error));
}

} // namespace Sonde::Client

#include "moc_tenantsetup.cpp"
