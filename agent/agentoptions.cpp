// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentoptions.h"

#include "agent/serviceinstallation.h"
#include "transport/tls/tlsclient.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

Result<void> check(const AgentOptions &options)
{
    static const QRegularExpression sha256(u"^[0-9a-f]{64}$"_s);
    if (options.dataFolder.isEmpty())
        return fail(ErrorCode::MissingParameter, u"--data"_s, u"the agent's folder"_s);
    if (int(options.install) + int(options.uninstall) + int(options.service) + int(options.embedded) > 1)
        return fail(ErrorCode::BadValue, options.embedded ? u"--embedded"_s : u"--service"_s,
            u"one of --install, --uninstall, --service and --embedded at a time"_s);
    if (options.enrolOnly && options.enrol.isEmpty())
        return fail(ErrorCode::MissingParameter, u"--enrol"_s, u"--enrol-only says what comes after it"_s);
    if (options.enrol.isEmpty())
        return {};
    if (options.enrol.scheme() != u"https" || options.enrol.host().isEmpty())
        return fail(ErrorCode::BadValue, u"--enrol"_s, u"https://HOST:PORT of the service"_s);
    if (options.token.isEmpty())
        return fail(ErrorCode::MissingParameter, u"--token"_s, u"- reads it from the first line of standard input"_s);
    if (options.token != u"-")
        return fail(ErrorCode::BadValue, u"--token"_s,
            u"everybody on this computer sees arguments: - reads it from the first line of standard input"_s);
    if (!sha256.match(options.fingerprint).hasMatch())
        return fail(ErrorCode::MissingParameter, u"--fingerprint"_s,
            u"SHA-256 of the tenant's CA certificate: 64 hexadecimal digits"_s);
    return {};
}

} // namespace

QString agentUsage()
{
    return u"sonde-agent --data DIR --enrol URL --token - --fingerprint SHA256 [--channel HOW] [--enrol-only] "
           u"[--embedded]\n"
           "sonde-agent --data DIR [--channel HOW] [--config FILE] [--embedded]\n"
           "sonde-agent --data DIR --release CODE|-\n"
           "sonde-agent --install [--data DIR] [--config FILE] [--channel HOW] [--enrol URL --token - --fingerprint "
           "SHA256]\n"
           "sonde-agent --uninstall\n"
           "\n"
           "  --data DIR            the agent's folder: its key, its identity, its command log\n"
           "  --enrol URL           make this device one of the tenant at https://HOST:PORT; enrolled there already: "
           "only its address is new\n"
           "  --token -             reads the enrolment token from the first line of standard input\n"
           "  --fingerprint SHA256  of the tenant's CA certificate, as the service prints it\n"
           "  --channel HOW         how it reaches its service, from now on: direct (sonde-agent/1), websocket (for "
           "proxies that look "
           "into what passes), or auto: directly, and by a WebSocket where nothing else gets through\n"
           "  --enrol-only          end when the service knows this device: a service of the system goes on\n"
           "  --release CODE|-      end the isolation of this device, which has lost its service; "
           "sonde-cli release-code makes the code, - reads it from standard input\n"
           "  --config FILE         what this device never does, whoever asks: {\"never\": [\"run\", \"getfile\"]}; "
           "without "
           "it DIR/agent.json, if there is one\n"
           "  --embedded            end when standard input ends\n"
           "  --install             Windows: start with the system from now on, as a service of it, and at once where "
           "the device is "
           "enrolled; without --data in "
           "%ProgramData%\\Sonde\\agent. Said again, it changes what was said before\n"
           "  --uninstall           Windows: stop that service and remove it; its folder stays, with the key and what "
           "is in quarantine\n"
           "  --service             how the service manager of Windows starts it\n"
           "  --help, --version\n"_s;
}

Result<AgentOptions> parseAgentOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption data(u"data"_s, {}, u"DIR"_s);
    const QCommandLineOption enrol(u"enrol"_s, {}, u"URL"_s);
    const QCommandLineOption token(u"token"_s, {}, u"TOKEN"_s);
    const QCommandLineOption fingerprint(u"fingerprint"_s, {}, u"SHA256"_s);
    const QCommandLineOption release(u"release"_s, {}, u"CODE"_s);
    const QCommandLineOption channel(u"channel"_s, {}, u"HOW"_s);
    const QCommandLineOption config(u"config"_s, {}, u"FILE"_s);
    const QCommandLineOption enrolOnly(u"enrol-only"_s);
    const QCommandLineOption embedded(u"embedded"_s);
    const QCommandLineOption install(u"install"_s);
    const QCommandLineOption uninstall(u"uninstall"_s);
    const QCommandLineOption service(u"service"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    parser.addOptions({data, enrol, token, fingerprint, config, release, channel, enrolOnly, embedded, install,
        uninstall, service, help, version});
    if (!parser.parse(QStringList(u"sonde-agent"_s) + arguments))
        return fail(ErrorCode::UnknownFlag, parser.unknownOptionNames().value(0), parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::TooManyParameters, parser.positionalArguments().constFirst());
    const bool hasUsualFolder = parser.isSet(install) || parser.isSet(uninstall);
    const QString named = parser.isSet(data) || !hasUsualFolder ? parser.value(data) : serviceDataFolder();
    const QString folder = named.isEmpty() ? QString() : QFileInfo(named).absoluteFilePath();
    const QString configuration =
        QFileInfo(parser.isSet(config) ? parser.value(config) : folder + u"/agent.json"_s).absoluteFilePath();
    const AgentOptions options{folder, QUrl(parser.value(enrol), QUrl::StrictMode), parser.value(token),
        plainFingerprint(parser.value(fingerprint)), configuration, parser.value(release),
        channelFromWord(parser.value(channel)), parser.isSet(enrolOnly), parser.isSet(embedded), parser.isSet(help),
        parser.isSet(version), parser.isSet(install), parser.isSet(uninstall), parser.isSet(service)};
    if (options.help || options.version)
        return options;
    if (parser.isSet(enrol) && options.enrol.isEmpty())
        return fail(ErrorCode::BadValue, u"--enrol"_s, u"not a URL"_s);
    if (parser.isSet(channel) && !options.channel)
        return fail(ErrorCode::BadValue, u"--channel"_s, u"auto, direct or websocket"_s);
    if (parser.isSet(config) && !QFileInfo::exists(options.config))
        return fail(ErrorCode::BadValue, u"--config"_s, u"there is no such file"_s);
    if (parser.isSet(release) && options.release.isEmpty())
        return fail(ErrorCode::BadValue, u"--release"_s, u"not a code"_s);
    return check(options).transform([&options] { return options; });
}

} // namespace Sonde::Agent
