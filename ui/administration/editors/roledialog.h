// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/grouplist.h"
#include "controllers/administration/rolelist.h"
#include "ui/administration/editors/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace Sonde::Client {

class CheckList;

/// A role of the tenant's own: what it gives, and for which device groups.
class RoleDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoleDialog)

public:
    /// Without `role` a new one. Both lists outlive it.
    RoleDialog(RoleList &roles, const GroupList &groups, const std::optional<RoleDefinition> &role, QWidget *parent);

    [[nodiscard]] RoleDefinition role() const;

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    void fill(const RoleDefinition &role, const GroupList &groups);
    void compare();

    RoleList &m_roles;
    std::optional<RoleDefinition> m_before;
    QLineEdit *m_name;
    QLineEdit *m_description;
    CheckList *m_permissions;
    QCheckBox *m_secondFactor;
    QCheckBox *m_everywhere;
    CheckList *m_groups;
};

} // namespace Sonde::Client
