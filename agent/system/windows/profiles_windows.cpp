// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/profiles_windows.h"

#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/registrykey_windows.h"
#include "agent/system/windows/servicecontrol_windows.h"

#include <windows.h>

#include <sddl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

const QString profilesKey = uR"(HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList)"_s;

QString userOf(const QString &sid, Accounts &accounts)
{
    Owned<void *, &::LocalFree> binary;
    if (!::ConvertStringSidToSidW(reinterpret_cast<const wchar_t *>(sid.utf16()), binary.out()))
        return sid;
    return accounts.name(binary.get());
}

} // namespace

std::vector<Profile> listProfiles()
{
    std::vector<Profile> profiles;
    Accounts accounts;
    const auto list = RegistryKeyHandle::open(profilesKey, RegistryView::Native).and_then([](const auto &key) {
        return key.subkeys();
    });
    for (const QString &sid : list.value_or(QStringList())) {
        const auto key = RegistryKeyHandle::open(profilesKey + u'\\' + sid, RegistryView::Native);
        const auto folder = key ? key->text(u"ProfileImagePath"_s) : std::nullopt;
        if (folder)
            profiles.push_back({sid, userOf(sid, accounts), withoutVariables(*folder)});
    }
    return profiles;
}

QString expandedFor(const Profile &profile, const QString &text)
{
    QString own = text;
    if (!profile.folder.isEmpty()) {
        own.replace(u"%USERPROFILE%"_s, profile.folder, Qt::CaseInsensitive);
        own.replace(u"%APPDATA%"_s, profile.folder + uR"(\AppData\Roaming)"_s, Qt::CaseInsensitive);
        own.replace(u"%LOCALAPPDATA%"_s, profile.folder + uR"(\AppData\Local)"_s, Qt::CaseInsensitive);
    }
    return withoutVariables(own);
}

} // namespace Sonde::Agent::Windows
