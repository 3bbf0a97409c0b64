// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/tenantverbs.h"

#include "protocol/base/codec.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/words/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr quint32 JournalPage = 500;

QJsonValue iso(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject deviceObject(const DeviceRecord &device)
{
    return {{u"id"_s, device.id.value()}, {u"name"_s, device.facts.name}, {u"os"_s, device.facts.osName},
        {u"platform"_s, Codec::wireName(device.facts.platform)}, {u"group"_s, device.group},
        {u"state"_s, device.online ? u"online"_s : u"offline"_s}, {u"last_seen"_s, iso(device.lastSeen)},
        {u"automation"_s, device.automationLevel}, {u"agent_version"_s, device.facts.agentVersion},
        {u"addresses"_s, QJsonArray::fromStringList(device.facts.addresses)},
        {u"tags"_s, QJsonArray::fromStringList(device.tags)}, {u"holder"_s, device.holder}};
}

QJsonObject sessionObject(const SessionRecord &session, const DeviceModel &devices)
{
    const DeviceRecord *device = devices.device(session.device);
    return {{u"id"_s, qint64(session.id.value())}, {u"device"_s, device ? device->facts.name : session.device.value()},
        {u"created_by"_s, session.createdBy}, {u"state"_s, Codec::wireName(session.state)},
        {u"started"_s, iso(session.started)}, {u"ended"_s, iso(session.ended)},
        {u"commands"_s, qint64(session.commandCount)},
        {u"end_reason"_s, session.endReason ? QJsonValue(Codec::wireName(*session.endReason)) : QJsonValue()}};
}

} // namespace

