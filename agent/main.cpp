// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentprogram.h"
#include "agent/base/log.h"
#include "agent/helperprocess.h"
#include "agent/releasebycode.h"
#include "agent/serviceinstallation.h"
#include "agent/servicerun.h"
#include "transport/base/endsignals.h"
#include "transport/base/inputend.h"
#include "transport/base/processlimits.h"
#include "transport/tls/tlsclient.h"
#ifdef SONDE_WEBSOCKETS
#include "transport/websocket/websocketopening.h"
#endif

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

enum ExitStatus { Ended = 0, Failed = 1, Usage = 2 };

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

void printReady(const DeviceId &device, const QUrl &service, ChannelChoice channel)
{
    const QJsonObject line{
        {u"device"_s, device.value()}, {u"url"_s, service.toString()}, {u"channel"_s, channelWord(channel)}};
    print(stdout, QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) + u'\n');
}

int complain(const Error &error)
{
    print(stderr, u"sonde-agent: %1\n"_s.arg(debugText(error)));
    return Failed;
}

int release(const AgentOptions &options)
{
    const QString code = options.release == u"-" ? QString::fromUtf8(readInputLine()) : options.release;
    const auto released = releaseByCode(options.dataFolder, code, QDateTime::currentDateTimeUtc());
    if (!released)
        return complain(released.error());
    print(stdout, u"sonde-agent: this device is not isolated any more (code %1)\n"_s.arg(*released));
    return Ended;
}

/// Empty when this agent was built without them.
ChannelOpener webSocketOpener()
{
#ifdef SONDE_WEBSOCKETS
    return [](const ChannelOpening::Order &order) { return std::make_unique<WebSocketOpening>(order, u"/agent"_s); };
#else
    return {};
#endif
}

/// What ends the agent; outlives it.
struct Ends {
    std::optional<ServiceRun> service;
    std::optional<EndSignals> signals;
    std::optional<InputEnd> input;
    bool hasFailed = false;
};

/// Ends when the device is enrolled, when it is asked to, or when it fails.
int follow(const AgentOptions &options, AgentProgram &agent, Ends &ends)
{
    if (!ends.service) { // which the console would tell that somebody signs out
        ends.signals.emplace();
        QObject::connect(&*ends.signals, &EndSignals::asked, qApp, &QCoreApplication::quit);
    }
    QObject::connect(
        &agent, &AgentProgram::ready, qApp, [&options](const DeviceId &device, const QUrl &url, ChannelChoice channel) {
            printReady(device, url, channel);
            if (options.enrolOnly)
                QCoreApplication::quit();
        });
    QObject::connect(&agent, &AgentProgram::failed, qApp, [&ends](const Error &error) {
        ends.hasFailed = true;
        complain(error);
        if (ends.service)
            qCCritical(agentLog).noquote() << debugText(error);
        // A device that is not enrolled is no better off when its service is started again.
        QCoreApplication::exit(ends.service && error.code == ErrorCode::NotFound ? Ended : Failed);
    });
    // When the event loop runs, so that a failure can end it. The end of the input is waited for afterwards: enrolment may read a token
    // from it.
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            agent.start();
            if (ends.service && !ends.hasFailed)
                ends.service->reportRunning();
            if (options.embedded) {
                ends.input.emplace();
                QObject::connect(&*ends.input, &InputEnd::reached, qApp, &QCoreApplication::quit);
            }
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int run(const AgentOptions &options)
{
    Ends ends;
    if (options.service) {
        ends.service.emplace(agentService({}).name);
        QObject::connect(&*ends.service, &ServiceRun::asked, qApp, &QCoreApplication::quit);
        if (const auto begun = ends.service->begin(); !begun)
            return complain(begun.error());
    }
    startTls();
    AgentProgram agent(options, webSocketOpener());
    const int status = follow(options, agent, ends);
    const bool hasStopped = agent.stop();
    if (ends.service)
        ends.service->reportEnded(status != Ended);
    // A thread that waits for a dead disk cannot be ended, only left.
    if (!hasStopped)
        std::_Exit(status);
    return status;
}

/// How the service manager starts this program.
QStringList serviceCommand(const AgentOptions &options)
{
    const auto native = [](const QString &path) { return QDir::toNativeSeparators(path); };
    QStringList command{
        native(QCoreApplication::applicationFilePath()), u"--service"_s, u"--data"_s, native(options.dataFolder)};
    if (QFileInfo(options.config) != QFileInfo(options.dataFolder + u"/agent.json"_s))
        command += {u"--config"_s, native(options.config)};
    if (options.channel)
        command += {u"--channel"_s, channelWord(*options.channel)};
    return command;
}

int install(AgentOptions options)
{
    const ServiceDefinition service = agentService(serviceCommand(options));
    if (!options.enrol.isEmpty()) {
        options.enrolOnly = true;
        if (const auto stopped = stopService(service.name); !stopped) // it has the folder
            return complain(stopped.error());
        if (const int enrolled = run(options); enrolled != Ended)
            return enrolled;
    }
    const AgentFolder folder(options.dataFolder);
    const bool isEnrolled = folder.isEnrolled();
    const auto done =
        installService(service).and_then([&] { return folder.prepare(); }).and_then([&]() -> Result<void> {
            return isEnrolled ? startService(service.name) : Result<void>();
        });
    if (!done)
        return complain(done.error());
    const QString place = QDir::toNativeSeparators(options.dataFolder);
    print(stdout,
        isEnrolled
            ? u"sonde-agent: the service %1 runs, and starts with the system; its folder is %2\n"_s.arg(
                  service.name, place)
            : u"sonde-agent: the service %1 is installed, and starts with the system. This device is not enrolled yet: "
              "say --install again with --enrol, --token - and --fingerprint; its folder is %2\n"_s.arg(
                  service.name, place));
    return Ended;
}

int uninstall(const AgentOptions &options)
{
    const QString name = agentService({}).name;
    const auto removed = uninstallService(name);
    if (!removed)
        return complain(removed.error());
    print(stdout,
        u"sonde-agent: %1. What it kept stays until you delete it (%2, unless --data said another folder): its key, "
        u"its "
        "identity, and what is in quarantine\n"_s.arg(
            *removed ? u"the service %1 is stopped and removed"_s.arg(name) : u"there was no service %1"_s.arg(name),
            QDir::toNativeSeparators(options.dataFolder)));
    return Ended;
}

} // namespace

int main(int argc, char *argv[])
{
    // Before anything else is set up: such a process needs little, and does not live long.
    if (const auto status = runAsHelper(argc, argv))
        return *status;
    keepMemoryPrivate();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sonde-agent"_s);
    const auto options = parseAgentOptions(QCoreApplication::arguments().sliced(1));
    if (!options) {
        print(stderr, u"sonde-agent: %1\n%2"_s.arg(debugText(options.error()), agentUsage()));
        return Usage;
    }
    if (options->help || options->version) {
        print(stdout, options->help ? agentUsage() : u"sonde-agent %1\n"_s.arg(QStringLiteral(SONDE_VERSION)));
        return Ended;
    }
    if (options->install)
        return install(*options);
    if (options->uninstall)
        return uninstall(*options);
    return options->release.isEmpty() ? run(*options) : release(*options);
}
