// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Sonde::Client {

/// What an analyst typed to narrow the inventory: words that must all occur somewhere in a device, and terms for one field of it.
///
///     mail os:windows group:"head office" online:yes -tag:lab
///
/// Fields: name, os (name or platform), group, online (yes/no), isolated (yes/no), tag, automation, session (yes/no, or who holds it), agent (version).
/// A `-` in front negates; quotes keep blanks (and colons) together; letter case does not matter. A term still being typed
/// (`online:`) does not narrow; a term that means nothing is left out and named by error().
class DeviceFilter final
{
public:
    enum class Field { Any, Name, Os, Group, Tag, Automation, Agent, Holder, Online, Held, Isolated };
    static constexpr int FieldCount = int(Field::Isolated) + 1;
    /// What Any looks through beside the name: what many devices have in common, and what only one has.
    enum class Part { Kind, Identity };

    struct Term {
        Field field = Field::Any;
        QByteArray text; ///< folded UTF-8; for Online, Held and Isolated empty
        bool negated = false;

        bool operator==(const Term &) const = default;
    };

    [[nodiscard]] static DeviceFilter parse(QStringView text);

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    /// The first term that means nothing: BadValue (subject: the term, facts: position and what is "accepted").
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// One device at a time; DeviceModel gives the same answer for many at once.
    [[nodiscard]] bool matches(const DeviceRecord &device) const;
    /// Every device this filter accepts is accepted by `other` too (so only what `other` accepted need be looked at).
    [[nodiscard]] bool narrows(const DeviceFilter &other) const;

    /// The folded text a term of `field` is looked for in. Empty for Online, Held and Isolated.
    [[nodiscard]] static QByteArray folded(const DeviceRecord &device, Field field);
    [[nodiscard]] static QByteArray folded(const DeviceRecord &device, Part part);
    /// The answer for Online, Held and Isolated; isolated in part is isolated.
    [[nodiscard]] static bool flag(const DeviceRecord &device, Field field);
    /// Fields that are answered with yes or no.
    static constexpr std::array Flags{Field::Online, Field::Held, Field::Isolated};
    [[nodiscard]] static constexpr bool isFlag(Field field) { return std::ranges::contains(Flags, field); }

private:
    void addTerm(QStringView word, qsizetype position);
    void addFieldTerm(Field field, const QString &value, bool negated, const QString &word, qsizetype position);
    void refuse(const QString &word, qsizetype position, const QString &accepted);

    std::vector<Term> m_terms;
    std::optional<Error> m_error;
};

/// Letter case and composition folded away: what filters compare.
[[nodiscard]] QByteArray foldedUtf8(const QString &text);

} // namespace Sonde::Client
