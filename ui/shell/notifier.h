// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notificationstrip.h"

class QSystemTrayIcon;

namespace Sonde::Client {

class Settings;

/// Tells the analyst what happened where they are not looking: in the window, and on the desktop while another program has the focus.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    Notifier(NotificationStrip &strip, const Settings &settings, QObject *parent = nullptr);

    void notify(const Notification &notification);
    /// See NotificationStrip::withdraw().
    void withdraw(const QString &topic) { m_strip.withdraw(topic); }

private:
    void showOnDesktop(const Notification &notification);

    NotificationStrip &m_strip;
    const Settings &m_settings;
    QSystemTrayIcon *m_tray = nullptr; ///< made with the first message
    std::function<void()> m_act;
};

} // namespace Sonde::Client
