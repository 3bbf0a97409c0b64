// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace Sonde::Client {

class Workstation;

/// The bottom line: which tenant and how the connection is, sessions used of those allowed, who is signed in.
class TenantStatus final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantStatus)

public:
    explicit TenantStatus(Workstation &workstation, QWidget *parent = nullptr);

private:
    void refresh();
    void showConnection();
    void showLimits();
    void showZone();
    void showUser();

    Workstation &m_workstation;
    QLabel *m_connection;
    QLabel *m_ownSessions;
    QLabel *m_tenantSessions;
    QLabel *m_zone;
    QLabel *m_user;
};

} // namespace Sonde::Client
