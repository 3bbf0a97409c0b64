// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

namespace Sonde::Client {

class Theme;

/// Fusion, whose icons and check marks grow with the font, and whose menus can be walked through whole: what cannot be used says why.
class ScaledStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScaledStyle)

public:
    /// Without `theme`, once that is gone, sizes are Fusion's own: a style stays with the application to its end.
    explicit ScaledStyle(const Theme &theme);
    ~ScaledStyle() override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *more) const override;

private:
    QPointer<const Theme> m_theme;
};

} // namespace Sonde::Client
