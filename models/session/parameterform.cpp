// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/parameterform.h"

#include "protocol/command/grammar.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

bool isName(const QString &word)
{
    return (word.startsWith(u'-') && word.size() > 1 && (word.at(1).isLetter() || word.at(1) == u'-'))
        || (word.startsWith(u'<') && word.endsWith(u'>') && word.size() > 2);
}

/// A line's words before and behind the first mark that begins an explanation.
std::pair<QString, QString> parted(const QString &line)
{
    static const QRegularExpression mark(uR"(\s{2,}|\t|:\s+|:$|\s+[-–—#]\s+)"_s);
    const auto found = mark.match(line);
    if (!found.hasMatch())
        return {line, QString()};
    return {line.first(found.capturedStart()), line.sliced(found.capturedEnd()).trimmed()};
}

QString quotedArgument(const QString &value)
{
    const bool hard =
        value.isEmpty() || std::ranges::any_of(value, [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; });
    return hard ? quoted(value) : value;
}

/// The parameters a line names, with their examples.
QList<ScriptParameter> namedIn(const QString &words)
{
    QList<ScriptParameter> named;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (isName(word))
            named.append({.name = word, .example = {}, .explanation = {}});
        else if (!named.isEmpty())
            named.last().example += (named.last().example.isEmpty() ? QString() : u" "_s) + word;
    }
    return named;
}

} // namespace

ParameterForm readParameterText(const QString &text)
{
    ParameterForm form;
    QStringList remarks;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto [words, explanation] = parted(line.trimmed());
        QList<ScriptParameter> named = isName(words.section(u' ', 0, 0)) ? namedIn(words) : QList<ScriptParameter>();
        if (named.isEmpty()) {
            remarks += line.trimmed();
            continue;
        }
        named.last().explanation = explanation;
        const bool wantsValue = line.contains(named.last().name + u':');
        for (ScriptParameter &parameter : named) {
            parameter.isSwitch = parameter.hasName() && parameter.example.isEmpty() && !wantsValue;
            const auto known = std::ranges::find(form.parameters, parameter.name, &ScriptParameter::name);
            if (known == form.parameters.end()) {
                form.parameters.append(parameter);
                continue;
            }
            // Named again: an example here, an explanation there.
            known->isSwitch = known->isSwitch && parameter.isSwitch;
            if (known->example.isEmpty())
                known->example = parameter.example;
            if (known->explanation.isEmpty())
                known->explanation = parameter.explanation;
        }
    }
    form.remark = remarks.join(u'\n');
    return form;
}

QString parametersText(const QList<ScriptParameter> &parameters, const QStringList &values)
{
    QStringList words;
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const QString value = values.value(i);
        if (value.isEmpty())
            continue;
        if (parameters.at(i).hasName())
            words += parameters.at(i).name;
        if (!parameters.at(i).isSwitch)
            words += quotedArgument(value);
    }
    return words.join(u' ');
}

QString runLine(const QString &script, const QString &parameters)
{
    const QString line = u"run "_s + quoted(script);
    return parameters.isEmpty() ? line : line + u" -parameters "_s + quoted(parameters);
}

} // namespace Sonde::Client
