// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reporter.h"

#include "models/text/visibletext.h"
#include "ui/evidence/commandlook.h"
#include "ui/governance/governancedesk.h"
#include "ui/shell/notifier.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"
#include "ui/words/words.h"

#include <QDir>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

QString startTopic()
{
    return u"start"_s;
}

QString topicOf(SessionId session)
{
    return u"session-"_s + session.toString();
}

QString topicOfApproval(CommandId command)
{
    return u"approval-"_s + command.toString();
}

QString topicOfRole(const QString &role)
{
    return u"role-"_s + role;
}

QString alarmTopic()
{
    return u"alarm"_s;
}

} // namespace

Reporter::Reporter(Workstation &workstation, SessionTabs &tabs, Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_workstation(workstation)
    , m_notifier(notifier)
{
    connect(&tabs, &SessionTabs::finishedUnseen, this, &Reporter::tellFinished);
    connect(&tabs, &SessionTabs::notApproved, this, &Reporter::tellNotApproved);
    connect(&tabs, &SessionTabs::endedUnseen, this, &Reporter::tellEnded);
    connect(&tabs, &SessionTabs::refused, this, &Reporter::tellProblem);
    connect(&workstation, &Workstation::journalDiffers, this, &Reporter::tellProblem);
}

void Reporter::follow(GovernanceDesk &desk)
{
    connect(&desk, &GovernanceDesk::asked, this, [this, &desk](const QString &text, CommandId command) {
        m_notifier.notify({Notification::Kind::Problem, text, tr("Look at it"),
            [&desk, command] { desk.openApprovals(command); }, topicOfApproval(command)});
    });
    connect(&desk, &GovernanceDesk::settled, this,
        [this](CommandId command) { m_notifier.withdraw(topicOfApproval(command)); });
    connect(&desk, &GovernanceDesk::roleEnded, this,
        [this](const QString &role, const QString &text) { tellOf(topicOfRole(role), text); });
    connect(&desk, &GovernanceDesk::roleHeld, this,
        [this](const QString &role) { m_notifier.withdraw(topicOfRole(role)); });
    connect(&desk, &GovernanceDesk::alarmed, this, [this](const QString &text) { tellOf(alarmTopic(), text); });
    connect(&desk, &GovernanceDesk::failed, this, &Reporter::tellProblem);
}

void Reporter::tellText(const QString &text)
{
    m_notifier.notify({Notification::Kind::Problem, text, {}, {}});
}

/// In place of what was told of it before.
void Reporter::tellOf(const QString &topic, const QString &text)
{
    m_notifier.withdraw(topic);
    m_notifier.notify({Notification::Kind::Problem, text, {}, {}, topic});
}

void Reporter::tellProblem(const Error &error)
{
    tellText(visible(Words::errorText(error)));
}

void Reporter::tellNotStarted(const Error &error)
{
    tellOf(startTopic(), visible(Words::errorText(error)));
}

void Reporter::forgetNotStarted()
{
    m_notifier.withdraw(startTopic());
}

void Reporter::tellSessionNeeded()
{
    m_notifier.notify(
        {Notification::Kind::Problem, tr("Start a live response session on a device first; the script runs there."),
            tr("Show devices"), [this] { Q_EMIT devicesWanted(); }});
}

void Reporter::tellDownloaded(const QString &path)
{
    m_notifier.notify(
        {Notification::Kind::Done, tr("Downloaded: %1").arg(visible(QDir::toNativeSeparators(path))), {}, {}});
}

void Reporter::tellStored(const QString &name)
{
    m_notifier.notify({Notification::Kind::Done, tr("“%1” is in the library.").arg(visible(name)), tr("Show library"),
        [this, name] { Q_EMIT libraryFileWanted(name); }});
}

void Reporter::tellFinished(SessionId session, const CommandRecord &command)
{
    const bool good = !isPartial(command);
    //: %1 a device, %2 a command line, %3 how it ended
    const QString text =
        tr("%1 · %2: %3")
            .arg(deviceName(session), visible(CommandLook::line(command)), CommandLook::text(command, Arrival::None));
    m_notifier.notify({good ? Notification::Kind::Done : Notification::Kind::Problem, text, tr("Go to session"),
        [this, session] { Q_EMIT sessionWanted(session); }, topicOf(session)});
}

void Reporter::tellNotApproved(SessionId session, const CommandRecord &command)
{
    const QString why = command.errors.empty() ? visible(CommandLook::line(command))
                                               : visible(Words::errorText(command.errors.front()));
    //: %1 a device, %2 a sentence that says why a line was not run
    m_notifier.notify({Notification::Kind::Problem, tr("%1: %2").arg(deviceName(session), why), tr("Go to command"),
        [this, session, id = command.id] { Q_EMIT commandWanted(session, id); }, topicOfApproval(command.id)});
}

void Reporter::tellEnded(SessionId session)
{
    const QString text = tr("The session on %1 has ended.").arg(deviceName(session));
    m_notifier.notify({Notification::Kind::Problem, text, tr("Go to session"),
        [this, session] { Q_EMIT sessionWanted(session); }, topicOf(session)});
}

void Reporter::withdraw(SessionId session)
{
    m_notifier.withdraw(topicOf(session));
}

QString Reporter::deviceName(SessionId session) const
{
    const SessionRecord *record = m_workstation.sessions().session(session);
    const DeviceRecord *device = record ? m_workstation.devices().device(record->device) : nullptr;
    return device ? visible(device->facts.name) : tr("Session %1").arg(session.toString());
}

} // namespace Sonde::Client

#include "moc_reporter.cpp"
