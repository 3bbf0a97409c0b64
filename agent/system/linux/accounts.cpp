// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/accounts.h"

#include <array>
#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <vector>

namespace Sonde::Agent::Linux {

namespace {

/// getpwuid_r and getgrgid_r want a buffer of a size nobody knows: it grows until it is enough.
template<typename Record, typename Lookup>
QString nameOf(quint32 id, Lookup lookup, char *Record::*member)
{
    for (std::vector<char> buffer(1024); buffer.size() <= 1024 * 1024; buffer.resize(buffer.size() * 4)) {
        Record record;
        Record *found = nullptr;
        const int error = lookup(id, &record, buffer.data(), buffer.size(), &found);
        if (found)
            return QString::fromUtf8(found->*member);
        if (error != ERANGE)
            break;
    }
    return QString::number(id);
}

} // namespace

QString Accounts::user(quint32 id)
{
    auto known = m_users.constFind(id);
    if (known == m_users.constEnd())
        known = m_users.insert(id, nameOf(id, getpwuid_r, &passwd::pw_name));
    return *known;
}

QString Accounts::group(quint32 id)
{
    auto known = m_groups.constFind(id);
    if (known == m_groups.constEnd())
        known = m_groups.insert(id, nameOf(id, getgrgid_r, &group::gr_name));
    return *known;
}

} // namespace Sonde::Agent::Linux
