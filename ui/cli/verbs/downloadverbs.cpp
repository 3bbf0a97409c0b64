// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/downloadverbs.h"

#include "models/inventory/devicemodel.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 PageSize = 500;

QString stateOf(const CommandRecord &command)
{
    const EvidenceRecord &evidence = *command.evidence;
    if (!evidence.deliveredTo.isEmpty())
        return u"delivered"_s;
    if (!evidence.sha256.isEmpty())
        return u"stored"_s;
    return isFinal(command.state) ? Codec::wireName(command.state) : u"downloading"_s;
}

} // namespace

DownloadVerbs::DownloadVerbs(TenantClient &client, const DeviceModel &devices, DownloadManager &downloads,
    const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_devices(devices)
    , m_downloads(downloads)
    , m_options(options)
    , m_printer(options.json)
{
    connect(&downloads, &DownloadManager::finished, this, &DownloadVerbs::ended);
    connect(&downloads, &DownloadManager::failed, this, &DownloadVerbs::ended);
    connect(&downloads, &DownloadManager::asking, this, &DownloadVerbs::ended);
}

void DownloadVerbs::run()
{
    if (!m_options.arguments.isEmpty()) {
        bool isNumber = false;
        m_wanted = CommandId(m_options.arguments.value(1).toULongLong(&isNumber));
        if (m_options.arguments.first() != "get"_L1 || !isNumber)
            return refuse({ErrorCode::BadValue, m_options.arguments.join(u' '), u"downloads [get ID]"_s, {}});
    }
    read(0);
}

void DownloadVerbs::interrupt()
{
    Q_EMIT finished(ExitStatus::Cancelled);
}

/// The whole journal, page by page.
void DownloadVerbs::read(quint64 after)
{
    const Message::FetchJournal request{.after = after, .most = PageSize, .session = {}};
    m_client.request<Message::JournalPage>(request, this, [this](const Result<Message::JournalPage> &page) {
        if (!page)
            return refuse(page.error());
        for (const JournalEntry &entry : page->entries)
            m_journal.apply(entry);
        if (page->entries.empty() || page->entries.back().number >= page->last)
            act();
        else
            read(page->entries.back().number);
    });
}

void DownloadVerbs::act()
{
    if (m_wanted.isValid())
        get();
    else
        list();
}

QJsonObject DownloadVerbs::rowOf(const CommandRecord &command) const
{
    const EvidenceRecord &evidence = *command.evidence;
    const SessionRecord *session = m_journal.session(command.session);
    const DeviceRecord *device = session ? m_devices.device(session->device) : nullptr;
    return {{u"command_id"_s, qint64(command.id.value())}, {u"session"_s, qint64(command.session.value())},
        {u"device"_s, device ? device->facts.name : QString()}, {u"path"_s, DevicePath(evidence.file.path).typed()},
        {u"size"_s, evidence.file.size}, {u"stored"_s, evidence.stored}, {u"state"_s, stateOf(command)},
        {u"sha256"_s, QString::fromLatin1(evidence.sha256.toHex())},
        {u"since"_s, evidence.since.toUTC().toString(Qt::ISODateWithMs)},
        {u"delivered_to"_s, QJsonArray::fromStringList(evidence.deliveredTo)}};
}

void DownloadVerbs::list()
{
    std::vector<QJsonObject> rows;
    for (const CommandRecord &command : m_journal.commands()) {
        if (command.evidence)
            rows.push_back(rowOf(command));
    }
    m_printer.list(
        {u"command_id"_s, u"device"_s, u"path"_s, u"size"_s, u"state"_s, u"delivered_to"_s, u"sha256"_s}, rows);
    Q_EMIT finished(ExitStatus::Completed);
}

void DownloadVerbs::get()
{
    const CommandRecord *command = m_journal.command(m_wanted);
    const SessionRecord *session = command ? m_journal.session(command->session) : nullptr;
    if (!session || !command->evidence)
        return refuse({ErrorCode::EvidenceUnknown, m_wanted.toString(), {}, {}});
    m_downloads.add(*command, *session);
    if (!m_downloads.model().find(m_wanted))
        refuse({ErrorCode::EvidenceUnknown, m_wanted.toString(), {}, {}});
}

void DownloadVerbs::ended(CommandId command)
{
    const Download &download = *m_downloads.model().find(command);
    if (command != m_wanted)
        return;
    if (download.problem)
        return refuse(*download.problem);
    if (m_options.json)
        m_printer.object({{u"command_id"_s, qint64(command.value())}, {u"saved_as"_s, download.target},
            {u"size"_s, download.file.size}, {u"sha256"_s, QString::fromLatin1(download.sha256.toHex())}});
    else
        Printer::line(download.target);
    Q_EMIT finished(ExitStatus::Completed);
}

void DownloadVerbs::refuse(const Error &error)
{
    Printer::error(error);
    Q_EMIT finished(exitStatusFor(error));
}

} // namespace Sonde::Client

#include "moc_downloadverbs.cpp"
