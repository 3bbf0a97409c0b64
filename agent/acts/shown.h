// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <memory>

namespace Sonde::Agent {

class Acts;
struct ProcessFacts;
struct ScheduledTask;
struct Service;

/// Remembers what a row of a list says of a thing, so that it can be acted on as it was shown. Null: nobody remembers.
void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const ProcessFacts &process);
void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const Service &service);
void rememberShown(const std::shared_ptr<Acts> &acts, SessionId session, const ScheduledTask &task);

} // namespace Sonde::Agent
