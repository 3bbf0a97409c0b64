// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionbutton.h"

#include "plaintext.h"

#include <QAction>

namespace Sonde {

ActionButton::ActionButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
}

void ActionButton::setAction(QAction &action)
{
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this, &action] { follow(action); });
    follow(action);
}

// An action's `statusTip` says why it cannot be used; its tool tip would say its name again.
void ActionButton::follow(const QAction &action)
{
    const QString words = action.iconText(); // without the menu's mnemonic
    setText(words);
    setAccessibleName(words);
    setEnabled(action.isEnabled());
    setToolTip(plainToolTip(action.statusTip()));
    setAccessibleDescription(action.statusTip());
}

} // namespace Sonde
