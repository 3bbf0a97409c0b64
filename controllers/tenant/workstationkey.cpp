// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/workstationkey.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

Result<ProofKey> makeKeyFile(const QString &path)
{
    auto key = ProofKey::make();
    if (!key)
        return key;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray pem = key->toPem();
    // Before there is anything in it.
    const bool isPrivate = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isPrivate || file.write(pem) != pem.size() || !file.commit())
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    return key;
}

} // namespace

QString defaultWorkstationKeyFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/sonde/workstation-key.pem"_s;
}

Result<ProofKey> loadWorkstationKey(const QString &path)
{
    if (!QFileInfo::exists(path))
        return makeKeyFile(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    auto key = ProofKey::fromPem(file.readAll());
    if (!key)
        return fail(ErrorCode::BadValue, path, key.error().reason);
    return key;
}

} // namespace Sonde::Client
