// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace Sonde {

/// Whether T is one of the types a std::variant can hold.
template<typename T, typename Variant>
inline constexpr bool isAlternative = false;
template<typename T, typename... Ts>
inline constexpr bool isAlternative<T, std::variant<Ts...>> = (std::same_as<T, Ts> || ...);

/// The index of T among the types a std::variant can hold.
template<typename T, typename... Ts>
consteval size_t alternativeIndex(const std::variant<Ts...> *)
{
    size_t index = 0;
    std::ignore = ((std::same_as<T, Ts> || (++index, false)) || ...);
    return index;
}

/// The variant with the alternative of this index, which `content` points to and which is moved from. A type with many alternatives that
/// calls it in one file has its constructors compiled there only: each of them has to be able to destroy all alternatives.
template<typename... Ts>
std::variant<Ts...> takeAlternative(std::type_identity<std::variant<Ts...>>, size_t index, void *content)
{
    using Variant = std::variant<Ts...>;
    constexpr std::array<Variant (*)(void *), sizeof...(Ts)> take{
        [](void *taken) { return Variant(std::in_place_type<Ts>, std::move(*static_cast<Ts *>(taken))); }...};
    return take.at(index)(content);
}

/// Declares a struct as an alternative of a variant, where the struct itself is declared:
///
///     namespace Message {
///     template<int Line> struct At;
///     constexpr int First = __LINE__;
///     SONDE_ALTERNATIVE(Hello) { QString program; };
///     constexpr int Last = __LINE__;
///     }
///     using AnyMessage = Alternatives<Message::At, Message::First, Message::Last>;
///
/// So there is no list to keep in step with the structs. One stands on a line: two would not compile.
#define SONDE_ALTERNATIVE(Name) \
    struct Name; \
    template<> \
    struct At<__LINE__> { \
        using Type = Name; \
    }; \
    struct Name

namespace Detail {

template<template<int> typename At, int Line>
inline constexpr bool isDeclared = requires { typename At<Line>::Type; };

/// The lines of the file that declare an alternative.
template<template<int> typename At, int First, int Last>
inline constexpr auto declaringLines = []<int... I>(std::integer_sequence<int, I...>) {
    std::array<int, (size_t(0) + ... + (isDeclared<At, First + I> ? 1 : 0))> lines{};
    size_t next = 0;
    ((isDeclared<At, First + I> ? void(lines[next++] = First + I) : void()), ...);
    return lines;
}(std::make_integer_sequence<int, Last - First>{});

template<template<int> typename At, int First, int Last, size_t... I>
auto alternatives(std::index_sequence<I...>) -> std::variant<typename At<declaringLines<At, First, Last>[I]>::Type...>;

} // namespace Detail

/// The variant of the structs that SONDE_ALTERNATIVE declared between two lines, in their order.
template<template<int> typename At, int First, int Last>
using Alternatives = decltype(Detail::alternatives<At, First, Last>(
    std::make_index_sequence<Detail::declaringLines<At, First, Last>.size()>{}));

/// `place` becomes what `other` is, by another one in its place: that each of many alternatives can be assigned to each, nothing needs, and
/// it is as much to compile as all the rest of a variant.
template<typename T>
T &replace(T &place, T &&other) noexcept
{
    if (&place != &other) {
        std::destroy_at(&place);
        std::construct_at(&place, std::move(other));
    }
    return place;
}

/// One visitor out of several functions, for std::visit.
template<typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace Sonde
