// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/governance/elevatedialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/fitheight.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {
constexpr int UsualMinutes = 30;

void addField(QFormLayout &form, const QString &name, QWidget *field)
{
    auto *label = new PlainLabel(name);
    label->setBuddy(field);
    field->setAccessibleName(withoutMnemonic(name));
    form.addRow(label, field);
}

} // namespace

ElevateDialog::ElevateDialog(TenantClient &client, ElevationsController &elevations, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_elevations(elevations)
    , m_role(new QComboBox)
    , m_minutes(new QSpinBox)
    , m_reason(new QLineEdit)
    , m_problem(new PlainLabel)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_take(new QPushButton(tr("Take the role")))
{
    build();
    fillRoles();
    connect(&elevations, &ElevationsController::changed, this, &ElevateDialog::fillRoles);
    connect(&client, &TenantClient::stateChanged, this, &ElevateDialog::showState);
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        m_problem->hide();
        showState();
    });
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_take, &QAbstractButton::clicked, this, &ElevateDialog::take);
    showState();
}

void ElevateDialog::build()
{
    setWindowTitle(tr("Take a role for a time"));
    auto *title = new PlainLabel(windowTitle());
    setTone(title, Tone::Title);
    auto *text = new PlainLabel(tr(
        "It takes effect at once, also in the sessions that are open, and ends by itself. The journal keeps who took "
        "it, until when, and why."));
    text->setWordWrap(true);
    m_minutes->setRange(1, int(LongestElevation.count()));
    m_minutes->setValue(UsualMinutes);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setTone(m_problem, Tone::Bad);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    addField(*form, tr("&Role"), m_role);
    addField(*form, tr("&Minutes"), m_minutes);
    addField(*form, tr("R&eason"), m_reason);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addSpacing(10);
    column->addLayout(makeButtons());
    setMinimumWidth(500);
    m_reason->setFocus();
}

QLayout *ElevateDialog::makeButtons()
{
    setRole(m_take, ButtonRole::Primary);
    m_take->setObjectName(QStringLiteral("take"));
    m_take->setDefault(true);
    m_cancel->setAutoDefault(false);
    for (QPushButton *button : {m_cancel, m_take})
        button->setAccessibleName(button->text());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_take);
    return row;
}

void ElevateDialog::fillRoles()
{
    const QString before = m_role->currentData().toString();
    m_role->clear();
    for (const QString &role : m_elevations.eligible())
        m_role->addItem(visible(Words::roleText(role)), role);
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    showState();
}

void ElevateDialog::showState()
{
    QString whyNot;
    if (!m_client.isOnline())
        whyNot = tr("There is no connection to the service.");
    else if (m_role->count() == 0)
        whyNot = tr("There is no role that you may take.");
    else if (m_reason->text().trimmed().isEmpty())
        whyNot = tr("Say why first.");
    else if (m_asking)
        whyNot = tr("The service has not answered yet.");
    setUsable(*m_take, whyNot);
}

void ElevateDialog::take()
{
    m_asking = true;
    showState();
    m_elevations.elevate(m_role->currentData().toString(), std::chrono::minutes(m_minutes->value()),
        m_reason->text().trimmed(), this, [this](const Result<void> &done) {
            m_asking = false;
            showState();
            if (done)
                return accept();
            m_problem->setText(visible(Words::errorText(done.error())));
            m_problem->show();
            fitHeight(*this);
        });
}

} // namespace Sonde::Client

#include "moc_elevatedialog.cpp"
