// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"

#include <QFile>
#include <QList>
#include <algorithm>

namespace Sonde::Agent {

QByteArray absolutePath(const QByteArray &folder, const QByteArray &path)
{
    const QList<QByteArray> steps = (path.startsWith('/') ? path : joinedPath(folder, path)).split('/');
    QList<QByteArray> kept;
    for (const QByteArray &step : steps) {
        if (step == ".." && !kept.isEmpty())
            kept.removeLast();
        else if (!step.isEmpty() && step != "." && step != "..")
            kept.append(step);
    }
    return '/' + kept.join('/');
}

bool liesBelow(const QByteArray &path, const QByteArray &folder)
{
    const QByteArray beginning = joinedPath(folder, {});
    return path.size() > beginning.size() && path.startsWith(beginning);
}

QByteArray joinedPath(const QByteArray &folder, QByteArrayView name)
{
    QByteArray path;
    path.reserve(folder.size() + 1 + name.size());
    path += folder;
    if (!path.endsWith('/'))
        path += '/';
    path += name;
    return path;
}

QByteArray parentFolder(const QByteArray &path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 1));
}

bool holdsSeparator(QByteArrayView name)
{
    return name.contains('/');
}

PathNames namesOf(const QByteArray &path)
{
    QByteArrayList names = path.split('/');
    names.removeAll(QByteArray());
    return {"/", names};
}

QByteArray devicePathOf(const QString &local)
{
    return QFile::encodeName(local);
}

QString localPathOf(const QByteArray &path)
{
    return QFile::decodeName(path);
}

NameCase deviceNameCase()
{
    return NameCase::Apart;
}

QByteArrayView lastName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

} // namespace Sonde::Agent
