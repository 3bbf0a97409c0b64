// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/passwordfields.h"

namespace Sonde::Client {

PasswordFields::PasswordFields(QWidget *parent)
    : QObject(parent)
    , m_first(new QLineEdit(parent))
    , m_second(new QLineEdit(parent))
{
    for (QLineEdit *field : {m_first, m_second}) {
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::textChanged, this, &PasswordFields::edited);
    }
}

QString PasswordFields::whyNot() const
{
    if (m_first->text().isEmpty())
        return tr("Type a password first.");
    return m_first->text() == m_second->text() ? QString() : tr("The two passwords are not the same.");
}

QString PasswordFields::problem() const
{
    const bool isTyped = !m_second->text().isEmpty();
    return !isTyped || m_first->text().startsWith(m_second->text()) ? QString() : whyNot();
}

} // namespace Sonde::Client

#include "moc_passwordfields.cpp"
