// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/leavedialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

constexpr qsizetype MostListed = 5;
constexpr int LeastWidth = 540;

QPushButton *leaveButton(const QString &text, ButtonRole role)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setRole(button, role);
    return button;
}

} // namespace

LeaveDialog::LeaveDialog(const Unfinished &unfinished, bool embedded, QWidget *parent)
    : QDialog(parent)
    , m_holds(!unfinished.held.isEmpty())
    , m_disconnect(leaveButton({}, ButtonRole::Danger))
{
    setWindowTitle(tr("Close Sonde"));
    auto *title = new PlainLabel(tr("Close Sonde with work going on?"));
    setTone(title, Tone::Title);
    auto *text = new PlainLabel(embedded
            ? tr("This tenant runs on this computer and ends with the window: commands that run are stopped. Sessions "
                 "and downloads go on when Sonde is started again.")
            : tr("What is left running goes on at the service, and its sessions keep their devices from others until "
                 "the inactivity timeout ends them. Downloads go on when Sonde is started again; uploads do not."));
    text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(text);
    addList(*column, tr("%Ln command(s) running", nullptr, int(unfinished.running.size())), unfinished.running);
    addList(*column,
        tr("%Ln command(s) waiting for approval: approved, they run without you", nullptr,
            int(unfinished.waiting.size())),
        unfinished.waiting);
    addList(*column, tr("%Ln transfer(s) under way", nullptr, int(unfinished.moving.size())), unfinished.moving);
    addList(*column, tr("%Ln session(s) held", nullptr, int(unfinished.held.size())), unfinished.held);

    auto *cancel = leaveButton(tr("Cancel"), ButtonRole::Normal);
    auto *leave = leaveButton(embedded ? tr("Close all the same") : tr("Leave running"), ButtonRole::Primary);
    leave->setDefault(true);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_disconnect, &QAbstractButton::clicked, this, &LeaveDialog::disconnectChosen);
    connect(leave, &QAbstractButton::clicked, this, &LeaveDialog::leaveChosen);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(m_disconnect);
    buttons->addWidget(leave);
    column->addSpacing(14);
    column->addLayout(buttons);
    setMinimumWidth(LeastWidth);
    m_disconnect->setVisible(m_holds);
    updateButtons();
    leave->setFocus();
}

void LeaveDialog::addList(QVBoxLayout &column, const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    auto *title = new PlainLabel(heading);
    setTone(title, Tone::Heading);
    column.addSpacing(8);
    column.addWidget(title);
    for (const QString &line : lines.first(std::min(MostListed, lines.size()))) {
        auto *label = new ElidedLabel(visible(line));
        label->setMinimumWidth(1);
        column.addWidget(label);
    }
    if (lines.size() > MostListed)
        column.addWidget(new PlainLabel(tr("and %Ln more", nullptr, int(lines.size() - MostListed))));
}

void LeaveDialog::setOnline(bool online)
{
    m_online = online;
    updateButtons();
}

void LeaveDialog::setDisconnecting(bool disconnecting)
{
    m_disconnecting = disconnecting;
    updateButtons();
}

void LeaveDialog::updateButtons()
{
    const QString text = m_disconnecting ? tr("Disconnecting…") : tr("Disconnect all");
    m_disconnect->setText(text);
    m_disconnect->setAccessibleName(text);
    m_disconnect->setEnabled(m_online && !m_disconnecting);
    setHint(m_disconnect, m_online ? QString() : tr("There is no connection to the service."));
}

} // namespace Sonde::Client

#include "moc_leavedialog.cpp"
