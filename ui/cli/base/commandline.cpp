// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/commandline.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

Result<void> checkTenant(const CliOptions &options)
{
    const QString usage = u"--embedded | --tenant URL --user NAME"_s;
    const ErrorCode wrongCount = options.embedded ? ErrorCode::TooManyParameters : ErrorCode::MissingParameter;
    if (options.embedded == !options.tenant.isEmpty())
        return std::unexpected(usageError(wrongCount, u"--tenant"_s, usage));
    if (!options.embedded && options.user.isEmpty())
        return std::unexpected(usageError(ErrorCode::MissingParameter, u"--user"_s, usage));
    return {};
}

Result<void> checkVerb(const CliOptions &options, const VerbTable &verbs)
{
    if (options.verb.isEmpty())
        return std::unexpected(usageError(ErrorCode::MissingParameter, u"VERB"_s, u"sonde-cli help"_s));
    const auto verb = verbs.find(options.verb);
    if (!verb)
        return std::unexpected(verb.error());
    const VerbSpec &spec = (*verb)->spec();
    if (const auto checked = checkArguments(spec, options.arguments); !checked)
        return checked;
    return spec.needs == VerbNeeds::Nothing ? Result<void>() : checkTenant(options);
}

} // namespace

const std::vector<OptionSpec> &CommandLine::commonOptions()
{
    static const std::vector<OptionSpec> options{
        {u"embedded"_s, {},
            QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Uses an embedded tenant with this computer as its device.")},
        {u"data"_s, u"DIR"_s,
            QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Keeps the embedded tenant's state in this directory.")},
        {u"tenant"_s, u"URL"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Signs in to this tenant.")},
        {u"user"_s, u"NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "The user to sign in.")},
        {u"password-file"_s, u"FILE"_s,
            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                "Reads the password from the first line of this file; without it, from standard input.")},
        {u"code-file"_s, u"FILE"_s,
            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                "Shows a second factor: its code of this moment is the first line of this file. Needed for what a role "
                "gives only after one.")},
        {u"fingerprint"_s, u"SHA256"_s,
            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                "The SHA-256 of the tenant's CA certificate, as the service prints it; needed the first time.")},
        {u"output"_s, u"TYPE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "json or table (the default)."), u"table"_s},
        {u"download-dir"_s, u"DIR"_s,
            QT_TRANSLATE_NOOP(
                "Sonde::Client::Cli", "Where “getfile” and “> file” write; without it, the current directory.")},
        {u"plain"_s, {},
            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                "Keeps what “getfile” brings as it is, not in a zip with the password “infected”.")},
        {u"overwrite"_s, {},
            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                "Lets “> file” and downloads replace a file that exists, and an upload become a new version of one.")},
        {u"language"_s, u"LANG"_s,
            QT_TRANSLATE_NOOP(
                "Sonde::Client::Cli", "The language of messages: en, ja or fr; without it, the system's.")},
    };
    return options;
}

CommandLine::CommandLine(const QStringList &arguments, const VerbTable &verbs)
    : m_verbs(verbs)
    , m_help(m_parser.addHelpOption())
    , m_version(m_parser.addVersionOption())
{
    std::ranges::for_each(commonOptions(), [this](const OptionSpec &option) { add(option); });
    for (const auto &verb : verbs.verbs())
        std::ranges::for_each(verb->spec().options, [this](const OptionSpec &option) { add(option); });
    m_understood = m_parser.parse(arguments);
}

void CommandLine::add(const OptionSpec &option)
{
    // Several verbs may have one of the same name.
    if (!std::exchange(m_added[option.name], true))
        m_parser.addOption({option.name, {}, option.value, option.fallback});
}

std::optional<QString> CommandLine::given(const QString &option) const
{
    return m_parser.isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
}

Result<quint64> CommandLine::number(const QString &option) const
{
    const QString written = m_parser.value(option); // or what it is without being written
    if (written.isEmpty() && !m_parser.isSet(option))
        return quint64(0);
    bool isNumber = false;
    const quint64 value = written.toULongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorCode::BadValue, written, u"--%1 takes a number"_s.arg(option));
    return value;
}

