// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/secrets.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"
#include "ui/cli/verbs/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class UsersVerb final : public CliVerb
{
public:
    UsersVerb()
        : CliVerb({.name = u"users"_s,
              .purpose =
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the users of the tenant, adds and changes them."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "A new password is the first line of standard input. Roles are those that “roles list” shows; "
                  "several are "
                  "separated by commas. Whoever is changed is "
                  "signed out at once, and their sessions end; only “eligible” leaves them signed in."),
              .forms = {{u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the users.")},
                  {u"add NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Adds a user.")},
                  {u"disable NAME"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lets a user sign in no longer; what they did stays.")},
                  {u"enable NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lets a user sign in again.")},
                  {u"role NAME ROLES"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Gives a user these roles instead of what they had.")},
                  {u"eligible NAME [ROLES]"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Says which roles a user may take for a time, see “elevate”; without ROLES, none.")},
                  {u"password NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Sets a new password for a user.")},
                  {u"sign-out NAME"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Signs a user out everywhere; their sessions stay.")},
                  {u"remove-second-factor NAME"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Takes away the second factor of a user who has lost it, and signs them out everywhere. They "
                          "set up another one.")}},
              .options = {{u"role"_s, u"ROLE"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The roles of the new user; without it, analyst."),
                  u"analyst"_s}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw users list"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw users add ben --role "
                  u"responder < password"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw users disable ben"_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what == u"list")
            list();
        else if (what == u"add")
            add();
        else if (what == u"sign-out")
            ask(Message::SignOutUser{.user = user()});
        else if (what == u"remove-second-factor")
            ask(Message::RemoveSecondFactor{.user = user()});
        else if (what == u"password")
            setPassword();
        else
            change(what);
    }

private:
    [[nodiscard]] UserName user() const { return UserName(argument(1).toCaseFolded()); }

    template<typename Request>
    void ask(const Request &request)
    {
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void list()
    {
        tenant().client.request<Message::Users>(
            Message::FetchUsers{}, this, [this](const Result<Message::Users> &users) {
                if (!users)
                    return fail(users.error());
                std::vector<QJsonObject> rows;
                for (const UserRecord &user : users->users)
                    rows.push_back({{u"name"_s, user.name.value()},
                        {u"roles"_s, QJsonArray::fromStringList(user.roles)}, {u"disabled"_s, user.disabled},
                        {u"eligible"_s, QJsonArray::fromStringList(user.eligible.value_or(QStringList()))},
                        {u"second_factor"_s, user.secondFactor.value_or(false)}});
                printer().list({u"name"_s, u"roles"_s, u"disabled"_s, u"eligible"_s, u"second_factor"_s}, rows);
                finish();
            });
    }

    void add()
    {
        const auto password = readSecret(Secret::NewPassword);
        if (!password)
            return fail(password.error());
        Message::AddUser request;
        request.user = user();
        request.password = *password;
        request.roles = wordsOf(options().role);
        ask(request);
    }

    void setPassword()
    {
        const auto password = readSecret(Secret::NewPassword);
        if (!password)
            return fail(password.error());
        ask(Message::ChangeUser{.user = user(), .password = *password});
    }

    void change(const QString &what)
    {
        Message::ChangeUser request{.user = user()};
        if (what == u"eligible")
            request.eligible = wordsOf(argument(2));
        else if (what == u"role")
            request.roles = wordsOf(argument(2));
        else
            request.disabled = what == u"disable";
        ask(request);
    }
};

} // namespace

std::unique_ptr<CliVerb> usersVerb()
{
    return std::make_unique<UsersVerb>();
}

} // namespace Sonde::Client
