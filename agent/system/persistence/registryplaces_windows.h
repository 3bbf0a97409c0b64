// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>

namespace Sonde::Agent::Windows {

/// Whose part of the registry a place is in.
enum class Hive {
    Machine, ///< HKEY_LOCAL_MACHINE
    Users,   ///< each account that is signed in, and the system's own
    Both
};

/// A place in the registry that makes Windows load or start something.
struct RegistryPlace {
    const char *method;
    Hive hive;
    const char16_t *key;   ///< below the hive; `*` is any one name
    const char16_t *value; ///< `*`: each of the key's; empty: the key's default
    const char *attack;
    /// What stands there on every Windows, in lower case and with blanks between several; what else stands there is shown. Null: nothing is
    /// expected.
    const char16_t *usual = nullptr;
    bool bothViews = true; ///< programs of 32 bits have one of their own
};

[[nodiscard]] std::span<const RegistryPlace> registryPlaces();

} // namespace Sonde::Agent::Windows
