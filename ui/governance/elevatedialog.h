// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/governance/elevationscontroller.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Sonde::Client {

class PlainLabel;

/// Takes a role for a time.
class ElevateDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElevateDialog)

public:
    /// The controllers outlive it.
    ElevateDialog(TenantClient &client, ElevationsController &elevations, QWidget *parent = nullptr);

private:
    void build();
    [[nodiscard]] QLayout *makeButtons();
    void fillRoles();
    void showState();
    void take();

    TenantClient &m_client;
    ElevationsController &m_elevations;
    bool m_asking = false; ///< the service has not answered yet
    QComboBox *m_role;
    QSpinBox *m_minutes;
    QLineEdit *m_reason;
    PlainLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_take;
};

} // namespace Sonde::Client
