// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/binder.h"

#include "protocol/command/valuetext.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

Failure failAt(qsizetype position, ErrorCode code, const QString &subject = {})
{
    return fail(code, subject).with(Fact::Position, position);
}

/// Whether an unquoted word is the name of a flag or parameter rather than a value.
bool isName(const Token &token)
{
    return token.kind == TokenKind::Word && !token.quoted && token.text.startsWith(u'-');
}

std::optional<OutputType> outputType(const QString &text)
{
    if (text.compare("json"_L1, Qt::CaseInsensitive) == 0)
        return OutputType::Json;
    if (text.compare("table"_L1, Qt::CaseInsensitive) == 0)
        return OutputType::Table;
    return {};
}

bool isNumber(const QString &text, quint64 least, quint64 most)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool fits = false;
    const quint64 number = text.toULongLong(&fits);
    return std::ranges::all_of(text, isDigit) && fits && number >= least && number <= most;
}

bool isOfType(ValueType type, const QString &text)
{
    switch (type) {
    case ValueType::Pid: return isNumber(text, 0, std::numeric_limits<quint32>::max());
    case ValueType::Size: return sizeOf(text).has_value();
    case ValueType::Duration: return durationOf(text).has_value();
    case ValueType::Time: return momentOf(text, QDateTime::currentDateTimeUtc()).has_value();
    case ValueType::Integer: return isNumber(text, 0, std::numeric_limits<qint64>::max());
    case ValueType::CommandNumber: return isNumber(text, 1, std::numeric_limits<quint64>::max());
    case ValueType::Boolean: return text == "true"_L1 || text == "false"_L1;
    case ValueType::Path:
    case ValueType::Address:
    case ValueType::Verb:
    case ValueType::LibraryName:
    case ValueType::ServiceName:
    case ValueType::TaskName:
    case ValueType::RegistryKey:
    case ValueType::Object: return !text.isEmpty();
    case ValueType::Text: return true;
    }
    Q_UNREACHABLE_RETURN(false);
}

Failure badValue(const QString &value, const QString &parameter, const QStringList &choices)
{
    return fail(ErrorCode::BadValue, value)
        .with(Fact::Parameter, parameter)
        .with(Fact::Choices, QCborArray::fromStringList(choices));
}

Result<QString> knownVerb(const QString &text, const Catalogue &catalogue)
{
    if (const auto *command = catalogue.find(text))
        return command->verb;
    return fail(ErrorCode::UnknownVerb, text)
        .with(Fact::Nearest, QCborArray::fromStringList(catalogue.nearestVerbs(text)));
}

Result<QString> checkedChoice(const ParameterSpec &parameter, const QString &text)
{
    const qsizetype choice = parameter.choices.indexOf(text, 0, Qt::CaseInsensitive);
    if (choice < 0)
        return badValue(text, parameter.name, parameter.choices);
    return parameter.choices[choice];
}

/// Each word as toLine() writes it, so that there is one way to say the same.
Result<QString> checkedPairs(const ParameterSpec &parameter, const QString &text)
{
    QStringList words;
    for (const Token &token : tokenize(text)) {
        if (token.kind != TokenKind::Word || !token.closed || token.text.isEmpty())
            return badValue(text, parameter.name, {});
        const bool isChoice = words.size() % 2 == 0;
        const auto word = isChoice ? checkedChoice(parameter, token.text) : Result<QString>(token.text);
        if (!word)
            return word;
        words += isChoice ? *word : quoted(*word);
    }
    if (words.size() % 2 != 0)
        return fail(ErrorCode::MissingParameter, u"id"_s);
    return words.join(u' ');
}

} // namespace

Result<QString> checkedValue(const ParameterSpec &parameter, const QString &text, const Catalogue &catalogue)
{
    if (parameter.takesPairs)
        return checkedPairs(parameter, text);
    if (parameter.type == ValueType::Verb)
        return knownVerb(text, catalogue);
    if (!isOfType(parameter.type, text) || (parameter.required && text.isEmpty()))
        return badValue(text, parameter.name, parameter.choices);
    return parameter.choices.isEmpty() ? Result<QString>(text) : checkedChoice(parameter, text);
}

Binder::Binder(const CommandSpec &command, const Catalogue &catalogue)
    : m_command(command)
    , m_catalogue(catalogue)
{
    m_invocation.verb = command.verb;
    m_invocation.output = command.output;
}

