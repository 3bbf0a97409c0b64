// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/hooks/hookparser.h"

namespace Sonde::Agent::Linux {

/// A line with something in it, and what `remediate persistence` calls it.
struct NamedLine {
    QByteArray content; ///< trimmed
    QByteArray
        id; ///< lineId(); empty: it begins on the line before, or goes on in the next, and cannot be taken away alone
};

/// plainLines(), with their names.
[[nodiscard]] std::vector<NamedLine> namedLines(const QByteArray &path, QByteArrayView bytes);

using HookParser = std::vector<Hook> (*)(QByteArrayView);

/// A hook, and the one line that says it alone; empty: it takes several, or its line says other things too.
struct NamedHook {
    Hook hook;
    QByteArray id;
};

/// What `parse` finds in a file.
[[nodiscard]] std::vector<NamedHook> namedHooks(const QByteArray &path, QByteArrayView bytes, HookParser parse);

} // namespace Sonde::Agent::Linux
