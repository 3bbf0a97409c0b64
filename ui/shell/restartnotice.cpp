// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/restartnotice.h"

#include "ui/shell/notifier.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"

namespace Sonde::Client {

RestartNotice::RestartNotice(Workstation &workstation, SessionTabs &tabs, Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_notifier(notifier)
{
    connect(&tabs, &SessionTabs::opened, &m_interruptions, &Interruptions::follow);
    connect(&m_interruptions, &Interruptions::counted, this, &RestartNotice::tell);
    connect(&workstation, &Workstation::childRestarted, this, &RestartNotice::begin);
}

void RestartNotice::begin(const QString &program)
{
    // What runs on the device ends with its agent, and nothing of that with the service.
    m_interruptions.begin(program, program == EmbeddedTenant::AgentProgram ? Runs::Device : Runs::Service);
}

void RestartNotice::tell(const QString &program, int interrupted, int undecided)
{
    const QString text = interrupted > 0
        //: %1 a program
        ? tr("%1 had ended and was started again. %n command(s) were interrupted: the command log says which.", nullptr,
              interrupted)
        : undecided > 0
            //: %1 a program
            ? tr("%1 had ended and was started again. Commands that it was carrying out may have been interrupted: the "
                 "command log says which.")
            //: %1 a program
            : tr("%1 had ended and was started again. Nothing is lost.");
    m_notifier.notify({Notification::Kind::Problem, text.arg(program), {}, {}});
}

} // namespace Sonde::Client

#include "moc_restartnotice.cpp"