TenantVerbs::TenantVerbs(
    TenantClient &client, InventoryController &inventory, const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_inventory(inventory)
    , m_options(options)
    , m_printer(options.json)
{
}

bool TenantVerbs::knows(const QString &verb)
{
    return verb != "exec"_L1 && verb != "session"_L1;
}

void TenantVerbs::run()
{
    if (m_options.verb == "devices"_L1)
        listDevices();
    else if (m_options.verb == "sessions"_L1)
        sessions();
    else if (m_options.verb == "journal"_L1)
        journal();
    else if (m_options.verb == "users"_L1)
        addUser();
    else if (m_options.verb == "enrol"_L1)
        enrol();
    else
        settings();
}

void TenantVerbs::listDevices()
{
    DeviceModel &devices = m_inventory.devices();
    devices.setFilter(m_options.arguments.value(0));
    if (devices.filterError())
        return refuse(*devices.filterError());
    std::vector<QJsonObject> rows;
    for (int row = 0; row < devices.rowCount(); ++row)
        rows.push_back(deviceObject(*devices.device(row)));
    m_printer.list({u"name"_s, u"os"_s, u"group"_s, u"state"_s, u"automation"_s, u"agent_version"_s, u"addresses"_s,
                       u"holder"_s, u"id"_s},
        rows);
    Q_EMIT finished(ExitStatus::Completed);
}

void TenantVerbs::sessions()
{
    if (!m_options.arguments.isEmpty()) {
        bool isNumber = false;
        const quint64 id = m_options.arguments.value(1).toULongLong(&isNumber);
        if (m_options.arguments.first() != "close"_L1 || !isNumber)
            return refuse({ErrorCode::BadValue, m_options.arguments.join(u' '), u"sessions [close ID]"_s, {}});
        m_inventory.closeSession(SessionId(id), this, [this](const Result<Message::Done> &done) {
            if (done)
                Q_EMIT finished(ExitStatus::Completed);
            else
                refuse(done.error());
        });
        return;
    }
    std::vector<QJsonObject> rows;
    for (int row = 0; row < m_inventory.sessions().rowCount(); ++row)
        rows.push_back(sessionObject(*m_inventory.sessions().session(row), m_inventory.devices()));
    m_printer.list(
        {u"id"_s, u"device"_s, u"created_by"_s, u"state"_s, u"started"_s, u"ended"_s, u"commands"_s, u"end_reason"_s},
        rows);
    Q_EMIT finished(ExitStatus::Completed);
}

void TenantVerbs::journal()
{
    if (m_options.verify)
        verifyJournal();
    else
        fetchJournal(m_options.since);
}

void TenantVerbs::fetchJournal(quint64 after)
{
    Message::FetchJournal request;
    request.after = after;
    request.most = JournalPage;
    request.session = SessionId(m_options.session);
    m_client.request<Message::JournalPage>(request, this, [this](const Result<Message::JournalPage> &page) {
        if (!page)
            return refuse(page.error());
        for (const JournalEntry &entry : page->entries) {
            if (m_options.json) {
                m_printer.object(toJson(entry));
                continue;
            }
            const QJsonObject object = toJson(entry);
            const QString facts =
                QString::fromUtf8(QJsonDocument(object.value("facts"_L1).toObject()).toJson(QJsonDocument::Compact));
            Printer::line(u"%1  %2  %3  %4  %5  %6"_s.arg(QString::number(entry.number).rightJustified(6),
                entry.time.toString(Qt::ISODateWithMs), entry.actor.leftJustified(10),
                entry.session.isValid() ? entry.session.toString() : u"-"_s,
                object.value("event"_L1).toString().leftJustified(20), facts));
        }
        if (page->entries.empty() || page->entries.back().number >= page->last)
            Q_EMIT finished(ExitStatus::Completed);
        else
            fetchJournal(page->entries.back().number);
    });
}

void TenantVerbs::verifyJournal()
{
    m_client.request<Message::JournalVerdict>(
        Message::VerifyJournal{}, this, [this](const Result<Message::JournalVerdict> &verdict) {
            if (!verdict)
                return refuse(verdict.error());
            if (m_options.json) {
                m_printer.object({{u"whole"_s, verdict->whole}, {u"entries"_s, qint64(verdict->entries)},
                    {u"broken_at"_s, verdict->whole ? QJsonValue() : QJsonValue(qint64(verdict->brokenAt))},
                    {u"reason"_s, verdict->reason}});
            }
            if (!verdict->whole)
                return refuse({ErrorCode::JournalBroken, QString::number(verdict->brokenAt), verdict->reason, {}});
            if (!m_options.json)
                Printer::line(QCoreApplication::translate(
                    "Sonde::Client::Cli", "The journal is whole: %n entries checked.", nullptr, int(verdict->entries)));
            Q_EMIT finished(ExitStatus::Completed);
        });
}

void TenantVerbs::addUser()
{
    if (m_options.arguments.first() != "add"_L1)
        return refuse({ErrorCode::BadValue, m_options.arguments.first(), u"users add NAME [--role ROLE]"_s, {}});
    const auto password = readSecret({});
    if (!password)
        return refuse(password.error());
    Message::AddUser request;
    request.user = UserName(m_options.arguments.at(1).toCaseFolded());
    request.password = *password;
    request.roles = {m_options.role};
    m_client.request<Message::Done>(request, this, [this](const Result<Message::Done> &done) {
        if (done)
            Q_EMIT finished(ExitStatus::Completed);
        else
            refuse(done.error());
    });
}

void TenantVerbs::enrol()
{
    Message::MakeEnrolmentToken request;
    request.group = m_options.group;
    request.valid = 24h;
    m_client.request<Message::EnrolmentToken>(request, this, [this](const Result<Message::EnrolmentToken> &token) {
        if (!token)
            return refuse(token.error());
        if (m_options.json)
            m_printer.object({{u"token"_s, token->token}, {u"expires"_s, iso(token->expires)}});
        else
            Printer::line(token->token);
        Q_EMIT finished(ExitStatus::Completed);
    });
}

void TenantVerbs::settings()
{
    const auto answer = [this](const Result<Message::Settings> &settings) {
        if (!settings)
            return refuse(settings.error());
        std::vector<QJsonObject> rows;
        for (const auto &[key, value] : settings->values.asKeyValueRange())
            rows.push_back({{u"key"_s, key}, {u"value"_s, value}});
        m_printer.list({u"key"_s, u"value"_s}, rows);
        Q_EMIT finished(ExitStatus::Completed);
    };
    if (m_options.arguments.size() == 2) {
        Message::ChangeSetting request;
        request.key = m_options.arguments.first();
        request.value = m_options.arguments.last();
        m_client.request<Message::Done>(request, this, [this, answer](const Result<Message::Done> &done) {
            if (done)
                m_client.request<Message::Settings>(Message::FetchSettings{}, this, answer);
            else
                refuse(done.error());
        });
    } else {
        m_client.request<Message::Settings>(Message::FetchSettings{}, this, answer);
    }
}

void TenantVerbs::refuse(const Error &error)
{
    Printer::error(error);
    Q_EMIT finished(exitStatusFor(error));
}

} // namespace Sonde::Client

#include "moc_tenantverbs.cpp"
