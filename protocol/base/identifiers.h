// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <compare>

namespace Sonde {

/// A value that cannot be mistaken for another of the same representation. Default-constructed means "none".
template<typename Tag, typename T>
class Identifier final
{
public:
    using Value = T;

    constexpr Identifier() = default;
    constexpr explicit Identifier(T value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] constexpr const T &value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != T{}; }
    [[nodiscard]] QString toString() const
    {
        if constexpr (std::is_same_v<T, QString>)
            return m_value;
        else
            return QString::number(m_value);
    }

    friend constexpr auto operator<=>(const Identifier &, const Identifier &) = default;
    friend constexpr bool operator==(const Identifier &, const Identifier &) = default;
    friend size_t qHash(const Identifier &id, size_t seed = 0) noexcept { return qHash(id.m_value, seed); }

private:
    T m_value{};
};

/// Given by the service at enrolment: 32 lower-case hexadecimal digits, also the common name of the agent's certificate.
using DeviceId = Identifier<struct DeviceTag, QString>;
/// Unique in the tenant, counted by the service.
using SessionId = Identifier<struct SessionTag, quint64>;
/// Unique in the tenant, counted by the service; an analyst can type it (`fg 1234`).
using CommandId = Identifier<struct CommandTag, quint64>;
/// A local user's sign-in name, case-folded.
using UserName = Identifier<struct UserTag, QString>;

} // namespace Sonde
