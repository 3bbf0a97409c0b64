// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/filecollection.h"
#include "agent/collection/livecommands.h"

namespace Sonde::Agent {

class MemoryImage;

/// One of Sonde's own verbs, whose rows become results/<verb>.jsonl.
struct ResultSource {
    struct Said {
        std::optional<Error> failure;
        std::vector<Error> errors;
    };
    QString verb;
    std::function<Said(const std::function<void(const QJsonObject &row)> &take)> run;
};

/// What a package is made of, besides the device.
struct CollectionInput {
    std::vector<ResultSource> results; ///< in their order
    ArtifactSet artifacts;
    std::optional<Error> noArtifacts; ///< why there are none
    QJsonObject about;                ///< for summary and manifest: what it is of
};

/// Makes one package, the most volatile first, and ends it with a summary of what was done and what failed.
class Collector final
{
    Q_DISABLE_COPY_MOVE(Collector)

public:
    /// The package goes to `out`, and from there to `stream`.
    Collector(CommandContext &context, const CollectOrder &order, CollectionInput input, const PackageStream &stream,
        GzipWriter::Out out);

    /// Until the package is whole. Cancelled; or why nobody wants more of it.
    [[nodiscard]] Result<void> run();
    /// Afterwards: what the row of the package says.
    [[nodiscard]] qint64 members() const { return m_package.members(); }
    [[nodiscard]] qint64 problems() const { return m_report.problems(); }
    /// Nothing was left out, and nothing went wrong.
    [[nodiscard]] bool isWhole() const { return m_report.problems() == 0; }
    [[nodiscard]] const QJsonObject &about() const { return m_input.about; }

private:
    [[nodiscard]] Result<void> collectMemory();
    [[nodiscard]] Result<void> collectMemoryImage(DataPoint &point, MemoryImage &image);
    [[nodiscard]] Result<void> collectSymbols();
    [[nodiscard]] Result<void> collectResults();
    [[nodiscard]] Result<void> collectResult(const ResultSource &source);
    [[nodiscard]] Result<void> collectLive();
    [[nodiscard]] Result<void> collectLiveFiles();
    [[nodiscard]] Result<void> collectProgram(const LiveCommand &command);
    [[nodiscard]] Result<void> collectBodyfile();
    [[nodiscard]] Result<void> collectFiles();
    [[nodiscard]] Result<void> collectCommands(const Artifact &artifact);
    [[nodiscard]] Result<void> close();
    [[nodiscard]] std::vector<const Artifact *> wantedArtifacts() const;
    [[nodiscard]] Result<void> addSpool(DataPoint &point, Spool &content);
    /// True: it is skipped, as there is nothing left to spend.
    [[nodiscard]] bool isSpent(DataPoint &point);
    void skip(DataPoint &point);
    void addRowTimes(const QString &verb, const QJsonObject &row);
    void showProgress(const QString &what);
    [[nodiscard]] qint64 countParts() const;
    [[nodiscard]] Result<void> finish(DataPoint &point);
    [[nodiscard]] Error budgetError(const QString &at) const;

    CommandContext &m_context;
    const CollectOrder m_order;
    CollectionInput m_input;
    const Walk m_walk;
    Package m_package;
    Report m_report;
    const Budget m_budget;
    Spool m_timeline;
    qint64 m_parts = 0; ///< that there are
    qint64 m_done = 0;  ///< of them
};

} // namespace Sonde::Agent
