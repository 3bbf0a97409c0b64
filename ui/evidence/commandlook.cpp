// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/commandlook.h"

#include "protocol/base/sizetext.h"
#include "protocol/journal/activity.h"
#include "ui/words/words.h"

#include <QLocale>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype ShownDigits = 8; ///< of a hash

/// What has come here is here, whether or not the journal knows it yet.
ActivityOutcome outcomeHere(const CommandRecord &command, Arrival arrival)
{
    return outcomeOf(command, arrival != Arrival::Elsewhere);
}

} // namespace

QString CommandLook::line(const CommandRecord &command)
{
    const QString approved = command.invocation.value(u"approve"_s);
    if (approved.size() <= ShownDigits)
        return command.line;
    return QString(command.line).replace(approved, approved.first(ShownDigits) + u'…');
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
    if (!dependsOnArrival(command, arrival))
        return Words::commandStateText(command, outcomeHere(command, arrival));
    switch (arrival) {
    case Arrival::Coming: return Words::commandStateText(CommandState::Downloading);
    case Arrival::Asking:
        //: State of a getfile: its download waits for the analyst's answer
        return tr("question");
    case Arrival::Paused:
        //: State of a getfile
        return tr("download paused");
    case Arrival::Elsewhere: return Words::outcomeText(ActivityOutcome::NotDownloaded);
    case Arrival::None:
    case Arrival::Earlier:
    case Arrival::Delivered: break;
    }
    Q_UNREACHABLE_RETURN({});
}

QString CommandLook::briefText(const CommandRecord &command, Arrival arrival)
{
    const bool isPlain = !dependsOnArrival(command, arrival);
    // That a cancel is not confirmed is a warning.
    const bool settled =
        isFinal(command.state) && command.cancelResult && command.cancelResult != CancelResult::NotConfirmed;
    if (!isPlain || (!settled && !command.exitStatus))
        return text(command, arrival);
    CommandRecord brief = command;
    brief.exitStatus.reset();
    if (settled)
        brief.cancelResult.reset();
    return Words::commandStateText(brief, outcomeHere(brief, arrival));
}

QString CommandLook::earlierText()
{
    return tr("The file was downloaded before; the list of downloads on this computer does not have it.");
}

StateLook CommandLook::look(const CommandRecord &command, Arrival arrival)
{
    if (!dependsOnArrival(command, arrival))
        return stateLook(command, outcomeHere(command, arrival));
    switch (arrival) {
    case Arrival::Coming: return {{}, Color::Accent};
    case Arrival::Asking: return {u"warning"_s, Color::Warning};
    case Arrival::Paused: return {u"pause"_s, Color::DimText};
    case Arrival::Elsewhere: return outcomeLook(ActivityOutcome::NotDownloaded);
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
