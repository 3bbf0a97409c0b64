// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/governance/secondfactorcontroller.h"

#include <QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Sonde::Client {

class PlainLabel;

/// Sets up one's own second factor, and shows a code of it.
class SecondFactorDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecondFactorDialog)

public:
    /// Both outlive it.
    SecondFactorDialog(TenantClient &client, SecondFactorController &factor, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *makeButtons();
    /// A text to copy, which is there as soon as there is a secret.
    void addCopied(const QString &name, QLineEdit *field);
    void showState();
    void make();
    void confirm();
    void fail(const Error &error);

    TenantClient &m_client;
    SecondFactorController &m_factor;
    bool m_asking = false; ///< the service has not answered yet
    PlainLabel *m_text;
    QFormLayout *m_form;
    QLineEdit *m_secret;
    QLineEdit *m_uri;
    QLineEdit *m_code;
    PlainLabel *m_problem;
    QPushButton *m_close;
    QPushButton *m_make;
    QPushButton *m_confirm;
};

} // namespace Sonde::Client
