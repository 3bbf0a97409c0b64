// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/knowntenants.h"

#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString key(const QUrl &service)
{
    return u"%1:%2"_s.arg(service.host().toLower()).arg(service.port(443));
}

QJsonObject readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

KnownTenants::KnownTenants(const QString &file)
    : m_file(file)
{
}

QString KnownTenants::fingerprint(const QUrl &service) const
{
    return readAll(m_file).value(key(service)).toString();
}

void KnownTenants::remember(const QUrl &service, const QString &fingerprint) const
{
    QJsonObject all = readAll(m_file);
    all.insert(key(service), plainFingerprint(fingerprint));
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(all).toJson());
        file.commit();
    }
}

QString KnownTenants::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sonde/known-tenants.json"_s;
}

} // namespace Sonde::Client
