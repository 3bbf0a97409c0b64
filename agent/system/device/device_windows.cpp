// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/device.h"

#include "agent/system/device/codepage.h"
#include "agent/system/device/consolecodepage_windows.h"
#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/registrykey_windows.h"

#include <QNetworkInterface>
#include <QSysInfo>
#include <QTimeZone>

#include <windows.h>

#include <winternl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const QString versionKey = uR"(HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion)"_s;
const QString setupKey = uR"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\ProductOptions)"_s;

QString registryText(const QString &key, const QString &name)
{
    const auto open = Windows::RegistryKeyHandle::open(key, Windows::RegistryView::Native);
    return open ? open->text(name).value_or(QString()) : QString();
}

QStringList addresses()
{
    QStringList texts;
    const auto all = QNetworkInterface::allAddresses();
    for (QHostAddress address : all) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        address.setScopeId({});
        texts += address.toString();
    }
    return texts;
}

/// SYSTEM, or an administrator with all rights.
bool isPrivileged()
{
    Windows::Handle token;
    TOKEN_ELEVATION elevation{};
    DWORD size = 0;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.out())
        && ::GetTokenInformation(token.get(), TokenElevation, &elevation, sizeof(elevation), &size)
        && elevation.TokenIsElevated;
}

/// "10.0.19045.3803".
QString systemVersion()
{
    const QString kernel = QSysInfo::kernelVersion();
    const auto open = Windows::RegistryKeyHandle::open(versionKey, Windows::RegistryView::Native);
    const auto revision = open ? open->number(u"UBR"_s) : std::nullopt;
    return revision ? kernel + u'.' + QString::number(*revision) : kernel;
}

/// SYSTEM_TIMEOFDAY_INFORMATION, as far as it is needed.
struct TimeOfDay {
    LARGE_INTEGER boot;
    LARGE_INTEGER now;
    LARGE_INTEGER bias;
    ULONG zone;
    ULONG reserved;
};

} // namespace

Platform thisPlatform()
{
    return Platform::Windows;
}

DeviceFacts deviceFacts()
{
    return {.name = QSysInfo::machineHostName(),
        .platform = thisPlatform(),
        .osName = QSysInfo::prettyProductName(),
        .osVersion = systemVersion(),
        .server = registryText(setupKey, u"ProductType"_s).compare(u"WinNT"_s, Qt::CaseInsensitive) != 0
            && !registryText(setupKey, u"ProductType"_s).isEmpty(),
        .architecture = QSysInfo::currentCpuArchitecture(),
        .agentVersion = QStringLiteral(SONDE_VERSION),
        .addresses = addresses(),
        .privileged = isPrivileged(),
        .timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId()),
        .utcOffset = QDateTime::currentDateTime().offsetFromUtc()};
}

QString agentUser()
{
    Windows::Handle token;
    QByteArray user(sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE, '\0');
    DWORD size = 0;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.out())
        || !::GetTokenInformation(token.get(), TokenUser, user.data(), DWORD(user.size()), &size))
        return {};
    return Windows::Accounts().name(reinterpret_cast<const TOKEN_USER *>(user.constData())->User.Sid);
}

QString textEncoding()
{
    return Windows::encodingOfCodePage(Windows::consoleCodePage());
}

QDateTime bootTime()
{
    TimeOfDay times{};
    if (::NtQuerySystemInformation(SystemTimeOfDayInformation, &times, sizeof(times), nullptr) < 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(
        Windows::nanosecondsOf(quint64(times.boot.QuadPart)) / 1'000'000, QTimeZone::UTC);
}

QString bootId()
{
    // Windows has no name for it; the moment is another one each time. Setting the clock moves it by less than this.
    constexpr qint64 seconds = 10;
    return QString::number(bootTime().toSecsSinceEpoch() / seconds);
}

} // namespace Sonde::Agent
