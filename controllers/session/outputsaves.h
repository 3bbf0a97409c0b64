// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/commandoutputs.h"
#include "controllers/session/outputfile.h"

namespace Sonde::Client {

/// `> file`: which outputs are to be written where, as soon as they are whole.
class OutputSaves final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputSaves)

public:
    struct Plan {
        QString path;
        OutputType type = OutputType::Table;
        Overwrite overwrite = Overwrite::No;
        /// Of `> file`: what is not there must not be taken for "nothing was found" later, so a command that failed writes nothing. Who
        /// looks at an output and saves it knows what it is.
        bool onlyWhole = true;
    };

    /// Both outlive it.
    OutputSaves(const CommandRecords &records, CommandOutputs &outputs, QObject *parent = nullptr);

    /// Where files go; QStandardPaths::DownloadLocation when empty.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// BadValue for a name that leads out of the folder; FileExists, whose subject is the path.
    [[nodiscard]] Result<Plan> plan(const QString &name, OutputType type, Overwrite overwrite) const;
    /// Writes the output of a command when all of it is here; ended() follows: NotSaved when there is nothing to be written. The name of a
    /// partial result says so (partialName()).
    void add(CommandId command, const Plan &plan);

Q_SIGNALS:
    /// The file is written, or why it is not. Nothing else follows for this plan.
    void ended(Sonde::CommandId command, const QString &path, const Sonde::Result<void> &written);

private:
    void writeWhenWhole(CommandId command);

    const CommandRecords &m_records;
    CommandOutputs &m_outputs;
    QHash<CommandId, Plan> m_plans; ///< until the output is whole
    QString m_folder;
};

} // namespace Sonde::Client
