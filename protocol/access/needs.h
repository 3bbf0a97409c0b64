// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/roles.h"

namespace Sonde {

/// Where a permission has to be held.
enum class Scope {
    Self,            ///< nowhere: whoever is signed in asks about themselves, or for what everybody may know
    Tenant,          ///< the tenant as a whole
    Somewhere,       ///< some devices, whichever
    Listed,          ///< nowhere: what is listed is cut to the devices for which it is held
    Device,          ///< the device that is named, or the session's
    Devices,         ///< each of the devices that are named
    Session,         ///< for one's own nowhere; for another's, its device
    Command,         ///< the same of the session of a command
    SessionOrTenant, ///< the same of a session, if one is named; else the tenant as a whole
};

/// What somebody must be allowed, and where. It has no default: what does not say it does not compile.
class Needs final
{
public:
    constexpr Needs(Scope scope, PermissionSet permissions)
        : m_scope(scope)
        , m_permissions(permissions)
    {
    }

    [[nodiscard]] constexpr Scope scope() const { return m_scope; }
    [[nodiscard]] constexpr PermissionSet permissions() const { return m_permissions; }

    bool operator==(const Needs &) const = default;

private:
    Scope m_scope;
    PermissionSet m_permissions;
};

template<typename... Permissions>
[[nodiscard]] constexpr Needs onDevice(Permissions... permissions)
{
    return {Scope::Device, {permissions...}};
}
[[nodiscard]] constexpr Needs onTenant(Permission permission)
{
    return {Scope::Tenant, {permission}};
}

/// What somebody may do on one device.
struct DeviceAccess {
    Grants grants;
    QString group;          ///< of the device
    QStringList never = {}; ///< verbs that the device refuses, whoever asks
    QString approval = {};  ///< what a second person has to approve on it (protocol/command/approvalrule.h)

    [[nodiscard]] PermissionSet here() const { return grants.on(group); }
    /// The first thing that is missing, as notGranted() says it.
    [[nodiscard]] std::optional<Error> missing(const Needs &needs, ErrorCode code, const QString &subject) const
    {
        const bool isDevice = needs.scope() == Scope::Device;
        const auto lacking = (isDevice ? here() : grants.onTenant()).firstMissing(needs.permissions());
        return lacking ? std::optional(notGranted(code, subject, *lacking, grants, isDevice ? group : QString()))
                       : std::nullopt;
    }

    bool operator==(const DeviceAccess &) const = default;
};

/// Nothing is known of them, so nothing is kept from them.
[[nodiscard]] inline DeviceAccess fullAccess()
{
    return {builtInGrants({Role::GlobalAdministrator}), {}, {}};
}

} // namespace Sonde
