// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include "protocol/time/timetext.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

ShownZone shownZone(ZoneChoice choice)
{
    switch (choice) {
    case ZoneChoice::Utc: return ShownZone::Utc;
    case ZoneChoice::Local: return ShownZone::Local;
    case ZoneChoice::Device: return ShownZone::Device;
    }
    Q_UNREACHABLE_RETURN(ShownZone::Utc);
}

} // namespace

Languages::Languages(const Settings &settings, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
{
    connect(&settings, &Settings::changed, this, [this](QLatin1StringView key) {
        if (Settings::is(key, Settled::Language))
            apply();
        else if (Settings::is(key, Settled::TimeZone))
            applyZone();
    });
    TimeText::setShownZone(shownZone(m_settings.get(Settled::TimeZone))); // nobody shows a time yet
    apply();
}

QStringList Languages::offered()
{
    return {u"en"_s, u"fr"_s, u"ja"_s};
}

QString Languages::nativeName(const QString &language)
{
    if (language == "fr"_L1)
        return u"Français"_s;
    return language == "ja"_L1 ? u"日本語"_s : u"English"_s;
}

QString Languages::wanted() const
{
    if (const QString chosen = m_settings.get(Settled::Language); offered().contains(chosen))
        return chosen;
    for (const QString &system : QLocale::system().uiLanguages()) {
        const QString language = system.section(u'-', 0, 0);
        if (offered().contains(language))
            return language;
    }
    return u"en"_s;
}

// The locale goes first: installing a translator tells every window to ask for its words, numbers and dates again.
void Languages::apply()
{
    const QString language = wanted();
    if (language == m_current)
        return;
    m_current = language;
    const QLocale system = QLocale::system();
    const QLocale locale(language);
    QLocale::setDefault(system.language() == locale.language() ? system : locale);
    for (QWidget *window : QApplication::topLevelWidgets())
        window->unsetLocale(); // takes the default anew, and the widgets in it with it
    m_theme.setLanguage(language);

    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(":/i18n/qtbase_"_L1 + language + ".qm"_L1))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (m_own.load(":/i18n/sonde_"_L1 + language + ".qm"_L1))
        QCoreApplication::installTranslator(&m_own);
}

// To who shows a time another zone is what another language is to who shows words: they make their texts anew.
void Languages::applyZone()
{
    TimeText::setShownZone(shownZone(m_settings.get(Settled::TimeZone)));
    QCoreApplication::postEvent(qApp, new QEvent(QEvent::LanguageChange));
}

} // namespace Sonde::Client

#include "moc_languages.cpp"
