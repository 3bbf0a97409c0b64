// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/capabilityparser.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "protocol/base/devicepath.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// Programs that are made to run with the rights of their owner or group, by the distributions that ship them. Another one of a package's
/// got these bits from somebody else.
bool isMadeForIt(const QByteArray &path)
{
    static const QSet<QByteArray> names{"at", "atd", "bsd-write", "bwrap", "chage", "chfn", "chkstat", "chrome-sandbox",
        "chsh", "crontab", "dbus-daemon-launch-helper", "doas", "dotlockfile", "dma", "dma-mbox-create", "exim4",
        "expiry", "firejail", "fusermount", "fusermount3", "gpasswd", "grub2-set-bootflag", "kismet_capture", "ksu",
        "lockdev", "lockspool", "mail-lock", "mail-touchlock", "mail-unlock", "mlocate", "mount", "mount.cifs",
        "mount.davfs", "mount.ecryptfs_private", "mount.nfs", "msg_daemon", "netreport", "newgidmap", "newgrp",
        "newuidmap", "ntfs-3g", "nvidia-modprobe", "pam-tmpdir-helper", "pam_timestamp_check", "passwd", "ping",
        "ping6", "pkexec", "plocate", "polkit-agent-helper-1", "postdrop", "postqueue", "pppd", "procmail", "pt_chown",
        "qemu-bridge-helper", "run0", "screen", "sendmail", "sg", "slock", "snap-confine",
        "spice-client-glib-usb-acl-helper", "ssh-agent", "ssh-keysign", "su", "sudo", "sudoedit", "suexec",
        "traceroute6.iputils", "umount", "unix_chkpwd", "unix2_chkpwd", "updatedb.mlocate", "userhelper", "usernetctl",
        "utempter", "uuidd", "virtualbox", "vmware-user-suid-wrapper", "wall", "write", "write.ul", "Xorg", "Xorg.wrap",
        "xlock", "yelp"};
    return names.contains(baseName(path));
}

bool isMadeForCapabilities(const QByteArray &path)
{
    static const QSet<QByteArray> names{"arping", "clockdiff", "dumpcap", "fping", "gnome-keyring-daemon",
        "gst-ptp-helper", "i3status", "kwin_wayland", "mtr-packet", "newgidmap", "newuidmap", "ping",
        "qemu-bridge-helper", "rcp", "rlogin", "rsh", "suexec", "systemd-detect-virt", "traceroute6.iputils"};
    return names.contains(baseName(path));
}

/// Where the system itself looks for its programs.
bool isSystemFolder(const QByteArray &folder)
{
    static constexpr std::array<QByteArrayView, 4> folders{"/usr/bin", "/usr/sbin", "/bin", "/sbin"};
    return std::ranges::contains(folders, QByteArrayView(folder));
}

/// Goes through the folders in which programs lie, and those in which everybody can put one.
class ProgramSearch final
{
public:
    explicit ProgramSearch(PersistenceSink &sink)
        : m_sink(sink)
    {
    }

    void look(const QByteArray &start, int depth)
    {
        const QByteArray place = m_sink.tree().resolved(start);
        m_visited = 0;
        if (!place.isEmpty() && !m_seen.contains(place))
            lookIn(place, depth);
        if (m_visited >= MostEntries)
            m_sink.tree().addError(
                Error{ErrorCode::NotWhollyScanned, DevicePath(start).typed(), {}, {}}.with(Fact::Limit, MostEntries));
    }

private:
    static constexpr int MostEntries = 60'000; ///< of each folder: who fills one hides nothing in the others

    void lookIn(const QByteArray &folder, int depth)
    {
        m_seen.insert(folder);
        const Descriptor handle(
            ::open(m_sink.tree().outside(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        if (!handle.isOpen())
            return;
        QByteArrayList below;
        std::ignore = readDirectory(m_sink.tree().outside(folder), [&](const DirectoryEntry &entry) {
            const QByteArray name = entry.name.toByteArray();
            if (!entry.isDirectory)
                lookAt(handle, folder, name);
            else if (depth > 0 && name != "modules" && name != "firmware")
                below += joinedPathOf(folder, name);
            return ++m_visited < MostEntries && !m_sink.tree().isStopped();
        });
        for (const QByteArray &path : std::as_const(below)) {
            if (m_visited < MostEntries && !m_sink.tree().isStopped() && !m_seen.contains(path))
                lookIn(path, depth - 1);
        }
    }

    static QByteArray joinedPathOf(const QByteArray &folder, const QByteArray &name)
    {
        return folder == "/" ? QByteArray(folder + name) : QByteArray(folder + '/' + name);
    }

    void lookAt(const Descriptor &folder, const QByteArray &folderPath, const QByteArray &name)
    {
        struct stat stat;
        if (::fstatat(folder.number(), name.constData(), &stat, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(stat.st_mode))
            return;
        const bool isProgram = stat.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH);
        if (!isProgram)
            return;
        const QByteArray path = joinedPathOf(folderPath, name);
        if (stat.st_mode & S_ISUID || (stat.st_mode & S_ISGID && stat.st_mode & S_IXGRP))
            addSetId(path, stat.st_mode);
        addCapabilities(path);
        if (isSystemFolder(folderPath))
            m_sink.addFound({.entry = {.method = u"system_programs"_s, .name = name, .enabled = true, .path = path},
                .starts = {path},
                .onlyUnexplained = true});
    }

    void addSetId(const QByteArray &path, mode_t mode)
    {
        PersistenceEntry entry{.method = u"set_id"_s,
            .name = baseName(path),
            .enabled = true,
            .path = path,
            .details = {{u"set_user"_s, bool(mode & S_ISUID)}, {u"set_group"_s, bool(mode & S_ISGID)}}};
        if (!isMadeForIt(path))
            entry.explained = false;
        m_sink.addFound({.entry = entry, .starts = {path}});
    }

    void addCapabilities(const QByteArray &path)
    {
        std::array<char, 64> value;
        const ssize_t size =
            ::getxattr(m_sink.tree().outside(path).constData(), "security.capability", value.data(), value.size());
        if (size <= 0)
            return;
        PersistenceEntry entry{.method = u"capabilities"_s, .name = baseName(path), .enabled = true, .path = path};
        const auto text = parseCapabilities(QByteArray(value.data(), size));
        entry.details.insert(u"capabilities"_s, text.value_or(u"unreadable"_s));
        if (!isMadeForCapabilities(path))
            entry.explained = false;
        m_sink.addFound({.entry = entry, .starts = {path}});
    }

    PersistenceSink &m_sink;
    QSet<QByteArray> m_seen;
    int m_visited = 0;
};

} // namespace

void addPrograms(PersistenceSink &sink)
{
    constexpr int flat = 0;
    constexpr int some = 2;
    constexpr int deep = 6;
    ProgramSearch search(sink);
    for (const char *folder : {"/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/games", "/boot"})
        search.look(folder, flat);
    for (const char *folder : {"/usr/local", "/usr/libexec", "/tmp", "/var/tmp", "/dev/shm", "/run/user"})
        search.look(folder, deep);
    for (const char *folder : {"/usr/lib", "/lib", "/usr/lib64", "/opt", "/srv", "/var/www", "/var/lib", "/etc"})
        search.look(folder, some);
    for (const Home &home : listHomes(sink.tree()))
        search.look(home.path, some);
}

} // namespace Sonde::Agent::Linux
