// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What an answer without rows says; of the phrases of a verb the first whose parameters were all given.
struct NothingPhrase {
    QLatin1StringView verb;
    std::array<const char *, 2> parameters; ///< at %1 and %2
    const char *text;                       ///< translated in the context of `Words`
};

constexpr std::array nothingPhrases{
    NothingPhrase{Verbs::Findfile.name, {"name", "path"},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no file “%1” in “%2” or below.")},
    NothingPhrase{Verbs::Findfile.name, {"name", nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no file “%1” on the device's own disks.")},
    NothingPhrase{Verbs::Dir.name, {"path", nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is empty.")},
    NothingPhrase{
        Verbs::Dir.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "This folder is empty.")},
    NothingPhrase{Verbs::Processes.name, {"name", nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "No process is called “%1”.")},
    NothingPhrase{Verbs::Connections.name, {"pid", nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The process %1 has no connections.")},
    NothingPhrase{Verbs::Connections.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device has no connections.")},
    NothingPhrase{Verbs::Services.name, {"name", nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "No service is called “%1”.")},
    NothingPhrase{Verbs::Services.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device has no services.")},
    NothingPhrase{Verbs::Drivers.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device has no drivers that can be loaded.")},
    NothingPhrase{Verbs::Scheduledtasks.name, {"name", nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "No scheduled task is called “%1”.")},
    NothingPhrase{Verbs::Scheduledtasks.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device has no scheduled tasks.")},
    NothingPhrase{Verbs::Startupfolders.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing lies in the startup folders.")},
    NothingPhrase{Verbs::Persistence.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was found that starts by itself.")},
    NothingPhrase{
        Verbs::Registry.name, {"key", nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” holds nothing.")},
    NothingPhrase{
        Verbs::Baseline.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "No baseline was saved.")},
    NothingPhrase{
        Verbs::Library.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library is empty.")},
    NothingPhrase{Verbs::Remediate.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was remediated on this device.")},
    NothingPhrase{
        Verbs::Undo.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is nothing to undo.")},
    NothingPhrase{Verbs::Isolate.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device was isolated already.")},
    NothingPhrase{Verbs::Release.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device was not isolated.")},
    NothingPhrase{
        Verbs::Analyze.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nobody has judged it.")},
    NothingPhrase{
        Verbs::Scan.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "No file was scanned.")},
    NothingPhrase{
        Verbs::Collect.name, {nullptr, nullptr}, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was collected.")},
    NothingPhrase{Verbs::Jobs.name, {nullptr, nullptr},
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "No command of this session runs.")},
};

bool areGiven(const NothingPhrase &phrase, const Invocation &invocation)
{
    return std::ranges::all_of(phrase.parameters, [&invocation](const char *parameter) {
        return !parameter || !invocation.value(QLatin1StringView(parameter)).isEmpty();
    });
}

QString nothingOf(const CommandSpec &command, const Invocation &invocation)
{
    for (const NothingPhrase &phrase : nothingPhrases) {
        if (phrase.verb != command.verb || !areGiven(phrase, invocation))
            continue;
        const QString text = QCoreApplication::translate("Sonde::Client::Words", phrase.text);
        const auto value = [&](size_t i) { return invocation.value(QLatin1StringView(phrase.parameters[i])); };
        if (!phrase.parameters[0])
            return text;
        return phrase.parameters[1] ? text.arg(value(0), value(1)) : text.arg(value(0));
    }
    return QCoreApplication::translate("Sonde::Client::Words", "Nothing was found.");
}

} // namespace

QString Words::nothingFound(const CommandRecord &command)
{
    const CommandSpec *spec = Catalogue::instance().find(command.invocation.verb);
    const bool listsNothing = spec && !spec->columns.isEmpty() && !spec->singleRow
        && command.state == CommandState::Completed && command.rows == 0;
    if (!listsNothing)
        return {};
    if (const QString baseline = command.invocation.value(u"baseline"_s); !baseline.isEmpty())
        return isPartial(command) ? tr("In what could be seen, nothing differs from the baseline “%1”.").arg(baseline)
                                  : tr("Nothing differs from the baseline “%1”.").arg(baseline);
    const QString nothing = nothingOf(*spec, command.invocation);
    //: %1 is a sentence: There is no file “x” in “/y” or below.
    return isPartial(command) ? tr("Not everything could be read. In what could: %1").arg(nothing) : nothing;
}

} // namespace Sonde::Client
