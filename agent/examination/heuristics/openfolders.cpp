// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/heuristics/openfolders.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Of "drwxrwxrwt".
constexpr qsizetype OthersWrite = 8;
constexpr qsizetype OthersEnter = 9;

bool isWritableByAll(const FileFacts &folder)
{
    return folder.mode.size() > OthersWrite && folder.mode.at(OthersWrite) == u'w';
}

/// Nobody but its owner takes away what is in it.
bool isSticky(const FileFacts &folder)
{
    return folder.mode.size() > OthersEnter && folder.mode.at(OthersEnter).toLower() == u't';
}

} // namespace

FolderFacts factsFrom(const FileSystem &files)
{
    return [&files](const QByteArray &folder) {
        const auto facts = files.facts(folder, Links::Keep);
        return facts ? std::optional(*facts) : std::nullopt;
    };
}

bool liesInOpenFolder(const QByteArray &path, const FolderFacts &factsOf)
{
    bool isOpen = false;
    bool isAboveSticky = false;
    for (qsizetype end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        const FileFacts folder = factsOf(path.first(std::max<qsizetype>(end, 1))).value_or(FileFacts());
        const bool isKept = folder.owner == "root"_L1 && isAboveSticky;
        isOpen = isWritableByAll(folder) || (isOpen && !isKept);
        isAboveSticky = isSticky(folder);
    }
    return isOpen;
}

} // namespace Sonde::Agent
