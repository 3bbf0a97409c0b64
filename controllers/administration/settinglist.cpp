// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/settinglist.h"

namespace Sonde::Client {

namespace {

constexpr int SettingColumns = 5;

} // namespace

SettingList::SettingList(TenantClient &client, QObject *parent)
    : AdministeredList(client, {}, Permission::CoreSecuritySettings, parent)
    , m_settings(SettingColumns, [](const SettingRow &setting) { return setting.key; })
{
    connect(&client, &TenantClient::settingsChanged, this, &AdministeredList::refresh);
}

void SettingList::fetch()
{
    load<Message::Settings>(Message::FetchSettings{}, [this](const Message::Settings &settings) {
        m_settings.assign(settingRows(settings.values, settings.changes.value_or(std::vector<SettingChange>())));
    });
}

void SettingList::change(const QString &key, const QString &value, QObject *context, ChangeAnswer answer)
{
    submit(Message::ChangeSetting{.key = key, .value = value}, context, std::move(answer));
}

void SettingList::revert(const QString &key, QObject *context, ChangeAnswer answer)
{
    submit(Message::RevertSetting{.key = key}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_settinglist.cpp"
