// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"
#include "models/administration/settingrow.h"

namespace Sonde::Client {

/// The settings of the tenant, and who changed each last. The service says their values whenever one changes.
class SettingList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingList)

public:
    explicit SettingList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<SettingRow> &settings() { return m_settings; }
    void change(const QString &key, const QString &value, QObject *context, ChangeAnswer answer);
    /// To what it was before its last change.
    void revert(const QString &key, QObject *context, ChangeAnswer answer);

protected:
    void fetch() override;

private:
    RecordTable<SettingRow> m_settings;
};

} // namespace Sonde::Client
