// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"
#include "ui/cli/verbs/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto AllGroups = "all"_L1;
const auto Yes = u"yes"_s;
const auto No = u"no"_s;

QStringList namesOf(const std::vector<Permission> &permissions)
{
    QStringList names;
    for (const Permission one : permissions)
        names << Codec::wireName(one);
    return names;
}

Result<std::vector<Permission>> permissionsFrom(const QString &typed)
{
    std::vector<Permission> permissions;
    for (const QString &word : wordsOf(typed)) {
        const auto permission = Codec::fromWireName<Permission>(word);
        if (!permission)
            return Sonde::fail(ErrorCode::BadValue, word)
                .with(Fact::Choices, QCborArray::fromStringList(wireWords<Permission>()));
        permissions.push_back(*permission);
    }
    return permissions;
}

class RolesVerb final : public CliVerb
{
public:
    RolesVerb()
        : CliVerb({.name = u"roles"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists the roles of the tenant, adds, changes and removes its own."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Permissions and device groups are separated by commas; “all” stands for all groups. What is not "
                  "said "
                  "stays as it is. A change takes effect at once, also for who is at work: sessions and commands that "
                  "the role does not give any more end."),
              .forms = {{u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the roles.")},
                  {u"add NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Adds a role.")},
                  {u"change NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Changes what a role gives, and where.")},
                  {u"remove NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Removes a role that nobody has.")}},
              .options = {{u"permissions"_s, u"LIST"_s,
                              QT_TRANSLATE_NOOP(
                                  "Sonde::Client::Cli", "What the role gives; without it, a new role gives nothing.")},
                  {u"groups"_s, u"LIST"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "The device groups for which it gives that; without it, a new role is for all.")},
                  {u"second-factor"_s, u"yes|no"_s,
                      QT_TRANSLATE_NOOP(
                          "Sonde::Client::Cli", "Whether what goes beyond looking holds only after a second factor.")},
                  {u"description"_s, u"TEXT"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "What it is for.")}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw roles list"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw roles add \"tier 1\" --permissions "
                  u"security-data-read,basic-live-response --groups desks"_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what == u"list")
            list();
        else if (what == u"add")
            change(Message::AddRole{}, {argument(1), {}, {}, {}});
        else if (what == u"change")
            changeKnown();
        else
            ask(Message::RemoveRole{.name = argument(1)});
    }

private:
    template<typename Request>
    void ask(const Request &request)
    {
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void fetch(std::function<void(const std::vector<RoleRecord> &)> use)
    {
        tenant().client.request<Message::Roles>(
            Message::FetchRoles{}, this, [this, use = std::move(use)](const Result<Message::Roles> &roles) {
                if (roles)
                    use(roles->roles);
                else
                    fail(roles.error());
            });
    }

    void list()
    {
        fetch([this](const std::vector<RoleRecord> &roles) {
            std::vector<QJsonObject> rows;
            for (const RoleRecord &record : roles)
                rows.push_back({{u"name"_s, record.role.name},
                    {u"permissions"_s, QJsonArray::fromStringList(namesOf(record.role.permissions))},
                    {u"groups"_s, QJsonArray::fromStringList(record.role.groups)}, {u"built_in"_s, record.builtIn},
                    {u"second_factor"_s, record.role.secondFactor.value_or(false)}, {u"changed_by"_s, record.changedBy},
                    {u"changed"_s, jsonTime(record.changed)}, {u"description"_s, record.role.description}});
            printer().list({u"name"_s, u"permissions"_s, u"groups"_s, u"built_in"_s, u"second_factor"_s,
                               u"changed_by"_s, u"changed"_s, u"description"_s},
                rows);
            finish();
        });
    }

    void changeKnown()
    {
        fetch([this](const std::vector<RoleRecord> &roles) {
            const auto known = std::ranges::find(
                roles, argument(1), [](const RoleRecord &record) -> const QString & { return record.role.name; });
            if (known == roles.end())
                return fail({ErrorCode::RoleUnknown, argument(1), {}, {}});
            change(Message::ChangeRole{}, known->role);
        });
    }

    template<typename Request>
    void change(Request request, const RoleDefinition &before)
    {
        request.role = before;
        if (const auto &typed = options().permissions) {
            const auto permissions = permissionsFrom(*typed);
            if (!permissions)
                return fail(permissions.error());
            request.role.permissions = *permissions;
        }
        if (const auto &typed = options().groups)
            request.role.groups = *typed == AllGroups ? QStringList() : wordsOf(*typed);
        if (const auto &typed = options().secondFactor) {
            if (*typed != Yes && *typed != No)
                return fail(Error{ErrorCode::BadValue, *typed, {}, {}}.with(
                    Fact::Choices, QCborArray::fromStringList({Yes, No})));
            request.role.secondFactor = *typed == Yes;
        }
        if (!options().description.isEmpty())
            request.role.description = options().description;
        ask(request);
    }
};

} // namespace

std::unique_ptr<CliVerb> rolesVerb()
{
    return std::make_unique<RolesVerb>();
}

} // namespace Sonde::Client
