// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/heuristics/systemnames.h"

#include <QList>
#include <QString>
#include <algorithm>
#include <array>

namespace Sonde::Agent {

namespace {

using Names = std::span<const QByteArrayView>;

bool isOneOf(QByteArrayView name, Names names)
{
    return std::ranges::contains(names, name);
}

bool liesInOneOf(const QByteArray &path, Names folders)
{
    return std::ranges::any_of(folders, [&path](QByteArrayView folder) { return path.startsWith(folder); });
}

constexpr std::array<QByteArrayView, 10> systemFolders{"/usr/bin/", "/usr/sbin/", "/usr/lib/", "/usr/lib64/",
    "/usr/libexec/", "/usr/share/", "/bin/", "/sbin/", "/lib/", "/lib64/"};
constexpr std::array<QByteArrayView, 9> usualDots{
    ".cache", ".config", ".local", ".mozilla", ".vscode", ".cargo", ".rustup", ".npm", ".nvm"};
constexpr std::array<QByteArrayView, 22> systemPrograms{"sshd", "systemd", "systemd-journald", "systemd-logind",
    "systemd-udevd", "systemd-resolved", "systemd-networkd", "init", "cron", "crond", "dbus-daemon", "polkitd",
    "rsyslogd", "agetty", "login", "sudo", "su", "auditd", "NetworkManager", "chronyd", "dhclient", "kthreadd"};
constexpr std::array<QByteArrayView, 8> shells{"sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "busybox"};
constexpr std::array<QByteArrayView, 15> servers{"nginx", "apache2", "httpd", "lighttpd", "caddy", "php-fpm", "mysqld",
    "mariadbd", "postgres", "redis-server", "memcached", "named", "vsftpd", "tomcat", "squid"};

bool isInvisible(QChar character)
{
    const auto category = character.category();
    return category == QChar::Other_Control || category == QChar::Other_Format;
}

} // namespace

QByteArray lastPart(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

bool isSystemFolder(const QByteArray &path)
{
    return liesInOneOf(path, systemFolders);
}

bool isHiddenPath(const QByteArray &path)
{
    for (const QByteArray &part : path.split('/')) {
        if (part.size() > 1 && part.startsWith('.') && part != ".." && !isOneOf(part, usualDots))
            return true;
    }
    return false;
}

bool isSystemProgram(const QByteArray &name)
{
    return isOneOf(name, systemPrograms);
}

bool isShell(const QByteArray &name)
{
    return isOneOf(name, shells);
}

bool isServer(const QByteArray &name)
{
    return isOneOf(name, servers) || name.startsWith("php-fpm");
}

bool isDeceptive(const QByteArray &name)
{
    const QString text = QString::fromUtf8(name);
    return name.endsWith(' ') || name == "..." || std::ranges::any_of(text, &isInvisible);
}

bool looksLikeKernelThread(const QByteArray &commandLine)
{
    return commandLine.startsWith('[') && commandLine.indexOf(']') > 1;
}

} // namespace Sonde::Agent
