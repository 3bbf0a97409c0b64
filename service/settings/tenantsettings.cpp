// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/tenantsettings.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 GiB = 1024 * MiB;

const SettingSpec &specOf(Setting setting)
{
    return *std::ranges::find(Settings::specs(), setting, &SettingSpec::id);
}

Result<void> check(const SettingSpec &spec, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    switch (spec.type) {
    case SettingType::Boolean:
    case SettingType::Choice:
        if (!spec.choices.contains(value))
            return fail(
                ErrorCode::BadValue, spec.key, u"not one of its values"_s, {{u"choices"_s, spec.choices.join(u' ')}});
        break;
    case SettingType::Integer:
        if (!isNumber || number < spec.least || number > spec.most)
            return fail(
                ErrorCode::BadValue, spec.key, u"out of range"_s, {{u"least"_s, spec.least}, {u"most"_s, spec.most}});
        break;
    case SettingType::Version:
        if (QVersionNumber::fromString(value).isNull())
            return fail(ErrorCode::BadValue, spec.key, u"not a version number"_s);
        break;
    }
    return {};
}

} // namespace

const std::vector<SettingSpec> &Settings::specs()
{
    static const QStringList OnOff{u"true"_s, u"false"_s};
    static const std::vector<SettingSpec> table{
        {Setting::LiveResponse, "live-response"_L1, SettingType::Boolean, u"true"_s, 0, 0, OnOff},
        {Setting::LiveResponseServers, "live-response-servers"_L1, SettingType::Boolean, u"true"_s, 0, 0, OnOff},
        {Setting::TenantSessionLimit, "tenant-session-limit"_L1, SettingType::Integer, u"25"_s, 1, 10'000},
        {Setting::UserSessionLimit, "user-session-limit"_L1, SettingType::Integer, u"10"_s, 1, 10'000},
        {Setting::InactivityMinutes, "inactivity-minutes"_L1, SettingType::Integer, u"30"_s, 1, 24 * 60},
        {Setting::AutomationLevel, "automation-level"_L1, SettingType::Choice, u"full"_s, 0, 0,
            {u"none"_s, u"semi"_s, u"full"_s}},
        {Setting::MinimumAgentVersion, "minimum-agent-version"_L1, SettingType::Version, u"0.1.0"_s},
        {Setting::FileinfoBytes, "fileinfo-bytes"_L1, SettingType::Integer, QString::number(10 * GiB), MiB, 30 * GiB},
        {Setting::GetfileBytes, "getfile-bytes"_L1, SettingType::Integer, QString::number(3 * GiB), MiB, 1024 * GiB},
        {Setting::LibraryFileBytes, "library-file-bytes"_L1, SettingType::Integer, QString::number(250 * MiB), MiB,
            16 * GiB},
        {Setting::AllowUnsignedScripts, "allow-unsigned-scripts"_L1, SettingType::Boolean, u"false"_s, 0, 0, OnOff},
        {Setting::AllowPythonScripts, "allow-python-scripts"_L1, SettingType::Boolean, u"true"_s, 0, 0, OnOff},
        {Setting::OutputBytes, "output-bytes"_L1, SettingType::Integer, QString::number(GiB), MiB, 64 * GiB},
        {Setting::OutputRows, "output-rows"_L1, SettingType::Integer, u"5000000"_s, 1000, 100'000'000},
    };
    return table;
}

Settings::Settings(Store &store)
    : m_store(store)
    , m_stored(store.settings())
{
}

QString Settings::text(Setting setting) const
{
    const SettingSpec &spec = specOf(setting);
    return m_stored.value(spec.key, spec.fallback);
}

QMap<QString, QString> Settings::all() const
{
    QMap<QString, QString> values;
    for (const SettingSpec &spec : specs())
        values.insert(spec.key, text(spec.id));
    return values;
}

Result<Settings::Change> Settings::change(const QString &key, const QString &value)
{
    const auto spec = std::ranges::find(specs(), key, &SettingSpec::key);
    if (spec == specs().end())
        return fail(ErrorCode::BadValue, key, u"no such setting"_s);
    if (const auto checked = check(*spec, value); !checked)
        return std::unexpected(checked.error());
    Change change{text(spec->id), value};
    m_stored.insert(key, value);
    m_store.saveSetting(key, value);
    return change;
}

} // namespace Sonde::Service
