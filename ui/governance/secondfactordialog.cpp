// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/governance/secondfactordialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/fitheight.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

constexpr qsizetype CodeDigits = 6;

QString digitsOf(const QString &typed)
{
    return QString(typed).remove(u' ');
}

bool isCode(const QString &typed)
{
    const QString digits = digitsOf(typed);
    return digits.size() == CodeDigits && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

SecondFactorDialog::SecondFactorDialog(TenantClient &client, SecondFactorController &factor, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_factor(factor)
    , m_text(new PlainLabel)
    , m_form(new QFormLayout)
    , m_secret(new QLineEdit)
    , m_uri(new QLineEdit)
    , m_code(new QLineEdit)
    , m_problem(new PlainLabel)
    , m_close(new QPushButton(tr("Close")))
    , m_make(new QPushButton(tr("Make a secret")))
    , m_confirm(new QPushButton(tr("Confirm")))
{
    build();
    connect(&factor, &SecondFactorController::changed, this, &SecondFactorDialog::showState);
    connect(m_code, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        showState();
    });
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_make, &QAbstractButton::clicked, this, &SecondFactorDialog::make);
    connect(m_confirm, &QAbstractButton::clicked, this, &SecondFactorDialog::confirm);
    showState();
}

void SecondFactorDialog::build()
{
    setWindowTitle(tr("Second factor"));
    auto *title = new PlainLabel(windowTitle());
    setTone(title, Tone::Title);
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setTone(m_problem, Tone::Bad);
    m_form->setHorizontalSpacing(18);
    addCopied(tr("Secret"), m_secret);
    //: otpauth://…, for authenticator apps
    addCopied(tr("Address"), m_uri);
    m_code->setObjectName(QStringLiteral("code"));
    auto *code = new PlainLabel(tr("&Code"));
    code->setBuddy(m_code);
    m_code->setAccessibleName(withoutMnemonic(code->text()));
    m_form->addRow(code, m_code);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_text);
    column->addLayout(m_form);
    column->addWidget(m_problem);
    column->addSpacing(10);
    column->addLayout(makeButtons());
    setMinimumWidth(560);
    m_code->setFocus();
}

void SecondFactorDialog::addCopied(const QString &name, QLineEdit *field)
{
    field->setReadOnly(true);
    field->setAccessibleName(name);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setAutoDefault(false);
    //: %1 is the secret, or the address
    copy->setAccessibleName(tr("Copy: %1").arg(name));
    connect(copy, &QAbstractButton::clicked, field, [field] { QGuiApplication::clipboard()->setText(field->text()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(copy);
    m_form->addRow(new PlainLabel(name), row);
}

QLayout *SecondFactorDialog::makeButtons()
{
    setRole(m_confirm, ButtonRole::Primary);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_make->setObjectName(QStringLiteral("make"));
    m_confirm->setDefault(true);
    for (QPushButton *button : {m_close, m_make, m_confirm}) {
        button->setAutoDefault(button == m_confirm);
        button->setAccessibleName(button->text());
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_close);
    row->addStretch();
    row->addWidget(m_make);
    row->addWidget(m_confirm);
    return row;
}

void SecondFactorDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->oldSize().width() != width())
        fitHeight(*this);
}

void SecondFactorDialog::showState()
{
    const bool isSecretShown = !m_secret->text().isEmpty();
    const bool counts = m_factor.state() == SecondFactorState::Confirmed;
    if (isSecretShown)
        m_text->setText(
            tr("Type the letters into an authenticator app, or give it the address. They are shown only now. "
               "Then type the code that the app shows: from then on it counts."));
    else if (!counts)
        m_text->setText(tr("A second factor is a code that an authenticator app shows, on your phone for example. Some "
                           "roles give what goes beyond looking only after one. Make a secret, and the app makes codes "
                           "from it."));
    else if (m_factor.isShown())
        m_text->setText(tr("You have shown your second factor, and it holds for this sign-in. For another device make "
                           "another secret; the one before counts until you confirm that."));
    else
        m_text->setText(tr("Type the code that your authenticator app shows. It holds for this sign-in."));
    for (int row = 0; row < m_form->rowCount() - 1; ++row)
        m_form->setRowVisible(row, isSecretShown);
    const QString noConnection = m_client.isOnline() ? QString() : tr("There is no connection to the service.");
    const QString busy = m_asking ? tr("The service has not answered yet.") : noConnection;
    QString whyNoCode = busy;
    if (busy.isEmpty() && m_factor.state() == SecondFactorState::None)
        whyNoCode = tr("Make a secret first.");
    else if (busy.isEmpty() && !isCode(m_code->text()))
        whyNoCode = tr("Type the six digits that the app shows.");
    setUsable(*m_confirm, whyNoCode);
    const bool isGuarded = counts && !m_factor.isShown();
    setUsable(*m_make, busy.isEmpty() && isGuarded ? tr("Show a code of the one that you have first.") : busy);
    fitHeight(*this);
}

void SecondFactorDialog::make()
{
    m_asking = true;
    showState();
    m_factor.make(this, [this](const Result<SecondFactorSecret> &made) {
        m_asking = false;
        if (!made)
            return fail(made.error());
        m_secret->setText(made->text);
        m_uri->setText(made->uri);
        m_uri->setCursorPosition(0);
        m_code->setFocus();
        showState();
    });
}

void SecondFactorDialog::confirm()
{
    m_asking = true;
    showState();
    m_factor.show(digitsOf(m_code->text()), this, [this](const Result<void> &done) {
        m_asking = false;
        if (done)
            return accept();
        m_code->selectAll();
        m_code->setFocus();
        fail(done.error());
    });
}

void SecondFactorDialog::fail(const Error &error)
{
    m_problem->setText(visible(Words::errorText(error)));
    m_problem->show();
    showState();
}

} // namespace Sonde::Client

#include "moc_secondfactordialog.cpp"
