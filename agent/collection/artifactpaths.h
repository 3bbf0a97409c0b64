// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/walk/walk.h"
#include "protocol/artifacts/artifacts.h"

#include <QSet>
#include <functional>

namespace Sonde::Agent {

/// Finds what the patterns of definitions stand for on this device. Links are not gone through, but for those of root, which the system
/// itself has (/var/run): what lies behind them is found by the path that it really has. So there are no loops.
class ArtifactPaths final
{
public:
    struct Surroundings {
        QByteArrayList homes;                                ///< what %%users.homedir%% stands for
        QSet<QByteArray> notEntered;                         ///< folders that patterns with ** do not go into
        std::function<bool()> mayGoOn = [] { return true; }; ///< asked for each folder that is listed
    };
    using Found = std::function<bool(const QByteArray &path, const WalkedFacts &facts)>;
    using Problem = std::function<void(const Error &error)>;

    ArtifactPaths(const Walk &walk, Surroundings surroundings)
        : m_walk(walk)
        , m_surroundings(std::move(surroundings))
    {
    }

    /// Calls `found` for each, until it returns false; a path may come more than once.
    void find(const QByteArray &pattern, const Found &found, const Problem &problem) const;

private:
    struct Search;
    bool expand(const Search &search, const QByteArray &folder, qsizetype part, int followed) const;
    bool expandLiteral(const Search &search, const QByteArray &path, qsizetype part, int followed) const;
    bool expandWildcard(const Search &search, const QByteArray &folder, qsizetype part, int followed) const;
    bool descend(const Search &search, const QByteArray &folder, qsizetype part, int depth, int followed) const;
    bool goOn(
        const Search &search, const QByteArray &path, const WalkedFacts &facts, qsizetype part, int followed) const;
    void complain(const Search &search, const Error &error) const;

    const Walk &m_walk;
    Surroundings m_surroundings;
};

} // namespace Sonde::Agent
