// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/verbspec.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// A word of a form, or of what was typed against it.
struct Place {
    QString name;
    bool typedAsIs = false;
    bool isNumber = false;

    explicit Place(const QString &word)
        : name(QString(word).remove(u'[').remove(u']').remove(u'…'))
        , typedAsIs(name == name.toLower())
        , isNumber(name == "ID"_L1 || name == "VERSION"_L1 || name == "N"_L1)
    {
    }
};

/// A form's places: the first `least` must be filled, and the last may repeat.
struct Places {
    QList<Place> all;
    qsizetype least = 0;
    qsizetype most = 0;

    explicit Places(const QString &words)
    {
        for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
            all.append(Place(word));
            least += !word.startsWith(u'[');
            most = word.contains(u'…') ? std::numeric_limits<qsizetype>::max() : all.size();
        }
    }
};

/// How many of the leading words that are typed as they stand were typed so.
qsizetype agreement(const Places &places, const QStringList &arguments)
{
    qsizetype same = 0;
    while (
        same < places.all.size() && places.all.at(same).typedAsIs && arguments.value(same) == places.all.at(same).name)
        ++same;
    return same;
}

/// The form that was meant: whose own words were typed, and of those the one whose count of words is nearest.
const VerbForm &nearestForm(const VerbSpec &verb, const QStringList &arguments)
{
    const auto strangeness = [&](const VerbForm &form) {
        const Places places(form.words);
        const qsizetype given = arguments.size();
        const qsizetype missing = std::max<qsizetype>(0, places.least - given);
        const qsizetype surplus = given > places.most ? given - places.most : 0;
        return std::pair(-agreement(places, arguments), missing + surplus);
    };
    return *std::ranges::min_element(verb.forms, {}, strangeness);
}

bool isNumber(const QString &text)
{
    bool is = false;
    text.toULongLong(&is);
    return is;
}

} // namespace

QString callOf(const VerbSpec &verb, const VerbForm &form)
{
    return form.words.isEmpty() ? verb.name : verb.name + u' ' + form.words;
}

QString usageOf(const VerbSpec &verb)
{
    QStringList calls;
    for (const VerbForm &form : verb.forms)
        calls << u"sonde-cli "_s + callOf(verb, form);
    return calls.join(" | "_L1);
}

Error usageError(ErrorCode code, const QString &subject, const QString &usage)
{
    return Error{code, subject, {}, {}}.with(Fact::Usage, usage);
}

Result<void> checkArguments(const VerbSpec &verb, const QStringList &arguments)
{
    const VerbForm &form = nearestForm(verb, arguments);
    const Places places(form.words);
    const bool ownWords = agreement(places, arguments) > 0 || verb.forms.size() == 1;
    const QString usage = ownWords ? u"sonde-cli "_s + callOf(verb, form) : usageOf(verb);
    for (qsizetype i = 0; i < std::min(arguments.size(), places.all.size()); ++i) {
        const Place &place = places.all.at(i);
        if (place.typedAsIs ? arguments.at(i) != place.name : place.isNumber && !isNumber(arguments.at(i)))
            return std::unexpected(usageError(ErrorCode::BadValue, arguments.at(i), usage));
    }
    if (arguments.size() < places.least)
        return std::unexpected(usageError(ErrorCode::MissingParameter, places.all.at(arguments.size()).name, usage));
    if (arguments.size() > places.most)
        return std::unexpected(usageError(ErrorCode::TooManyParameters, arguments.at(places.most), usage));
    return {};
}

} // namespace Sonde::Client
