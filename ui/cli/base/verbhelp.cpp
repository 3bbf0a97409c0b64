// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/verbhelp.h"

#include "ui/cli/base/commandline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Beyond it what stands at the left has a line for itself.
constexpr qsizetype WidestLeft = 44;

struct HelpLine {
    QString left;
    QString right;
};

QString cliText(const char *english)
{
    return QCoreApplication::translate("Sonde::Client::Cli", english);
}

QString columns(const std::vector<HelpLine> &lines)
{
    qsizetype width = 0;
    for (const HelpLine &line : lines) {
        if (line.left.size() <= WidestLeft)
            width = std::max(width, line.left.size());
    }
    QString text;
    for (const HelpLine &line : lines) {
        const bool apart = line.left.size() > width;
        const QString left = apart ? line.left + u"\n  "_s + QString(width, u' ') : line.left.leftJustified(width);
        text += u"  "_s + (line.right.isEmpty() ? line.left : left + u"  "_s + line.right) + u'\n';
    }
    return text;
}

QString section(const char *title, const QString &body)
{
    return u'\n' + cliText(title) + u'\n' + body;
}

QString optionLines(const std::vector<OptionSpec> &options)
{
    std::vector<HelpLine> lines;
    for (const OptionSpec &option : options) {
        const QString name = (option.name.size() == 1 ? u"-"_s : u"--"_s) + option.name;
        lines.push_back({option.value.isEmpty() ? name : name + u' ' + option.value, cliText(option.purpose)});
    }
    return columns(lines);
}

QString needsText(VerbNeeds needs)
{
    switch (needs) {
    case VerbNeeds::Nothing: return cliText(QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Needs no tenant."));
    case VerbNeeds::Address:
        return cliText(QT_TRANSLATE_NOOP(
            "Sonde::Client::Cli", "Needs the address of a tenant, but nobody to sign in: --tenant URL --user NAME."));
    case VerbNeeds::Tenant:
        return cliText(
            QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Needs a tenant: --embedded, or --tenant URL --user NAME."));
    case VerbNeeds::Session:
        return cliText(QT_TRANSLATE_NOOP("Sonde::Client::Cli",
            "Needs a tenant: --embedded, or --tenant URL --user NAME; and starts a session on the device."));
    }
    return {};
}

} // namespace

QString verbsOverview(const VerbTable &verbs)
{
    std::vector<HelpLine> lines;
    for (const auto &verb : verbs.verbs()) {
        const VerbSpec &spec = verb->spec();
        // A verb with many forms has them on its page.
        const QString words = spec.forms.size() == 1 ? callOf(spec, spec.forms.front()) : spec.name + u" …"_s;
        lines.push_back({words, cliText(spec.purpose)});
    }
    return cliText(QT_TRANSLATE_NOOP(
               "Sonde::Client::Cli", "Sonde's controllers without its windows: for scripts, automation and tests."))
        + u"\n\n  sonde-cli [OPTION…] VERB …\n"_s
        + section(QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Verbs"), columns(lines))
        + section(QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Options"), optionLines(CommandLine::commonOptions())) + u'\n'
        + cliText(QT_TRANSLATE_NOOP("Sonde::Client::Cli",
            "DEVICE is a name or an ID; “this” is the embedded tenant's own device.\n"
            "Exit status: 0 completed, 1 failed on the device, 2 usage, 3 refused, 4 no connection, 5 cancelled or "
            "expired.\n"
            "“sonde-cli help VERB” explains one verb."))
        + u'\n';
}

QString verbPage(const VerbSpec &verb)
{
    std::vector<HelpLine> forms;
    forms.reserve(verb.forms.size());
    for (const VerbForm &form : verb.forms)
        forms.push_back({u"sonde-cli "_s + callOf(verb, form), form.purpose ? cliText(form.purpose) : QString()});
    QString text = cliText(verb.purpose) + u"\n\n"_s + columns(forms) + u'\n' + cliText(verb.details) + u'\n'
        + needsText(verb.needs) + u'\n';
    if (!verb.options.empty())
        text += section(QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Options"), optionLines(verb.options));
    std::vector<HelpLine> examples;
    for (const QString &example : verb.examples)
        examples.push_back({u"sonde-cli "_s + example, {}});
    return text + section(QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Examples"), columns(examples));
}

} // namespace Sonde::Client
