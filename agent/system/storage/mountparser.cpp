// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/mountparser.h"

#include "agent/base/devicefolder.h"

#include <QList>
#include <algorithm>
#include <optional>

namespace Sonde::Agent::Linux {

namespace {

QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isOctal = false;
        const uint byte = text.at(i) == '\\' && i + 3 < text.size() ? text.sliced(i + 1, 3).toUInt(&isOctal, 8) : 0;
        bytes += isOctal ? char(byte) : text.at(i);
        i += isOctal ? 3 : 0;
    }
    return bytes;
}

MountKind kindOf(const QByteArray &type)
{
    static const QSet<QByteArray> pseudo{"autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs",
        "devpts", "devtmpfs", "efivarfs", "fuse.gvfsd-fuse", "fuse.lxcfs", "fuse.portal", "fusectl", "hugetlbfs",
        "mqueue", "nsfs", "proc", "pstore", "resctrl", "rpc_pipefs", "securityfs", "selinuxfs", "smackfs", "sysfs",
        "tracefs"};
    static const QSet<QByteArray> network{"9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2",
        "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs",
        "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "virtiofs"};
    static const QSet<QByteArray> localFuse{
        "fuse.bindfs", "fuse.exfat", "fuse.fuse-overlayfs", "fuse.mergerfs", "fuse.ntfs-3g", "fuse.unionfs"};
    if (pseudo.contains(type))
        return MountKind::Pseudo;
    // What a program makes up in user space is somewhere else more often than not.
    const bool isElsewhere = network.contains(type) || (type.startsWith("fuse.") && !localFuse.contains(type));
    return isElsewhere ? MountKind::Network : MountKind::Disk;
}

/// The mount that answers for a path: the last one on the longest place.
const Mount *mountOf(const std::vector<Mount> &mounts, const QByteArray &path)
{
    const Mount *found = nullptr;
    for (const Mount &mount : mounts) {
        const bool holds = mount.path == path || liesBelow(path, mount.path);
        if (holds && (!found || mount.path.size() >= found->path.size()))
            found = &mount;
    }
    return found;
}

/// Where the files of `mount` are seen in the tree of `other`; nothing when they are not.
std::optional<QByteArray> placeIn(const Mount &other, const Mount &mount)
{
    if (other.device != mount.device)
        return {};
    if (other.root == mount.root)
        return other.path;
    if (!liesBelow(mount.root, other.root))
        return {};
    const qsizetype prefix = other.root == "/" ? 1 : other.root.size() + 1;
    return joinedPath(other.path, QByteArrayView(mount.root).sliced(prefix));
}

} // namespace

std::vector<Mount> parseMountInfo(QByteArrayView bytes)
{
    // 36 35 98:0 /root /mount/point options optional… - type source super-options
    std::vector<Mount> mounts;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-", 6);
        if (dash < 0 || dash + 1 >= fields.size())
            continue;
        const QByteArray &type = fields.at(dash + 1);
        mounts.push_back({unescaped(fields.at(4)), fields.at(2), unescaped(fields.at(3)), type, kindOf(type)});
    }
    return mounts;
}

QSet<QByteArray> loopingMounts(const std::vector<Mount> &mounts)
{
    QSet<QByteArray> looping;
    for (auto mount = mounts.begin(); mount != mounts.end(); ++mount) {
        if (mount->kind != MountKind::Disk)
            continue;
        const bool showsItsOwnFolder = std::any_of(mounts.begin(), mount, [&](const Mount &other) {
            const auto place = placeIn(other, *mount);
            return place && liesBelow(mount->path, *place) && mountOf(mounts, *place) == &other;
        });
        if (showsItsOwnFolder && mountOf(mounts, mount->path) == &*mount)
            looping.insert(mount->path);
    }
    return looping;
}

} // namespace Sonde::Agent::Linux
