// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/identity.h"

#include "agent/system/storage/storage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QString text(const QByteArray &pem)
{
    return QString::fromLatin1(pem);
}

} // namespace

Result<void> AgentFolder::prepare() const
{
    return makePrivateFolder(m_path);
}

Result<AgentIdentity> AgentFolder::loadIdentity() const
{
    QFile file(identityPath());
    if (!file.exists())
        return fail(ErrorCode::NotFound, m_path, u"this device is not enrolled"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StorageFailed, identityPath(), file.errorString());
    const QJsonObject fields = QJsonDocument::fromJson(file.readAll()).object();
    const auto pem = [&fields](QLatin1StringView name) { return fields.value(name).toString().toLatin1(); };
    AgentIdentity identity{QUrl(fields.value("service"_L1).toString()), DeviceId(fields.value("device"_L1).toString()),
        QSslCertificate(pem("certificate"_L1)), QSslCertificate(pem("authority"_L1)), QSslKey(pem("key"_L1), QSsl::Ec),
        channelFromWord(fields.value("channel"_L1).toString()).value_or(ChannelChoice::Automatic)};
    if (!identity.device.isValid() || identity.certificate.isNull() || identity.authority.isNull()
        || identity.key.isNull())
        return fail(ErrorCode::StorageFailed, identityPath(), u"not a whole identity"_s);
    return identity;
}

Result<void> AgentFolder::saveIdentity(const AgentIdentity &identity) const
{
    const QJsonObject fields{{u"service"_s, identity.service.toString()}, {u"device"_s, identity.device.value()},
        {u"certificate"_s, text(identity.certificate.toPem())}, {u"authority"_s, text(identity.authority.toPem())},
        {u"key"_s, text(identity.key.toPem())}, {u"channel"_s, channelWord(identity.channel)}};
    return savePrivateFile(identityPath(), QJsonDocument(fields).toJson());
}

} // namespace Sonde::Agent
