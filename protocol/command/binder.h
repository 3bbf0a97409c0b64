// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

namespace Sonde {

/// `text` as a value of `parameter`, spelled as declared (choices and verbs); BadValue or UnknownVerb when it cannot be one.
[[nodiscard]] Result<QString> checkedValue(
    const ParameterSpec &parameter, const QString &text, const Catalogue &catalogue);

/// Binds the words after a verb to the command's parameters, one after the other. The parser asks it for the invocation, the cursor
/// for what comes next; a word that is refused leaves it ready for the following one.
class Binder final
{
public:
    enum class Awaits { Anything, Value, OutputType, FileName, DashedName, Nothing };

    Binder(const CommandSpec &command, const Catalogue &catalogue);

    Result<void> take(const Token &token);
    /// Everything bound; `end` is the position an error about something missing carries.
    [[nodiscard]] Result<Invocation> finish(qsizetype end) const;

    [[nodiscard]] Awaits awaits() const { return m_awaits; }
    /// The parameter that was named and has no value yet; only while awaits() == Awaits::Value.
    [[nodiscard]] const ParameterSpec *awaitedParameter() const { return m_named; }
    /// What the next plain word would be bound to; nullptr: nothing is free.
    [[nodiscard]] const ParameterSpec *nextParameter() const;
    [[nodiscard]] bool mayNameOutput() const { return !m_outputGiven && !hasFileName(); }

private:
    Result<void> takeRedirect(const Token &token);
    Result<void> takeAmpersand();
    Result<void> takePlain(const Token &token);
    Result<void> takePair(const ParameterSpec &parameter, const Token &token);
    Result<void> takeDashed(const Token &token);
    Result<void> takeName(QStringView name, const Token &token);
    Result<void> takeFlag(const FlagSpec &flag, const Token &token);
    Result<void> takeOutput(const Token &token);
    Result<void> takeFileName(const Token &token);
    Result<void> bind(const ParameterSpec &parameter, const Token &token);
    /// The error of stopping here, when something is still awaited.
    [[nodiscard]] Result<void> nothingAwaited(qsizetype position) const;
    [[nodiscard]] bool isBound(const ParameterSpec &parameter) const
    {
        return m_invocation.values.contains(parameter.name);
    }
    [[nodiscard]] bool hasFileName() const { return !m_invocation.toFile.isEmpty(); }

    const CommandSpec &m_command;
    const Catalogue &m_catalogue;
    Invocation m_invocation;
    Awaits m_awaits = Awaits::Anything;
    const ParameterSpec *m_named = nullptr; ///< whose value is awaited
    const ParameterSpec *m_pairsParameter = nullptr;
    QStringList m_pairs; ///< its words so far, quoted
    bool m_outputGiven = false;
};

} // namespace Sonde
