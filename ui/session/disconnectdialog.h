// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QDialog>

namespace Sonde::Client {

/// Asks before a session is disconnected, and names the commands that would be cancelled. accepted() means: disconnect.
/// `owner`: whose session it is; empty for one's own.
class DisconnectDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DisconnectDialog)

public:
    DisconnectDialog(
        const QString &device, const QString &owner, const QList<CommandRecord> &running, QWidget *parent = nullptr);
};

} // namespace Sonde::Client
