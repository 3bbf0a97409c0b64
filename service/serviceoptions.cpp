// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceoptions.h"

#include "protocol/access/elevation.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr quint16 DefaultPort = 8443;

const QCommandLineOption &dataOption()
{
    static const QCommandLineOption option(
        u"data"_s, u"Where the tenant is kept (made when missing)."_s, u"directory"_s);
    return option;
}
const QCommandLineOption &listenOption()
{
    static const QCommandLineOption option(u"listen"_s,
        u"Where to listen; port 0 takes a free one. Default: 0.0.0.0:8443, with --embedded 127.0.0.1:0."_s,
        u"address:port"_s);
    return option;
}
const QCommandLineOption &configOption()
{
    static const QCommandLineOption option(
        u"config"_s, u"A JSON file with the same options; the command line wins."_s, u"file"_s);
    return option;
}
const QCommandLineOption &nameOption()
{
    static const QCommandLineOption option(
        u"name"_s, u"A DNS name or address under which it is reached; may be repeated."_s, u"name"_s);
    return option;
}
const QCommandLineOption &journalKeyOption()
{
    static const QCommandLineOption option(u"journal-key"_s,
        u"The file of the key that signs the journal (made when missing): on another disk, who has the data has no key."_s,
        u"file"_s);
    return option;
}
const QCommandLineOption &syslogOption()
{
    static const QCommandLineOption option(u"syslog"_s,
        u"Sends every entry of the journal there, by syslog over TLS (RFC 5424, RFC 5425); port 6514 unless another is "
        "given."_s,
        u"host[:port]"_s);
    return option;
}
const QCommandLineOption &syslogAuthorityOption()
{
    static const QCommandLineOption option(u"syslog-ca"_s,
        u"The certificates, in PEM, that the certificate of the syslog host is checked by; without it, the system's."_s,
        u"file"_s);
    return option;
}
const QCommandLineOption &breakGlassOption()
{
    static const QCommandLineOption option(u"break-glass"_s,
        u"When nobody can sign in any more: arms the account \"break-glass\", which administers everything, for so "
        u"many "
        "minutes, 60 at most, and prints its password. It ends by itself, or when the service is started again. Not in "
        "a configuration file."_s,
        u"minutes"_s);
    return option;
}
const QCommandLineOption &embeddedOption()
{
    static const QCommandLineOption option(
        u"embedded"_s, u"For this computer and this user alone: loopback only, ends when standard input does."_s);
    return option;
}

Result<QJsonObject> readConfig(const QString &path)
{
    if (path.isEmpty())
        return QJsonObject();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return fail(ErrorCode::BadValue, path, document.isNull() ? error.errorString() : u"not a JSON object"_s);
    // A key that is misspelt would leave what it was to set as it is.
    const QStringList known{u"data"_s, u"listen"_s, u"name"_s, u"journal-key"_s, u"syslog"_s, u"syslog-ca"_s};
    for (const QString &key : document.object().keys()) {
        if (!known.contains(key))
            return fail(
                ErrorCode::BadValue, path, u"there is no key \"%1\"; there are %2"_s.arg(key, known.join(u", ")));
    }
    return document.object();
}

Result<void> setBreakGlass(ServiceOptions &options, const QString &minutes)
{
    if (minutes.isEmpty())
        return {};
    bool isNumber = false;
    const int count = minutes.toInt(&isNumber);
    if (!isNumber || count < 1 || count > LongestElevation.count() || options.embedded)
        return fail(ErrorCode::BadValue, u"--break-glass"_s,
            options.embedded ? u"an embedded service has no console"_s : u"expected 1 to 60 minutes"_s);
    options.breakGlass = std::chrono::minutes(count);
    return {};
}

Result<void> setListen(ServiceOptions &options, const QString &listen)
{
    if (listen.isEmpty()) {
        options.address =
            options.embedded ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(QHostAddress::AnyIPv4);
        options.port = options.embedded ? 0 : DefaultPort;
        return {};
    }
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isPort = false;
    const uint port = listen.sliced(colon + 1).toUInt(&isPort);
    const QString address = QString(listen.left(std::max<qsizetype>(colon, 0))).remove(u'[').remove(u']');
    if (colon <= 0 || !isPort || port > 65535 || !options.address.setAddress(address))
        return fail(ErrorCode::BadValue, u"--listen"_s, u"expected ADDRESS:PORT"_s);
    options.port = quint16(port);
    if (options.embedded && !options.address.isLoopback())
        return fail(ErrorCode::BadValue, u"--listen"_s, u"an embedded service listens on loopback only"_s);
    return {};
}

} // namespace

Result<ServiceOptions> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The tenant of Sonde: sessions, inventory, journal. Prints one JSON line when it is ready."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({dataOption(), listenOption(), configOption(), nameOption(), journalKeyOption(), syslogOption(),
        syslogAuthorityOption(), embeddedOption(), breakGlassOption()});
    parser.process(arguments);

    const auto config = readConfig(parser.value(configOption()));
    if (!config)
        return std::unexpected(config.error());
    const auto option = [&](const QCommandLineOption &wanted) {
        return parser.isSet(wanted) ? parser.value(wanted) : config->value(wanted.names().first()).toString();
    };
    ServiceOptions options;
    if (const QString data = option(dataOption()); !data.isEmpty())
        options.data = QDir(data).absolutePath();
    options.embedded = parser.isSet(embeddedOption());
    options.names = parser.values(nameOption());
    options.journalKey = option(journalKeyOption());
    options.syslog = option(syslogOption());
    options.syslogAuthority = option(syslogAuthorityOption());
    for (const auto &name : config->value("name"_L1).toArray())
        options.names.append(name.toString());
    if (options.data.isEmpty())
        return fail(ErrorCode::BadValue, u"--data"_s, u"the directory must be given"_s);
    return setListen(options, option(listenOption()))
        .and_then([&] { return setBreakGlass(options, parser.value(breakGlassOption())); })
        .transform([&] { return options; });
}

} // namespace Sonde::Service
