// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closesessiondialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

QPushButton *button(const QString &text, ButtonRole role)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setRole(button, role);
    return button;
}

} // namespace

CloseSessionDialog::CloseSessionDialog(const QString &device, int runningCommands, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Close the tab"));
    auto *title = new PlainLabel(tr("Close the tab of %1?").arg(visible(device)));
    setTone(title, Tone::Title);
    auto *text = new PlainLabel(
        tr("The session can go on without its tab: its commands run on and it comes back when you open it from the "
           "device, until the inactivity timeout ends it."));
    text->setWordWrap(true);
    auto *running = new PlainLabel(
        tr("%Ln command(s) still running would be cancelled by disconnecting.", nullptr, runningCommands));
    running->setWordWrap(true);
    running->setVisible(runningCommands > 0);
    setTone(running, Tone::Warning);

    auto *cancel = button(tr("Cancel"), ButtonRole::Normal);
    auto *end = button(tr("Disconnect session"), ButtonRole::Danger);
    auto *leave = button(tr("Leave it running"), ButtonRole::Primary);
    leave->setDefault(true);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(end, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT disconnectChosen();
    });
    connect(leave, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT leaveChosen();
    });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(end);
    buttons->addWidget(leave);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(running);
    column->addSpacing(10);
    column->addLayout(buttons);
    setMinimumWidth(500);
    leave->setFocus();
}

} // namespace Sonde::Client

#include "moc_closesessiondialog.cpp"
