// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentprogram.h"
#include "agent/helperprocess.h"
#include "agent/releasebycode.h"
#include "transport/base/endsignals.h"
#include "transport/base/inputend.h"
#include "transport/base/processlimits.h"
#include "transport/tls/tlsclient.h"
#ifdef SONDE_WEBSOCKETS
#include "transport/websocket/websocketopening.h"
#endif

#include <QCoreApplication>
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

int release(const AgentOptions &options)
{
    const QString code = options.release == u"-" ? QString::fromUtf8(readInputLine()) : options.release;
    const auto released = releaseByCode(options.dataFolder, code, QDateTime::currentDateTimeUtc());
    if (!released) {
        print(stderr, u"sonde-agent: %1\n"_s.arg(debugText(released.error())));
        return Failed;
    }
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

int run(const AgentOptions &options)
{
    startTls();
    AgentProgram agent(options, webSocketOpener());
    const EndSignals signals;
    QObject::connect(&signals, &EndSignals::asked, qApp, &QCoreApplication::quit);
    QObject::connect(&agent, &AgentProgram::ready, qApp,
        [&options](const DeviceId &device, const QUrl &service, ChannelChoice channel) {
            printReady(device, service, channel);
            if (options.enrolOnly)
                QCoreApplication::quit();
        });
    QObject::connect(&agent, &AgentProgram::failed, qApp, [](const Error &error) {
        print(stderr, u"sonde-agent: %1\n"_s.arg(debugText(error)));
        QCoreApplication::exit(Failed);
    });
    std::optional<InputEnd> input;
    // When the event loop runs, so that a failure can end it. The end of the input is waited for afterwards: enrolment may read a token
    // from it.
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            agent.start();
            if (options.embedded) {
                input.emplace();
                QObject::connect(&*input, &InputEnd::reached, qApp, &QCoreApplication::quit);
            }
        },
        Qt::QueuedConnection);
    const int status = QCoreApplication::exec();
    // A thread that waits for a dead disk cannot be ended, only left.
    if (!agent.stop())
        std::_Exit(status);
    return status;
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
    return options->release.isEmpty() ? run(*options) : release(*options);
}
