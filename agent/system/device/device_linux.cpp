// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/device.h"

#include "agent/system/device/osreleaseparser.h"
#include "agent/system/linux/accounts.h"
#include "agent/system/linux/bootclock.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/procparser.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QSysInfo>
#include <QTimeZone>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QByteArray osRelease()
{
    // os-release(5): the first of the two that is there.
    return Linux::readWhole("/etc/os-release")
        .or_else([](const Error &) { return Linux::readWhole("/usr/lib/os-release"); })
        .value_or(QByteArray());
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

/// What follows the host's name, or what the resolver takes it to be.
std::optional<QString> domain()
{
    const QString name = QSysInfo::machineHostName();
    const qsizetype dot = name.indexOf(u'.');
    const QString found = dot > 0 ? name.sliced(dot + 1) : QHostInfo::localDomainName();
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

} // namespace

Platform thisPlatform()
{
    return Platform::Linux;
}

/// Root of a user namespace has every right there, and none over the processes outside; nor may who lacks one look into who has it.
static bool seesAll()
{
    const auto status = Linux::readWhole("/proc/self/status").and_then(Linux::parseProcStatus);
    return status && Linux::seesEverything(*status) && Linux::readLink("/proc/1/exe");
}

DeviceFacts deviceFacts()
{
    const auto release = Linux::parseOsRelease(osRelease());
    return {.name = QSysInfo::machineHostName(),
        .platform = thisPlatform(),
        .osName = release.name,
        .osVersion = release.version.isEmpty() ? QSysInfo::kernelVersion() : release.version,
        .server = release.server,
        .architecture = QSysInfo::currentCpuArchitecture(),
        .agentVersion = QStringLiteral(SONDE_VERSION),
        .addresses = addresses(),
        .privileged = seesAll(),
        .timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId()),
        .utcOffset = QDateTime::currentDateTime().offsetFromUtc(),
        .domain = domain()};
}

QString agentUser()
{
    return Linux::Accounts().user(::geteuid());
}

QString textEncoding()
{
    return u"UTF-8"_s;
}

QDateTime bootTime()
{
    return QDateTime::fromMSecsSinceEpoch(Linux::bootTimeNow() / 1'000'000, QTimeZone::UTC);
}

QString bootId()
{
    return QString::fromLatin1(Linux::readWhole("/proc/sys/kernel/random/boot_id").value_or(QByteArray()).trimmed());
}

} // namespace Sonde::Agent
