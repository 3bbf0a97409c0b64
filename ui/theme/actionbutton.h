// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace Sonde::Client {

/// A button for an action that is also in a menu: its words, whether it can be used, and why not, are the action's. Where there is no
/// room the words end in ….
class ActionButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButton)

public:
    explicit ActionButton(QWidget *parent = nullptr);

    /// The action must outlive the button.
    void setAction(QAction &action);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const QAction &action);
};

} // namespace Sonde::Client
