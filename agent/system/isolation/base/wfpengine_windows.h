// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/base/wfpfilters.h"

namespace Sonde::Agent::Wfp {

/// What is there of ours.
struct Seen {
    bool known = false; ///< the engine could say
    bool anything = false;
    bool isWhole =
        false; ///< each filter that was meant, twice: for ever, and from the start of the device until the engine runs
    QString refusal; ///< the system's words, when it could not say
};

/// The filtering engine of this device. What is put there stays when this process ends, and when the device starts again. Written after
/// Microsoft's documentation of the platform; it has not run.
class Engine final
{
public:
    /// The service that is the engine (BFE) runs; where it does not, as under Wine, none of its functions is called.
    [[nodiscard]] static bool isThere();

    /// In one transaction, in place of what is there of ours. NoSubsystem, NotSupported with the system's words, AccessDenied.
    [[nodiscard]] static Result<void> apply(const std::vector<Filter> &filters);
    /// Also when nothing is there.
    [[nodiscard]] static Result<void> remove();
    [[nodiscard]] static Seen look(const std::vector<Filter> &meant);
};

} // namespace Sonde::Agent::Wfp
