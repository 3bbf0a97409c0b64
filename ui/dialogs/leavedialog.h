// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

/// What leaving the workstation is about, in words for people.
struct Unfinished {
    QStringList running;      ///< commands, each with its device
    QStringList moving;       ///< downloads and uploads, each with how far it is
    QStringList held;         ///< devices whose sessions are the analyst's, each with since when
    QStringList waiting = {}; ///< commands that wait for a second person, each with its device

    [[nodiscard]] bool isEmpty() const
    {
        return running.isEmpty() && moving.isEmpty() && held.isEmpty() && waiting.isEmpty();
    }
};

/// The window is about to close while something is unfinished: end it, or leave it running?
class LeaveDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeaveDialog)

public:
    /// `embedded`: the tenant is on this computer and ends with the window.
    LeaveDialog(const Unfinished &unfinished, bool embedded, QWidget *parent = nullptr);

    /// Without a connection nothing can be disconnected.
    void setOnline(bool online);
    /// The sessions are being disconnected: one may still leave without waiting for it.
    void setDisconnecting(bool disconnecting);

Q_SIGNALS:
    void disconnectChosen();
    void leaveChosen();

private:
    void addList(QVBoxLayout &column, const QString &heading, const QStringList &lines);
    void updateButtons();

    bool m_online = true;
    bool m_disconnecting = false;
    bool m_holds;
    QPushButton *m_disconnect;
};

} // namespace Sonde::Client
