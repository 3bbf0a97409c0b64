// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/artifactpaths.h"

#include "agent/base/devicefolder.h"
#include "agent/base/wildcard.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

namespace Sonde::Agent {

namespace {

constexpr QByteArrayView HomeVariable("%%users.homedir%%");
/// More links one after the other are a loop.
constexpr int MostFollowed = 16;

bool isWildcard(QByteArrayView part)
{
    return part.contains('*') || part.contains('?');
}

/// How deep ** goes; nothing: it is no such part.
std::optional<int> depthOf(QByteArrayView part)
{
    if (!part.startsWith("**"))
        return {};
    if (part.size() == 2)
        return UsualDepth;
    bool isNumber = false;
    const int depth = part.sliced(2).toInt(&isNumber);
    return isNumber ? std::optional(std::min(depth, MostDepth)) : std::nullopt;
}

QByteArrayList partsOf(const QByteArray &pattern)
{
    QByteArrayList parts = pattern.split('/');
    parts.removeAll(QByteArray());
    parts.removeAll(QByteArray("."));
    return parts;
}

} // namespace

/// One pattern, on its way.
struct ArtifactPaths::Search {
    QByteArrayList parts;
    const Found &found;
    const Problem &problem;
};

void ArtifactPaths::find(const QByteArray &pattern, const Found &found, const Problem &problem) const
{
    if (!pattern.startsWith(HomeVariable)) {
        const Search search{partsOf(pattern), found, problem};
        if (pattern.startsWith('/') && !search.parts.contains(".."))
            expand(search, "/", 0, 0);
        return;
    }
    for (const QByteArray &home : m_surroundings.homes)
        find(home + pattern.sliced(HomeVariable.size()), found, problem);
}

/// What is not there is no problem: a definition names what some devices have.
void ArtifactPaths::complain(const Search &search, const Error &error) const
{
    if (error.code != ErrorCode::NotFound && error.code != ErrorCode::NotADirectory)
        search.problem(error);
}

bool ArtifactPaths::expand(const Search &search, const QByteArray &folder, qsizetype part, int followed) const
{
    const QByteArray &wanted = search.parts.at(part);
    if (const auto depth = depthOf(wanted)) {
        // ** may stand for no folder at all, where something follows it.
        const bool isLast = part + 1 == search.parts.size();
        return (isLast || expand(search, folder, part + 1, followed))
            && descend(search, folder, part, *depth, followed);
    }
    return isWildcard(wanted) ? expandWildcard(search, folder, part, followed)
                              : expandLiteral(search, joinedPath(folder, wanted), part, followed);
}

bool ArtifactPaths::goOn(
    const Search &search, const QByteArray &path, const WalkedFacts &facts, qsizetype part, int followed) const
{
    if (part + 1 == search.parts.size())
        return search.found(path, facts);
    return facts.kind != FileKind::Directory || expand(search, path, part + 1, followed);
}

bool ArtifactPaths::expandLiteral(const Search &search, const QByteArray &path, qsizetype part, int followed) const
{
    const auto facts = m_walk.facts(path);
    if (!facts) {
        complain(search, facts.error());
        return true;
    }
    const bool isLast = part + 1 == search.parts.size();
    if (isLast || facts->kind != FileKind::Link)
        return goOn(search, path, *facts, part, followed);
    if (facts->user != 0 || followed >= MostFollowed) {
        search.problem(errorBecause(Reason::LinkNotFollowed, ErrorCode::AccessDenied, DevicePath(path).typed()));
        return true;
    }
    const auto behind = m_walk.followed(path);
    if (!behind) {
        complain(search, behind.error());
        return true;
    }
    const auto facts2 = m_walk.facts(*behind);
    return !facts2 || goOn(search, *behind, *facts2, part, followed + 1);
}

bool ArtifactPaths::expandWildcard(const Search &search, const QByteArray &folder, qsizetype part, int followed) const
{
    if (!m_surroundings.mayGoOn())
        return false;
    const Wildcard wildcard(search.parts.at(part));
    std::vector<std::pair<QByteArray, WalkedFacts>> matches;
    const auto visited = m_walk.visit(folder, [&](const WalkedEntry &entry) {
        if (const QByteArray name = entry.name().toByteArray(); wildcard.matches(name))
            matches.emplace_back(joinedPath(folder, name), entry.facts());
        return true;
    });
    if (!visited)
        complain(search, visited.error());
    std::ranges::sort(matches, {}, &std::pair<QByteArray, WalkedFacts>::first);
    return std::ranges::all_of(
        matches, [&](const auto &match) { return goOn(search, match.first, match.second, part, followed); });
}

bool ArtifactPaths::descend(
    const Search &search, const QByteArray &folder, qsizetype part, int depth, int followed) const
{
    if (depth == 0)
        return true;
    if (!m_surroundings.mayGoOn())
        return false;
    const bool isLast = part + 1 == search.parts.size();
    std::vector<std::pair<QByteArray, WalkedFacts>> entries;
    const auto visited = m_walk.visit(folder, [&](const WalkedEntry &entry) {
        entries.emplace_back(joinedPath(folder, entry.name().toByteArray()), entry.facts());
        return true;
    });
    if (!visited)
        complain(search, visited.error());
    std::ranges::sort(entries, {}, &std::pair<QByteArray, WalkedFacts>::first);
    for (const auto &[path, facts] : entries) {
        if (isLast && !search.found(path, facts))
            return false;
        if (facts.kind != FileKind::Directory || m_surroundings.notEntered.contains(path))
            continue;
        if (!isLast && !expand(search, path, part + 1, followed))
            return false;
        if (!descend(search, path, part, depth - 1, followed))
            return false;
    }
    return true;
}

} // namespace Sonde::Agent
