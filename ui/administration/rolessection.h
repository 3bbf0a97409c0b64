// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/grouplist.h"
#include "controllers/administration/rolelist.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

/// What roles give, and where.
class RolesSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RolesSection)

public:
    /// What it names outlives it.
    RolesSection(RoleList &roles, GroupList &groups, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;
    void openCurrent() override;

private:
    void addRole();
    void changeRole();
    void askToRemove();

    RoleList &m_roles;
    GroupList &m_groups;
    RecordText<RoleRecord> m_text;
    Fact m_permissions, m_where, m_secondFactor, m_changed;
    QAction *m_add;
    QAction *m_change;
    QAction *m_remove;
};

} // namespace Sonde::Client
