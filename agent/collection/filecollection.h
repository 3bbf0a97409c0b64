// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/artifactpaths.h"
#include "agent/collection/budget.h"
#include "agent/collection/collectorder.h"
#include "agent/collection/report.h"

namespace Sonde::Agent {

/// The device's files that definitions name, below [root]/ of the package, each once, whoever names it.
class FileCollection final
{
    Q_DISABLE_COPY_MOVE(FileCollection)

public:
    struct Means {
        CommandContext &context;
        const CollectOrder &order;
        const Walk &walk;
        Package &package;
        const Budget &budget;
        Report &report;
        Spool &timeline;
    };

    FileCollection(const Means &means, ArtifactPaths::Surroundings surroundings);

    /// Adds what is found of it, and says so in `point`. Only what ends the package is an error.
    [[nodiscard]] Result<void> take(const Artifact &artifact, DataPoint &point);

private:
    [[nodiscard]] bool mayGoOn();
    [[nodiscard]] bool found(const ArtifactFiles &files, const QByteArray &path, const WalkedFacts &facts);
    [[nodiscard]] Result<void> takePath(const QByteArray &path, const WalkedFacts &facts);
    [[nodiscard]] Result<void> takeFile(const QByteArray &path, const WalkedFacts &facts);
    [[nodiscard]] Result<void> takeLink(const QByteArray &path, const WalkedFacts &facts);
    void addTimes(const QByteArray &path, const WalkedFacts &facts);
    void complain(Error error, const QByteArray &path);
    [[nodiscard]] bool isTooOld(const WalkedFacts &facts) const;

    Means m_means;
    ArtifactPaths m_paths;
    QSet<QByteArray> m_taken;
    DataPoint *m_point = nullptr; ///< while it is taken
    std::optional<Error> m_end;   ///< of the package
    bool m_timeWasUp = false;
};

/// A line of a time line as Timesketch reads it.
[[nodiscard]] QByteArray timelineLine(
    const QString &message, const QDateTime &time, const QString &what, QJsonObject more = {});

} // namespace Sonde::Agent
