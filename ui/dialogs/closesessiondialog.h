// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Sonde::Client {

/// A session's tab is about to close: end the session, or leave it running on the service?
class CloseSessionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseSessionDialog)

public:
    CloseSessionDialog(const QString &device, int runningCommands, QWidget *parent = nullptr);

Q_SIGNALS:
    void disconnectChosen();
    void leaveChosen();
};

} // namespace Sonde::Client
