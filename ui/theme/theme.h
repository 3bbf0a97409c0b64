// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/workstationsettings.h"
#include "ui/theme/colors.h"

#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <optional>

namespace Sonde::Client {

/// How everything looks: colours by meaning, icons tinted with them, fonts. Follows the system's light or dark scheme unless the
/// settings say otherwise. Painters ask it while painting; what keeps a colour or icon asks again on changed().
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(const Settings &settings, QObject *parent = nullptr);

    /// Gives the application its style, palette, fonts and style sheet, now and after each change. Call once, before the first window.
    void applyToApplication();

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QColor color(Color color) const { return pick(m_dark ? darkColors() : lightColors(), color); }
    /// An icon of resources/icons ("devices"), sharp at any scale, dimmed when disabled. It keeps the colour it was made with.
    [[nodiscard]] QIcon icon(const QString &name, Color tint = Color::Text) const;

    [[nodiscard]] QFont interfaceFont() const;
    [[nodiscard]] QFont consoleFont() const;
    /// A size that is right beside text of the system's size, in pixels, as it is right beside text of the chosen one.
    [[nodiscard]] int scaled(int pixels) const;
    [[nodiscard]] QSize scaledIcon(int pixels) const { return {scaled(pixels), scaled(pixels)}; }

    /// The interface's language decides which font fills in for characters the chosen one lacks ("ja": Japanese shapes of Han characters).
    void setLanguage(const QString &language);

Q_SIGNALS:
    /// Colours, icons or fonts are others than before.
    void changed();

private:
    void follow(QLatin1StringView key);
    void refresh();
    void askSystemForFrames() const;
    [[nodiscard]] bool wantsDark() const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QFont makeInterfaceFont() const;
    [[nodiscard]] QFont makeConsoleFont() const;
    [[nodiscard]] QFont withFallbacks(QFont font) const;

    const Settings &m_settings;
    QFont m_systemFont;
    QString m_language;
    mutable QHash<std::pair<QString, Color>, QIcon> m_icons; ///< made already, in the colours of now
    mutable std::optional<QFont> m_interfaceFont;            ///< asked for with every widget that is made
    mutable std::optional<QFont> m_consoleFont;              ///< … with every paint
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace Sonde::Client
