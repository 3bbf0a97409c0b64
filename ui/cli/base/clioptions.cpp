// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/clioptions.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Verb and how many words follow it: {least, most}.
struct VerbSpec {
    QLatin1StringView name;
    qsizetype least;
    qsizetype most;
    const char *usage;
};

constexpr std::array verbs{
    VerbSpec{
        "devices"_L1, 0, 1, "devices [FILTER]                 list the devices, e.g. devices 'os:linux online:yes'"},
    VerbSpec{"exec"_L1, 2, 10'000,
        "exec DEVICE 'LINE' ['LINE'…]      one session: open, run the lines in order, disconnect"},
    VerbSpec{"session"_L1, 1, 1, "session DEVICE                   the same with the lines of stdin, as they come"},
    VerbSpec{"sessions"_L1, 0, 2, "sessions [close ID]              list the sessions, or close one"},
    VerbSpec{"library"_L1, 0, 3, "library [list [NAME]|upload FILE|download NAME [VERSION]|delete NAME]"},
    VerbSpec{"downloads"_L1, 0, 2,
        "downloads [get ID]               list the evidence of getfile commands, or bring that of one"},
    VerbSpec{"journal"_L1, 0, 0, "journal [--session ID] [--since N] [--verify]"},
    VerbSpec{"setup"_L1, 0, 0,
        "setup                            make --user the first administrator; the set-up token comes on stdin"},
    VerbSpec{"users"_L1, 2, 2, "users add NAME [--role ROLE]     add a user; the password comes on stdin"},
    VerbSpec{"enrol"_L1, 0, 0, "enrol [--group GROUP]            make a token with which one agent can enrol"},
    VerbSpec{"settings"_L1, 0, 2, "settings [KEY VALUE]             show the tenant's settings, or change one"},
};

QString summary()
{
    QString text = u"Sonde's controllers without its windows: for scripts, automation and tests.\n\nVerbs:\n"_s;
    for (const VerbSpec &verb : verbs)
        text += u"  "_s + QString::fromUtf8(verb.usage) + u'\n';
    text +=
        u"\nDEVICE is a name or an ID; `this` is the embedded tenant's own device.\n"
        "Exit status: 0 completed, 1 failed on the device, 2 usage, 3 refused, 4 no connection, 5 cancelled or expired."_s;
    return text;
}

Result<void> checkVerb(const CliOptions &options)
{
    const auto verb = std::ranges::find(verbs, options.verb, &VerbSpec::name);
    if (options.verb.isEmpty())
        return fail(ErrorCode::MissingParameter, u"VERB"_s, {}, {{u"usage"_s, u"sonde-cli --help"_s}});
    if (verb == verbs.end())
        return fail(ErrorCode::BadValue, options.verb,
            u"verbs are devices, exec, session, sessions, library, downloads, journal, setup, users, enrol, settings"_s);
    const QCborMap usage{{u"usage"_s, QString::fromUtf8(verb->usage)}};
    if (options.arguments.size() < verb->least)
        return fail(ErrorCode::MissingParameter,
            options.verb == "exec"_L1 && !options.arguments.isEmpty() ? u"LINE"_s : u"argument"_s, {}, usage);
    if (options.arguments.size() > verb->most)
        return fail(ErrorCode::TooManyParameters, options.arguments.last(), {}, usage);
    return {};
}

Result<void> checkTenant(const CliOptions &options)
{
    const QCborMap usage{{u"usage"_s, u"--embedded | --tenant URL --user NAME"_s}};
    if (options.embedded == !options.tenant.isEmpty())
        return fail(
            options.embedded ? ErrorCode::TooManyParameters : ErrorCode::MissingParameter, u"--tenant"_s, {}, usage);
    if (!options.embedded && options.user.isEmpty())
        return fail(ErrorCode::MissingParameter, u"--user"_s, {}, usage);
    return {};
}

Result<quint64> number(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return quint64(0);
    bool isNumber = false;
    const quint64 value = parser.value(option).toULongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorCode::BadValue, parser.value(option), u"--%1 takes a number"_s.arg(option));
    return value;
}

} // namespace

ExitStatus exitStatusFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::EmptyLine:
    case ErrorCode::UnknownVerb:
    case ErrorCode::AmbiguousVerb:
    case ErrorCode::MissingParameter:
    case ErrorCode::TooManyParameters:
    case ErrorCode::UnknownFlag:
    case ErrorCode::BadValue:
    case ErrorCode::UnclosedQuote:
    case ErrorCode::RepeatedParameter:
    case ErrorCode::MissingFileName:
    case ErrorCode::LineTooLong: return ExitStatus::Usage;
    case ErrorCode::CannotConnect:
    case ErrorCode::CertificateRefused:
    case ErrorCode::VersionMismatch:
    case ErrorCode::ProtocolViolation:
    case ErrorCode::TimedOut:
    case ErrorCode::CannotStart:
    case ErrorCode::AlreadyRunning: return ExitStatus::NotConnected;
    case ErrorCode::Cancelled:
    case ErrorCode::Expired: return ExitStatus::Cancelled;
    case ErrorCode::NotFound:
    case ErrorCode::AccessDenied:
    case ErrorCode::NotADirectory:
    case ErrorCode::IsADirectory:
    case ErrorCode::NotARegularFile:
    case ErrorCode::ReadFailed:
    case ErrorCode::Vanished:
    case ErrorCode::NoSuchProcess:
    case ErrorCode::LimitReached:
    case ErrorCode::Interrupted:
    case ErrorCode::JournalBroken:
    case ErrorCode::Internal: return ExitStatus::Failed;
    default: return ExitStatus::Refused;
    }
}

