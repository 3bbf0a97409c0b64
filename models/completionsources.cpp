// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "completionsources.h"

#include "devicepath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qsizetype MostEntries = 20'000;

QString textAt(const CommandSpec &spec, const QCborArray &row, QStringView column)
{
    return DevicePath::fromCbor(row.at(spec.columnIndex(column))).typed();
}

/// How many characters of `path` name its root ("/", "C:\", "\\server\share" counts its slashes only).
qsizetype rootLength(const QString &path)
{
    if (path.size() >= 3 && path.at(0).isLetter() && path.at(1) == u':')
        return 3;
    qsizetype length = 0;
    while (length < path.size() && (path.at(length) == u'/' || path.at(length) == u'\\'))
        ++length;
    return length;
}

} // namespace

void CompletionSources::setCommand(const CommandRecord &command)
{
    m_commands.insert(command.id, command);
}

void CompletionSources::learn(
    const CommandRecord &command, const QString &directory, const std::vector<QCborArray> &rows)
{
    const CommandSpec *spec = Catalogue::instance().find(command.invocation.verb);
    if (!spec)
        return;
    if (spec->verb == "processes"_L1) {
        m_processes.clear();
        for (const QCborArray &row : rows)
            m_processes.push_back({row.at(spec->columnIndex(u"pid")).toInteger(), textAt(*spec, row, u"name")});
    } else if (spec->verb == "dir"_L1) {
        const QString listed = absolute(command.invocation.value(u"path"_s), directory);
        QStringList entries;
        for (const QCborArray &row : rows) {
            const QString path = absolute(textAt(*spec, row, u"path"), listed);
            entries.append(row.at(spec->columnIndex(u"isDirectory")).toBool() ? path + separator() : path);
        }
        remember(listed, entries);
    }
}

void CompletionSources::remember(const QString &directory, const QStringList &entries)
{
    if (!m_entries.contains(directory))
        m_directories.push_back(directory);
    m_entries.insert(directory, entries.first(std::min(entries.size(), MostEntries)));
    if (m_directories.size() > MostDirectories) {
        m_entries.remove(m_directories.front());
        m_directories.pop_front();
    }
}

QString CompletionSources::absolute(const QString &path, const QString &directory) const
{
    const QChar slash = separator();
    const auto isSlash = [this](QChar c) { return c == u'/' || (platform == Platform::Windows && c == u'\\'); };
    const bool hasRoot =
        !path.isEmpty() && (isSlash(path.front()) || (platform == Platform::Windows && rootLength(path) == 3));
    const QString whole = hasRoot ? path : directory + slash + path;

    const QString root = whole.first(std::min(rootLength(whole), whole.size()));
    QStringList parts;
    QString part;
    for (const QChar c : QString(whole.sliced(root.size()) + slash)) {
        if (!isSlash(c)) {
            part += c;
            continue;
        }
        if (part == ".."_L1 && !parts.isEmpty())
            parts.removeLast();
        else if (!part.isEmpty() && part != "."_L1 && part != ".."_L1)
            parts.append(part);
        part.clear();
    }
    const QString cleanRoot = root.size() == 3 && root.at(1) == u':' ? root.first(2) + slash : QString(slash);
    return cleanRoot + parts.join(slash);
}

std::optional<Error> notOffered(const CommandSpec &command, Level level, Platform platform)
{
    if (!command.platforms.testFlag(platform))
        return Error{ErrorCode::PlatformNotOffered, command.verb, {}, {}};
    if (command.level > level)
        return Error{ErrorCode::RoleTooLow, command.verb, {}, {}};
    return {};
}

} // namespace Sonde
