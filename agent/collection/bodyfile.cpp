// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/bodyfile.h"

#include "agent/base/devicefolder.h"

#include <sys/stat.h>

namespace Sonde::Agent {

namespace {

constexpr qint64 NanosecondsOfSecond = 1'000'000'000;

/// 0 stands for a time that is not known.
QByteArray seconds(qint64 nanoseconds)
{
    return !isHeld(nanoseconds) ? QByteArray("0") : QByteArray::number(nanoseconds / NanosecondsOfSecond);
}

/// As `ls -l` writes it.
QByteArray modeText(quint32 mode)
{
    const auto letter = [mode](quint32 bit, char set) { return mode & bit ? set : '-'; };
    const auto execute = [mode](quint32 bit, quint32 special, char both, char alone) {
        if (mode & special)
            return mode & bit ? both : alone;
        return mode & bit ? 'x' : '-';
    };
    char kind = '-';
    switch (mode & S_IFMT) {
    case S_IFDIR: kind = 'd'; break;
    case S_IFLNK: kind = 'l'; break;
    case S_IFIFO: kind = 'p'; break;
    case S_IFSOCK: kind = 's'; break;
    case S_IFCHR: kind = 'c'; break;
    case S_IFBLK: kind = 'b'; break;
    default: break;
    }
    const char text[]{kind, letter(0400, 'r'), letter(0200, 'w'), execute(0100, S_ISUID, 's', 'S'), letter(040, 'r'),
        letter(020, 'w'), execute(010, S_ISGID, 's', 'S'), letter(04, 'r'), letter(02, 'w'),
        execute(01, S_ISVTX, 't', 'T')};
    return {text, sizeof text};
}

/// What would end a field or a line is written as URLs write it. mactime reads %XX, and stumbles over what it then finds: so % itself is
/// written like that, too.
QByteArray fieldText(const QByteArray &name)
{
    const auto isOdd = [](char c) { return c == '|' || uchar(c) < 0x20 || uchar(c) == 0x7F; };
    QByteArray text;
    for (const char c : name) {
        if (c == '%' || isOdd(c))
            text += "%25";
        if (isOdd(c))
            text += QByteArray(1, c).toHex().toUpper();
        else if (c != '%')
            text += c;
    }
    return text;
}

} // namespace

QByteArray bodyfileLine(const QByteArray &path, const WalkedFacts &facts, const QByteArray &target)
{
    QByteArray name = fieldText(path);
    if (!target.isEmpty())
        name += " -> " + fieldText(target);
    return "0|" + name + '|' + QByteArray::number(facts.inode) + '|' + modeText(facts.mode) + '|'
        + QByteArray::number(facts.user) + '|' + QByteArray::number(facts.group) + '|' + QByteArray::number(facts.size)
        + '|' + seconds(facts.accessed) + '|' + seconds(facts.modified) + '|' + seconds(facts.changed) + '|'
        + seconds(facts.created.value_or(0));
}

qint64 writeBodyfile(const Walk &walk, const BodyfileOrder &order, Spool &lines,
    const std::function<bool(qint64)> &mayGoOn, const std::function<void(const Error &)> &problem)
{
    qint64 count = 0;
    bool goesOn = true;
    std::vector<QByteArray> folders = order.roots;
    const auto add = [&](const QByteArray &path, const WalkedFacts &facts) {
        if (order.since && std::max(facts.modified, facts.changed) < *order.since)
            return;
        const QByteArray target = facts.kind == FileKind::Link ? walk.target(path) : QByteArray();
        lines.append(bodyfileLine(path, facts, target));
        lines.append("\n");
        ++count;
    };
    while (!folders.empty() && goesOn) {
        const QByteArray folder = std::move(folders.back());
        folders.pop_back();
        const auto visited = walk.visit(folder, [&](const QByteArray &name, const WalkedFacts &facts) {
            const QByteArray path = joinedPath(folder, name);
            add(path, facts);
            if (facts.kind == FileKind::Directory && !order.notEntered.contains(path))
                folders.push_back(path);
            return goesOn = mayGoOn(count);
        });
        if (!visited && visited.error().code != ErrorCode::NotFound)
            problem(visited.error());
    }
    return count;
}

} // namespace Sonde::Agent
