// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Sonde::Client {

/// When a window has been painted for the first time: what is not needed for that waits for it.
class FirstPaint final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstPaint)

public:
    explicit FirstPaint(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once. Never, when the window is not shown.
    void done();
};

} // namespace Sonde::Client
