// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

class EnrolVerb final : public CliVerb
{
public:
    EnrolVerb()
        : CliVerb({.name = u"enrol"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Makes a token with which one agent can enrol, lists such tokens and withdraws them."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "The token is printed; it is good once, for a day. Give it to the agent on its standard input, not "
                  "on "
                  "its command line."),
              .forms = {{QString(), QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Makes a token.")},
                  {u"list"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Lists the tokens that are good still, by their SHA-256: nobody can look up the tokens "
                          "themselves.")},
                  {u"withdraw SHA256"_s,
                      QT_TRANSLATE_NOOP(
                          "Sonde::Client::Cli", "Withdraws the token with this SHA-256: no agent can enrol with it.")}},
              .options = {{u"group"_s, u"GROUP"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                      "A tag that the device gets, by which a device group can take it; without it, none."),
                  u"default"_s}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw enrol > agent-token"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw enrol list"_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what.isEmpty())
            make();
        else if (what == u"list")
            list();
        else
            withdraw();
    }

private:
    void make()
    {
        Message::MakeEnrolmentToken request;
        request.group = options().group;
        request.valid = 24h;
        tenant().client.request<Message::EnrolmentToken>(
            request, this, [this](const Result<Message::EnrolmentToken> &token) {
                if (!token)
                    return fail(token.error());
                if (options().json)
                    printer().object({{u"token"_s, token->token}, {u"expires"_s, jsonTime(token->expires)}});
                else
                    Printer::line(token->token);
                finish();
            });
    }

    void list()
    {
        tenant().client.request<Message::EnrolmentTokens>(
            Message::FetchEnrolmentTokens{}, this, [this](const Result<Message::EnrolmentTokens> &tokens) {
                if (!tokens)
                    return fail(tokens.error());
                std::vector<QJsonObject> rows;
                for (const EnrolmentTokenRecord &token : tokens->tokens)
                    rows.push_back({{u"group"_s, token.group}, {u"made_by"_s, token.madeBy},
                        {u"expires"_s, jsonTime(token.expires)},
                        {u"sha256"_s, QString::fromLatin1(token.sha256.toHex())}});
                printer().list({u"group"_s, u"made_by"_s, u"expires"_s, u"sha256"_s}, rows);
                if (tokens->total > rows.size())
                    //: two numbers
                    Printer::note(QCoreApplication::translate(
                        "Sonde::Client::Cli", "These are %1 of %2 tokens: those that are good longest.")
                            .arg(rows.size())
                            .arg(tokens->total));
                finish();
            });
    }

    void withdraw()
    {
        tenant().client.request<Message::Done>(
            Message::WithdrawEnrolmentToken{.sha256 = QByteArray::fromHex(argument(1).toLatin1())}, this,
            [this](const Result<Message::Done> &done) { finishWith(done); });
    }
};

} // namespace

std::unique_ptr<CliVerb> enrolVerb()
{
    return std::make_unique<EnrolVerb>();
}

} // namespace Sonde::Client
