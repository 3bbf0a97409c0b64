// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/bootrules.h"

#include "agent/system/storage/storage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const auto UnitName = u"sonde-isolation.service"_s;

/// As systemd reads a word: systemd.syntax(7).
QString unitWord(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s);
    return u'"' + word + u'"';
}

/// Of a command line, where variables are filled in.
QString commandWord(const QString &word)
{
    return unitWord(word).replace(u'$', u"$$"_s);
}

Result<void> makeFolder(const QString &path)
{
    return QDir().mkpath(path) ? Result<void>() : fail(ErrorCode::StorageFailed, path);
}

Result<void> makeLink(const QString &path, const QString &target)
{
    if (QFileInfo(path).symLinkTarget() == target || QFile::link(target, path))
        return {};
    return fail(ErrorCode::StorageFailed, path);
}

} // namespace

BootRules::BootRules(QString folder, QString root)
    : m_folder(std::move(folder))
    , m_root(root == u"/" ? QString() : std::move(root))
{
}

Result<void> BootRules::install(const QString &nft, const QByteArray &hostTable, const QByteArray &deviceTable) const
{
    if (!QFileInfo(m_root + u"/run/systemd/system"_s).isDir())
        return fail(ErrorCode::NoSubsystem, u"systemd"_s);
    return savePrivateFile(hostPath(), hostTable)
        .and_then([&] { return savePrivateFile(devicePath(), deviceTable); })
        .and_then([this] { return makeFolder(QFileInfo(wantPath()).path()); })
        .and_then([&] { return savePrivateFile(unitPath(), unit(nft)); })
        .and_then([this] { return makeLink(wantPath(), unitPath()); });
}

void BootRules::remove() const
{
    for (const QString &path : {wantPath(), unitPath(), hostPath(), devicePath()})
        QFile::remove(path);
}

bool BootRules::isInstalled(const QString &nft) const
{
    QFile file(unitPath());
    return file.open(QIODevice::ReadOnly) && file.readAll() == unit(nft)
        && QFileInfo(wantPath()).symLinkTarget() == unitPath() && QFile::exists(hostPath());
}

QString BootRules::unitPath() const
{
    return m_root + u"/etc/systemd/system/"_s + UnitName;
}

QString BootRules::wantPath() const
{
    return m_root + u"/etc/systemd/system/sysinit.target.wants/"_s + UnitName;
}

/// After the distribution's own rules, which begin with taking away all that are there.
QByteArray BootRules::unit(const QString &nft) const
{
    return u"# Made by sonde-agent while this device is isolated.\n"
           "[Unit]\n"
           "Description=Isolation of this device by Sonde\n"
           "DefaultDependencies=no\n"
           "RequiresMountsFor=%1\n"
           "After=nftables.service\n"
           "Before=network-pre.target\n"
           "Wants=network-pre.target\n"
           "\n"
           "[Service]\n"
           "Type=oneshot\n"
           "RemainAfterExit=yes\n"
           "ExecStart=%2 -f %3\n"
           "ExecStart=-%2 -f %4\n"_s
               .arg(unitWord(m_folder), commandWord(nft), commandWord(hostPath()), commandWord(devicePath()))
               .toUtf8();
}

} // namespace Sonde::Agent
