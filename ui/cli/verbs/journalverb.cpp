// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "protocol/time/timetext.h"
#include "ui/cli/base/secrets.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 EntriesAtOnce = 500;
constexpr qsizetype HashBytes = 32;
constexpr qsizetype LongestShown = 80;

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
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Checks the hash chain, what was signed, the stored outputs and the tables beside them.")},
                  {u"head"_s, {},
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Prints where the journal ends, as a line to keep elsewhere. With --verify, reads such a "
                          "line "
                          "from standard input and checks that it is still so.")}},
              .examples = {u"--embedded journal"_s, u"--embedded --output json journal --session 3"_s,
                  u"--embedded journal --verify"_s, u"--embedded journal --head > head"_s,
                  u"--embedded journal --verify --head < head"_s}})
    {
    }

protected:
    void start() override
    {
        if (options().verify && options().head)
            compareHead();
        else if (options().head)
            showHead();
        else if (options().verify)
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

    void showHead()
    {
        tenant().client.request<Message::JournalHead>(
            Message::FetchHead{}, this, [this](const Result<Message::JournalHead> &head) {
                if (!head)
                    return fail(head.error());
                if (options().json)
                    printer().object(
                        {{u"number"_s, qint64(head->number)}, {u"hash"_s, QString::fromLatin1(head->hash.toHex())},
                            {u"signature"_s, QString::fromLatin1(head->signature.toBase64())}});
                else
                    Printer::line(u"%1 %2 %3"_s.arg(QString::number(head->number),
                        QString::fromLatin1(head->hash.toHex()), QString::fromLatin1(head->signature.toBase64())));
                finish();
            });
    }

    /// Who has the service's key can write another journal, but not one in which an entry has the hash that somebody has on paper.
    void compareHead()
    {
        const auto line = readSecret(Secret::JournalHead);
        if (!line)
            return fail(line.error());
        const QStringList words = line->simplified().split(u' ');
        const QByteArray hash = QByteArray::fromHex(words.value(1).toLatin1());
        const quint64 number = words.value(0).toULongLong();
        if (number == 0 || hash.size() != HashBytes)
            return fail(errorBecause(Reason::NotAHead, ErrorCode::BadValue, line->left(LongestShown)));
        tenant().client.request<Message::JournalHead>(
            Message::FetchHead{.number = number}, this, [this, number, hash](const Result<Message::JournalHead> &head) {
                if (!head)
                    return fail(head.error());
                if (head->asked.isEmpty())
                    return fail(
                        errorBecause(Reason::JournalShorter, ErrorCode::JournalBroken, QString::number(number)));
                if (head->asked != hash)
                    return fail(errorBecause(Reason::EntryDiffers, ErrorCode::JournalBroken, QString::number(number)));
                verify();
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
                {u"reason"_s, verdict.reason}, {u"sessions_with_removals"_s, qint64(verdict.removed.value_or(0))}});
        }
        if (!verdict.whole)
            return fail({ErrorCode::JournalBroken, QString::number(verdict.brokenAt), verdict.reason, {}});
        if (!options().json)
            Printer::line(QCoreApplication::translate(
                "Sonde::Client::Cli", "The journal is whole: %n entries checked.", nullptr, int(verdict.entries)));
        if (const auto removed = verdict.removed.value_or(0); removed > 0 && !options().json)
            Printer::line(QCoreApplication::translate("Sonde::Client::Cli",
                "Of %n session(s) output or files were removed by retention, as the journal says.", nullptr,
                int(removed)));
        finish();
    }
};

} // namespace

std::unique_ptr<CliVerb> journalVerb()
{
    return std::make_unique<JournalVerb>();
}

} // namespace Sonde::Client
