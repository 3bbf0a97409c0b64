// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/time/timetext.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 EntriesAtOnce = 500;

QString entryLine(const JournalEntry &entry)
{
    const QJsonObject object = toJson(entry);
    const QString facts =
        QString::fromUtf8(QJsonDocument(object.value("facts"_L1).toObject()).toJson(QJsonDocument::Compact));
    return u"%1  %2  %3  %4  %5  %6"_s.arg(QString::number(entry.number).rightJustified(6),
        TimeText().exact(entry.time), entry.actor.leftJustified(10),
        entry.session.isValid() ? entry.session.toString() : u"-"_s,
        object.value("event"_L1).toString().leftJustified(20), facts);
}

class JournalVerb final : public CliVerb
{
public:
    JournalVerb()
        : CliVerb({.name = u"journal"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows the journal of the tenant, or checks it."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "An entry for everything that was done, oldest first; each holds the hash of the one before."),
              .forms = {{QString(), nullptr}},
              .options = {{u"session"_s, u"ID"_s,
                              QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only the entries of this session.")},
                  {u"since"_s, u"N"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only the entries after this number.")},
                  {u"verify"_s, {},
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Checks the hash chain and the stored outputs.")}},
              .examples = {u"--embedded journal"_s, u"--embedded --output json journal --session 3"_s,
                  u"--embedded journal --verify"_s}})
    {
    }

protected:
    void start() override
    {
        if (options().verify)
            verify();
        else
            fetch(options().since);
    }

private:
    void fetch(quint64 after)
    {
        const Message::FetchJournal request{
            .after = after, .most = EntriesAtOnce, .session = SessionId(options().session)};
        tenant().client.request<Message::JournalPage>(request, this, [this](const Result<Message::JournalPage> &page) {
            if (!page)
                return fail(page.error());
            for (const JournalEntry &entry : page->entries) {
                if (options().json)
                    printer().object(toJson(entry));
                else
                    Printer::line(entryLine(entry));
            }
            if (page->entries.empty() || page->entries.back().number >= page->last)
                finish();
            else
                fetch(page->entries.back().number);
        });
    }

    void verify()
    {
        tenant().client.request<Message::JournalVerdict>(
            Message::VerifyJournal{}, this, [this](const Result<Message::JournalVerdict> &verdict) {
                if (verdict)
                    show(*verdict);
                else
                    fail(verdict.error());
            });
    }

    void show(const Message::JournalVerdict &verdict)
    {
        if (options().json) {
            printer().object({{u"whole"_s, verdict.whole}, {u"entries"_s, qint64(verdict.entries)},
                {u"broken_at"_s, verdict.whole ? QJsonValue() : QJsonValue(qint64(verdict.brokenAt))},
                {u"reason"_s, verdict.reason}});
        }
        if (!verdict.whole)
            return fail({ErrorCode::JournalBroken, QString::number(verdict.brokenAt), verdict.reason, {}});
        if (!options().json)
            Printer::line(QCoreApplication::translate(
                "Sonde::Client::Cli", "The journal is whole: %n entries checked.", nullptr, int(verdict.entries)));
        finish();
    }
};

} // namespace

std::unique_ptr<CliVerb> journalVerb()
{
    return std::make_unique<JournalVerb>();
}

} // namespace Sonde::Client
