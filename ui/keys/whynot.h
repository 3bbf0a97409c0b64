// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

class QMenu;

namespace Sonde::Client {

/// What cannot be used says why (setUsable()): in menus by the tool tip and the status line, and to a screen reader when one comes by; and
/// whoever presses the key of something that cannot be used is told, too. One for a program; made after its QApplication.
class WhyNot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyNot)

public:
    WhyNot();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QMenu &menu);

    QSet<const QObject *> m_followed; ///< menus
};

} // namespace Sonde::Client
