// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/time/timetext.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/governance/governanceverbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class ElevateVerb final : public CliVerb
{
public:
    ElevateVerb()
        : CliVerb({.name = u"elevate"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Takes a role for a time."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Whoever is eligible for a role takes it by themselves; an administrator grants it to others with "
                  "--for. It takes effect at once, also where one is signed in already, and ends by itself. The "
                  "journal keeps who took it, until when, and why. Taken again, it lasts from then on."),
              .forms = {{u"ROLE"_s, nullptr}},
              .options = {{u"minutes"_s, u"N"_s,
                              QT_TRANSLATE_NOOP("Sonde::Client::Cli", "How long; at most 60 minutes."), u"30"_s},
                  {u"reason"_s, u"TEXT"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Why; it has to be said.")},
                  {u"for"_s, u"NAME"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The user it is for; without it, oneself.")}},
              .examples = {
                  u"--tenant https://soc.example:8443 --user aya --password-file pw elevate responder --minutes "
                  u"20 --reason \"case 7\""_s}})
    {
    }

protected:
    void start() override
    {
        constexpr quint64 many = 100'000; // the service says how many are too many
        Message::ElevateRole request;
        request.role = argument(0);
        request.valid = std::chrono::minutes(std::min(options().minutes, many));
        request.reason = options().reason;
        if (!options().forUser.isEmpty())
            request.user = UserName(options().forUser.toCaseFolded());
        tenant().client.request<Message::Done>(request, this, [this](const Result<Message::Done> &done) {
            if (done)
                show();
            else
                fail(done.error());
        });
    }

private:
    void show()
    {
        tenant().client.request<Message::Elevations>(
            Message::FetchElevations{}, this, [this](const Result<Message::Elevations> &all) {
                if (!all)
                    return fail(all.error());
                const UserName user = options().forUser.isEmpty() ? tenant().client.welcome().user
                                                                  : UserName(options().forUser.toCaseFolded());
                for (const ElevationRecord &record : all->elevations) {
                    if (record.user != user || record.role != argument(0))
                        continue;
                    if (options().json)
                        printer().object({{u"user"_s, record.user.value()}, {u"role"_s, record.role},
                            {u"until"_s, jsonTime(record.until)}});
                    else
                        //: %1 a role, %2 a date and time
                        Printer::note(QCoreApplication::translate("Sonde::Client::Cli", "%1 until %2.")
                                .arg(record.role, TimeText().withZone(record.until)));
                }
                finish();
            });
    }
};

class ElevationsVerb final : public CliVerb
{
public:
    ElevationsVerb()
        : CliVerb({.name = u"elevations"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists the roles that somebody has for a time, and ends them."),
              .details = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Whoever administers users sees those of everybody, others their own."),
              .forms = {{u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists them.")},
                  {u"end ROLE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Ends one before its time.")}},
              .options = {{u"for"_s, u"NAME"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The user it is for; without it, oneself.")}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw elevations list"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw elevations end responder --for "
                  u"ben"_s}})
    {
    }

protected:
    void start() override
    {
        if (argument(0) == u"list")
            return list();
        Message::EndElevation request;
        request.role = argument(1);
        if (!options().forUser.isEmpty())
            request.user = UserName(options().forUser.toCaseFolded());
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

private:
    void list()
    {
        tenant().client.request<Message::Elevations>(
            Message::FetchElevations{}, this, [this](const Result<Message::Elevations> &all) {
                if (!all)
                    return fail(all.error());
                std::vector<QJsonObject> rows;
                for (const ElevationRecord &record : all->elevations)
                    rows.push_back({{u"user"_s, record.user.value()}, {u"role"_s, record.role},
                        {u"since"_s, jsonTime(record.since)}, {u"until"_s, jsonTime(record.until)},
                        {u"by"_s, record.by}, {u"reason"_s, record.reason}});
                printer().list({u"user"_s, u"role"_s, u"since"_s, u"until"_s, u"by"_s, u"reason"_s}, rows);
                finish();
            });
    }
};

} // namespace

std::unique_ptr<CliVerb> elevateVerb()
{
    return std::make_unique<ElevateVerb>();
}

std::unique_ptr<CliVerb> elevationsVerb()
{
    return std::make_unique<ElevationsVerb>();
}

} // namespace Sonde::Client
