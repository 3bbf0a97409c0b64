// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/commandlook.h"

#include "ui/words/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

/// What failed or was cancelled on the device is that, whatever became of its file.
bool CommandLook::dependsOnArrival(const CommandRecord &command, Arrival arrival)
{
    if (command.state == CommandState::Completed)
        return arrival != Arrival::None && arrival != Arrival::Delivered;
    return command.state == CommandState::Downloading && !command.cancelAsked
        && (arrival == Arrival::Asking || arrival == Arrival::Paused);
}

QString CommandLook::text(const CommandRecord &command, Arrival arrival)
{
    if (!dependsOnArrival(command, arrival))
        return Words::commandStateText(command);
    switch (arrival) {
    case Arrival::Coming: return Words::commandStateText(CommandState::Downloading);
    case Arrival::Asking:
        //: State of a getfile: its download waits for the analyst's answer
        return tr("has a question");
    case Arrival::Paused:
        //: State of a getfile
        return tr("download paused");
    case Arrival::Elsewhere:
        //: State of a getfile: the service has the file, this computer has not
        return tr("on the service, not here");
    case Arrival::None:
    case Arrival::Delivered: break;
    }
    Q_UNREACHABLE_RETURN({});
}

StateLook CommandLook::look(const CommandRecord &command, Arrival arrival)
{
    if (!dependsOnArrival(command, arrival))
        return stateLook(command);
    switch (arrival) {
    case Arrival::Coming: return {{}, Color::Accent};
    case Arrival::Asking: return {u"warning"_s, Color::Warning};
    case Arrival::Paused: return {u"pause"_s, Color::DimText};
    case Arrival::Elsewhere: return {u"info"_s, Color::Warning};
    case Arrival::None:
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
    const QString part = download->isGrowing() ? locale.formattedDataSize(download->done, 1)
                                               : tr("%1 %").arg(locale.toString(int(download->progress() * 100)));
    if (download->speed <= 0)
        return part;
    //: %1 in percent, %2 a size: so much in a second
    return tr("%1 · %2/s").arg(part, locale.formattedDataSize(download->speed, 1));
}

} // namespace Sonde::Client
