// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"

#include <algorithm>
#include <cmath>

namespace Sonde::Client {

namespace {

struct Pair {
    Color color;
    QRgb light;
    QRgb dark;
};

// clang-format off
constexpr Pair Pairs[] = {
    {Color::Surface,       0xffffff, 0x1d2025},
    {Color::Raised,        0xf4f6f8, 0x25282e},
    {Color::Sunken,        0xe8ebf0, 0x14161a},
    {Color::Border,        0xd9dee6, 0x343840},
    {Color::ControlBorder, 0x8e95a1, 0x727986},
    {Color::Text,          0x16191f, 0xe7e9ed},
    {Color::DimText,       0x586070, 0xa2a9b5},
    {Color::Accent,        0x0b5cc4, 0x64a8f4},
    {Color::AccentText,    0xffffff, 0x0c1016},
    {Color::Selection,     0xe1ecfa, 0x243a5c},
    {Color::SelectionText, 0x10131a, 0xf2f4f7},
    {Color::Hover,         0xf0f4f9, 0x2a2e35},
    {Color::Good,          0x16702d, 0x56c574},
    {Color::Warning,       0x855400, 0xe5b454},
    {Color::Bad,           0xbd211b, 0xff8a82},
    {Color::Match,         0xffe79a, 0x5b4a10},
    {Color::CodeKey,       0x0b5cc4, 0x82b8ff},
    {Color::CodeString,    0x0b6b55, 0x7fd3a8},
    {Color::CodeNumber,    0x914600, 0xe6a870},
    {Color::CodeKeyword,   0x7132c9, 0xcaa6ff},
    {Color::CodeComment,   0x586070, 0xa2a9b5},
};
// clang-format on

Colors filled(QRgb Pair::*shade)
{
    Colors colors;
    for (const Pair &pair : Pairs)
        colors.at(size_t(pair.color)) = QColor(pair.*shade);
    return colors;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Colors &lightColors()
{
    static const Colors colors = filled(&Pair::light);
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors = filled(&Pair::dark);
    return colors;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace Sonde::Client
