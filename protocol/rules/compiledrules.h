// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <functional>
#include <memory>
#include <vector>

struct YR_RULES;

namespace Sonde {

/// A file of YARA rules as somebody wrote it.
struct RuleSource {
    QString name; ///< becomes the rules' namespace, so that two files may have rules of one name
    QByteArray text;
};

/// Rules that can be looked for. They include no other files, whatever they say.
class CompiledRules final
{
public:
    /// RulesMalformed (subject: the source's name; facts: line; reason: the compiler's own words) at the first thing that is wrong.
    [[nodiscard]] static Result<CompiledRules> compile(const std::vector<RuleSource> &sources);
    /// What save() has written. It is code: whoever can write it decides what is found. Internal when it is something else.
    [[nodiscard]] static Result<CompiledRules> load(const std::function<size_t(char *, size_t)> &read);
    /// Calls `write` until it takes less than it is given: then CannotWrite.
    [[nodiscard]] Result<void> save(const std::function<size_t(const char *, size_t)> &write) const;

    [[nodiscard]] YR_RULES *get() const { return m_rules.get(); }

private:
    explicit CompiledRules(YR_RULES *rules);

    std::shared_ptr<const void> m_library; ///< as long as one lives, the library is set up
    std::shared_ptr<YR_RULES> m_rules;
};

} // namespace Sonde
