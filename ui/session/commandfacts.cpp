// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commandfacts.h"

#include "ui/evidence/commandlook.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString CommandFacts::reading(const Invocation &invocation)
{
    QStringList parts{invocation.verb};
    for (const auto &[name, value] : invocation.values.asKeyValueRange())
        parts += u"%1=\"%2\""_s.arg(name, value);
    for (const QString &flag : invocation.flags)
        parts += u'-' + flag;
    return parts.join(u' ');
}

QString CommandFacts::text(const CommandRecord &command, Arrival arrival, const SessionRecord &session,
    const QString &folder, const TimeText &times)
{
    QStringList lines{command.line, QString()};
    //: A fact and its value: "Folder: /usr/bin"
    const auto add = [&lines](const QString &name, const QString &value) { lines += tr("%1: %2").arg(name, value); };
    if (command.origin == LineOrigin::Completion)
        lines += tr("Asked by Tab in the input line.");
    if (!command.invocation.has(Trait::OpensSession)) // which nobody types
        //: Fact: who typed a command
        add(tr("Typed by"), typistOf(session, command));
    //: Fact: when the service took a command
    add(tr("Accepted"), times.exact(command.accepted));
    if (!folder.isEmpty())
        //: Fact: the working directory of a command
        add(tr("Folder"), folder);
    if (!command.invocation.verb.isEmpty())
        //: Fact: what a typed line was understood as
        add(tr("Read as"), reading(command.invocation));
    //: Fact: what became of a command
    add(tr("Status"), command.exitStatus ? Words::commandStateText(command) : CommandLook::text(command, arrival));
    if (arrival == Arrival::Earlier)
        lines << CommandLook::earlierText();
    if (isFinal(command.state) && command.state != CommandState::Rejected) {
        //: Fact: how long a command took
        add(tr("Duration"), Words::durationText(command.duration));
        if (command.outputSha256 && command.bytes > 0)
            //: Fact: a hash
            add(tr("SHA-256 of the output"), QString::fromLatin1(command.outputSha256->toHex()));
    }
    for (const auto &errors : {command.errors, removalsOf(session, command)}) {
        for (const auto &error : errors)
            lines << QString() << Words::errorText(error);
    }
    return lines.join(u'\n');
}

} // namespace Sonde::Client