Result<void> Binder::take(const Token &token)
{
    if (!token.closed)
        return failAt(token.start, ErrorCode::UnclosedQuote, token.text);
    if (token.kind == TokenKind::Redirect)
        return takeRedirect(token);
    if (token.kind == TokenKind::Ampersand)
        return nothingAwaited(token.start).and_then([this] { return takeAmpersand(); });

    const auto complete = nothingAwaited(token.start);
    const auto awaited = std::exchange(m_awaits, Awaits::Anything);
    if (!complete && (isName(token) || (token.quoted && awaited == Awaits::DashedName)))
        return complete;
    switch (awaited) {
    case Awaits::Value: return bind(*m_named, token);
    case Awaits::OutputType: return takeOutput(token);
    case Awaits::FileName: return takeFileName(token);
    case Awaits::DashedName: return takeName(token.text, token);
    case Awaits::Anything:
    case Awaits::Nothing: return isName(token) ? takeDashed(token) : takePlain(token);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<Invocation> Binder::finish(qsizetype end) const
{
    if (const auto complete = nothingAwaited(end); !complete)
        return std::unexpected(complete.error());
    for (const auto &parameter : m_command.parameters) {
        if (parameter.required && !isBound(parameter))
            return failAt(end, ErrorCode::MissingParameter, parameter.name);
    }
    if (m_pairs.isEmpty())
        return m_invocation;
    Invocation whole = m_invocation;
    const auto pairs = checkedPairs(*m_pairsParameter, m_pairs.join(u' '));
    if (!pairs)
        return failAt(end, pairs.error().code, pairs.error().subject);
    whole.values.insert(m_pairsParameter->name, *pairs);
    return whole;
}

const ParameterSpec *Binder::nextParameter() const
{
    const auto isFree = [this](const auto &parameter) { return parameter.positional && !isBound(parameter); };
    const auto found = std::ranges::find_if(m_command.parameters, isFree);
    if (found == m_command.parameters.end() || hasFileName())
        return nullptr;
    // The second word of a pair is what the second parameter is: for whoever completes it.
    return found->takesPairs && m_pairs.size() % 2 != 0 ? &m_command.parameters[1] : &*found;
}

Result<void> Binder::takeRedirect(const Token &token)
{
    if (const auto complete = nothingAwaited(token.start); !complete)
        return complete;
    if (hasFileName())
        return failAt(token.start, ErrorCode::RepeatedParameter, token.text);
    m_awaits = Awaits::FileName;
    return {};
}

Result<void> Binder::takeAmpersand()
{
    m_invocation.background = true;
    m_awaits = Awaits::Nothing;
    return {};
}

Result<void> Binder::takePlain(const Token &token)
{
    if (!token.quoted && token.text == "|"_L1)
        return failAt(token.start, ErrorCode::BadValue, token.text).with(Fact::Why, u"pipe"_s);
    const auto *parameter = nextParameter();
    const bool namesOutput = !token.quoted && mayNameOutput() && outputType(token.text);
    // `processes json`: what cannot be the optional parameter is the output type after it.
    if (namesOutput && (!parameter || (!parameter->required && !checkedValue(*parameter, token.text, m_catalogue))))
        return takeOutput(token);
    if (!parameter)
        return failAt(token.start, ErrorCode::TooManyParameters, token.text);
    return parameter->takesPairs || isBound(*parameter) ? takePair(*parameter, token) : bind(*parameter, token);
}

Result<void> Binder::takePair(const ParameterSpec &parameter, const Token &token)
{
    if (!parameter.takesPairs) {
        m_pairs += quoted(token.text);
        return {};
    }
    const auto choice = checkedChoice(parameter, token.text);
    if (!choice) {
        Error error = choice.error();
        error.facts.set(Fact::Position, token.start);
        return std::unexpected(error);
    }
    m_pairsParameter = &parameter;
    m_pairs += *choice;
    return {};
}

Result<void> Binder::takeDashed(const Token &token)
{
    if (token.text != "-"_L1)
        return takeName(QStringView(token.text).sliced(1), token);
    m_awaits = Awaits::DashedName;
    return {};
}

Result<void> Binder::takeName(QStringView name, const Token &token)
{
    if (const auto *flag = m_command.flag(name))
        return takeFlag(*flag, token);
    if (name.compare("output"_L1, Qt::CaseInsensitive) == 0) {
        m_awaits = Awaits::OutputType;
        return {};
    }
    m_named = m_command.parameter(name);
    if (!m_named)
        return failAt(token.start, ErrorCode::UnknownFlag, u'-' + name.toString());
    m_awaits = Awaits::Value;
    return {};
}

Result<void> Binder::takeFlag(const FlagSpec &flag, const Token &token)
{
    const auto excludes = [&](const QString &given) {
        return given == flag.name || (!flag.group.isEmpty() && m_command.flag(given)->group == flag.group);
    };
    const auto before = std::ranges::find_if(m_invocation.flags, excludes);
    if (before != m_invocation.flags.end()) {
        const Failure repeated = failAt(token.start, ErrorCode::RepeatedParameter, u'-' + flag.name);
        return *before == flag.name ? repeated : Failure(repeated).with(Fact::Flag, QString(u'-' + *before));
    }
    m_invocation.flags += flag.name;
    return {};
}

Result<void> Binder::takeOutput(const Token &token)
{
    if (m_outputGiven)
        return failAt(token.start, ErrorCode::RepeatedParameter, u"output"_s);
    const auto type = outputType(token.text);
    if (!type)
        return badValue(token.text, u"output"_s, {u"json"_s, u"table"_s}).with(Fact::Position, token.start);
    m_invocation.output = *type;
    m_outputGiven = true;
    return {};
}

Result<void> Binder::takeFileName(const Token &token)
{
    if (token.text.isEmpty())
        return failAt(token.start, ErrorCode::MissingFileName);
    m_invocation.toFile = token.text;
    return {};
}

Result<void> Binder::bind(const ParameterSpec &parameter, const Token &token)
{
    if (isBound(parameter) || &parameter == m_pairsParameter)
        return failAt(token.start, ErrorCode::RepeatedParameter, parameter.name);
    m_invocation.values.insert(parameter.name, token.text);
    auto value = checkedValue(parameter, token.text, m_catalogue);
    if (!value) {
        value.error().facts.set(Fact::Position, token.start);
        return std::unexpected(value.error());
    }
    m_invocation.values.insert(parameter.name, *value);
    return {};
}

Result<void> Binder::nothingAwaited(qsizetype position) const
{
    switch (m_awaits) {
    case Awaits::Value: return failAt(position, ErrorCode::MissingParameter, m_named->name);
    case Awaits::OutputType: return failAt(position, ErrorCode::MissingParameter, u"output"_s);
    case Awaits::FileName: return failAt(position, ErrorCode::MissingFileName);
    case Awaits::DashedName: return failAt(position, ErrorCode::UnknownFlag, u"-"_s);
    case Awaits::Anything:
    case Awaits::Nothing: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde
