// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errorsentences.h"

#include "ui/words/sentenceparts.h"

#include <QCborArray>
#include <vector>

namespace Sonde::Client {

namespace {

bool says(const QCborValue &value)
{
    if (value.isString())
        return !value.toString().isEmpty();
    if (value.isArray())
        return !value.toArray().isEmpty();
    return !value.isUndefined();
}

} // namespace

bool ErrorSentence::isFor(const Error &error) const
{
    if (error.code != code)
        return false;
    if (!condition.fact)
        return true;
    const auto value = condition.setting ? settingKey(*condition.setting) : condition.value;
    return value.isEmpty() ? says(error.facts.value(*condition.fact)) : error.facts.text(*condition.fact) == value;
}

std::span<const ErrorSentence> errorSentences()
{
    static const auto all = [] {
        using namespace Sentences;
        std::vector<ErrorSentence> sentences;
        for (const auto &table : {lineSentences(), deviceSentences(), carriageSentences()})
            sentences.insert(sentences.end(), table.begin(), table.end());
        return sentences;
    }();
    return all;
}

} // namespace Sonde::Client
