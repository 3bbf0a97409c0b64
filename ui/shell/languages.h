// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/workstationsettings.h"

#include <QTranslator>

namespace Sonde::Client {

class Theme;

/// The interface's language: installs its translators, sets how numbers are written and by whose clock times are, and follows the
/// settings while running.
class Languages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Languages)

public:
    Languages(const Settings &settings, Theme &theme, QObject *parent = nullptr);

    /// "en", "fr", "ja".
    [[nodiscard]] static QStringList offered();
    /// Its name in itself: "日本語".
    [[nodiscard]] static QString nativeName(const QString &language);
    [[nodiscard]] const QString &current() const { return m_current; }

private:
    void apply();
    void applyZone();
    [[nodiscard]] QString wanted() const;

    const Settings &m_settings;
    Theme &m_theme;
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace Sonde::Client
