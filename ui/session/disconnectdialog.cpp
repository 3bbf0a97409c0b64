// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/disconnectdialog.h"

#include "models/text/visibletext.h"
#include "ui/evidence/commandlook.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype MostNamed = 6;

QString commandList(const QList<CommandRecord> &commands)
{
    QStringList lines;
    for (const auto &command : commands.first(std::min(MostNamed, commands.size())))
        lines += QString(command.id.toString() % "  "_L1 % visible(CommandLook::line(command)).left(80));
    return lines.join(u'\n');
}

} // namespace

DisconnectDialog::DisconnectDialog(
    const QString &device, const QString &owner, const QList<CommandRecord> &running, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Disconnect session"));
    auto *title = new PlainLabel(tr("Disconnect the session on %1?").arg(visible(device)));
    setTone(title, Tone::Title);
    title->setWordWrap(true);
    auto *text = new PlainLabel(tr("The command log and all outputs are kept."));
    text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, 22, 26, 20);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(text);
    if (!owner.isEmpty()) {
        auto *whose = new PlainLabel(tr("It is the session of %1.").arg(visible(owner)));
        setTone(whose, Tone::Warning);
        whose->setWordWrap(true);
        layout->addWidget(whose);
    }
    if (!running.isEmpty()) {
        auto *heading =
            new PlainLabel(tr("%n command(s) still running would be cancelled:", nullptr, int(running.size())));
        setTone(heading, Tone::Warning);
        layout->addWidget(heading);
        layout->addWidget(new PlainLabel(commandList(running)));
        if (running.size() > MostNamed)
            layout->addWidget(new PlainLabel(tr("and %n more", nullptr, int(running.size() - MostNamed))));
    }

    auto *cancel = new QPushButton(tr("Cancel"));
    auto *confirm = new QPushButton(tr("Confirm"));
    confirm->setAccessibleName(tr("Confirm"));
    setRole(confirm, ButtonRole::Danger);
    // Enter alone ends no work.
    QPushButton *usual = running.isEmpty() && owner.isEmpty() ? confirm : cancel;
    for (QPushButton *button : {cancel, confirm})
        button->setAutoDefault(button == usual);
    usual->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    layout->addSpacing(10);
    layout->addLayout(buttons);
    setMinimumWidth(460);
    usual->setFocus();
}

} // namespace Sonde::Client

#include "moc_disconnectdialog.cpp"
