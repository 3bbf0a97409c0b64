// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/activity.h"
#include "ui/theme/colors.h"

#include <QIcon>
#include <QWidget>

namespace Sonde::Client {

class Theme;

/// How a command's state looks: never the colour alone.
struct StateLook {
    QString icon; ///< empty: turns while it runs
    Color color = Color::DimText;

    bool operator==(const StateLook &) const = default;
};
[[nodiscard]] StateLook stateLook(const CommandRecord &command);
/// Of one that has ended: its outcome's.
[[nodiscard]] StateLook stateLook(const CommandRecord &command, ActivityOutcome outcome);
/// Without a sign where nobody did it.
[[nodiscard]] StateLook outcomeLook(ActivityOutcome outcome);

/// A small icon beside a state's word; while a command runs, a ring that turns with tick().
class StateGlyph final : public QWidget
{
    Q_OBJECT

public:
    explicit StateGlyph(const Theme &theme, QWidget *parent = nullptr);

    void setLook(const StateLook &look);
    void tick();

    /// Pixels of a sign beside words of this font.
    [[nodiscard]] static int sizeFor(const QFontMetrics &words);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
    void restyle();

    const Theme &m_theme;
    StateLook m_look;
    QIcon m_icon;
    int m_phase = 0;
};

} // namespace Sonde::Client
