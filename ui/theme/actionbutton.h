// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace Sonde::Client {

/// A button whose lines end in … where there is no room for them.
class ElidedButton : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedButton)

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int wordsWidth() const;
};

/// A button for an action that is also in a menu: its words, whether it can be used, and why not, are the action's. Where there is little
/// room it may show the action's `iconText` instead.
class ActionButton final : public ElidedButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButton)

public:
    using ElidedButton::ElidedButton;

    /// The action must outlive the button.
    void setAction(QAction &action);
    void setBrief(bool brief);
    /// Pixels that it wants when it is not brief.
    [[nodiscard]] int wholeWidth() const;
    [[nodiscard]] int briefWidth() const;

private:
    void follow(const QAction &action);

    QString m_words;
    QString m_briefWords;
    bool m_brief = false;
};

} // namespace Sonde::Client
