// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/accounts_windows.h"

#include <array>

#include <windows.h>

#include <sddl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

QString lookUp(PSID sid)
{
    std::array<wchar_t, 257> name{};
    std::array<wchar_t, 257> domain{};
    auto nameLength = DWORD(name.size());
    auto domainLength = DWORD(domain.size());
    SID_NAME_USE use{};
    if (!::LookupAccountSidW(nullptr, sid, name.data(), &nameLength, domain.data(), &domainLength, &use))
        return sidText(sid);
    const QString account = QString::fromWCharArray(name.data());
    return domain.front() ? QString::fromWCharArray(domain.data()) + u'\\' + account : account;
}

} // namespace

QString sidText(void *sid)
{
    wchar_t *text = nullptr;
    if (!::ConvertSidToStringSidW(sid, &text))
        return {};
    const QString result = QString::fromWCharArray(text);
    ::LocalFree(text);
    return result;
}

QString Accounts::name(void *sid)
{
    if (!sid || !::IsValidSid(sid))
        return {};
    const QByteArray key(static_cast<const char *>(sid), qsizetype(::GetLengthSid(sid)));
    auto known = m_names.constFind(key);
    if (known == m_names.constEnd())
        known = m_names.insert(key, lookUp(sid));
    return *known;
}

} // namespace Sonde::Agent::Windows
