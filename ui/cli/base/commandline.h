// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/clioptions.h"
#include "ui/cli/base/cliverb.h"

#include <QCommandLineParser>

namespace Sonde::Client {

/// The command line of sonde-cli, read against a table of verbs.
class CommandLine final
{
public:
    /// `arguments` begin with the program's own name; `verbs` outlives this.
    CommandLine(const QStringList &arguments, const VerbTable &verbs);

    /// The options that go with each verb.
    [[nodiscard]] static const std::vector<OptionSpec> &commonOptions();

    /// That was asked for, also where the rest makes no sense; empty for the system's.
    [[nodiscard]] QString language() const { return m_parser.value(QStringLiteral("language")); }
    /// `--version`.
    [[nodiscard]] bool wantsVersion() const { return m_parser.isSet(m_version); }
    /// What is to be done: `--help` asks for the verb `help`. Errors are about what was typed: UnknownVerb, UnknownFlag, BadValue,
    /// MissingParameter, TooManyParameters.
    [[nodiscard]] Result<CliOptions> options() const;

private:
    void add(const OptionSpec &option);
    [[nodiscard]] std::optional<QString> given(const QString &option) const;
    [[nodiscard]] Result<quint64> number(const QString &option) const;
    [[nodiscard]] Result<CliOptions> read() const;

    const VerbTable &m_verbs;
    QHash<QString, bool> m_added; ///< options
    QCommandLineParser m_parser;
    QCommandLineOption m_help;
    QCommandLineOption m_version;
    bool m_understood = false;
};

} // namespace Sonde::Client
