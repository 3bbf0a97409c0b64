// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/settings/settingtable.h"

#include "protocol/command/approvalrule.h"

#include <QCborArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 GiB = 1024 * MiB;

SettingSpec onOff(TenantSetting id, QLatin1StringView key, const QString &fallback)
{
    return {id, key, SettingType::Boolean, SettingUnit::None, fallback, 0, 0, {u"true"_s, u"false"_s}};
}

SettingSpec number(
    TenantSetting id, QLatin1StringView key, SettingUnit unit, qint64 fallback, qint64 least, qint64 most)
{
    return {id, key, SettingType::Integer, unit, QString::number(fallback), least, most};
}

SettingSpec choice(TenantSetting id, QLatin1StringView key, const QString &fallback, const QStringList &choices)
{
    return {id, key, SettingType::Choice, SettingUnit::None, fallback, 0, 0, choices};
}

SettingSpec passages(TenantSetting id, QLatin1StringView key)
{
    return {id, key, SettingType::Passages, SettingUnit::None, {}};
}

/// What can be said without a network; the device reads it exactly.
bool arePassages(const QString &value)
{
    static const QRegularExpression form(u"^[0-9A-Fa-f:.]+(/[0-9]{1,3})? (tcp|udp) [0-9]{1,5}(-[0-9]{1,5})?$"_s);
    constexpr qsizetype most = 64;
    const QStringList all = value.split(u',');
    return value.isEmpty() || (all.size() <= most && std::ranges::all_of(all, [](const QString &one) {
        return form.match(one.simplified()).hasMatch();
    }));
}

bool isVersion(const QString &value)
{
    static const QRegularExpression form(u"\\A[0-9]{1,6}(\\.[0-9]{1,6}){0,4}\\z"_s);
    return form.match(value).hasMatch();
}

SettingSpec version(TenantSetting id, QLatin1StringView key, const QString &fallback)
{
    return {id, key, SettingType::Version, SettingUnit::None, fallback};
}

} // namespace

const std::vector<SettingSpec> &settingTable()
{
    using enum TenantSetting;
    using enum SettingUnit;
    static const std::vector<SettingSpec> table{
        onOff(LiveResponse, "live-response"_L1, u"true"_s),
        onOff(LiveResponseServers, "live-response-servers"_L1, u"true"_s),
        number(TenantSessionLimit, "tenant-session-limit"_L1, Sessions, 25, 1, 10'000),
        number(UserSessionLimit, "user-session-limit"_L1, Sessions, 10, 1, 10'000),
        number(InactivityMinutes, "inactivity-minutes"_L1, Minutes, 30, 1, 24 * 60),
        choice(AutomationLevel, "automation-level"_L1, u"full"_s,
            {u"none"_s, u"semi-all-folders"_s, u"semi-core-folders"_s, u"semi-non-temp-folders"_s, u"full"_s}),
        version(MinimumAgentVersion, "minimum-agent-version"_L1, u"0.1.0"_s),
        number(FileinfoBytes, "fileinfo-bytes"_L1, Bytes, 10 * GiB, MiB, 30 * GiB),
        number(GetfileBytes, "getfile-bytes"_L1, Bytes, 3 * GiB, MiB, 1024 * GiB),
        number(LibraryFileBytes, "library-file-bytes"_L1, Bytes, 250 * MiB, MiB, 16 * GiB),
        onOff(AllowUnsignedScripts, "allow-unsigned-scripts"_L1, u"false"_s),
        onOff(AllowPythonScripts, "allow-python-scripts"_L1, u"true"_s),
        number(OutputBytes, "output-bytes"_L1, Bytes, GiB, MiB, 64 * GiB),
        number(OutputRows, "output-rows"_L1, Rows, 5'000'000, 1000, 100'000'000),
        onOff(ActReason, "act-reason"_L1, u"false"_s),
        number(QuarantineBytes, "quarantine-bytes"_L1, Bytes, 10 * GiB, MiB, 1024 * GiB),
        number(QuarantineDays, "quarantine-days"_L1, Days, 90, 1, 3650),
        passages(IsolationPassages, "isolation-passages"_L1),
        number(LibraryBytes, "library-bytes"_L1, Bytes, 100 * GiB, MiB, 1024 * 1024 * GiB),
        number(EvidenceBytes, "evidence-bytes"_L1, Bytes, 10 * 1024 * GiB, MiB, 1024 * 1024 * GiB),
        {ApprovalVerbs, "approval-verbs"_L1, SettingType::Verbs, None, {}},
        number(ApprovalMinutes, "approval-minutes"_L1, Minutes, 30, 1, 24 * 60),
        number(OutputDays, "output-days"_L1, Days, 0, 0, 3650),
        number(EvidenceDays, "evidence-days"_L1, Days, 0, 0, 3650),
    };
    return table;
}

const SettingSpec &settingSpec(TenantSetting setting)
{
    return settingTable().at(size_t(setting));
}

const SettingSpec *findSetting(QStringView key)
{
    const auto &table = settingTable();
    const auto found = std::ranges::find_if(table, [key](const SettingSpec &spec) { return spec.key == key; });
    return found == table.end() ? nullptr : &*found;
}

Result<void> checkSetting(const SettingSpec &spec, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    switch (spec.type) {
    case SettingType::Boolean:
    case SettingType::Choice:
        if (!spec.choices.contains(value))
            return fail(ErrorCode::BadValue, spec.key).with(Fact::Choices, QCborArray::fromStringList(spec.choices));
        break;
    case SettingType::Integer:
        if (!isNumber || number < spec.least || number > spec.most)
            return fail(ErrorCode::BadValue, spec.key).with(Fact::Least, spec.least).with(Fact::Most, spec.most);
        break;
    case SettingType::Version:
        if (!isVersion(value))
            return fail(ErrorCode::BadValue, spec.key).with(Fact::Usage, u"10.1.2"_s);
        break;
    case SettingType::Passages:
        if (!arePassages(value))
            return fail(ErrorCode::BadValue, spec.key).with(Fact::Usage, u"ADDRESS[/BITS] tcp|udp PORT[-PORT], …"_s);
        break;
    case SettingType::Verbs: return checkApprovalRules(value);
    }
    return {};
}

} // namespace Sonde
