// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <array>

namespace Sonde::Client {

/// Colours by what they mean. Views ask for one of these and never for a shade.
enum class Color {
    Surface,       ///< what content lies on
    Raised,        ///< menu bar, status bar, headers of blocks
    Sunken,        ///< behind the tabs
    Border,        ///< between areas
    ControlBorder, ///< around what can be typed into or pressed
    Text,
    DimText,    ///< labels, hints, what matters less
    Accent,     ///< the one thing to do, the focus, links
    AccentText, ///< on Accent
    Selection,  ///< behind selected rows and text
    SelectionText,
    Hover,
    Good,    ///< met, online, completed
    Warning, ///< takes attention: offline, in the background, marks of hidden characters
    Bad,     ///< unmet, failed, ends something
    Match,   ///< behind what a search found
    CodeKey,
    CodeString,
    CodeNumber,
    CodeKeyword,
    CodeComment,
    Count,
};

using Colors = std::array<QColor, size_t(Color::Count)>;

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

[[nodiscard]] inline QColor pick(const Colors &colors, Color color)
{
    return colors.at(size_t(color));
}

/// WCAG 2 contrast ratio of two opaque colours, 1…21; text wants 4.5, marks and frames of controls 3.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

} // namespace Sonde::Client
