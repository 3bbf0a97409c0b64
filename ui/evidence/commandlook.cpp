// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/commandlook.h"

#include "protocol/base/sizetext.h"
#include "protocol/command/actline.h"
#include "ui/words/words.h"

#include <QLocale>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype ShownDigits = 8; ///< of a hash

/// What an analyst can do something about, and no failure on the way.
bool isRefusal(ErrorCode code)
{
    using enum ErrorCode;
    constexpr std::array refusals{NotLookedAt, FactsChanged, PlanChanged, Protected, NothingToUndo, UndoConflict,
        QuarantineFull, ServiceCutOff, NotSupported, ReasonMissing, NotFound, NoSuchProcess, BadValue};
    return std::ranges::contains(refusals, code);
}

} // namespace

QString CommandLook::line(const CommandRecord &command)
{
    const QString approved = command.invocation.value(u"approve"_s);
    if (approved.size() <= ShownDigits)
        return command.line;
    return QString(command.line).replace(approved, approved.first(ShownDigits) + u'…');
}

CommandLook::Untouched CommandLook::untouched(const CommandRecord &command)
{
    const bool plans = command.invocation.hasFlag(u"plan"_s);
    if (!command.invocation.has(Trait::Acts) || (!plans && !changesDevice(command.invocation)))
        return Untouched::No;
    const bool refused = command.rows == 0 && !command.errors.empty() && isRefusal(command.errors.front().code);
    if (command.state == CommandState::Failed && refused)
        return Untouched::Refused;
    return plans && command.state == CommandState::Completed ? Untouched::Planned : Untouched::No;
}

/// What failed or was cancelled on the device is that, whatever became of its file.
bool CommandLook::dependsOnArrival(const CommandRecord &command, Arrival arrival)
{
    if (command.state == CommandState::Completed)
        return arrival != Arrival::None && arrival != Arrival::Earlier && arrival != Arrival::Delivered;
    return command.state == CommandState::Downloading && !command.cancelAsked
        && (arrival == Arrival::Asking || arrival == Arrival::Paused);
}

QString CommandLook::text(const CommandRecord &command, Arrival arrival)
{
    switch (untouched(command)) {
    //: State of a command that changes devices: it only made a plan
    case Untouched::Planned: return tr("planned only");
    //: State of a command that changes devices: the device refused it, and touched nothing
    case Untouched::Refused: return tr("refused");
    case Untouched::No: break;
    }
    if (!dependsOnArrival(command, arrival))
        return Words::commandStateText(command);
    switch (arrival) {
    case Arrival::Coming: return Words::commandStateText(CommandState::Downloading);
    case Arrival::Asking:
        //: State of a getfile: its download waits for the analyst's answer
        return tr("question");
    case Arrival::Paused:
        //: State of a getfile
        return tr("download paused");
    case Arrival::Elsewhere:
        //: State of a getfile: the service has the file, this computer has not
        return tr("not downloaded");
    case Arrival::None:
    case Arrival::Earlier:
    case Arrival::Delivered: break;
    }
    Q_UNREACHABLE_RETURN({});
}

QString CommandLook::briefText(const CommandRecord &command, Arrival arrival)
{
    const bool isPlain = untouched(command) == Untouched::No && !dependsOnArrival(command, arrival);
    // That a cancel is not confirmed is a warning.
    const bool settled =
        isFinal(command.state) && command.cancelResult && command.cancelResult != CancelResult::NotConfirmed;
    if (!isPlain || (!settled && !command.exitStatus))
        return text(command, arrival);
    CommandRecord brief = command;
    brief.exitStatus.reset();
    if (settled)
        brief.cancelResult.reset();
    return Words::commandStateText(brief);
}

QStringList CommandLook::briefTexts()
{
    using enum CommandState;
    CommandRecord partial;
    partial.state = Completed;
    partial.errors = {Error{ErrorCode::AccessDenied, {}, {}, {}}};
    QStringList texts{Words::commandStateText(partial), tr("planned only"), tr("not downloaded")};
    for (const CommandState state :
        {Pending, Running, Downloading, Completed, Failed, Cancelled, Expired, Rejected, Interrupted})
        texts += Words::commandStateText(state);
    return texts;
}

QString CommandLook::earlierText()
{
    return tr("The file was downloaded before; the list of downloads on this computer does not have it.");
}

StateLook CommandLook::look(const CommandRecord &command, Arrival arrival)
{
    switch (untouched(command)) {
    case Untouched::Planned: return {u"info"_s, Color::DimText};
    case Untouched::Refused: return {u"warning"_s, Color::Warning};
    case Untouched::No: break;
    }
    if (!dependsOnArrival(command, arrival))
        return stateLook(command);
    switch (arrival) {
    case Arrival::Coming: return {{}, Color::Accent};
    case Arrival::Asking: return {u"warning"_s, Color::Warning};
    case Arrival::Paused: return {u"pause"_s, Color::DimText};
    case Arrival::Elsewhere: return {u"info"_s, Color::Warning};
    case Arrival::None:
    case Arrival::Earlier:
    case Arrival::Delivered: break;
    }
    Q_UNREACHABLE_RETURN({});
}

bool CommandLook::isUnderWay(const CommandRecord &command, Arrival arrival)
{
    return !isFinal(command.state) || (command.state == CommandState::Completed && arrival == Arrival::Coming);
}

QString CommandLook::progressText(const std::optional<Download> &download)
{
    if (!download || !download->isMoving() || (download->file.size <= 0 && !download->isGrowing()))
        return {};
    const QLocale locale;
    //: how much of a file is here, in percent
    const QString part = download->isGrowing() ? sizeText(download->done)
                                               : tr("%1 %").arg(locale.toString(int(download->progress() * 100)));
    if (download->speed <= 0)
        return part;
    //: %1 in percent, %2 a size: so much in a second
    return tr("%1 · %2/s").arg(part, sizeText(download->speed));
}

} // namespace Sonde::Client
