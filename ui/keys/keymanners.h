// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Sonde::Client {

/// Keys that mean the same in every window of a program, whatever the desktop around it makes of them: Enter presses the button that has
/// the focus, Alt with a letter types nothing, and an arrow in a list of which nothing is selected selects the current row, also when it is
/// the only one. One for a program; made after its QApplication.
class KeyManners final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyManners)

public:
    KeyManners();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Sonde::Client
