// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/base/confirmation.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

void askFirst(QWidget &window, const Confirmation &asked, std::function<void()> confirmed)
{
    auto *box = new QMessageBox(QMessageBox::Warning, asked.title, asked.question, QMessageBox::NoButton, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(asked.more);
    showPlain(*box);
    QPushButton *yes = box->addButton(asked.yes, QMessageBox::AcceptRole);
    yes->setObjectName(u"confirm"_s);
    setRole(yes, ButtonRole::Danger);
    box->setDefaultButton(
        box->addButton(QCoreApplication::translate("Sonde::Client::FormDialog", "Cancel"), QMessageBox::RejectRole));
    QObject::connect(yes, &QAbstractButton::clicked, &window, std::move(confirmed));
    box->open();
}

} // namespace Sonde::Client
