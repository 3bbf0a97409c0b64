// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/outputsaves.h"

#include "protocol/base/reason.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace Sonde::Client {

OutputSaves::OutputSaves(const CommandRecords &records, CommandOutputs &outputs, QObject *parent)
    : QObject(parent)
    , m_records(records)
    , m_outputs(outputs)
{
    connect(&m_records, &CommandRecords::finished, this, &OutputSaves::writeWhenWhole);
    connect(&m_outputs, &CommandOutputs::whole, this, &OutputSaves::writeWhenWhole);
}

Result<OutputSaves::Plan> OutputSaves::plan(const QString &name, OutputType type, Overwrite overwrite) const
{
    const QString folder =
        m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : m_folder;
    const auto path = savePath(name, folder);
    if (!path)
        return std::unexpected(path.error());
    // Folders are made below the one that outputs go to, and nowhere else: a name that was mistyped is no wish for one.
    const QString parent = QFileInfo(*path).absolutePath();
    if (QDir::isAbsolutePath(name) && !QFileInfo(parent).isDir())
        return fail(ErrorCode::NotFound, parent).with(Fact::Upload, true);
    if (overwrite == Overwrite::No && QFileInfo::exists(*path))
        return fail(ErrorCode::FileExists, *path);
    return Plan{*path, type, overwrite};
}

void OutputSaves::add(CommandId command, const Plan &plan)
{
    m_plans.insert(command, plan);
    writeWhenWhole(command);
}

void OutputSaves::writeWhenWhole(CommandId command)
{
    const CommandRecord *record = m_records.command(command);
    if (!m_plans.contains(command) || !record || !isFinal(record->state))
        return;
    if (record->state != CommandState::Completed && m_plans.value(command).onlyWhole) {
        const QString path = m_plans.take(command).path;
        Q_EMIT ended(command, path, fail(ErrorCode::NotSaved, path));
        return;
    }
    const CommandOutput *output = m_outputs.output(command);
    // Making the output may have made it whole, which has brought us here before.
    if (!output->whole() || !m_plans.contains(command))
        return;
    Plan plan = m_plans.take(command);
    if (plan.onlyWhole && isPartial(*record)) {
        plan.path = freePartialName(plan.path);
        plan.overwrite = Overwrite::No; // it was agreed to for another name
    }
    saveOutput(*output, plan.type, plan.path, plan.overwrite, this,
        [this, command, path = plan.path](const Result<void> &written) { Q_EMIT ended(command, path, written); });
}

} // namespace Sonde::Client

#include "moc_outputsaves.cpp"
