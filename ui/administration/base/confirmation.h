// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace Sonde::Client {

/// What is asked before something is taken away.
struct Confirmation {
    QString title;
    QString question;
    QString more; ///< what becomes of it
    QString yes;  ///< the button that does it
};

/// Asks in a box above `window`; Enter and Escape do nothing. `confirmed` is called when somebody says yes, as long as `window` is there.
void askFirst(QWidget &window, const Confirmation &asked, std::function<void()> confirmed);

} // namespace Sonde::Client
