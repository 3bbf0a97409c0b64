// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QStringList>
#include <vector>

namespace Sonde::Client {

/// An option of sonde-cli. Texts are English and translated where they are shown, in the context Sonde::Client::Cli.
struct OptionSpec {
    QString name;          ///< without its dashes
    QString value;         ///< what is given with it, e.g. "DIR"; empty for a switch
    const char *purpose;   ///< a sentence
    QString fallback = {}; ///< the value without the option
};

/// One way to call a verb. `words` are what follows its name: lower case is typed as it stands, upper case is a value, brackets may be
/// left out, … repeats. ID, VERSION and N are numbers.
struct VerbForm {
    QString words;
    const char *purpose; ///< a sentence; nullptr where the verb's own says it
};

/// What a verb needs before it runs.
enum class VerbNeeds {
    Nothing,
    Address, ///< a tenant's address and a user, who may not exist yet
    Tenant,  ///< to be signed in
    Session, ///< to be signed in, and opens a session
};

/// A verb as the parser checks it and help shows it.
struct VerbSpec {
    QString name;
    const char *purpose; ///< a sentence
    const char *details; ///< what else is good to know
    std::vector<VerbForm> forms;
    std::vector<OptionSpec> options; ///< those that only some verbs have
    VerbNeeds needs = VerbNeeds::Tenant;
    QStringList examples; ///< as typed after `sonde-cli`; complete
};

/// What follows `sonde-cli`: "library upload FILE".
[[nodiscard]] QString callOf(const VerbSpec &verb, const VerbForm &form);
/// All forms of a verb on one line.
[[nodiscard]] QString usageOf(const VerbSpec &verb);
/// A command line that makes no sense, and what was expected.
[[nodiscard]] Error usageError(ErrorCode code, const QString &subject, const QString &usage);
/// That `arguments` fit one of the verb's forms. MissingParameter, TooManyParameters or BadValue, about the form that was most
/// likely meant (facts: usage).
[[nodiscard]] Result<void> checkArguments(const VerbSpec &verb, const QStringList &arguments);

} // namespace Sonde::Client
