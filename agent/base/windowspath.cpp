// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/windowspath.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

constexpr QByteArrayView Verbatim{R"(\\?\)"};
constexpr QByteArrayView Device{R"(\\.\)"};
constexpr QByteArrayView VerbatimShare{R"(\\?\UNC\)"};

bool hasDrive(QByteArrayView path)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return path.size() >= 2 && path[1] == ':' && isLetter(path[0]);
}

QByteArray withBackslashes(const QByteArray &path)
{
    return QByteArray(path).replace('/', '\\');
}

/// What `..` does not leave, without a separator at its end: "C:", "\\server\share". Empty: relative, or from the folder's root.
QByteArray rootOf(const QByteArray &path)
{
    if (hasDrive(path))
        return path.first(2);
    if (!path.startsWith(R"(\\)"))
        return {};
    const qsizetype afterServer = path.indexOf('\\', 2);
    if (afterServer < 0)
        return path;
    const qsizetype afterShare = path.indexOf('\\', afterServer + 1);
    return afterShare < 0 ? path : path.first(afterShare);
}

QByteArray withoutDots(const QByteArray &root, const QByteArray &rest)
{
    QList<QByteArray> kept;
    for (const QByteArray &step : rest.split('\\')) {
        if (step == ".." && !kept.isEmpty())
            kept.removeLast();
        else if (!step.isEmpty() && step != "." && step != "..")
            kept.append(step);
    }
    return root + '\\' + kept.join('\\');
}

} // namespace

QByteArray absolutePath(const QByteArray &folder, const QByteArray &path)
{
    if (path.startsWith(Verbatim))
        return path;
    const QByteArray wanted = withBackslashes(path);
    const QByteArray root = rootOf(wanted);
    const QByteArray from = withBackslashes(folder);
    const QByteArray fromRoot = rootOf(from).isEmpty() ? "C:"_ba : rootOf(from);
    const QByteArray rest = wanted.sliced(root.size());
    const bool isOfDrive = hasDrive(root) && !rest.startsWith('\\'); // "C:a"
    if (!root.isEmpty() && (!isOfDrive || root.compare(fromRoot, Qt::CaseInsensitive) != 0))
        return withoutDots(root, rest);
    if (root.isEmpty() && wanted.startsWith('\\'))
        return withoutDots(fromRoot, wanted);
    return withoutDots(fromRoot, from.sliced(rootOf(from).size()) + '\\' + rest);
}

bool liesBelow(const QByteArray &path, const QByteArray &folder)
{
    const QByteArray beginning = joinedPath(folder, {});
    return path.size() > beginning.size() && path.first(beginning.size()).compare(beginning, Qt::CaseInsensitive) == 0;
}

QByteArray joinedPath(const QByteArray &folder, QByteArrayView name)
{
    QByteArray path = folder;
    if (!path.endsWith('\\') && !path.endsWith('/'))
        path += '\\';
    return path.append(name);
}

PathNames namesOf(const QByteArray &path)
{
    const QByteArray plain = withBackslashes(path);
    const QByteArray root = rootOf(plain);
    QByteArrayList names = plain.sliced(root.size()).split('\\');
    names.removeAll(QByteArray());
    return {root + '\\', names};
}

QByteArray verbatimPath(const QByteArray &path)
{
    const QByteArray plain = withBackslashes(path);
    if (plain.startsWith(Verbatim) || plain.startsWith(Device))
        return plain;
    if (plain.startsWith(R"(\\)"))
        return VerbatimShare + plain.sliced(2);
    return Verbatim + plain;
}

QByteArray plainPath(const QByteArray &verbatim)
{
    if (verbatim.startsWith(VerbatimShare))
        return R"(\\)" + verbatim.sliced(VerbatimShare.size());
    return verbatim.startsWith(Verbatim) && hasDrive(verbatim.sliced(Verbatim.size()))
        ? verbatim.sliced(Verbatim.size())
        : verbatim;
}

} // namespace Sonde::Agent::Windows
