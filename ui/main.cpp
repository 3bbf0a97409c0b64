// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/endsignals.h"
#include "transport/base/processlimits.h"
#include "transport/tls/tlsclient.h"
#include "ui/keys/keymanners.h"
#include "ui/keys/whynot.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/announcer.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workstation.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int UsageError = 2;
constexpr auto LongestLeave = 20s;
constexpr auto LongestPaint = 500ms;

struct Options {
    QUrl tenant;
    QString user;
    QString dataFolder;
    QString language;
    QString theme;
    bool announce = false;
    int width = 0;
    int height = 0;
};

/// nullopt, after a word on stderr: the command line makes no sense.
std::optional<Options> readOptions(const QCoreApplication &application)
{
    const QCommandLineOption tenant(
        u"tenant"_s, u"Work with the tenant at this address (default: one on this computer)."_s, u"URL"_s);
    const QCommandLineOption user(u"user"_s, u"Sign in as this user."_s, u"NAME"_s);
    const QCommandLineOption data(u"data"_s, u"Keep settings and the embedded tenant in this folder."_s, u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"Language of the interface: en, fr or ja."_s, u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, u"light or dark (default: as the system)."_s, u"NAME"_s);
    const QCommandLineOption announce(
        u"announce"_s, u"Say in JSON lines when the window is painted and when the inventory is there."_s);
    const QCommandLineOption width(u"width"_s, u"Width of the window."_s, u"PIXELS"_s);
    const QCommandLineOption height(u"height"_s, u"Height of the window."_s, u"PIXELS"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Sonde: live response, the analyst's workstation."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({tenant, user, data, language, theme, announce, width, height});
    parser.process(application);

    Options options{QUrl(parser.value(tenant)), parser.value(user), parser.value(data), parser.value(language),
        parser.value(theme), parser.isSet(announce), parser.value(width).toInt(), parser.value(height).toInt()};
    const auto refuse = [](const char *what) {
        std::fprintf(stderr, "sonde: %s\n", what);
        return std::nullopt;
    };
    if (parser.isSet(tenant) && (options.tenant.scheme() != "https"_L1 || options.tenant.host().isEmpty()))
        return refuse("--tenant wants an address like https://sonde.example.org:7443");
    if (!options.language.isEmpty() && !Sonde::Client::Languages::offered().contains(options.language))
        return refuse("--language wants en, fr or ja");
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return refuse("--theme wants light or dark");
    if (!parser.positionalArguments().isEmpty())
        return refuse("no such option; see --help");
    return options;
}

/// What is answered in words needs no display, and who asks for it may have none.
bool asksForWords(std::span<char *const> arguments)
{
    return std::ranges::any_of(arguments, [](const char *argument) {
        constexpr std::string_view asking[]{"-h", "--help", "--help-all", "-v", "--version"};
        return std::ranges::contains(asking, std::string_view(argument));
    });
}

QString settingsFile(const QString &dataFolder)
{
    const QString folder =
        dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : dataFolder;
    return folder + "/workstation.ini"_L1;
}

void applyOptions(const Options &options, Sonde::Client::Settings &settings)
{
    if (!options.language.isEmpty())
        settings.set(Sonde::Client::Settled::Language, options.language);
    if (!options.theme.isEmpty())
        settings.set(Sonde::Client::Settled::Theme,
            options.theme == "dark"_L1 ? Sonde::Client::ThemeChoice::Dark : Sonde::Client::ThemeChoice::Light);
}

int showWindow(const Options &options, Sonde::Client::Workstation &workstation, Sonde::Client::Theme &theme,
    Sonde::Client::Settings &settings, const Sonde::EndSignals &endSignals)
{
    Sonde::Client::MainWindow window(workstation, theme, settings);
    if (options.width > 0 && options.height > 0)
        window.resize(options.width, options.height);
    const Sonde::Client::FirstPaint firstPaint(window);
    std::optional<Sonde::Client::Announcer> announcer;
    if (options.announce)
        announcer.emplace(firstPaint, workstation);
    // The window is painted before the tenant's programs ask for the processor; one that is not shown is not waited for.
    QTimer patience;
    patience.setSingleShot(true);
    patience.callOnTimeout(&workstation, [&workstation] {
        Sonde::startTls();
        workstation.start();
    });
    QObject::connect(&firstPaint, &Sonde::Client::FirstPaint::done, &patience, [&patience] {
        if (patience.isActive())
            patience.start(0ms);
    });
    patience.start(LongestPaint);
    window.show();
    QObject::connect(&endSignals, &Sonde::EndSignals::asked, &window, &Sonde::Client::MainWindow::leaveUnasked);
    return QApplication::exec();
}

/// Nothing is on the screen any more. Whoever asks once more is not kept waiting.
void leave(Sonde::Client::Workstation &workstation, const Sonde::EndSignals &endSignals)
{
    QObject::connect(&endSignals, &Sonde::EndSignals::asked, qApp, &QCoreApplication::quit);
    QObject::connect(
        &workstation, &Sonde::Client::Workstation::left, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    workstation.leave();
    QTimer::singleShot(LongestLeave, qApp, &QCoreApplication::quit); // whatever it is that does not answer
    QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"sonde"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SONDE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Sonde"_s);
    QGuiApplication::setDesktopFileName(u"sonde"_s);
    if (asksForWords(std::span(argv, size_t(argc)))) {
        const QCoreApplication plain(argc, argv);
        return readOptions(plain) ? 0 : UsageError; // it has answered, and ended the program
    }
    Sonde::leaveNoCore();
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(u":/icons/sonde.svg"_s));

    const std::optional<Options> options = readOptions(application);
    if (!options)
        return UsageError;
    Sonde::Client::Settings settings(settingsFile(options->dataFolder));
    applyOptions(*options, settings);
    Sonde::Client::Theme theme(settings);
    const Sonde::Client::Languages languages(settings, theme); // first: each language has a style sheet of its own
    theme.applyToApplication();
    const Sonde::Client::KeyManners keys;
    const Sonde::Client::WhyNot reasons;

    const QString tenantFolder =
        options->dataFolder.isEmpty() ? Sonde::Client::EmbeddedTenant::defaultFolder() : options->dataFolder;
    Sonde::Client::Workstation workstation(options->tenant, Sonde::UserName(options->user), tenantFolder);
    const Sonde::EndSignals endSignals; // of a session that ends: windows and tenant go as when somebody quits
    const int status = showWindow(*options, workstation, theme, settings, endSignals);
    leave(workstation, endSignals);
    return status;
}
