// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <initializer_list>
#include <optional>
#include <vector>

namespace Sonde {

/// Some of all permissions.
class PermissionSet final
{
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions)
    {
        for (const Permission one : permissions)
            m_bits |= bit(one);
    }
    explicit PermissionSet(const std::vector<Permission> &permissions);

    [[nodiscard]] static PermissionSet all();

    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr bool contains(Permission one) const { return (m_bits & bit(one)) != 0; }
    /// Whether there are all of the others, too.
    [[nodiscard]] constexpr bool contains(PermissionSet others) const { return (others.m_bits & ~m_bits) == 0; }
    /// The first of the others that is not here.
    [[nodiscard]] std::optional<Permission> firstMissing(PermissionSet others) const;
    /// In the order of their declaration.
    [[nodiscard]] std::vector<Permission> list() const;
    /// With those that go along: who may do the advanced may do the basic, and who manages the library may use it.
    [[nodiscard]] PermissionSet withImplied() const;

    constexpr PermissionSet operator|(PermissionSet other) const
    {
        other.m_bits |= m_bits;
        return other;
    }
    constexpr PermissionSet operator&(PermissionSet other) const
    {
        other.m_bits &= m_bits;
        return other;
    }
    bool operator==(const PermissionSet &) const = default;

private:
    static constexpr quint32 bit(Permission one) { return quint32(1) << int(one); }

    quint32 m_bits = 0;
};

} // namespace Sonde
