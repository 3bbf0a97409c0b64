// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/base/codec.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype MostNamed = 12; ///< in one sentence

QStringList textsOf(const QCborValue &value)
{
    QStringList texts;
    const QCborArray array = value.toArray();
    for (const QCborValue one : array)
        texts += one.toString();
    return texts;
}

/// What is said of several things alike is said once.
struct NoteGroup {
    NoteKind kind;
    QCborMap facts;
    QStringList subjects;
};

std::vector<NoteGroup> grouped(const std::vector<ActNote> &notes)
{
    std::vector<NoteGroup> groups;
    for (const ActNote &note : notes) {
        const auto same = std::ranges::find_if(
            groups, [&note](const NoteGroup &group) { return group.kind == note.kind && group.facts == note.facts; });
        if (same == groups.end())
            groups.push_back({note.kind, note.facts, {note.subject}});
        else if (!same->subjects.contains(note.subject))
            same->subjects += note.subject;
    }
    return groups;
}

} // namespace

QString Words::entityText(EntityType type)
{
    switch (type) {
    //: what an act is about
    case EntityType::File: return tr("file");
    //: what an act is about
    case EntityType::Process: return tr("process");
    //: what an act is about
    case EntityType::Service: return tr("service");
    //: what an act is about
    case EntityType::Scheduledtask: return tr("scheduled task");
    //: what an act is about: a program that starts when a user signs in
    case EntityType::Startupfolder: return tr("startup item");
    //: what an act is about: something that starts by itself
    case EntityType::Persistence: return tr("persistence entry");
    //: what an act is about: a key of Windows' registry, or a value in it
    case EntityType::Registry: return tr("registry entry");
    //: what an act is about
    case EntityType::Network: return tr("network");
    //: what an act is about, when it is more than one thing
    case EntityType::Several: return tr("several things");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::actKindText(ActKind kind)
{
    switch (kind) {
    //: what was done to a device: something found was stopped or removed
    case ActKind::Remediate: return tr("remediation");
    //: what was done to a device: a remediation was taken back
    case ActKind::Undo: return tr("undo");
    //: what was done to a device: it was cut off the network
    case ActKind::Isolate: return tr("isolation");
    //: what was done to a device: its isolation was lifted
    case ActKind::Release: return tr("release");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::actQuestion(ActKind kind, EntityType type)
{
    if (kind == ActKind::Isolate)
        return tr("Isolate this device?");
    if (kind == ActKind::Release)
        return tr("Lift the isolation of this device?");
    const bool undo = kind == ActKind::Undo;
    switch (type) {
    case EntityType::File: return undo ? tr("Restore this file?") : tr("Remediate this file?");
    case EntityType::Process: return undo ? tr("Undo the remediation of this process?") : tr("Remediate this process?");
    case EntityType::Service: return undo ? tr("Restore this service?") : tr("Remediate this service?");
    case EntityType::Scheduledtask:
        return undo ? tr("Restore this scheduled task?") : tr("Remediate this scheduled task?");
    case EntityType::Startupfolder: return undo ? tr("Restore this startup item?") : tr("Remediate this startup item?");
    case EntityType::Persistence:
        return undo ? tr("Restore this persistence entry?") : tr("Remediate this persistence entry?");
    case EntityType::Registry: return undo ? tr("Restore this registry entry?") : tr("Remediate this registry entry?");
    case EntityType::Several: return undo ? tr("Restore these things?") : tr("Remediate these things?");
    case EntityType::Network: break;
    }
    return tr("Do this on the device?");
}

QString Words::stepText(StepKind kind)
{
    switch (kind) {
    case StepKind::MoveFile: return tr("Move the file into the quarantine");
    case StepKind::RestoreFile: return tr("Put the file back");
    case StepKind::RemoveLine: return tr("Remove the line");
    case StepKind::RestoreLine: return tr("Put the line back");
    case StepKind::StopProcesses: return tr("Stop the processes");
    case StepKind::KillProcesses: return tr("End the processes");
    case StepKind::LookAgain: return tr("Look twice in 10 seconds whether it comes back");
    case StepKind::StopUnit: return tr("Stop the unit");
    case StepKind::StartUnit: return tr("Start the unit");
    case StepKind::MaskUnit: return tr("Mask the unit, so that nothing can start it");
    case StepKind::UnmaskUnit: return tr("Unmask the unit");
    case StepKind::ReloadUnits: return tr("Have systemd read its units again");
    case StepKind::StopService: return tr("Stop the service");
    case StepKind::StartService: return tr("Start the service");
    case StepKind::DisableService: return tr("Disable the service, so that nothing can start it");
    case StepKind::EnableService: return tr("Let the service start as before");
    case StepKind::RemoveTask: return tr("Remove the scheduled task");
    case StepKind::RestoreTask: return tr("Put the scheduled task back");
    case StepKind::RemoveRegistry: return tr("Remove the registry entry");
    case StepKind::RestoreRegistry: return tr("Put the registry entry back");
    case StepKind::IsolateNetwork: return tr("Cut the device off the network but for this service");
    case StepKind::ReleaseNetwork: return tr("Let the device onto the network again");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::stepStateText(StepState state)
{
    switch (state) {
    //: of a step of a plan
    case StepState::Planned: return tr("planned");
    //: of a step of a plan
    case StepState::Done: return tr("done");
    //: of a step of a plan: nobody had to do anything
    case StepState::AlreadySo: return tr("was so already");
    //: of a step of a plan: what is there is not what was planned for, and nothing was touched
    case StepState::Refused: return tr("refused, nothing touched");
    //: of a step of a plan
    case StepState::Failed: return tr("failed");
    //: of a step of a plan: it was done, but nobody can see that it took
    case StepState::NotConfirmed: return tr("not confirmed");
    //: of a step of a plan: one before it was not done
    case StepState::NotReached: return tr("not reached");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::stepStateText(StepKind kind, StepState state)
{
    const bool puts = kind == StepKind::RestoreFile || kind == StepKind::RestoreLine || kind == StepKind::RestoreTask
        || kind == StepKind::RestoreRegistry;
    if (puts && state == StepState::Done)
        //: of a file or line that was taken away
        return tr("put back");
    if (kind == StepKind::LookAgain && state == StepState::Done)
        //: of what was ended: nothing of it was seen again
        return tr("not back after 10 s");
    if (kind == StepKind::LookAgain && state == StepState::Failed)
        //: of what was ended: something brought it back
        return tr("it is back");
    return stepStateText(state);
}

QString Words::actStateText(ActState state)
{
    switch (state) {
    //: of an act
    case ActState::Planned: return tr("planned");
    //: of an act: what came of it is not known yet
    case ActState::Begun: return tr("under way");
    //: of an act
    case ActState::Done: return tr("done");
    //: of an act: not all of its steps were done
    case ActState::Partly: return tr("done in part");
    //: of an act: none of its steps was done
    case ActState::Untouched: return tr("nothing touched");
    //: of an act: it was done, but nobody can see that it took
    case ActState::NotConfirmed: return tr("not confirmed");
    //: of an act that another one took back
    case ActState::Undone: return tr("undone");
    //: of an act that another one took back in part
    case ActState::PartlyUndone: return tr("undone in part");
    }
    Q_UNREACHABLE_RETURN({});
}

/// A step as `remediate list` tells it.
QString Words::stepLine(const QCborMap &step)
{
    //: a step of an act: %1 what it does, %2 to what, %3 what came of it
    return tr("%1: %2 (%3)", "step")
        .arg(actCellText(u"action", step.value(u"action"_s)), step.value(u"subject"_s).toString(),
            actCellText(u"state", step.value(u"state"_s)));
}

QString Words::actCellText(QStringView column, const QCborValue &cell)
{
    const QString word = cell.toString();
    if (column == u"type") {
        const auto type = Codec::fromWireName<EntityType>(word);
        return type ? entityText(*type) : QString();
    }
    if (column == u"action") {
        if (const auto kind = Codec::fromWireName<ActKind>(word))
            return actKindText(*kind);
        const auto step = Codec::fromWireName<StepKind>(word);
        return step ? stepText(*step) : QString();
    }
    if (column == u"state") {
        if (word == u"expired")
            //: of an act: what an undo would need is kept no longer
            return tr("done, and kept no longer");
        if (const auto act = Codec::fromWireName<ActState>(word))
            return actStateText(*act);
        const auto step = Codec::fromWireName<StepState>(word);
        return step ? stepStateText(*step) : QString();
    }
    if (column != u"details")
        return {};
    QStringList steps;
    for (const QCborValue step : cell.toMap().value(u"steps"_s).toArray())
        steps += stepLine(step.toMap());
    return steps.join(u"; "_s);
}

/// "a, b, c and 5 more"
QString Words::named(const QStringList &names)
{
    if (names.size() <= MostNamed)
        return Words::listText(names);
    //: %1 is a list of names: "a, b, c"
    return tr("%1 and %n more", nullptr, int(names.size() - MostNamed)).arg(Words::listText(names.first(MostNamed)));
}

QString Words::lostFactText(const QString &fact)
{
    if (fact == u"inode")
        //: of a file, in a list of what cannot be restored
        return tr("its inode number");
    if (fact == u"created")
        //: of a file, in a list of what cannot be restored
        return tr("when it was created");
    if (fact == u"changed")
        //: of a file, in a list of what cannot be restored: its ctime
        return tr("when its attributes were changed last");
    if (fact == u"last_write_time")
        //: of a registry key, in a list of what cannot be restored
        return tr("when it was written last");
    return fact;
}

QString Words::broughtBackText(const QString &what, const QCborMap &facts)
{
    if (const QString service = facts.value(u"service"_s).toString(); !service.isEmpty())
        //: %1 process ids, %2 a service
        return tr("The service “%2” may start it again: %1.").arg(what, service);
    if (const QString restart = facts.value(u"restart"_s).toString(); !restart.isEmpty())
        //: %1 units, %2 a word of systemd
        return tr("systemd starts it again when it ends (Restart=%2): %1.").arg(what, restart);
    if (facts.contains(u"same_image"_s))
        //: %1 process ids, %2 processes
        return tr("The same program goes on in other processes, which may start it again (%1): %2. With -tree they "
                  "are ended, too.")
            .arg(what, named(textsOf(facts.value(u"same_image"_s))));
    //: %1 a unit, %2 units
    return tr("It may be started again (%1) by: %2.").arg(what, named(textsOf(facts.value(u"units"_s))));
}

QString Words::cannotUndoText(const QString &what, const QCborMap &facts)
{
    const QStringList lost = textsOf(facts.value(u"facts"_s));
    if (lost == QStringList{u"memory"_s})
        return tr("An undo does not bring the processes back: what they had in memory is gone.");
    if (lost == QStringList{u"processes"_s})
        //: %1 process ids
        return tr("The processes stay ended; nothing starts them again: %1.").arg(what);
    if (lost == QStringList{u"image"_s})
        //: %1 paths
        return tr("This program stays where it is, because its file cannot be kept: %1.").arg(what);
    //: %1 paths, %2 why
    return tr("This stays where it is (%2): %1.")
        .arg(what, reasonText({ErrorCode::ReadFailed, {}, Words::listText(lost), {}}));
}

QString Words::noteText(NoteKind kind, const QStringList &subjects, const QCborMap &facts)
{
    const QString what = named(subjects);
    const QStringList names = textsOf(facts.value(u"names"_s));
    switch (kind) {
    case NoteKind::OtherNames:
        return names.isEmpty()
            //: a file's hard links
            ? tr("The file has other names, which stay: %1 (%n name(s) in all).", nullptr,
                  int(facts.value(u"links"_s).toInteger()))
                  .arg(what)
            //: a file's hard links
            : tr("The file has other names, which stay: %1.").arg(named(names));
    case NoteKind::OpenBy:
        //: %1 paths, %2 processes
        return tr("Open in a process, which keeps what it has of it: %1 in %2.")
            .arg(what, named(textsOf(facts.value(u"processes"_s))));
    case NoteKind::BroughtBackBy: return broughtBackText(what, facts);
    case NoteKind::NotRestored: {
        QStringList lost;
        for (const QString &fact : textsOf(facts.value(u"facts"_s)))
            lost += lostFactText(fact);
        //: %1 paths, %2 facts
        return tr("An undo cannot restore %2 of: %1.").arg(what, named(lost));
    }
    case NoteKind::CannotUndo: return cannotUndoText(what, facts);
    case NoteKind::DependedOnBy: {
        const QString package = facts.value(u"package"_s).toString();
        if (package == u"?")
            return tr("This belongs to the system and stays, because others need it: %1.").arg(what);
        if (!package.isEmpty())
            //: %1 paths, %2 a software package
            return tr("This came with the package “%2” and stays, because others need it: %1.").arg(what, package);
        //: %1 a unit or program, %2 units
        return tr("Units that have to do with %1: %2.").arg(what, named(textsOf(facts.value(u"units"_s))));
    }
    case NoteKind::Container:
        //: %1 process ids, %2 a container
        return tr("Runs in the container “%2”, whose runtime may start it again: %1.")
            .arg(what, facts.value(u"container"_s).toString());
    case NoteKind::InTheWay: return tr("Something else is in this place now: %1.").arg(what);
    case NoteKind::AtRestart:
        //: %1 paths
        return tr("In use, and not to be moved now: it goes when the device is restarted next: %1.").arg(what);
    case NoteKind::StaysOpen:
        //: %1 addresses
        return tr("Still reachable: %1.").arg(what);
    }
    Q_UNREACHABLE_RETURN({});
}

QList<std::pair<NoteKind, QString>> Words::noteTexts(const std::vector<ActNote> &notes)
{
    QList<std::pair<NoteKind, QString>> texts;
    for (const NoteGroup &group : grouped(notes))
        texts.append({group.kind, noteText(group.kind, group.subjects, group.facts)});
    return texts;
}

QString Words::outcomeText(ActKind kind, const std::vector<StepState> &states)
{
    const auto count = [&states](auto... wanted) {
        return int(std::ranges::count_if(states, [wanted...](StepState state) { return ((state == wanted) || ...); }));
    };
    using enum StepState;
    const int all = int(states.size());
    const int done = count(Done, AlreadySo);
    if (count(Planned) == all)
        return tr("A plan of %n step(s). Nothing was done.", nullptr, all);
    QStringList parts;
    if (done == all)
        parts += kind == ActKind::Undo ? tr("Taken back: %n step(s) done.", nullptr, done)
                                       : tr("Done: %n step(s).", nullptr, done);
    else if (done > 0)
        //: %1 is the number of all steps
        parts += tr("%n of %1 steps done.", nullptr, done).arg(all);
    else
        parts += count(NotConfirmed) > 0 ? QString() : tr("Nothing was changed.");
    if (const int failed = count(Failed))
        parts += tr("%n step(s) failed.", nullptr, failed);
    if (const int refused = count(Refused))
        parts += tr("%n step(s) refused.", nullptr, refused);
    if (const int open = count(NotConfirmed))
        parts += tr("%n step(s) not confirmed.", nullptr, open);
    if (const int left = count(NotReached))
        parts += tr("%n step(s) not reached.", nullptr, left);
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace Sonde::Client
