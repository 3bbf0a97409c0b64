// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/errorsentences.h"

// What the tables of sentences are written with. Only they include it.

namespace Sonde::Client::Sentences {

inline constexpr SentencePart Subject{SentencePart::Form::Subject};
inline constexpr SentencePart ReasonOrSubject{SentencePart::Form::ReasonOrSubject};

constexpr SentencePart text(Fact fact)
{
    return {SentencePart::Form::Text, fact};
}
constexpr SentencePart number(Fact fact)
{
    return {SentencePart::Form::Number, fact};
}
constexpr SentencePart size(Fact fact)
{
    return {SentencePart::Form::Size, fact};
}
constexpr SentencePart time(Fact fact)
{
    return {SentencePart::Form::Time, fact};
}
constexpr SentencePart duration(Fact fact)
{
    return {SentencePart::Form::Duration, fact};
}
constexpr SentencePart list(Fact fact)
{
    return {SentencePart::Form::List, fact};
}
constexpr SentencePart role(Fact fact)
{
    return {SentencePart::Form::Role, fact};
}
constexpr SentencePart permission(Fact fact)
{
    return {SentencePart::Form::Permission, fact};
}
constexpr SentencePart group(Fact fact)
{
    return {SentencePart::Form::Group, fact};
}
constexpr SentencePart signature(Fact fact)
{
    return {SentencePart::Form::Signature, fact};
}
constexpr SentencePart count(Fact fact)
{
    return {SentencePart::Form::Count, fact};
}

inline constexpr ErrorSentence::Condition Always{};
constexpr ErrorSentence::Condition when(Fact fact, QLatin1StringView value = {})
{
    return {fact, value};
}

constexpr ErrorSentence::Condition when(TenantSetting setting)
{
    return {Fact::Setting, {}, setting};
}

/// Of what is typed, and of who may do it.
[[nodiscard]] std::span<const ErrorSentence> lineSentences();

/// Of what a device finds, and of acts on it.
[[nodiscard]] std::span<const ErrorSentence> deviceSentences();

/// Of what is carried and kept: transfers, the library, connections, the service and this computer.
[[nodiscard]] std::span<const ErrorSentence> carriageSentences();

} // namespace Sonde::Client::Sentences
