// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signindialog.h"

#include "models/text/visibletext.h"
#include "transport/tls/tlsclient.h"
#include "ui/dialogs/fingerprintquestion.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/fitheight.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(const QUrl &tenant, const UserName &user, const KnownTenants &known, Settings &settings,
    const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_tenant(tenant)
    , m_known(known)
    , m_settings(settings)
    , m_question(new FingerprintQuestion(theme, this))
{
    adoptEarlierTrust();
    build();
    m_user->setText(user.isValid() ? user.value() : settings.get(Settled::LastUser));
    retranslate();
    updateButtons();
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
    onLanguageChange(this, &SignInDialog::retranslate);
}

void SignInDialog::build()
{
    m_title = new PlainLabel(this);
    setTone(m_title, Tone::Title);
    m_address = new ElidedLabel(this);
    setTone(m_address, Tone::Dim);
    m_userLabel = new PlainLabel(this);
    m_user = new QLineEdit(this);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel = new PlainLabel(this);
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordLabel->setBuddy(m_password);
    m_refusal = new PlainLabel(this);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    setTone(m_refusal, Tone::Bad);
    m_cancel = new QPushButton(this);
    m_cancel->setAutoDefault(false);
    m_signIn = new QPushButton(this);
    m_signIn->setDefault(true);
    setRole(m_signIn, ButtonRole::Primary);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(26, 22, 26, 20);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(9);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_address, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(m_userLabel, 3, 0);
    grid->addWidget(m_user, 3, 1);
    grid->addWidget(m_passwordLabel, 4, 0);
    grid->addWidget(m_password, 4, 1);
    grid->addWidget(m_question, 5, 0, 1, 2);
    grid->addWidget(m_refusal, 6, 0, 1, 2);
    grid->setRowMinimumHeight(7, 10);
    grid->setRowStretch(7, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_signIn);
    grid->addLayout(buttons, 8, 0, 1, 2);
    setMinimumWidth(540);

    connect(m_user, &QLineEdit::textChanged, this, &SignInDialog::updateButtons);
    connect(m_password, &QLineEdit::textChanged, this, &SignInDialog::updateButtons);
    connect(m_question, &FingerprintQuestion::compared, this, &SignInDialog::updateButtons);
    connect(m_question, &FingerprintQuestion::compared, this, [this] { fitHeight(*this); });
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_signIn, &QAbstractButton::clicked, this, &SignInDialog::proceed);
}

bool SignInDialog::asksForTrust() const
{
    return !m_question->fingerprint().isEmpty();
}

void SignInDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->oldSize().width() != width())
        fitHeight(*this);
}

void SignInDialog::showRefusal(const Error &error)
{
    setBusy(false);
    m_refusal->setText(visible(Words::errorText(error)));
    m_refusal->show();
    fitHeight(*this);
    m_password->setFocus();
    m_password->selectAll();
}

void SignInDialog::proceed()
{
    m_refusal->hide();
    if (const QString known = knownFingerprint(); !known.isEmpty())
        submit(known);
    else if (asksForTrust()) {
        const QString answered = m_question->fingerprint();
        m_known.remember(m_tenant, answered);
        m_question->ask({}); // it is answered, whatever becomes of the password
        submit(answered);
    } else
        askFingerprint();
}

// Wanting no fingerprint in particular, the fetcher accepts none and names the one the tenant has.
void SignInDialog::askFingerprint()
{
    setBusy(true);
    delete m_fetcher;
    m_fetcher = new AuthorityFetcher(m_tenant, QString(), this);
    connect(m_fetcher, &AuthorityFetcher::finished, this, [this](const Result<QSslCertificate> &authority) {
        if (authority)
            takeFingerprint(
                Error{ErrorCode::CertificateRefused, {}, {}, {}}.with(Fact::Fingerprint, fingerprint(*authority)));
        else
            takeFingerprint(authority.error());
    });
    m_fetcher->start();
}

void SignInDialog::takeFingerprint(const Error &shown)
{
    setBusy(false);
    m_question->ask(shown.facts.text(Fact::Fingerprint));
    if (!asksForTrust())
        showRefusal(shown);
}

void SignInDialog::submit(const QString &fingerprint)
{
    setBusy(true);
    const UserName user(m_user->text().trimmed().toCaseFolded());
    m_settings.set(Settled::LastUser, user.value());
    Q_EMIT confirmed({m_tenant, fingerprint, user, m_password->text(), {}});
}

void SignInDialog::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

QString SignInDialog::whyNotSignIn() const
{
    if (m_busy)
        return tr("You are being signed in.");
    if (m_user->text().trimmed().isEmpty() || m_password->text().isEmpty())
        return tr("Type your user name and your password first.");
    const bool asks = asksForTrust() && knownFingerprint().isEmpty();
    return asks && m_question->isSame() == false ? tr("The fingerprints are not the same.") : QString();
}

void SignInDialog::updateButtons()
{
    m_user->setEnabled(!m_busy);
    m_password->setEnabled(!m_busy);
    const bool asks = asksForTrust() && knownFingerprint().isEmpty();
    setUsable(*m_signIn, whyNotSignIn());
    // The way on stands out only when somebody has looked.
    const bool prominent = !asks || m_question->isSame() == true;
    m_signIn->setDefault(prominent);
    m_signIn->setAutoDefault(prominent);
    setRole(m_signIn, prominent ? ButtonRole::Primary : ButtonRole::Normal);
    if (m_busy)
        m_signIn->setText(tr("Signing in…"));
    else
        m_signIn->setText(asks ? tr("Trust this tenant and sign in") : tr("Sign in"));
    m_signIn->setAccessibleName(m_signIn->text());
}

QString SignInDialog::knownFingerprint() const
{
    return m_known.fingerprint(m_tenant);
}

/// Earlier versions kept a list of their own, "host:port fingerprint". What the common store says stands over it; what cannot be
/// written there stays in the list.
void SignInDialog::adoptEarlierTrust()
{
    QStringList left;
    for (const QString &line : m_settings.get(Settled::TrustedTenants)) {
        const QUrl tenant(u"https://"_s + line.section(u' ', 0, 0));
        const QString fingerprint = line.section(u' ', 1, 1);
        if (!tenant.isValid() || tenant.host().isEmpty() || fingerprint.isEmpty())
            continue;
        if (m_known.fingerprint(tenant).isEmpty())
            m_known.remember(tenant, fingerprint);
        if (m_known.fingerprint(tenant).isEmpty())
            left += line;
    }
    m_settings.set(Settled::TrustedTenants, left);
}

void SignInDialog::retranslate()
{
    setWindowTitle(tr("Sign in"));
    m_title->setText(tr("Sign in"));
    m_address->setText(visible(m_tenant.toDisplayString()));
    m_userLabel->setText(tr("&User"));
    m_user->setAccessibleName(tr("User"));
    m_passwordLabel->setText(tr("&Password"));
    m_password->setAccessibleName(tr("Password"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    updateButtons();
}

} // namespace Sonde::Client

#include "moc_signindialog.cpp"
