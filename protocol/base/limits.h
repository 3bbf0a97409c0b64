// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/facts.h"
#include "protocol/base/identifiers.h"
#include "protocol/base/members.h"

#include <QByteArray>
#include <QCborArray>
#include <QList>
#include <QMap>
#include <concepts>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

/// How much of each thing a peer may say. A field has the limit that its name has in the table below, wherever it is sent: who adds a field
/// that a peer fills, and gives its name no limit, gets a message that does not compile (isLimited).
namespace Sonde::Limits {

/// `longest`: of a text in UTF-16 units, of bytes and of a map of facts in bytes. `most`: of a list or a table in elements, each of which
/// is at most `longest`.
struct Limit {
    qsizetype longest = 0;
    qsizetype most = 0;
};

inline constexpr Limit None{std::numeric_limits<qsizetype>::max(), std::numeric_limits<qsizetype>::max()};

/// Numbers of a peer are between this and its negative: sums and percentages of them do not overflow, and no table takes them for others.
inline constexpr qint64 LargestNumber = qint64(1) << 53;
/// Times are before the year 10000.
inline constexpr qint64 LatestTime = 253'402'300'799'999;
/// Names of enumerators, of kinds of messages and of fields.
inline constexpr qsizetype LongestWord = 64;

struct Named {
    QLatin1StringView name;
    Limit limit;
};

/// A path as a device spells it; there are longer ones than systems take at once.
inline constexpr Limit Path{16 * 1024, 0};
/// As much as a message may have.
inline constexpr Limit Whole{64 * 1024, 0};
inline constexpr Limit Word{64, 0};
inline constexpr Limit Name{255, 0};
inline constexpr Limit Sentence{4000, 0};
inline constexpr Limit Hash{64, 0};

// clang-format off
inline constexpr Named Table[]{
    {QLatin1StringView("add"), {64, 64}},
    {QLatin1StringView("addresses"), {64, 256}},
    {QLatin1StringView("agentVersion"), Word},
    {QLatin1StringView("analyst"), Name},
    {QLatin1StringView("approval"), {1000, 0}},
    {QLatin1StringView("architecture"), Word},
    {QLatin1StringView("by"), Sentence},
    {QLatin1StringView("bytes"), {1024 * 1024, 0}}, // a chunk of output: less than a message
    {QLatin1StringView("code"), Word},
    {QLatin1StringView("csr"), {8192, 0}},
    {QLatin1StringView("description"), {4000, 0}},
    {QLatin1StringView("certificate"), {16 * 1024, 0}},
    {QLatin1StringView("device"), Word},
    {QLatin1StringView("devices"), {64, 1000}},
    {QLatin1StringView("domain"), Name},
    {QLatin1StringView("domains"), {255, 64}},
    {QLatin1StringView("eligible"), {64, 16}},
    {QLatin1StringView("encoding"), Word},
    {QLatin1StringView("errors"), {0, 500}},
    {QLatin1StringView("facts"), Whole},
    {QLatin1StringView("group"), {128, 0}},
    {QLatin1StringView("groups"), {128, 200}},
    {QLatin1StringView("held"), {0, 10'000}},
    {QLatin1StringView("id"), Whole},
    {QLatin1StringView("identity"), Whole},
    {QLatin1StringView("instance"), Word},
    {QLatin1StringView("journalHash"), Hash},
    {QLatin1StringView("journalSignature"), {256, 0}},
    {QLatin1StringView("key"), Word},
    {QLatin1StringView("line"), Whole}, // grammar.h refuses what is longer than it can read
    {QLatin1StringView("mode"), Word},
    {QLatin1StringView("name"), Name},
    {QLatin1StringView("names"), {255, 64}},
    {QLatin1StringView("never"), {64, 64}},
    {QLatin1StringView("notes"), {0, 10'000}},
    {QLatin1StringView("osName"), Name},
    {QLatin1StringView("osVersion"), Name},
    {QLatin1StringView("owner"), Name},
    {QLatin1StringView("parametersDescription"), {16'000, 0}},
    {QLatin1StringView("passages"), {Name.longest, 1000}},
    {QLatin1StringView("password"), {1024, 0}},
    {QLatin1StringView("path"), Path},
    {QLatin1StringView("permissions"), {64, 64}},
    {QLatin1StringView("program"), Word},
    {QLatin1StringView("programVersion"), Word},
    {QLatin1StringView("reason"), Sentence},
    {QLatin1StringView("remove"), {64, 64}},
    {QLatin1StringView("role"), Word},
    {QLatin1StringView("roles"), {64, 16}},
    {QLatin1StringView("sha256"), Hash},
    {QLatin1StringView("shortfalls"), {0, 100}},
    {QLatin1StringView("steps"), {0, 10'000}},
    {QLatin1StringView("subject"), Path},
    {QLatin1StringView("submission"), Word},
    {QLatin1StringView("systems"), {255, 64}},
    {QLatin1StringView("tags"), {64, 64}},
    {QLatin1StringView("things"), {0, 1000}},
    {QLatin1StringView("ticket"), Word},
    {QLatin1StringView("timeZone"), Word},
    {QLatin1StringView("unit"), Word},
    {QLatin1StringView("user"), {128, 0}},
    {QLatin1StringView("value"), {8000, 0}},
    {QLatin1StringView("what"), Path},
    {QLatin1StringView("workingDirectory"), Path},
};
// clang-format on

[[nodiscard]] constexpr std::optional<Limit> of(QLatin1StringView name)
{
    for (const Named &named : Table) {
        if (std::string_view(named.name.data(), size_t(named.name.size()))
            == std::string_view(name.data(), size_t(name.size())))
            return named.limit;
    }
    return {};
}

namespace Detail {

/// Whether a T can be as large as whoever sends it likes, and what is inside it.
template<typename T> struct Content {
    static constexpr bool grows = false;
    using Inner = void;
};
template<> struct Content<QString> {
    static constexpr bool grows = true;
    using Inner = void;
};
template<> struct Content<QByteArray> : Content<QString> {};
template<> struct Content<QCborMap> : Content<QString> {};
template<> struct Content<QCborArray> : Content<QString> {};
template<> struct Content<Facts> : Content<QString> {};
template<> struct Content<QMap<QString, QString>> : Content<QString> {};
template<typename Tag, typename T> struct Content<Identifier<Tag, T>> : Content<T> {};
template<typename T> struct Content<std::optional<T>> : Content<T> {
    using Inner = T;
};
template<typename T> struct Content<std::vector<T>> {
    static constexpr bool grows = true;
    using Inner = T;
};
template<typename T> struct Content<QList<T>> : Content<std::vector<T>> {};

} // namespace Detail

/// Whether everything in a T that can grow has a limit.
template<typename T>
consteval bool isLimited();

template<typename T>
consteval bool isFieldLimited(QLatin1StringView name)
{
    using Inner = typename Detail::Content<T>::Inner;
    if (Detail::Content<T>::grows && !of(name))
        return false;
    if constexpr (std::is_void_v<Inner>)
        return isLimited<T>();
    else
        return isFieldLimited<Inner>(name);
}

template<typename... Ts>
consteval bool areLimited(const std::variant<Ts...> *)
{
    return (isLimited<Ts>() && ...);
}

template<typename T>
consteval bool isLimited()
{
    if constexpr (requires { areLimited(static_cast<const T *>(nullptr)); }) {
        return areLimited(static_cast<const T *>(nullptr));
    } else if constexpr (Members::PlainStruct<T>) {
        return []<size_t... I>(std::index_sequence<I...>) {
            using Tied = decltype(Members::tie(std::declval<const T &>()));
            return (isFieldLimited<std::remove_cvref_t<std::tuple_element_t<I, Tied>>>(Members::names<T>[I]) && ...);
        }(std::make_index_sequence<Members::count<T>>{});
    } else {
        return true;
    }
}

// ---- keeping to them: who says more than a peer lets in is not listened to any more

template<typename T>
concept List = std::same_as<T, std::vector<typename T::value_type>> || std::same_as<T, QList<typename T::value_type>>;
template<typename T> concept Maybe = std::same_as<T, std::optional<typename T::value_type>>;

/// Cuts texts that are too long, and drops what a list has too much. Bytes and facts stay as they are: a part of them is worth nothing.
template<typename T>
void keepTo(const Limit &limit, T &value)
{
    if constexpr (std::same_as<T, QString>) {
        if (value.size() > limit.longest)
            value = value.left(limit.longest - 1) + QChar(0x2026);
    } else if constexpr (List<T>) {
        if (qsizetype(value.size()) > limit.most)
            value.resize(typename T::size_type(limit.most));
        for (auto &element : value)
            keepTo(limit, element);
    } else if constexpr (Maybe<T>) {
        if (value)
            keepTo(limit, *value);
    } else if constexpr (Members::PlainStruct<T>) {
        auto members = Members::tie(value);
        [&]<size_t... I>(std::index_sequence<I...>) {
            (keepTo(of(Members::names<T>[I]).value_or(None), std::get<I>(members)), ...);
        }(std::make_index_sequence<Members::count<T>>{});
    }
}

} // namespace Sonde::Limits
