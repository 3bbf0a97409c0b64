// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <variant>

namespace Sonde {

/// Whether T is one of the types a std::variant can hold.
template<typename T, typename Variant>
inline constexpr bool isAlternative = false;
template<typename T, typename... Ts>
inline constexpr bool isAlternative<T, std::variant<Ts...>> = (std::same_as<T, Ts> || ...);

/// One visitor out of several functions, for std::visit.
template<typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace Sonde
