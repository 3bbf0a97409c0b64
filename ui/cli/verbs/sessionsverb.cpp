// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/sessionrunner.h"
#include "ui/cli/verbs/cliverbs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QJsonObject sessionObject(const SessionRecord &session, const DeviceModel &devices)
{
    const DeviceRecord *device = devices.device(session.device);
    return {{u"id"_s, qint64(session.id.value())}, {u"device"_s, device ? device->facts.name : session.device.value()},
        {u"created_by"_s, session.createdBy}, {u"state"_s, Codec::wireName(session.state)},
        {u"started"_s, jsonTime(session.started)}, {u"ended"_s, jsonTime(session.ended)},
        {u"commands"_s, qint64(session.commandCount)},
        {u"end_reason"_s, session.endReason ? QJsonValue(Codec::wireName(*session.endReason)) : QJsonValue()},
        {u"ended_by"_s, session.endedBy ? QJsonValue(*session.endedBy) : QJsonValue()}};
}

class SessionsVerb final : public CliVerb
{
public:
    SessionsVerb()
        : CliVerb({.name = u"sessions"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists the sessions of the tenant, closes one, or runs lines in one."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Closing a session ends the commands that run in it; the journal keeps what they did. Whoever "
                  "administers the tenant closes those of others, too."),
              .forms = {{QString(), QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists them.")},
                  {u"close ID"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Closes one.")},
                  {u"run ID LINE…"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Runs lines in one that goes on, as “exec” does, and leaves it open. In that of somebody "
                          "else you act by that: they see it, and the journal says so.")}},
              .options = {},
              .examples = {u"--embedded sessions"_s, u"--embedded sessions close 3"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw sessions run 3 'dir /tmp'"_s}})
    {
    }

    /// Cancels the command in the foreground; without one, or the second time, leaves the session.
    void interrupt() override
    {
        if (m_runner)
            m_runner->interrupt();
        else
            CliVerb::interrupt();
    }

protected:
    void start() override
    {
        if (options().arguments.isEmpty())
            list();
        else if (argument(0) == u"run")
            run(SessionId(argument(1).toULongLong()));
        else
            tenant().inventory.closeSession(SessionId(argument(1).toULongLong()), this,
                [this](const Result<Message::Done> &done) { finishWith(done); });
    }

private:
    void run(SessionId id)
    {
        const SessionRecord *session = tenant().inventory.sessions().session(id);
        if (!session)
            return fail({ErrorCode::SessionUnknown, id.toString(), {}, {}});
        if (!isLive(*session))
            return fail(sessionEnded(*session));
        m_runner = std::make_unique<SessionRunner>(tenant().client, tenant().inventory, tenant().downloads, options());
        connect(m_runner.get(), &SessionRunner::finished, this, &SessionsVerb::finish);
        for (const QString &line : options().arguments.sliced(2))
            m_runner->addLine(line);
        m_runner->endOfLines();
        m_runner->join(*session);
    }

    void list()
    {
        InventoryController &inventory = tenant().inventory;
        std::vector<QJsonObject> rows;
        for (int row = 0; row < inventory.sessions().rowCount(); ++row)
            rows.push_back(sessionObject(*inventory.sessions().session(row), inventory.devices()));
        printer().list({u"id"_s, u"device"_s, u"created_by"_s, u"state"_s, u"started"_s, u"ended"_s, u"commands"_s,
                           u"end_reason"_s, u"ended_by"_s},
            rows);
        finish();
    }

    std::unique_ptr<SessionRunner> m_runner;
};

} // namespace

std::unique_ptr<CliVerb> sessionsVerb()
{
    return std::make_unique<SessionsVerb>();
}

} // namespace Sonde::Client
