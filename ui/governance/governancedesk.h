// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/governance/approvalscontroller.h"
#include "controllers/governance/elevationscontroller.h"
#include "controllers/governance/secondfactorcontroller.h"
#include "models/inventory/devicemodel.h"

#include <QAction>
#include <QPointer>
#include <QTimer>

class QToolButton;

namespace Sonde::Client {

class ApprovalsDialog;
class Theme;

/// Second persons, second factors and roles for a time, for the window: its menu entries, its part of the bottom line, its dialogs, and what is told.
class GovernanceDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GovernanceDesk)

public:
    /// All outlive it.
    GovernanceDesk(TenantClient &client, const DeviceModel &devices, const Theme &theme, QWidget &window);
    ~GovernanceDesk() override;

    QAction takeRole, showApprovals, secondFactor;

    /// For the bottom line: what waits, how long a role lasts, whether a second factor is needed, and whether the account for emergencies is armed; hidden when there is nothing to say. The line owns them.
    [[nodiscard]] QList<QWidget *> statusParts() const;
    void openApprovals(CommandId command = {});
    void retranslate();

Q_SIGNALS:
    /// Somebody wants something approved.
    void asked(const QString &text, Sonde::CommandId command);
    /// It waits no longer.
    void settled(Sonde::CommandId command);
    /// A role that was taken for a time is over.
    void roleEnded(const QString &role, const QString &text);
    /// It is there, perhaps again: what was told of its end is no longer so. Said more than once.
    void roleHeld(const QString &role);
    /// Somebody can administer everything by an account that was armed at the service's own console, or does.
    void alarmed(const QString &text);
    void failed(const Sonde::Error &error);

private:
    void tell(const ApprovalRecord &record);
    void followApprovals();
    void followElevations();
    void followBreakGlass(const Message::BreakGlass &what);
    void showAlarm();
    void showLeft();
    void showNeeded();
    void openSecondFactor();
    void openElevate();
    void openRoleMenu();
    void endRole(const QString &role);

    TenantClient &m_client;
    const DeviceModel &m_devices;
    const Theme &m_theme;
    QWidget &m_window;
    ApprovalsController m_approvals;
    ElevationsController m_elevations;
    SecondFactorController m_secondFactor;
    QSet<CommandId> m_told;
    std::vector<ApprovalRecord> m_nameless;         ///< told as soon as their devices are known
    std::vector<ElevationsController::Own> m_roles; ///< held for a time when it was looked last
    QToolButton *m_waiting;
    QToolButton *m_role;
    QToolButton *m_needed; ///< a second factor is
    QToolButton *m_alarm;
    QDateTime m_armedUntil; ///< of the account for emergencies; invalid: it is good for nothing
    QPointer<ApprovalsDialog> m_dialog;
    QTimer m_tick;
};

} // namespace Sonde::Client
