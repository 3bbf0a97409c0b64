// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "ui/settings/workstationsettings.h"

#include <QGuiApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace Sonde::Client {

Notifier::Notifier(NotificationStrip &strip, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_strip(strip)
    , m_settings(settings)
{
}

void Notifier::notify(const Notification &notification)
{
    m_strip.post(notification);
    const bool elsewhere = QGuiApplication::applicationState() != Qt::ApplicationActive;
    if (elsewhere && m_settings.get(Settled::NotifyOnDesktop) && QSystemTrayIcon::isSystemTrayAvailable())
        showOnDesktop(notification);
}

void Notifier::showOnDesktop(const Notification &notification)
{
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QGuiApplication::windowIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
            if (m_act)
                m_act();
        });
        m_tray->show();
    }
    m_act = notification.act;
    const bool problem = notification.kind == Notification::Kind::Problem;
    m_tray->showMessage(QGuiApplication::applicationDisplayName(), notification.text,
        problem ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace Sonde::Client

#include "moc_notifier.cpp"
