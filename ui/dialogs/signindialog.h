// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/knowntenants.h"
#include "controllers/tenant/tenantlink.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Sonde {

class AuthorityFetcher;

} // namespace Sonde

namespace Sonde::Client {

class FingerprintQuestion;
class PlainLabel;
class Settings;
class Theme;

/// Who signs in to a tenant, and whether it is the right one: the first time its fingerprint is shown and must be confirmed, afterwards
/// any other is refused. What was confirmed is kept with what sonde-cli trusts. The password is kept nowhere.
class SignInDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInDialog)

public:
    SignInDialog(const QUrl &tenant, const UserName &user, const KnownTenants &known, Settings &settings,
        const Theme &theme, QWidget *parent = nullptr);

    /// Why the last attempt was refused.
    void showRefusal(const Error &error);
    /// True while the analyst is shown a fingerprint that is not known yet.
    [[nodiscard]] bool asksForTrust() const;

Q_SIGNALS:
    /// The tenant is trusted; sign in with these.
    void confirmed(const Sonde::Client::Credentials &credentials);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void retranslate();
    void updateButtons();
    [[nodiscard]] QString whyNotSignIn() const;
    void proceed();
    void askFingerprint();
    void takeFingerprint(const Error &shown);
    void submit(const QString &fingerprint);
    void setBusy(bool busy);
    [[nodiscard]] QString knownFingerprint() const;
    void adoptEarlierTrust();

    QUrl m_tenant;
    KnownTenants m_known;
    Settings &m_settings;
    AuthorityFetcher *m_fetcher = nullptr;
    bool m_busy = false;
    PlainLabel *m_title;
    PlainLabel *m_address;
    PlainLabel *m_userLabel;
    QLineEdit *m_user;
    PlainLabel *m_passwordLabel;
    QLineEdit *m_password;
    FingerprintQuestion *m_question;
    PlainLabel *m_refusal;
    QPushButton *m_cancel;
    QPushButton *m_signIn;
};

} // namespace Sonde::Client
