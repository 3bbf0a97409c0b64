// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/scaledstyle.h"

#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

ScaledStyle::ScaledStyle(const Theme &theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(&theme)
{
}

ScaledStyle::~ScaledStyle() = default;

int ScaledStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize: return m_theme ? m_theme->scaled(usual) : usual;
    default: return usual;
    }
}

int ScaledStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *more) const
{
    return hint == SH_Menu_AllowActiveAndDisabled ? 1 : QProxyStyle::styleHint(hint, option, widget, more);
}

} // namespace Sonde::Client

#include "moc_scaledstyle.cpp"
