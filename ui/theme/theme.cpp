// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/icons.h"
#include "ui/theme/scaledstyle.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleHints>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

// What the interface is drawn for, where it is installed (Debian: fonts-inter, fonts-jetbrains-mono).
constexpr auto InterfaceFamily = "Inter"_L1;
constexpr auto ConsoleFamily = "JetBrains Mono"_L1;

/// Empty: the system's.
QString chosenOr(const QString &chosen, QLatin1StringView family)
{
    if (!chosen.isEmpty())
        return chosen;
    return QFontDatabase::hasFamily(family) ? QString(family) : QString();
}

} // namespace

Theme::Theme(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemFont(QFontDatabase::systemFont(QFontDatabase::GeneralFont))
    , m_dark(wantsDark())
{
    connect(&m_settings, &Settings::changed, this, &Theme::follow);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
}

void Theme::applyToApplication()
{
    m_applied = true;
    QApplication::setStyle(new ScaledStyle(*this));
    refresh();
}

QIcon Theme::icon(const QString &name, Color tint) const
{
    QIcon &icon = m_icons[{name, tint}];
    if (!icon.isNull())
        return icon;
    const QColor dimmed = color(Color::ControlBorder); // paler than any tint, and seen all the same
    icon = tintedIcon(name, color(tint), dimmed);
    return icon;
}

QFont Theme::interfaceFont() const
{
    if (!m_interfaceFont)
        m_interfaceFont = makeInterfaceFont();
    return *m_interfaceFont;
}

QFont Theme::makeInterfaceFont() const
{
    QFont font = m_systemFont;
    if (const QString family = chosenOr(m_settings.get(Settled::InterfaceFont), InterfaceFamily); !family.isEmpty())
        font.setFamily(family);
    if (const int size = m_settings.get(Settled::InterfaceFontSize); size > 0)
        font.setPointSize(size);
    font.setFeature("tnum", 1); // digits of one width: a clock does not move what is beside it
    return withFallbacks(font);
}

QFont Theme::consoleFont() const
{
    if (!m_consoleFont)
        m_consoleFont = makeConsoleFont();
    return *m_consoleFont;
}

int Theme::scaled(int pixels) const
{
    return qRound(pixels * std::max(1.0, interfaceFont().pointSizeF() / m_systemFont.pointSizeF()));
}

QFont Theme::makeConsoleFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // A family that was not set is none to a widget that is given this font: it would take the application's.
    const QString family = chosenOr(m_settings.get(Settled::ConsoleFont), ConsoleFamily);
    font.setFamilies(family.isEmpty() ? font.families() : QStringList{family});
    const int size = m_settings.get(Settled::ConsoleFontSize);
    font.setPointSizeF(size > 0 ? size : interfaceFont().pointSizeF());
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return withFallbacks(font);
}

void Theme::setLanguage(const QString &language)
{
    if (language == m_language)
        return;
    m_language = language;
    refresh();
}

QFont Theme::withFallbacks(QFont font) const
{
    if (m_language != "ja"_L1)
        return font;
    // Named as it is, because a generic family would give way to the ones behind it.
    QStringList families{QFontInfo(font).family()};
    families << u"Noto Sans CJK JP"_s << u"Yu Gothic UI"_s << u"Hiragino Sans"_s;
    font.setFamilies(families);
    return font;
}

void Theme::follow(QLatin1StringView key)
{
    if (Settings::is(key, Settled::Theme) || Settings::is(key, Settled::InterfaceFont)
        || Settings::is(key, Settled::InterfaceFontSize) || Settings::is(key, Settled::ConsoleFont)
        || Settings::is(key, Settled::ConsoleFontSize))
        refresh();
}

void Theme::refresh()
{
    m_dark = wantsDark();
    m_icons.clear();
    m_interfaceFont.reset();
    m_consoleFont.reset();
    if (m_applied) {
        askSystemForFrames();
        const QFont font = interfaceFont();
        QFile sheet(u":/theme/sonde.qss"_s);
        const bool found = sheet.open(QIODevice::ReadOnly);
        Q_ASSERT(found);
        QApplication::setFont(font);
        QApplication::setPalette(palette());
        qApp->setStyleSheet(found
                ? styleSheet(QString::fromUtf8(sheet.readAll()), m_dark ? darkColors() : lightColors(), font,
                      m_language == "ja"_L1 ? Script::Dense : Script::Plain)
                : QString());
    }
    Q_EMIT changed();
}

// Title bars and native dialogs are the system's: they follow a forced scheme where the system lets them.
void Theme::askSystemForFrames() const
{
    QStyleHints *hints = QGuiApplication::styleHints();
    if (m_settings.get(Settled::Theme) == ThemeChoice::System)
        hints->unsetColorScheme();
    else
        hints->setColorScheme(m_dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
}

bool Theme::wantsDark() const
{
    switch (m_settings.get(Settled::Theme)) {
    case ThemeChoice::Light: return false;
    case ThemeChoice::Dark: return true;
    case ThemeChoice::System: break;
    }
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

QPalette Theme::palette() const
{
    QPalette palette(color(Color::Text), color(Color::Surface), color(Color::Border), color(Color::ControlBorder),
        color(Color::Border), color(Color::Text), color(Color::SelectionText), color(Color::Surface),
        color(Color::Surface));
    palette.setColor(QPalette::Button, color(Color::Raised));
    palette.setColor(QPalette::AlternateBase, color(Color::Raised));
    palette.setColor(QPalette::ToolTipBase, color(Color::Raised));
    palette.setColor(QPalette::ToolTipText, color(Color::Text));
    palette.setColor(QPalette::PlaceholderText, color(Color::DimText));
    palette.setColor(QPalette::Highlight, color(Color::Selection));
    palette.setColor(QPalette::HighlightedText, color(Color::SelectionText));
    palette.setColor(QPalette::Accent, color(Color::Accent));
    palette.setColor(QPalette::Link, color(Color::Accent));
    palette.setColor(QPalette::LinkVisited, color(Color::Accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Color::DimText));
    return palette;
}

} // namespace Sonde::Client

#include "moc_theme.cpp"
