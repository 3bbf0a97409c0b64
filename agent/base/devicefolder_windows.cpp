// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"

#include "agent/base/windowspath.h"

#include <algorithm>

namespace Sonde::Agent {

QByteArray absolutePath(const QByteArray &folder, const QByteArray &path)
{
    return Windows::absolutePath(folder, path);
}

bool liesBelow(const QByteArray &path, const QByteArray &folder)
{
    return Windows::liesBelow(path, folder);
}

QByteArray joinedPath(const QByteArray &folder, QByteArrayView name)
{
    return Windows::joinedPath(folder, name);
}

QByteArray parentFolder(const QByteArray &path)
{
    return Windows::absolutePath(path, "..");
}

bool holdsSeparator(QByteArrayView name)
{
    return name.contains('\\') || name.contains('/');
}

PathNames namesOf(const QByteArray &path)
{
    return Windows::namesOf(path);
}

QByteArray devicePathOf(const QString &local)
{
    return QByteArray(local.toUtf8()).replace('/', '\\');
}

QString localPathOf(const QByteArray &path)
{
    return QString::fromUtf8(path);
}

NameCase deviceNameCase()
{
    return NameCase::Same;
}

QByteArrayView lastName(QByteArrayView path)
{
    return path.sliced(std::max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

} // namespace Sonde::Agent
