// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/bodyfile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <concepts>
#include <sys/stat.h>

namespace Sonde::Agent {

namespace {

constexpr qint64 NanosecondsOfSecond = 1'000'000'000;
/// Lines are compressed so many bytes at once.
constexpr qsizetype PieceOfLines = 128 * 1024;

void addNumber(QByteArray &text, std::integral auto number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append('|').append(digits.data(), end - digits.data());
}

/// 0 stands for a time that is not known.
void addTime(QByteArray &text, qint64 nanoseconds)
{
    addNumber(text, isHeld(nanoseconds) ? nanoseconds / NanosecondsOfSecond : 0);
}

/// As `ls -l` writes it.
void addMode(QByteArray &text, quint32 mode)
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
    const char letters[]{'|', kind, letter(0400, 'r'), letter(0200, 'w'), execute(0100, S_ISUID, 's', 'S'),
        letter(040, 'r'), letter(020, 'w'), execute(010, S_ISGID, 's', 'S'), letter(04, 'r'), letter(02, 'w'),
        execute(01, S_ISVTX, 't', 'T')};
    text.append(letters, sizeof letters);
}

/// Most names have nothing of what follows.
bool isPlain(QByteArrayView name)
{
    return std::ranges::none_of(
        name, [](char c) { return c == '%' || c == '|' || uchar(c) < 0x20 || uchar(c) == 0x7F; });
}

/// What would end a field or a line is written as URLs write it. mactime reads %XX, and stumbles over what it then finds: so % itself is
/// written like that, too.
void addField(QByteArray &text, QByteArrayView name)
{
    if (isPlain(name)) {
        text.append(name);
        return;
    }
    const auto isOdd = [](char c) { return c == '|' || uchar(c) < 0x20 || uchar(c) == 0x7F; };
    for (const char c : name) {
        if (c == '%' || isOdd(c))
            text.append("%25");
        if (isOdd(c))
            text.append(QByteArray(1, c).toHex().toUpper());
        else if (c != '%')
            text.append(c);
    }
}

/// The paths of what lies in a folder, made in one place.
class PathBelow final
{
public:
    explicit PathBelow(const QByteArray &folder)
        : m_path(folder.endsWith('/') ? folder : folder + '/')
        , m_length(m_path.size())
    {
    }
    [[nodiscard]] const QByteArray &of(QByteArrayView name)
    {
        m_path.truncate(m_length);
        return m_path.append(name);
    }

private:
    QByteArray m_path;
    qsizetype m_length;
};

} // namespace

void addBodyfileLine(QByteArray &text, QByteArrayView path, const WalkedFacts &facts, QByteArrayView target)
{
    text.append("0|");
    addField(text, path);
    if (!target.isEmpty()) {
        text.append(" -> ");
        addField(text, target);
    }
    addNumber(text, facts.inode);
    addMode(text, facts.mode);
    addNumber(text, facts.user);
    addNumber(text, facts.group);
    addNumber(text, facts.size);
    addTime(text, facts.accessed);
    addTime(text, facts.modified);
    addTime(text, facts.changed);
    addTime(text, facts.created.value_or(0));
    text.append('\n');
}

qint64 writeBodyfile(const Walk &walk, const BodyfileOrder &order, Spool &lines,
    const std::function<bool(qint64)> &mayGoOn, const std::function<void(const Error &)> &problem)
{
    qint64 count = 0;
    bool goesOn = true;
    std::vector<QByteArray> folders = order.roots;
    QByteArray text;
    text.reserve(PieceOfLines + PATH_MAX);
    const auto flush = [&] {
        lines.append(text);
        text.resize(0); // keeps its place
    };
    const auto add = [&](const QByteArray &path, const WalkedEntry &entry) {
        const WalkedFacts &facts = entry.facts();
        if (order.since && std::max(facts.modified, facts.changed) < *order.since)
            return;
        addBodyfileLine(text, path, facts, entry.target());
        ++count;
        if (text.size() >= PieceOfLines)
            flush();
    };
    while (!folders.empty() && goesOn) {
        const QByteArray folder = std::move(folders.back());
        folders.pop_back();
        PathBelow below(folder);
        const auto visited = walk.visit(folder, [&](const WalkedEntry &entry) {
            const QByteArray &path = below.of(entry.name());
            add(path, entry);
            if (entry.facts().kind == FileKind::Directory && !order.notEntered.contains(path))
                folders.emplace_back(path.constData(), path.size()); // not sharing what is written over
            return goesOn = mayGoOn(count);
        });
        if (!visited && visited.error().code != ErrorCode::NotFound)
            problem(visited.error());
    }
    flush();
    return count;
}

} // namespace Sonde::Agent
