// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/settinglist.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

class DeviceChanges;
class ServerExceptions;
class SettingEditor;

/// The settings of the tenant: what each is for and may be, who changed it last, and the way back.
class SettingsSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsSection)

public:
    /// What it names outlives it.
    SettingsSection(
        SettingList &list, DeviceChanges &changes, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;
    void openCurrent() override;

private:
    void change(const QString &key, const QString &value);
    void revert();
    void restoreDefault();
    [[nodiscard]] QString whyNotReverted(const SettingRow &setting) const;
    [[nodiscard]] QString whyNotRestored(const SettingRow &setting) const;

    SettingList &m_list;
    RecordText<SettingRow> m_text;
    Fact m_value, m_default, m_range, m_changed, m_before;
    SettingEditor *m_editor;
    ServerExceptions *m_exceptions;
    QAction *m_revert;
    QAction *m_restore;
};

} // namespace Sonde::Client
