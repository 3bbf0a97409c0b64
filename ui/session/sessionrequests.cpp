// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionrequests.h"

#include "models/inventory/devicemodel.h"
#include "protocol/command/grammar.h"
#include "ui/input/inputline.h"
#include "ui/session/sessiondialogs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

void SessionRequests::serve(InputLine &input, SessionDialogs &dialogs)
{
    m_input = &input;
    m_dialogs = &dialogs;
}

TimeText SessionRequests::times() const
{
    const DeviceRecord *device = m_devices.device(m_session.session().device);
    return device ? TimeText(device->facts) : TimeText();
}

bool SessionRequests::mayCompose() const
{
    return !m_session.isEnded() && m_session.isMine();
}

/// The form of a script stands over its bare line, which is still there for who wants no form.
void SessionRequests::compose(const QString &line)
{
    if (!mayCompose())
        return;
    m_input->compose(line);
    const auto invocation = parseLine(line);
    if (invocation && invocation->has(Trait::RunsScript) && invocation->value(u"parameters"_s).isEmpty())
        Q_EMIT scriptComposed(invocation->value(u"name"_s));
}

void SessionRequests::askToAct(const QString &line)
{
    if (!m_session.isCaughtUp()) {
        m_toAsk = line; // it is not known yet whose session it is, and on which device
        return;
    }
    const auto wanted = parseLine(line);
    if (wanted && mayCompose())
        askToAct(*wanted);
}

void SessionRequests::askToAct(const Invocation &wanted)
{
    m_dialogs->askToAct(wanted, deviceName());
}

void SessionRequests::askWhatWaited()
{
    if (const QString line = std::exchange(m_toAsk, {}); !line.isEmpty())
        askToAct(line);
}

void SessionRequests::openWindow(CommandId command)
{
    m_dialogs->openWindow(command);
}

void SessionRequests::saveOutput(CommandId command)
{
    m_dialogs->askWhereToSave(command);
}

void SessionRequests::exportRows(CommandId command, const ResultPart &part)
{
    m_dialogs->askWhereToWrite(command, part);
}

void SessionRequests::compareRows(CommandId command, ResultModel &rows)
{
    m_dialogs->askWhatToCompareWith(command, rows);
}

void SessionRequests::askToRun(LibraryController &library, const LibraryFile &script)
{
    m_dialogs->askToRun(library, script, deviceName());
}

void SessionRequests::askToCollect()
{
    m_dialogs->askToCollect(deviceName());
}

void SessionRequests::askToIsolate()
{
    askToAct(QString(Verbs::Isolate.name));
}

void SessionRequests::askToRelease()
{
    askToAct(QString(Verbs::Release.name));
}

void SessionRequests::askToDisconnect()
{
    m_dialogs->askToDisconnect(deviceName(), m_session.running());
}

void SessionRequests::askWhereToExport()
{
    const DeviceRecord *device = m_devices.device(m_session.session().device);
    m_dialogs->askWhereToExport(device ? device->facts : DeviceFacts());
}

void SessionRequests::askWhereToExportCase()
{
    const DeviceRecord *device = m_devices.device(m_session.session().device);
    m_dialogs->askWhereToExportCase(device ? device->facts : DeviceFacts());
}

QString SessionRequests::deviceName() const
{
    const DeviceRecord *device = m_devices.device(m_session.session().device);
    return device ? device->facts.name : QString();
}

} // namespace Sonde::Client

#include "moc_sessionrequests.cpp"
