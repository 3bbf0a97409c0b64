// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 EvidencePage = 500;

QString stateOf(const CommandRecord &command)
{
    const EvidenceRecord &evidence = *command.evidence;
    if (!evidence.deliveredTo.isEmpty())
        return u"delivered"_s;
    if (!evidence.sha256.isEmpty())
        return u"stored"_s;
    return isFinal(command.state) ? Codec::wireName(command.state) : u"downloading"_s;
}

class DownloadsVerb final : public CliVerb
{
public:
    DownloadsVerb()
        : CliVerb({.name = u"downloads"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists the evidence that “getfile” brought, or downloads that of one command."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "ID is that of the command. A download goes on where an earlier attempt left it; it is written to "
                  "--download-dir."),
              .forms = {{QString(), QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists what the tenant has.")},
                  {u"get ID"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Downloads that of one command.")}},
              .options = {},
              .examples = {u"--embedded downloads"_s, u"--embedded --download-dir case-7 downloads get 12"_s}})
    {
    }

protected:
    void start() override
    {
        m_wanted = CommandId(argument(1).toULongLong());
        connect(&tenant().downloads, &DownloadManager::finished, this, &DownloadsVerb::ended);
        connect(&tenant().downloads, &DownloadManager::failed, this, &DownloadsVerb::ended);
        connect(&tenant().downloads, &DownloadManager::asking, this, &DownloadsVerb::ended);
        m_toRead = readable();
        read(0);
    }

private:
    /// The tenant's journal is for who may read the activity of all; everybody else reads their own sessions.
    [[nodiscard]] QList<SessionId> readable() const
    {
        const Message::Welcome &welcome = tenant().client.welcome();
        if (tenant().client.grants().onTenant().contains(Permission::ActivityRead))
            return {SessionId()};
        QList<SessionId> own;
        const SessionListModel &sessions = tenant().inventory.sessions();
        for (int row = 0; row < sessions.rowCount(); ++row) {
            if (sessions.session(row)->createdBy == welcome.user.value())
                own.prepend(sessions.session(row)->id);
        }
        return own;
    }

    /// One after the other, page by page.
    void read(quint64 after)
    {
        if (m_toRead.isEmpty())
            return show();
        const Message::FetchJournal request{.after = after, .most = EvidencePage, .session = m_toRead.first()};
        tenant().client.request<Message::JournalPage>(request, this, [this](const Result<Message::JournalPage> &page) {
            if (!page)
                return fail(page.error());
            m_entries.insert(m_entries.end(), page->entries.begin(), page->entries.end());
            if (!page->entries.empty() && page->entries.back().number < page->last)
                return read(page->entries.back().number);
            m_toRead.removeFirst();
            read(0);
        });
    }

    void show()
    {
        std::ranges::sort(m_entries, {}, &JournalEntry::number);
        for (const JournalEntry &entry : m_entries)
            m_journal.apply(entry);
        if (options().arguments.isEmpty())
            list();
        else
            get();
    }

    QJsonObject rowFor(const CommandRecord &command) const
    {
        const EvidenceRecord &evidence = *command.evidence;
        const SessionRecord *session = m_journal.session(command.session);
        const DeviceRecord *device = session ? tenant().inventory.devices().device(session->device) : nullptr;
        return {{u"command_id"_s, qint64(command.id.value())}, {u"session"_s, qint64(command.session.value())},
            {u"device"_s, device ? device->facts.name : QString()}, {u"path"_s, DevicePath(evidence.file.path).typed()},
            {u"size"_s, evidence.file.size}, {u"stored"_s, evidence.stored}, {u"state"_s, stateOf(command)},
            {u"sha256"_s, QString::fromLatin1(evidence.sha256.toHex())}, {u"since"_s, jsonTime(evidence.since)},
            {u"delivered_to"_s, QJsonArray::fromStringList(evidence.deliveredTo)}};
    }

    void list()
    {
        std::vector<QJsonObject> rows;
        for (const CommandRecord &command : m_journal.commands()) {
            if (command.evidence)
                rows.push_back(rowFor(command));
        }
        printer().list(
            {u"command_id"_s, u"device"_s, u"path"_s, u"size"_s, u"state"_s, u"delivered_to"_s, u"sha256"_s}, rows);
        finish();
    }

    void get()
    {
        const CommandRecord *command = m_journal.command(m_wanted);
        const SessionRecord *session = command ? m_journal.session(command->session) : nullptr;
        if (session && command->evidence)
            tenant().downloads.add(*command, *session);
        if (!tenant().downloads.model().find(m_wanted))
            fail({ErrorCode::EvidenceUnknown, m_wanted.toString(), {}, {}});
    }

    void ended(CommandId command)
    {
        if (command != m_wanted)
            return;
        const Download &download = *tenant().downloads.model().find(command);
        if (download.problem)
            return fail(*download.problem);
        if (options().json)
            printer().object({{u"command_id"_s, qint64(command.value())}, {u"saved_as"_s, download.target},
                {u"size"_s, download.file.size}, {u"sha256"_s, QString::fromLatin1(download.sha256.toHex())}});
        else
            Printer::line(download.target);
        finish();
    }

    QList<SessionId> m_toRead; ///< an invalid one: all of them
    std::vector<JournalEntry> m_entries;
    Projection m_journal;
    CommandId m_wanted;
};

} // namespace

std::unique_ptr<CliVerb> downloadsVerb()
{
    return std::make_unique<DownloadsVerb>();
}

} // namespace Sonde::Client
