// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mountparser.h"

#include <QList>
#include <QSet>

namespace Sonde::Linux {

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
    if (pseudo.contains(type))
        return MountKind::Pseudo;
    return network.contains(type) ? MountKind::Network : MountKind::Disk;
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
        const QByteArray type = fields.at(dash + 1);
        mounts.push_back({unescaped(fields.at(4)), type, kindOf(type)});
    }
    return mounts;
}

} // namespace Sonde::Linux
