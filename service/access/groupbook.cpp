// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/groupbook.h"

#include "protocol/base/reason.h"
#include "protocol/command/approvalrule.h"
#include "service/access/label.h"

namespace Sonde::Service {

namespace {

constexpr qsizetype MostGroups = 200;
constexpr qsizetype MostGroupDescription = 1000;
constexpr qsizetype MostValueLength = 255;

const QString &groupName(const DeviceGroupRecord &record)
{
    return record.group.name;
}

Result<QStringList> checkedValues(const QStringList &typed)
{
    QStringList values;
    for (const QString &value : typed) {
        const QString clean = value.simplified().normalized(QString::NormalizationForm_C);
        const auto letters = clean.toUcs4();
        if (clean.isEmpty() || clean.size() > MostValueLength
            || !std::ranges::all_of(letters, [](char32_t c) { return QChar::isPrint(c); }))
            return fail(ErrorCode::BadValue, value.left(MostValueLength), Reason::NotAName);
        values << clean;
    }
    values.removeDuplicates();
    if (values.size() > MostRuleValues)
        return fail(ErrorCode::BadValue, values.at(MostRuleValues)).with(Fact::Limit, MostRuleValues);
    return values;
}

Result<GroupRule> checkedRule(const GroupRule &rule)
{
    GroupRule clean;
    for (QStringList GroupRule::*values :
        {&GroupRule::names, &GroupRule::domains, &GroupRule::systems, &GroupRule::tags}) {
        const auto checked = checkedValues(rule.*values);
        if (!checked)
            return std::unexpected(checked.error());
        clean.*values = *checked;
    }
    if (clean == GroupRule())
        return std::unexpected(errorBecause(Reason::EmptyRule, ErrorCode::BadValue, QStringLiteral("rule")));
    return clean;
}

Result<DeviceGroup> checkedGroup(const DeviceGroup &group)
{
    DeviceGroup clean = group;
    clean.name = labelFrom(group.name);
    clean.description.truncate(MostGroupDescription);
    if (const auto good = checkLabel(clean.name); !good)
        return std::unexpected(good.error());
    auto rule = checkedRule(group.rule);
    if (!rule)
        return std::unexpected(rule.error());
    clean.rule = *std::move(rule);
    clean.approval = group.approval.value_or(QString()).simplified();
    if (const auto good = checkApprovalRules(*clean.approval); !good)
        return std::unexpected(good.error());
    if (clean.approval->isEmpty())
        clean.approval.reset();
    return clean;
}

quint32 rankWithin(std::optional<quint32> wanted, size_t last)
{
    return std::clamp(wanted.value_or(quint32(last)), quint32(1), quint32(last));
}

QString firstThatTakes(const std::vector<DeviceGroupRecord> &groups, const RuleSubject &device)
{
    const auto found = std::ranges::find_if(
        groups, [&device](const DeviceGroupRecord &record) { return takes(record.group.rule, device); });
    return found == groups.end() ? UngroupedDevices : found->group.name;
}

} // namespace

GroupBook::GroupBook(Store &store)
    : m_store(store)
    , m_groups(store.groups())
{
}

std::optional<size_t> GroupBook::find(const QString &name) const
{
    const auto found = std::ranges::find(m_groups, name, groupName);
    return found == m_groups.end() ? std::nullopt : std::optional(size_t(found - m_groups.begin()));
}

bool GroupBook::contains(const QString &name) const
{
    return name == UngroupedDevices || find(name);
}

QString GroupBook::groupOf(const RuleSubject &device) const
{
    return firstThatTakes(m_groups, device);
}

std::optional<RemediationLevel> GroupBook::levelOf(const QString &group) const
{
    return find(group).transform([this](size_t at) { return m_groups.at(at).group.level; });
}

QString GroupBook::approvalOf(const QString &group) const
{
    const auto at = find(group);
    return at ? m_groups.at(*at).group.approval.value_or(QString()) : QString();
}

std::optional<Error> GroupBook::whyNotFound(const QString &name) const
{
    if (name == UngroupedDevices)
        return errorBecause(Reason::BuiltInGroup, ErrorCode::NotPermitted, name);
    return find(name) ? std::nullopt : std::optional(Error{ErrorCode::GroupUnknown, name, {}, {}});
}

bool GroupBook::isTaken(const QString &name, const QString &before) const
{
    return name.compare(UngroupedDevices, Qt::CaseInsensitive) == 0
        || std::ranges::any_of(m_groups, [&](const DeviceGroupRecord &one) {
               return one.group.name.compare(name, Qt::CaseInsensitive) == 0 && one.group.name != before;
           });
}

Result<GroupBook::Change> GroupBook::toAdd(const DeviceGroup &group, std::optional<quint32> rank) const
{
    if (qsizetype(m_groups.size()) >= MostGroups)
        return fail(ErrorCode::LimitReached, group.name).with(Fact::Limit, MostGroups);
    const auto clean = checkedGroup(group);
    if (!clean)
        return std::unexpected(clean.error());
    if (isTaken(clean->name, {}))
        return fail(ErrorCode::GroupExists, clean->name);
    return Change{clean->name, {}, *clean, rankWithin(rank, m_groups.size() + 1)};
}

Result<GroupBook::Change> GroupBook::toChange(
    const QString &name, const DeviceGroup &group, std::optional<quint32> rank) const
{
    if (const auto why = whyNotFound(name))
        return std::unexpected(*why);
    const auto clean = checkedGroup(group);
    if (!clean)
        return std::unexpected(clean.error());
    if (isTaken(clean->name, name))
        return fail(ErrorCode::GroupExists, clean->name);
    const size_t at = *find(name);
    return Change{name, m_groups.at(at).group, *clean, rankWithin(rank.value_or(quint32(at + 1)), m_groups.size())};
}

Result<GroupBook::Change> GroupBook::toRemove(const QString &name) const
{
    if (const auto why = whyNotFound(name))
        return std::unexpected(*why);
    return Change{name, m_groups.at(*find(name)).group, {}, 0};
}

std::vector<DeviceGroupRecord> GroupBook::after(const QString &actor, const Change &change) const
{
    std::vector<DeviceGroupRecord> groups = m_groups;
    std::erase_if(groups, [&change](const DeviceGroupRecord &one) { return one.group.name == change.name; });
    if (change.to)
        groups.insert(groups.begin() + std::min(qsizetype(change.rank) - 1, qsizetype(groups.size())),
            {*change.to, 0, 0, actor, QDateTime::currentDateTimeUtc()});
    return groups;
}

void GroupBook::apply(const QString &actor, const Change &change)
{
    m_groups = after(actor, change);
    m_store.saveGroups(m_groups);
}

bool GroupBook::wouldTake(const Change &change, const RuleSubject &device) const
{
    return change.to && firstThatTakes(after({}, change), device) == change.to->name;
}

} // namespace Sonde::Service
