// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/clamd/clamdconfig.h"

#include "agent/system/files/filetree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <sys/statvfs.h>

namespace Sonde::Agent {

namespace {

constexpr std::array<const char *, 3> ConfigPaths{
    "/etc/clamav/clamd.conf", "/etc/clamd.d/scan.conf", "/etc/clamd.conf"};
constexpr std::array<const char *, 3> SocketPaths{
    "/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock", "/run/clamav/clamd.sock"};
constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();
constexpr qint64 LeastRoom = 16LL * 1024 * 1024;
constexpr qint64 MostUnpacked = 20; ///< times the size of an archive, of those that are no bombs
constexpr fsfilcnt_t FewestFiles = 64;

/// "25M"; 0 is no limit.
qint64 bytesOf(QByteArray value, qint64 otherwise)
{
    qint64 unit = 1;
    if (value.endsWith('K') || value.endsWith('k'))
        unit = 1024;
    else if (value.endsWith('M') || value.endsWith('m'))
        unit = 1024LL * 1024;
    if (unit > 1)
        value.chop(1);
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > NoLimit / unit)
        return otherwise;
    return number == 0 ? NoLimit : number * unit;
}

} // namespace

bool hasRoom(const ClamdConfig &config, qint64 process, qint64 size)
{
    struct statvfs facts{};
    const QByteArray seenByIt = "/proc/" + QByteArray::number(process) + "/root" + config.temporary;
    if ((process <= 0 || ::statvfs(seenByIt.constData(), &facts) != 0)
        && ::statvfs(config.temporary.constData(), &facts) != 0)
        return false; // where it is not, nothing is unpacked either
    const auto bytes = qint64(facts.f_bavail) * qint64(facts.f_frsize);
    const bool hasFiles = facts.f_files == 0 || facts.f_favail >= FewestFiles;
    const qint64 unpacked = size > NoLimit / MostUnpacked ? NoLimit : size * MostUnpacked;
    return hasFiles && bytes >= std::min(config.mostScanBytes, std::max(LeastRoom, unpacked));
}

ClamdConfig parseClamdConfig(const QByteArray &text)
{
    ClamdConfig config;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray plain = line.simplified();
        const auto blank = plain.indexOf(' ');
        if (blank < 0 || plain.startsWith('#'))
            continue;
        const QByteArray name = plain.first(blank);
        const QByteArray value = plain.sliced(blank + 1);
        if (name == "LocalSocket")
            config.socket = value;
        else if (name == "TemporaryDirectory")
            config.temporary = value;
        else if (name == "MaxFileSize")
            config.mostFileBytes = bytesOf(value, config.mostFileBytes);
        else if (name == "MaxScanSize")
            config.mostScanBytes = bytesOf(value, config.mostScanBytes);
        else if (name == "MaxScanTime" && value.toLongLong() > 0)
            config.mostTime = std::chrono::milliseconds(value.toLongLong());
        else if (name == "AlertExceedsMax")
            config.saysLimits = value == "yes" || value == "true";
    }
    return config;
}

std::optional<ClamdConfig> findClamd(const QByteArray &root)
{
    const Linux::FileTree tree(root);
    std::optional<ClamdConfig> config;
    for (const char *path : ConfigPaths) {
        if (const auto text = tree.tryRead(path); text && !config)
            config = parseClamdConfig(*text);
    }
    if (config && !config->socket.isEmpty())
        return config;
    for (const char *path : SocketPaths) {
        if (tree.exists(path)) {
            ClamdConfig found = config.value_or(ClamdConfig());
            found.socket = path;
            return found;
        }
    }
    return std::nullopt;
}

} // namespace Sonde::Agent
