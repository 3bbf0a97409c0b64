// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/securefile.h"

#include "transport/disk/ownfolder.h"

#include <QFile>
#include <QSaveFile>

namespace Sonde::Service {

namespace {
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
}

Result<QByteArray> readWholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    return file.readAll();
}

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerOnly) || file.write(bytes) != bytes.size()
        || !file.commit())
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    return {};
}

Result<void> makePrivateDirectory(const QString &path)
{
    return makeOwnFolder(path);
}

} // namespace Sonde::Service
