// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStatusBar>
#include <QTimer>

namespace Sonde::Client {

class PlainLabel;
class Workstation;

/// The bottom line: which tenant and how the connection is, sessions used of those allowed, who is signed in. Where there is no room for
/// all of it, clock, limits and user give way in this order: how the connection is stays.
class TenantStatus final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantStatus)

public:
    explicit TenantStatus(Workstation &workstation, QWidget *parent = nullptr);

    /// Shows over the line whenever it shows, so that nothing in the window moves for it; not owned. What stands at the right stays in
    /// view.
    void setNotice(QWidget &notice);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showConnection();
    void showLimits();
    void showZone();
    void showUser();
    void placeNotice();
    void fit();
    [[nodiscard]] QList<QWidget *> parts() const;

    Workstation &m_workstation;
    QTimer m_silence; ///< while the service says nothing
    PlainLabel *m_connection;
    PlainLabel *m_ownSessions;
    PlainLabel *m_tenantSessions;
    PlainLabel *m_zone;
    PlainLabel *m_user;
    QPointer<QWidget> m_notice;
    bool m_knowsUser = false; ///< and the limits
};

} // namespace Sonde::Client
