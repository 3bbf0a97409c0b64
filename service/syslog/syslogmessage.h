// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

namespace Sonde::Service {

/// An entry of the journal as a message of RFC 5424, with its length in front as RFC 5425 wants it: facility "log audit", its place in the
/// chain as structured data, its facts as JSON. What is very long is cut; the hash is that of the whole.
[[nodiscard]] QByteArray syslogFrame(const JournalEntry &entry, const QString &host);

} // namespace Sonde::Service
