// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/access/permissionset.h"

#include <QMetaEnum>
#include <algorithm>

namespace Sonde {

namespace {

const std::vector<Permission> &everyPermission()
{
    static const auto every = [] {
        std::vector<Permission> found;
        const auto meta = QMetaEnum::fromType<Permission>();
        for (int i = 0; i < meta.keyCount(); ++i)
            found.push_back(Permission(meta.value(i)));
        return found;
    }();
    return every;
}

} // namespace

PermissionSet::PermissionSet(const std::vector<Permission> &permissions)
{
    for (const Permission one : permissions)
        m_bits |= bit(one);
}

PermissionSet PermissionSet::all()
{
    return PermissionSet(everyPermission());
}

std::vector<Permission> PermissionSet::list() const
{
    std::vector<Permission> found;
    std::ranges::copy_if(
        everyPermission(), std::back_inserter(found), [this](Permission one) { return contains(one); });
    return found;
}

std::optional<Permission> PermissionSet::firstMissing(PermissionSet others) const
{
    for (const Permission one : others.list()) {
        if (!contains(one))
            return one;
    }
    return {};
}

PermissionSet PermissionSet::withImplied() const
{
    PermissionSet whole = *this;
    if (contains(Permission::AdvancedLiveResponse))
        whole = whole | PermissionSet{Permission::BasicLiveResponse};
    if (contains(Permission::LibraryManage))
        whole = whole | PermissionSet{Permission::LibraryUse};
    return whole;
}

} // namespace Sonde
