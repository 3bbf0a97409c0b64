// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"
#include "protocol/settings/settingtable.h"

#include <array>
#include <optional>
#include <span>

namespace Sonde::Client {

/// What stands at one place of a sentence, and how it is written.
struct SentencePart {
    enum class Form {
        Nothing,
        Subject,
        ReasonOrSubject,
        Text,
        Number,
        Size,
        Time,
        Duration,
        List,
        Role,
        Permission,
        Group,
        Signature,
        Count
    };

    Form form = Form::Nothing;
    std::optional<Fact> fact = {}; ///< none: the subject or the reason
};

/// One way to say an error.
struct ErrorSentence {
    /// Whether a fact is there, and has this value.
    struct Condition {
        std::optional<Fact> fact = {};             ///< none: it is always met
        QLatin1StringView value = {};              ///< empty: any
        std::optional<TenantSetting> setting = {}; ///< whose key is the value
    };
    enum class Reason { Unsaid, Said };

    ErrorCode code;
    Condition condition;
    const char *text;                       ///< in English; translated in the context of `Words`
    std::array<SentencePart, 3> parts = {}; ///< at %1, %2…; a Count is at %n, and last
    Reason reason = Reason::Unsaid;

    [[nodiscard]] bool isFor(const Error &error) const;
};

/// All of them. Of the sentences of a code the first whose condition is met is said; the last one's always is.
[[nodiscard]] std::span<const ErrorSentence> errorSentences();

} // namespace Sonde::Client
