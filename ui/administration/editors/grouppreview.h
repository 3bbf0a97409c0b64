// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/grouplist.h"
#include "models/inventory/devicemodel.h"

#include <QTimer>
#include <QWidget>

namespace Sonde::Client {

class PlainLabel;

/// What a rule would take if it were the group's, asked of the service a moment after it was typed.
class GroupPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupPreview)

public:
    /// `name`: of the group that it would stand for; empty: a new one. Both outlive it.
    GroupPreview(GroupList &groups, const DeviceModel &devices, const QString &name, QWidget *parent);

    void setGroup(const DeviceGroup &group);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void answer(const Result<Message::GroupPreview> &preview);
    void setText(const QString &title, const QString &names);

    GroupList &m_groups;
    const DeviceModel &m_devices;
    QString m_name;
    DeviceGroup m_group;
    QTimer m_typing;
    int m_asked = 0; ///< only the answer to the last question is shown
    PlainLabel *m_title;
    PlainLabel *m_names;
};

} // namespace Sonde::Client
