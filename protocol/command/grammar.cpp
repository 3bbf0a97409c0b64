// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"

#include "protocol/command/binder.h"

#include <QCborArray>
#include <QMap>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

std::unexpected<Error> failOver(const CommandSpec &command, Error error)
{
    error.facts.set(Fact::Verb, command.verb);
    error.facts.set(Fact::Usage, usage(command));
    return std::unexpected(std::move(error));
}

std::unexpected<Error> unknownVerb(const QString &typed, qsizetype position, const Catalogue &catalogue)
{
    if (const QStringList meanings = Catalogue::meanings(typed); !meanings.isEmpty())
        return fail(ErrorCode::AmbiguousVerb, typed)
            .with(Fact::Position, position)
            .with(Fact::Nearest, QCborArray::fromStringList(meanings));
    return fail(ErrorCode::UnknownVerb, typed)
        .with(Fact::Position, position)
        .with(Fact::Nearest, QCborArray::fromStringList(catalogue.nearestVerbs(typed)));
}

Result<void> checkLength(QStringView line)
{
    const qsizetype bytes = line.size() > MaxLineBytes ? line.size() : line.toUtf8().size();
    if (bytes > MaxLineBytes)
        return fail(ErrorCode::LineTooLong).with(Fact::Limit, MaxLineBytes).with(Fact::Actual, bytes);
    return {};
}

Result<Invocation> bindAll(
    const CommandSpec &command, const QList<Token> &words, qsizetype end, const Catalogue &catalogue)
{
    Binder binder(command, catalogue);
    for (const auto &word : words) {
        if (const auto taken = binder.take(word); !taken)
            return std::unexpected(taken.error());
    }
    return binder.finish(end);
}

// ---- an invocation that nobody parsed here

Result<void> validateValues(const Invocation &invocation, const CommandSpec &command, const Catalogue &catalogue)
{
    for (const auto &[name, value] : invocation.values.asKeyValueRange()) {
        const auto *parameter = command.parameter(name);
        if (!parameter || parameter->name != name)
            return fail(ErrorCode::TooManyParameters, name);
        const auto checked = checkedValue(*parameter, value, catalogue);
        if (!checked)
            return std::unexpected(checked.error());
        if (*checked != value)
            return fail(ErrorCode::BadValue, value).with(Fact::Parameter, name);
    }
    for (const auto &parameter : command.parameters) {
        if (parameter.required && !invocation.values.contains(parameter.name))
            return fail(ErrorCode::MissingParameter, parameter.name);
    }
    return {};
}

Result<void> validateFlags(const Invocation &invocation, const CommandSpec &command)
{
    QMap<QString, QString> groups; // with the flag that was given of each
    for (const auto &name : invocation.flags) {
        const auto *flag = command.flag(name);
        if (!flag || flag->name != name)
            return fail(ErrorCode::UnknownFlag, u'-' + name);
        const QString group = flag->group.isEmpty() ? u'-' + name : flag->group;
        if (groups.contains(group) && groups.value(group) != name)
            return fail(ErrorCode::RepeatedParameter, u'-' + name)
                .with(Fact::Flag, QString(u'-' + groups.value(group)));
        if (groups.contains(group))
            return fail(ErrorCode::RepeatedParameter, u'-' + name);
        groups.insert(group, name);
    }
    return {};
}

Result<void> validateOutput(const Invocation &invocation, const CommandSpec &command)
{
    if (invocation.output == OutputType::Text && command.output != OutputType::Text)
        return fail(ErrorCode::BadValue, u"text"_s).with(Fact::Parameter, u"output"_s);
    return {};
}

QString parameterUsage(const ParameterSpec &parameter)
{
    if (parameter.takesPairs)
        return u'[' + u"<type> <id> …"_s + u']';
    const QString value = u'<' + (parameter.choices.isEmpty() ? parameter.name : parameter.choices.join(u'|')) + u'>';
    const QString form = parameter.positional ? value : u'-' + parameter.name + u' ' + value;
    return parameter.required ? form : u'[' + form + u']';
}

/// `[-a | -b]` for each group of flags that exclude each other.
QStringList flagUsages(const CommandSpec &command)
{
    QStringList usages;
    QStringList groups;
    for (const auto &flag : command.flags) {
        const QString dashed = u'-' + flag.name;
        const qsizetype known = flag.group.isEmpty() ? -1 : groups.indexOf(flag.group);
        if (known >= 0) {
            usages[known] += " | "_L1 + dashed;
        } else {
            usages += dashed;
            groups += flag.group;
        }
    }
    for (auto &usage : usages)
        usage = u'[' + usage + u']';
    return usages;
}

} // namespace

bool Invocation::has(Trait trait) const
{
    const CommandSpec *command = Catalogue::instance().find(verb);
    return command && command->has(trait);
}

Result<Invocation> parseLine(QStringView line, const Catalogue &catalogue)
{
    if (const auto fits = checkLength(line); !fits)
        return std::unexpected(fits.error());
    const auto tokens = tokenize(line);
    if (tokens.isEmpty() || tokens.first().kind != TokenKind::Word)
        return fail(ErrorCode::EmptyLine).with(Fact::Position, 0);
    const auto &verb = tokens.first();
    const auto *command = catalogue.find(verb.text);
    if (!command)
        return unknownVerb(verb.text, verb.start, catalogue);
    auto invocation = bindAll(*command, tokens.sliced(1), line.size(), catalogue);
    if (!invocation)
        return failOver(*command, invocation.error());
    return invocation;
}

Result<void> validate(const Invocation &invocation, const Catalogue &catalogue)
{
    const auto *command = catalogue.find(invocation.verb);
    if (!command || command->verb != invocation.verb)
        return unknownVerb(invocation.verb, 0, catalogue);
    const auto valid = validateValues(invocation, *command, catalogue)
                           .and_then([&] { return validateFlags(invocation, *command); })
                           .and_then([&] { return validateOutput(invocation, *command); });
    if (!valid)
        return failOver(*command, valid.error());
    return {};
}

QString toLine(const Invocation &invocation)
{
    QStringList words{invocation.verb};
    if (const auto *command = Catalogue::instance().find(invocation.verb)) {
        bool inOrder = true;
        for (const auto &parameter : command->parameters) {
            const bool given = invocation.values.contains(parameter.name);
            inOrder = inOrder && given && parameter.positional;
            if (given && !inOrder)
                words += u'-' + parameter.name;
            if (given)
                words += parameter.takesPairs && inOrder ? invocation.value(parameter.name)
                                                         : quoted(invocation.value(parameter.name));
        }
        if (invocation.output != command->output)
            words += {u"-output"_s, invocation.output == OutputType::Json ? u"json"_s : u"table"_s};
    }
    for (const auto &flag : invocation.flags)
        words += u'-' + flag;
    if (!invocation.toFile.isEmpty())
        words += {u">"_s, quoted(invocation.toFile)};
    if (invocation.background)
        words += u"&"_s;
    return words.join(u' ');
}

QString usage(const CommandSpec &command)
{
    QStringList words{command.verb};
    for (const auto &parameter : command.parameters)
        words += parameterUsage(parameter);
    return (words + flagUsages(command)).join(u' ');
}

} // namespace Sonde
