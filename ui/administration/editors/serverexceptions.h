// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/devicechanges.h"

#include <QWidget>

namespace Sonde::Client {

class CheckList;
class PlainLabel;

/// The servers on which live response is on whatever the setting says. Taking the check away ends an exception; one is made on the page of
/// devices.
class ServerExceptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerExceptions)

public:
    /// `changes` outlives it.
    explicit ServerExceptions(DeviceChanges &changes, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const Sonde::Error &error);

private:
    void fill();
    void removeUnchecked();
    void retranslate();

    DeviceChanges &m_changes;
    PlainLabel *m_title;
    CheckList *m_list;
    PlainLabel *m_note;
};

} // namespace Sonde::Client
