// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/rolelist.h"
#include "controllers/administration/userlist.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

/// Who may sign in, and with which roles.
class UsersSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UsersSection)

public:
    /// What it names outlives it.
    UsersSection(UserList &users, RoleList &roles, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;
    void openCurrent() override;

private:
    void addUser();
    void changeRoles();
    void setPassword();
    void askToDisable();
    void askToSignOut();
    void askToRemoveFactor();
    void askToEndRoles();

    UserList &m_users;
    RoleList &m_roles;
    RecordText<UserRecord> m_text;
    Fact m_state, m_has, m_now, m_gives, m_eligible, m_secondFactor;
    QAction *m_add;
    QAction *m_change;
    QAction *m_password;
    QAction *m_signOut;
    QAction *m_removeFactor;
    QAction *m_endRoles;
    QAction *m_disable;
};

} // namespace Sonde::Client
