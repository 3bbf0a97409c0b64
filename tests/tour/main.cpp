// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"
#include "transport/base/endsignals.h"
#include "transport/tls/tlsclient.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workstation.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sonde::Client;

namespace {

QtMessageHandler said = nullptr;

// The offscreen platform has no window manager, and says so at each window.
void sayWhatMatters(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains("This plugin does not support"_L1))
        said(type, context, message);
}

} // namespace

int main(int argc, char **argv)
{
    said = qInstallMessageHandler(sayWhatMatters);
    QCoreApplication::setApplicationName(u"sonde"_s); // as the workstation calls itself
    QCoreApplication::setApplicationVersion(QStringLiteral(SONDE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Sonde"_s);
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(u":/icons/sonde.svg"_s));

    const QCommandLineOption data(
        u"data"_s, u"Keep settings and tenant in this folder (default: none is left)."_s, u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"Language of the interface: en, fr or ja."_s, u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, u"light or dark (default: as the system)."_s, u"NAME"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window, as 1024x700."_s, u"WxH"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes a picture of every page of the workstation."_s);
    parser.addHelpOption();
    parser.addOptions({data, language, theme, size});
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.process(application);
    const QStringList sides = parser.value(size).split(u'x');
    const QSize wanted(sides.value(0).toInt(), sides.value(1).toInt());
    if (parser.positionalArguments().size() != 1 || (parser.isSet(size) && wanted.isEmpty()))
        parser.showHelp(2);

    const QTemporaryDir own;
    const QString folder = parser.isSet(data) ? parser.value(data) : own.path();
    Settings settings(folder + u"/workstation.ini"_s);
    if (parser.isSet(language))
        settings.set(Settled::Language, parser.value(language));
    if (parser.isSet(theme))
        settings.set(Settled::Theme, parser.value(theme) == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::Light);
    Theme look(settings);
    look.applyToApplication();
    const Languages languages(settings, look);

    Workstation workstation(QUrl(), Sonde::UserName(), folder);
    MainWindow window(workstation, look, settings);
    if (!wanted.isEmpty())
        window.resize(wanted);
    window.show();
    QTimer::singleShot(0, &workstation, [&workstation] {
        Sonde::startTls();
        workstation.start();
    });
    Tour tour(window, workstation, look, settings, QDir(parser.positionalArguments().first()));
    QObject::connect(&tour, &Tour::finished, &application, &QCoreApplication::exit);
    tour.start();
    const Sonde::EndSignals endSignals; // the tenant ends with us
    QObject::connect(&endSignals, &Sonde::EndSignals::asked, &window, &MainWindow::leaveUnasked);
    return QApplication::exec();
}
