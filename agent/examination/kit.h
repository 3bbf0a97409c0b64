// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"
#include "agent/examination/clamd/clamdconfig.h"
#include "agent/system/linux/descriptor.h"

namespace Sonde::Agent {

/// What a command examines with: brought and prepared once, then shared by its threads, which only read it.
struct ExaminationKit {
    struct List {
        QString name;
        Engine engine = Engine::KnownBad; ///< or KnownGood
        std::shared_ptr<const Linux::Descriptor> file;
    };

    QByteArray program;                             ///< the agent's own, for processes apart
    std::shared_ptr<const Linux::Descriptor> rules; ///< compiled; null: there are none, and `whyNoRules` says why
    std::optional<Error> whyNoRules;
    std::vector<List> lists;
    std::vector<Error> whyNoList; ///< of each list that could not be had
    std::optional<ClamdConfig> clamd;
    std::optional<Error> whyNoClamd;
    QString clamdVersion;
    QByteArray root = "/";

    [[nodiscard]] bool hasLists() const { return !lists.empty(); }
};

/// Brings the library's rules and lists that the order names to the device, and looks whether clamd answers. What cannot be had is said by the
/// kit itself. Cancelled.
[[nodiscard]] Result<ExaminationKit> prepareKit(CommandContext &context);

/// The same file, open once more with a place of its own to read from.
[[nodiscard]] Linux::Descriptor reopen(const Linux::Descriptor &file);

} // namespace Sonde::Agent
