// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/identity.h"

#include "agent/system/storage/machineseal.h"
#include "agent/system/storage/storage.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const QByteArray keyPurpose = "sonde-agent: the key of a device";

QString text(const QByteArray &pem)
{
    return QString::fromLatin1(pem);
}

Result<QJsonObject> readFields(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StorageFailed, path, file.errorString());
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// PEM.
Result<QByteArray> keyOf(const QJsonObject &fields, const QString &path)
{
    if (!fields.contains("sealedKey"_L1))
        return fields.value("key"_L1).toString().toLatin1();
    const auto sealed = QByteArray::fromBase64(fields.value("sealedKey"_L1).toString().toLatin1());
    return unsealOnMachine(sealed, keyPurpose).transform_error([&path](const Error &error) {
        return Error{ErrorCode::StorageFailed, path,
            u"its key was sealed on another machine, or before Windows was installed anew on this one (%1): enrol this "
            u"device "
            "again, with a new token"_s.arg(error.reason),
            {}};
    });
}

/// The field that keeps a key, and what it keeps.
Result<std::pair<QString, QString>> keptKey(const QByteArray &pem)
{
    if (!hasMachineSeal())
        return std::pair(u"key"_s, text(pem));
    return sealForMachine(pem, keyPurpose).transform([](const QByteArray &sealed) {
        return std::pair(u"sealedKey"_s, text(sealed.toBase64()));
    });
}

} // namespace

Result<void> AgentFolder::prepare() const
{
    return makePrivateFolder(m_path);
}

bool AgentFolder::isEnrolled() const
{
    return QFile::exists(identityPath());
}

Result<AgentIdentity> AgentFolder::loadIdentity() const
{
    if (!isEnrolled())
        return fail(ErrorCode::NotFound, m_path, u"this device is not enrolled"_s);
    const auto fields = readFields(identityPath());
    const auto key = fields.and_then([this](const QJsonObject &all) { return keyOf(all, identityPath()); });
    if (!key)
        return std::unexpected(key.error());
    const auto pem = [&fields](QLatin1StringView name) { return fields->value(name).toString().toLatin1(); };
    AgentIdentity identity{QUrl(fields->value("service"_L1).toString()),
        DeviceId(fields->value("device"_L1).toString()), QSslCertificate(pem("certificate"_L1)),
        QSslCertificate(pem("authority"_L1)), QSslKey(*key, QSsl::Ec),
        channelFromWord(fields->value("channel"_L1).toString()).value_or(ChannelChoice::Automatic)};
    if (!identity.device.isValid() || identity.certificate.isNull() || identity.authority.isNull()
        || identity.key.isNull())
        return fail(ErrorCode::StorageFailed, identityPath(), u"not a whole identity"_s);
    return identity;
}

Result<void> AgentFolder::saveIdentity(const AgentIdentity &identity) const
{
    const auto key = keptKey(identity.key.toPem());
    if (!key)
        return fail(ErrorCode::StorageFailed, identityPath(), key.error().reason);
    const QJsonObject fields{{u"service"_s, identity.service.toString()}, {u"device"_s, identity.device.value()},
        {u"certificate"_s, text(identity.certificate.toPem())}, {u"authority"_s, text(identity.authority.toPem())},
        {key->first, key->second}, {u"channel"_s, channelWord(identity.channel)}};
    return savePrivateFile(identityPath(), QJsonDocument(fields).toJson());
}

Result<void> AgentFolder::sealKey() const
{
    const auto fields = hasMachineSeal() ? readFields(identityPath()) : Result<QJsonObject>();
    if (!fields)
        return std::unexpected(fields.error());
    if (!fields->contains("key"_L1))
        return {};
    return loadIdentity().and_then([this](const AgentIdentity &identity) { return saveIdentity(identity); });
}

} // namespace Sonde::Agent
