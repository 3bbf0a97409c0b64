// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/enrolment.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What stands for no tag at all.
constexpr auto NoTag = "default"_L1;

} // namespace

Enrolment::Enrolment(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &TenantClient::stateChanged, this, &Enrolment::changed);
    connect(&client, &TenantClient::grantsChanged, this, &Enrolment::changed);
}

std::optional<Error> Enrolment::whyNotMade() const
{
    return whyNotPermitted(m_client, Permission::CoreSecuritySettings);
}

void Enrolment::make(const QString &tag, std::chrono::seconds valid, QObject *context, Answer answer)
{
    Message::MakeEnrolmentToken request;
    request.group = tag.isEmpty() ? NoTag : tag;
    request.valid = valid;
    m_client.request<Message::EnrolmentToken>(request, context, std::move(answer));
}

QString Enrolment::commandLine() const
{
    const auto endpoint = m_client.bulkEndpoint();
    if (!endpoint)
        return {};
    return u"sonde-agent --data /var/lib/sonde-agent --enrol %1 --fingerprint %2 --token -"_s.arg(
        endpoint->service.toString(), m_client.fingerprint());
}

bool Enrolment::isLocalOnly() const
{
    const auto endpoint = m_client.bulkEndpoint();
    return endpoint && QHostAddress(endpoint->service.host()).isLoopback();
}

} // namespace Sonde::Client

#include "moc_enrolment.cpp"
