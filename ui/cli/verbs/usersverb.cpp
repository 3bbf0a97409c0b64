// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class UsersVerb final : public CliVerb
{
public:
    UsersVerb()
        : CliVerb({.name = u"users"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Adds a user to the tenant."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "The password of the new user is the first line of standard input. Roles are live-response-basic, "
                  "live-response-advanced, security-administrator and global-administrator."),
              .forms = {{u"add NAME"_s, nullptr}},
              .options = {{u"role"_s, u"ROLE"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The role of the new user; without it, live-response-basic."),
                  u"live-response-basic"_s}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw users add ben --role "
                           u"live-response-advanced < password"_s}})
    {
    }

protected:
    void start() override
    {
        const auto password = readSecret({});
        if (!password)
            return fail(password.error());
        Message::AddUser request;
        request.user = UserName(argument(1).toCaseFolded());
        request.password = *password;
        request.roles = {options().role};
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }
};

} // namespace

std::unique_ptr<CliVerb> usersVerb()
{
    return std::make_unique<UsersVerb>();
}

} // namespace Sonde::Client