Result<CliOptions> CommandLine::read() const
{
    CliOptions options;
    options.embedded = m_parser.isSet(u"embedded"_s);
    options.tenant = m_parser.value(u"tenant"_s);
    options.user = m_parser.value(u"user"_s);
    options.passwordFile = m_parser.value(u"password-file"_s);
    options.codeFile = m_parser.value(u"code-file"_s);
    options.fingerprint = m_parser.value(u"fingerprint"_s);
    options.dataDirectory = m_parser.value(u"data"_s);
    options.downloadDirectory =
        m_parser.isSet(u"download-dir"_s) ? m_parser.value(u"download-dir"_s) : QDir::currentPath();
    options.plain = m_parser.isSet(u"plain"_s);
    options.language = language();
    options.verify = m_parser.isSet(u"verify"_s);
    options.head = m_parser.isSet(u"head"_s);
    options.role = m_parser.value(u"role"_s);
    options.permissions = given(u"permissions"_s);
    options.groups = given(u"groups"_s);
    options.names = given(u"names"_s);
    options.domains = given(u"domains"_s);
    options.systems = given(u"systems"_s);
    options.tags = given(u"tags"_s);
    options.level = given(u"level"_s);
    options.rename = given(u"rename"_s);
    options.approval = given(u"approval"_s);
    options.secondFactor = given(u"second-factor"_s);
    options.reason = m_parser.value(u"reason"_s);
    options.forUser = m_parser.value(u"for"_s);
    options.group = m_parser.value(u"group"_s);
    options.description = m_parser.value(u"description"_s);
    options.parameters = m_parser.value(u"parameters"_s);
    options.file = m_parser.value(u"o"_s);
    options.by = m_parser.value(u"by"_s);
    options.device = m_parser.value(u"device"_s);
    options.outcome = m_parser.value(u"outcome"_s);
    options.from = m_parser.value(u"from"_s);
    options.until = m_parser.value(u"until"_s);
    options.format = m_parser.value(u"format"_s);
    options.overwrite = m_parser.isSet(u"overwrite"_s);
    options.arguments = m_parser.positionalArguments();
    options.verb = options.arguments.isEmpty() ? QString() : options.arguments.takeFirst();

    const QString output = m_parser.value(u"output"_s);
    if (output != "json"_L1 && output != "table"_L1)
        return fail(ErrorCode::BadValue, output, u"--output takes json or table"_s);
    options.json = output == "json"_L1;
    const auto session = number(u"session"_s);
    const auto since = number(u"since"_s);
    const auto hours = number(u"hours"_s);
    const auto rank = number(u"rank"_s);
    const auto entry = number(u"entry"_s);
    const auto most = number(u"most"_s);
    const auto minutes = number(u"minutes"_s);
    for (const auto *read : {&session, &since, &hours, &rank, &entry, &most, &minutes}) {
        if (!*read)
            return std::unexpected(read->error());
    }
    options.hours = *hours;
    options.minutes = *minutes;
    options.rank = *rank;
    options.entry = *entry;
    options.most = *most;
    options.session = *session;
    options.since = *since;
    return options;
}

Result<CliOptions> CommandLine::options() const
{
    if (!m_understood) {
        const QStringList unknown = m_parser.unknownOptionNames();
        if (unknown.isEmpty())
            return fail(ErrorCode::BadValue, m_parser.errorText());
        return std::unexpected(usageError(ErrorCode::UnknownFlag, u'-' + unknown.first(), u"sonde-cli help"_s));
    }
    auto options = read();
    if (!options)
        return options;
    if (m_parser.isSet(m_help)) {
        options->arguments = options->verb.isEmpty() ? QStringList() : QStringList{options->verb};
        options->verb = u"help"_s;
    }
    if (const auto checked = checkVerb(*options, m_verbs); !checked)
        return std::unexpected(checked.error());
    return options;
}

} // namespace Sonde::Client
