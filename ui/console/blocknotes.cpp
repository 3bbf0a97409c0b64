// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blocknotes.h"

#include "models/result/packageaccount.h"
#include "models/session/commandoutput.h"
#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/evidence/commandlook.h"
#include "ui/words/words.h"

namespace Sonde::Client {

BlockNotes::List BlockNotes::of(const ConsoleModel::Block &block, bool isLongPending)
{
    using enum NoteLine::Kind;
    List said;
    if (block.waiting)
        said.emplace_back(Info, tr("There is no connection: this line is sent as soon as there is one."));
    if (isLongPending)
        said.emplace_back(
            Info, tr("The device has not begun yet. You may go on: the answer appears here when it comes."));
    if (isLoading(block))
        said.emplace_back(Info, tr("Its output is being loaded…"));
    addApproval(block, said);
    addErrors(block, said);
    for (const Error &removal : block.removals)
        said.emplace_back(Info, Words::errorText(removal));
    const bool isEmpty = !block.output || !block.output->table() || block.output->table()->rowCount() == 0;
    if (const QString nothing = Words::nothingFound(*block.record); isEmpty && !nothing.isEmpty())
        //: an answer that has no rows, and why
        said.emplace_back(Info, tr("0 rows. %1").arg(nothing));
    const bool isForeground = block.record->invocation.verb == Verbs::Fg.name;
    if (isForeground && block.record->state == CommandState::Completed)
        //: %1 the number of a command
        said.emplace_back(Info,
            tr("Command %1 is in the foreground; its own block has what it prints.")
                .arg(block.record->invocation.value(QStringLiteral("command_id"))));
    if (block.record->cancelResult == CancelResult::NotConfirmed)
        said.emplace_back(
            Warning, tr("The device did not confirm the cancel: the command may still be running there."));
    addAccount(block, said);
    addDelivery(block, said);
    addSaved(block, said);
    if (block.tracing)
        said.emplace_back(Info,
            *block.tracing ? tr("Trace is on: each command shows its timeline and its messages.")
                           : tr("Trace is off."));
    return said;
}

/// What is pushed while a command runs comes by itself and at once.
bool BlockNotes::isLoading(const ConsoleModel::Block &block)
{
    const CommandOutput *output = block.output;
    return ConsoleModel::isOutputMissing(block) && (!output || (output->fetching() && output->byteCount() == 0));
}

void BlockNotes::addApproval(const ConsoleModel::Block &block, List &said)
{
    const CommandRecord &command = *block.record;
    if (command.state == CommandState::Held && command.approvalUntil)
        //: %1 a permission, %2 a time
        said.emplace_back(NoteLine::Kind::Info,
            tr("Whoever has the permission “%1” on this device, and did not type it, may approve it until %2; then it "
               "is "
               "denied by itself.")
                .arg(Words::permissionText(Permission::ApproveCommands), TimeText().withZone(*command.approvalUntil)));
    if (command.approvedBy)
        //: %1 a user
        said.emplace_back(NoteLine::Kind::Info, tr("Approved by %1.").arg(visible(*command.approvedBy)));
}

void BlockNotes::addErrors(const ConsoleModel::Block &block, List &said)
{
    const auto &errors = block.record->errors;
    const size_t most = std::min(errors.size(), MostErrors);
    for (size_t i = 0; i < most; ++i)
        said.emplace_back(kindOf(block, errors[i]), Words::errorText(errors[i]));
    if (const int more = int(errors.size() - most); more > 0)
        said.emplace_back(
            NoteLine::Kind::Info, tr("And %Ln more: the exported command log has all of them.", nullptr, more));
}

NoteLine::Kind BlockNotes::kindOf(const ConsoleModel::Block &block, const Error &error)
{
    if (isNote(error.code))
        return NoteLine::Kind::Info;
    // What was stopped as the analyst asked is no failure; what of it goes on is worth a warning.
    if (block.record->state == CommandState::Cancelled)
        return error.code == ErrorCode::Cancelled ? NoteLine::Kind::Info : NoteLine::Kind::Warning;
    return block.record->state == CommandState::Completed ? NoteLine::Kind::Warning : NoteLine::Kind::Bad;
}

/// What the time of a package went into, so that whoever gives it more knows for what.
void BlockNotes::addAccount(const ConsoleModel::Block &block, List &said)
{
    const ResultTable *table = block.output ? block.output->table() : nullptr;
    const auto account = table ? packageAccountOf(*table) : std::nullopt;
    if (!account)
        return;
    QStringList parts;
    for (const PackageAccount::Area &area : account->areas) {
        const QString took = Words::durationText(area.took);
        //: %1 a part of a package, %2 how long it took
        parts += area.problems == 0
            ? tr("%1 %2").arg(Words::packageAreaText(area.name), took)
            //: %1 a part of a package, %2 how long it took
            : tr("%1 %2 (%Ln problem(s))", nullptr, int(area.problems)).arg(Words::packageAreaText(area.name), took);
    }
    //: %1 a list: "body file 3.2 s, files 12 s (2 problems)"
    said.emplace_back(NoteLine::Kind::Info, tr("The time went into: %1.").arg(Words::listText(parts)));
}

void BlockNotes::addDelivery(const ConsoleModel::Block &block, List &said)
{
    const auto &download = block.download;
    if (download && download->state == Download::State::Failed && download->problem)
        said.emplace_back(NoteLine::Kind::Bad, Words::errorText(*download->problem));
    if (block.arrival == Arrival::Elsewhere)
        said.emplace_back(NoteLine::Kind::Warning, tr("The service has the file; it is not on this computer."));
    if (block.arrival == Arrival::Earlier)
        said.emplace_back(NoteLine::Kind::Info, CommandLook::earlierText());
}

void BlockNotes::addSaved(const ConsoleModel::Block &block, List &said)
{
    const bool partial = block.arrival == Arrival::None && isPartial(*block.record);
    if (!block.savedTo.isEmpty() && partial)
        //: %1 a file
        said.emplace_back(
            NoteLine::Kind::Warning, tr("Saved as %1: partial, not all that was asked for").arg(block.savedTo));
    else if (!block.savedTo.isEmpty())
        said.emplace_back(NoteLine::Kind::Good, tr("Saved as %1").arg(block.savedTo));
    if (block.saveError)
        said.emplace_back(NoteLine::Kind::Bad, Words::errorText(*block.saveError));
}

} // namespace Sonde::Client
