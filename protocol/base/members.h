// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <array>
#include <source_location>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// What a plain struct consists of, asked of the struct itself: its name, the names of its members and the members, in the order in which
/// they are declared. So a struct is declared once, and nothing beside it repeats its members.
///
/// C++ cannot be asked for this before C++26. Until then the names are read from what the compiler calls a function whose template
/// argument is the type, or the address of the member: GCC 14 and Clang 19 spell it as read here, and tst_recorded would see
/// any other spelling.
namespace Sonde::Members {

/// A struct without constructors, base classes and private parts.
template<typename T> concept PlainStruct = std::is_class_v<T> && std::is_aggregate_v<T>;

/// No plain struct has more members than this.
inline constexpr size_t Most = 26;

namespace Detail {

/// Whatever a member may be initialised with, but a text: a list of texts would take it for its only one.
struct Anything {
    template<typename T>
        requires(!std::is_same_v<T, QString>)
    operator T() const;
};

struct Text {
    operator QString() const;
};

/// `Found`: what the members before were initialised with.
template<typename T, typename... Found>
consteval size_t countMembers()
{
    static_assert(sizeof...(Found) <= Most, "Members::Most is too small, and so is Members::apply()");
    if constexpr (requires { T{Found()..., Anything()}; })
        return countMembers<T, Found..., Anything>();
    else if constexpr (requires { T{Found()..., Text()}; })
        return countMembers<T, Found..., Text>();
    else
        return sizeof...(Found);
}

/// An object that is nowhere: only the addresses of its members are looked at, by the compiler.
template<typename T>
struct Nowhere {
    const T value;
};
template<typename T> extern const Nowhere<T> nowhere;
QT_WARNING_PUSH
QT_WARNING_DISABLE_CLANG("-Wundefined-var-template")
template<typename T>
consteval const T &pretended()
{
    return nowhere<T>.value;
}
QT_WARNING_POP

/// Clang before 18 takes the address of a member as a template argument only inside a struct.
template<typename Pointer>
struct Address {
    Pointer pointer;
};

/// The last identifier in `text`.
consteval std::string_view lastIdentifier(std::string_view text)
{
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    while (!text.empty() && !isPart(text.back()))
        text.remove_suffix(1);
    size_t start = text.size();
    while (start > 0 && isPart(text[start - 1]))
        --start;
    return text.substr(start);
}

template<typename T>
consteval std::string_view nameOfType()
{
    std::string_view text = std::source_location::current().function_name();
    return lastIdentifier(text.substr(0, text.find(';'))); // GCC goes on with what std::string_view stands for
}

template<auto Member>
consteval std::string_view nameOfMember()
{
    std::string_view text = std::source_location::current().function_name();
    return lastIdentifier(text.substr(0, text.find(';')));
}

constexpr QLatin1StringView latin1(std::string_view text)
{
    return QLatin1StringView(text.data(), qsizetype(text.size()));
}

} // namespace Detail

template<PlainStruct T> inline constexpr size_t count = Detail::countMembers<std::remove_const_t<T>>();

/// The name of a type without its namespaces.
template<typename T> inline constexpr QLatin1StringView typeName = Detail::latin1(Detail::nameOfType<T>());

// clang-format off
/// What `to` makes of the members, as lvalues.
template<typename T, typename F>
    requires(PlainStruct<std::remove_const_t<T>>)
constexpr auto apply(T &of, F to)
{
    constexpr size_t N = count<T>;
    if constexpr (N == 0) { return to(); }
    else if constexpr (N == 1) { auto &[a] = of; return to(a); }
    else if constexpr (N == 2) { auto &[a, b] = of; return to(a, b); }
    else if constexpr (N == 3) { auto &[a, b, c] = of; return to(a, b, c); }
    else if constexpr (N == 4) { auto &[a, b, c, d] = of; return to(a, b, c, d); }
    else if constexpr (N == 5) { auto &[a, b, c, d, e] = of; return to(a, b, c, d, e); }
    else if constexpr (N == 6) { auto &[a, b, c, d, e, f] = of; return to(a, b, c, d, e, f); }
    else if constexpr (N == 7) { auto &[a, b, c, d, e, f, g] = of; return to(a, b, c, d, e, f, g); }
    else if constexpr (N == 8) { auto &[a, b, c, d, e, f, g, h] = of; return to(a, b, c, d, e, f, g, h); }
    else if constexpr (N == 9) { auto &[a, b, c, d, e, f, g, h, i] = of; return to(a, b, c, d, e, f, g, h, i); }
    else if constexpr (N == 10) { auto &[a, b, c, d, e, f, g, h, i, j] = of; return to(a, b, c, d, e, f, g, h, i, j); }
    else if constexpr (N == 11) { auto &[a, b, c, d, e, f, g, h, i, j, k] = of; return to(a, b, c, d, e, f, g, h, i, j, k); }
    else if constexpr (N == 12) { auto &[a, b, c, d, e, f, g, h, i, j, k, l] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l); }
    else if constexpr (N == 13) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m); }
    else if constexpr (N == 14) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n); }
    else if constexpr (N == 15) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o); }
    else if constexpr (N == 16) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p); }
    else if constexpr (N == 17) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q); }
    else if constexpr (N == 18) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r); }
    else if constexpr (N == 19) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s); }
    else if constexpr (N == 20) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t); }
    else if constexpr (N == 21) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u); }
    else if constexpr (N == 22) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v); }
    else if constexpr (N == 23) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w); }
    else if constexpr (N == 24) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x); }
    else if constexpr (N == 25) { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y); }
    else { auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z] = of; return to(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z); }
}
// clang-format on

/// References to the members, as a tuple.
template<typename T>
constexpr auto tie(T &of)
{
    return apply(of, [](auto &...members) { return std::tie(members...); });
}

/// Where the members are.
template<typename T>
constexpr auto addresses(const T &of)
{
    return apply(of, [](const auto &...members) { return std::array<const void *, sizeof...(members)>{&members...}; });
}

/// The names of the members, in the order of tie().
template<PlainStruct T>
inline constexpr auto names = []<size_t... I>(std::index_sequence<I...>) {
    return std::array<QLatin1StringView, sizeof...(I)>{
        Detail::latin1(Detail::nameOfMember<Detail::Address{&std::get<I>(tie(Detail::pretended<T>()))}>())...};
}(std::make_index_sequence<count<T>>{});

} // namespace Sonde::Members
