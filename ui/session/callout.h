// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Sonde::Client {

class PlainLabel;
class StateGlyph;
class Theme;

/// A sentence across the page that stays as long as it is true; hidden when empty.
class Callout final : public QWidget
{
    Q_OBJECT

public:
    explicit Callout(const Theme &theme, QWidget *parent = nullptr);

    /// `action`: what the button says; empty: no button.
    void setText(const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StateGlyph *m_glyph;
    PlainLabel *m_label;
    QPushButton *m_action;
};

} // namespace Sonde::Client
