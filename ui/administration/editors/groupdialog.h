// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/grouplist.h"
#include "models/inventory/devicemodel.h"
#include "ui/administration/editors/formdialog.h"

class QComboBox;
class QLineEdit;

namespace Sonde::Client {

class GroupPreview;
class PlainLabel;

/// A device group: which devices it takes, and how far remediation goes on them. While it is typed it shows what it would take.
class GroupDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupDialog)

public:
    /// Without `group` a new one; of the ungrouped only the level is asked for. Lists outlive it.
    GroupDialog(
        GroupList &groups, const DeviceModel &devices, const std::optional<DeviceGroup> &group, QWidget *parent);

    [[nodiscard]] DeviceGroup group() const;

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    void build();
    void buildApproval();
    void buildRule();
    void fill(const DeviceGroup &group);
    void followTyping();
    void compare();
    /// What is wrong with the list of what needs approval; empty when nothing is.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isUngrouped() const { return m_before && m_before->name == UngroupedDevices; }

    GroupList &m_groups;
    std::optional<DeviceGroup> m_before;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_level;
    QLineEdit *m_approval;
    PlainLabel *m_problem;
    QLineEdit *m_names;
    QLineEdit *m_domains;
    QLineEdit *m_systems;
    QLineEdit *m_tags;
    GroupPreview *m_preview;
};

} // namespace Sonde::Client
