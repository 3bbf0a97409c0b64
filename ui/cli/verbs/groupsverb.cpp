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

class GroupsVerb final : public CliVerb
{
public:
    GroupsVerb()
        : CliVerb({.name = u"groups"_s,
              .purpose =
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the device groups, adds, changes and removes them."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "A device is in the first group, by rank, whose rule takes it: of each property that has values one "
                  "must "
                  "fit. Values are separated by commas, ten at most for each property, and * stands for any letters. "
                  "Devices that no group takes are in “ungrouped”, which is always the last. Levels are none, "
                  "semi-all-folders, semi-core-folders, semi-non-temp-folders and full; with “none” there is no live "
                  "response. What is not said stays as it is."),
              .forms = {{u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the groups by rank.")},
                  {u"preview [NAME]"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Shows what a rule would take, for a new group or instead of the one of that name; nothing "
                          "is "
                          "changed.")},
                  {u"add NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Adds a group.")},
                  {u"change NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Changes a group.")},
                  {u"remove NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Removes a group that no role is for.")}},
              .options = {{u"names"_s, u"LIST"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Host names.")},
                  {u"domains"_s, u"LIST"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "DNS domains.")},
                  {u"systems"_s, u"LIST"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Windows, macOS, Linux, or names of operating systems.")},
                  {u"tags"_s, u"LIST"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Tags of devices.")},
                  {u"level"_s, u"LEVEL"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The automation level; of a new group full.")},
                  {u"rank"_s, u"N"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Its place, 1 being the first; without it, a new group is the last but for “ungrouped”.")},
                  {u"approval"_s, u"LIST"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "What a second person has to approve on its devices, such as “remediate, collect -memory”; "
                          "“none” for nothing.")},
                  {u"rename"_s, u"NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Its new name.")},
                  {u"description"_s, u"TEXT"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "What it is for.")}},
              .examples = {u"--embedded groups list"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw groups preview --systems Linux "
                  u"--tags "
                  u"server"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw groups add servers --systems Linux "
                  u"--tags server --level semi-core-folders --rank 1"_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what == u"list")
            fetch([this](const std::vector<DeviceGroupRecord> &groups) { show(groups); });
        else if (what == u"remove")
            ask(Message::RemoveGroup{.name = argument(1)});
        else if (what == u"add")
            add();
        else if (what == u"preview" && argument(1).isEmpty())
            preview({}, {.name = u"preview"_s, .description = {}, .rule = {}});
        else
            fetch([this, what](const std::vector<DeviceGroupRecord> &groups) { changeKnown(what, groups); });
    }

private:
    template<typename Request>
    void ask(const Request &request)
    {
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void fetch(std::function<void(const std::vector<DeviceGroupRecord> &)> use)
    {
        tenant().client.request<Message::Groups>(
            Message::FetchGroups{}, this, [this, use = std::move(use)](const Result<Message::Groups> &groups) {
                if (groups)
                    use(groups->groups);
                else
                    fail(groups.error());
            });
    }

    [[nodiscard]] std::optional<quint32> rank() const
    {
        return options().rank ? std::optional(quint32(options().rank)) : std::nullopt;
    }

    void show(const std::vector<DeviceGroupRecord> &groups)
    {
        std::vector<QJsonObject> rows;
        for (const DeviceGroupRecord &record : groups) {
            const GroupRule &rule = record.group.rule;
            rows.push_back({{u"rank"_s, qint64(record.rank)}, {u"name"_s, record.group.name},
                {u"devices"_s, qint64(record.devices)}, {u"level"_s, Codec::wireName(record.group.level)},
                {u"names"_s, QJsonArray::fromStringList(rule.names)},
                {u"domains"_s, QJsonArray::fromStringList(rule.domains)},
                {u"systems"_s, QJsonArray::fromStringList(rule.systems)},
                {u"tags"_s, QJsonArray::fromStringList(rule.tags)},
                {u"approval"_s, record.group.approval.value_or(QString())}, {u"changed_by"_s, record.changedBy},
                {u"changed"_s, jsonTime(record.changed)}, {u"description"_s, record.group.description}});
        }
        printer().list({u"rank"_s, u"name"_s, u"devices"_s, u"level"_s, u"names"_s, u"domains"_s, u"systems"_s,
                           u"tags"_s, u"approval"_s, u"changed_by"_s, u"changed"_s, u"description"_s},
            rows);
        finish();
    }

    /// `before` with what the options say.
    [[nodiscard]] Result<DeviceGroup> asTyped(DeviceGroup before) const
    {
        const CliOptions &typed = options();
        before.name = typed.rename.value_or(before.name);
        before.rule.names = typed.names ? wordsOf(*typed.names) : before.rule.names;
        before.rule.domains = typed.domains ? wordsOf(*typed.domains) : before.rule.domains;
        before.rule.systems = typed.systems ? wordsOf(*typed.systems) : before.rule.systems;
        before.rule.tags = typed.tags ? wordsOf(*typed.tags) : before.rule.tags;
        if (typed.approval)
            before.approval = *typed.approval == u"none" ? std::nullopt : typed.approval;
        if (!typed.description.isEmpty())
            before.description = typed.description;
        if (!typed.level)
            return before;
        const auto level = Codec::fromWireName<RemediationLevel>(*typed.level);
        if (!level)
            return Sonde::fail(ErrorCode::BadValue, *typed.level)
                .with(Fact::Choices, QCborArray::fromStringList(wireWords<RemediationLevel>()));
        before.level = *level;
        return before;
    }

    void add()
    {
        const auto group = asTyped({.name = argument(1), .description = {}, .rule = {}});
        if (group)
            ask(Message::AddGroup{.group = *group, .rank = rank()});
        else
            fail(group.error());
    }

    void changeKnown(const QString &what, const std::vector<DeviceGroupRecord> &groups)
    {
        const auto known = std::ranges::find(
            groups, argument(1), [](const DeviceGroupRecord &record) -> const QString & { return record.group.name; });
        if (known == groups.end())
            return fail({ErrorCode::GroupUnknown, argument(1), {}, {}});
        if (what == u"preview")
            return preview(argument(1), known->group);
        const auto group = asTyped(known->group);
        if (group)
            ask(Message::ChangeGroup{.name = argument(1), .group = *group, .rank = rank()});
        else
            fail(group.error());
    }

    void preview(const QString &name, const DeviceGroup &before)
    {
        const auto group = asTyped(before);
        if (!group)
            return fail(group.error());
        const Message::PreviewGroup request{.name = name, .group = *group, .rank = rank()};
        tenant().client.request<Message::GroupPreview>(
            request, this, [this](const Result<Message::GroupPreview> &preview) {
                if (!preview)
                    return fail(preview.error());
                QStringList names;
                for (const DeviceId &id : preview->devices) {
                    const DeviceRecord *device = tenant().inventory.devices().device(id);
                    names << (device ? device->facts.name : id.value());
                }
                printer().object(
                    {{u"count"_s, qint64(preview->count)}, {u"first"_s, QJsonArray::fromStringList(names)}});
                finish();
            });
    }
};

} // namespace

std::unique_ptr<CliVerb> groupsVerb()
{
    return std::make_unique<GroupsVerb>();
}

} // namespace Sonde::Client