Result<CliOptions> CliOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(summary());
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    parser.addOptions({
        {u"embedded"_s, u"Use an embedded tenant with this computer as its device."_s},
        {u"data"_s, u"Keep the embedded tenant's state in this directory."_s, u"DIR"_s},
        {u"tenant"_s, u"Sign in to this tenant."_s, u"URL"_s},
        {u"user"_s, u"The user to sign in."_s, u"NAME"_s},
        {u"password-file"_s, u"Read the password from the first line of this file; without it, from stdin."_s,
            u"FILE"_s},
        {u"fingerprint"_s,
            u"SHA-256 of the tenant's CA certificate, as the service prints it; needed the first time."_s, u"SHA256"_s},
        {u"output"_s, u"json or table (default)."_s, u"TYPE"_s, u"table"_s},
        {u"download-dir"_s, u"Where getfile and `> file` write; default: the current directory."_s, u"DIR"_s},
        {u"plain"_s, u"Keep what getfile brings as it is, not in a zip with the password `infected`."_s},
        {u"language"_s, u"Language of messages: en, ja or fr; default: the system's."_s, u"LANG"_s},
        {u"session"_s, u"journal: only this session's entries."_s, u"ID"_s},
        {u"since"_s, u"journal: only entries after this number."_s, u"N"_s},
        {u"verify"_s, u"journal: check the hash chain and the stored outputs."_s},
        {u"role"_s, u"users add: the role of the new user."_s, u"ROLE"_s, u"live-response-basic"_s},
        {u"group"_s, u"enrol: the device group the agent joins."_s, u"GROUP"_s, u"default"_s},
        {u"description"_s, u"library upload: what the file is for."_s, u"TEXT"_s},
        {u"parameters"_s, u"library upload: an example and a description of the script's parameters."_s, u"TEXT"_s},
        {u"overwrite"_s,
            u"Let `> file` and downloads replace a file that exists, and an upload become a new version of one."_s},
    });
    parser.addPositionalArgument(u"VERB"_s, u"What to do, and its arguments."_s, u"VERB …"_s);
    if (!parser.parse(arguments)) {
        return parser.unknownOptionNames().isEmpty()
            ? fail(ErrorCode::BadValue, parser.errorText())
            : fail(ErrorCode::UnknownFlag, u'-' + parser.unknownOptionNames().first(), {},
                  {{u"usage"_s, u"sonde-cli --help"_s}});
    }
    if (parser.isSet(help))
        parser.showHelp(int(ExitStatus::Completed));
    if (parser.isSet(version))
        parser.showVersion();

    CliOptions options;
    options.embedded = parser.isSet(u"embedded"_s);
    options.tenant = parser.value(u"tenant"_s);
    options.user = parser.value(u"user"_s);
    options.passwordFile = parser.value(u"password-file"_s);
    options.fingerprint = parser.value(u"fingerprint"_s);
    options.dataDirectory = parser.value(u"data"_s);
    options.downloadDirectory = parser.isSet(u"download-dir"_s) ? parser.value(u"download-dir"_s) : QDir::currentPath();
    options.plain = parser.isSet(u"plain"_s);
    options.language = parser.value(u"language"_s);
    options.verify = parser.isSet(u"verify"_s);
    options.role = parser.value(u"role"_s);
    options.group = parser.value(u"group"_s);
    options.description = parser.value(u"description"_s);
    options.parameters = parser.value(u"parameters"_s);
    options.overwrite = parser.isSet(u"overwrite"_s);
    options.arguments = parser.positionalArguments();
    options.verb = options.arguments.isEmpty() ? QString() : options.arguments.takeFirst();

    const QString output = parser.value(u"output"_s);
    if (output != "json"_L1 && output != "table"_L1)
        return fail(ErrorCode::BadValue, output, u"--output takes json or table"_s);
    options.json = output == "json"_L1;

    const auto session = number(parser, u"session"_s);
    const auto since = number(parser, u"since"_s);
    if (!session || !since)
        return std::unexpected((session ? since : session).error());
    options.session = *session;
    options.since = *since;
    if (const auto checked = checkVerb(options).and_then([&] { return checkTenant(options); }); !checked)
        return std::unexpected(checked.error());
    return options;
}

} // namespace Sonde::Client
