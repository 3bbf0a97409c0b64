// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

class EnrolVerb final : public CliVerb
{
public:
    EnrolVerb()
        : CliVerb({.name = u"enrol"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Makes a token with which one agent can enrol."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "The token is printed; it is good once, for a day. Give it to the agent on its standard input, not "
                  "on "
                  "its command line."),
              .forms = {{QString(), nullptr}},
              .options = {{u"group"_s, u"GROUP"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                      "A tag that the device gets, by which a device group can take it; without it, none."),
                  u"default"_s}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw enrol > agent-token"_s}})
    {
    }

protected:
    void start() override
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
};

} // namespace

std::unique_ptr<CliVerb> enrolVerb()
{
    return std::make_unique<EnrolVerb>();
}

} // namespace Sonde::Client
