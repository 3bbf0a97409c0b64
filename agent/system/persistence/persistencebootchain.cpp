// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "protocol/digest/digest.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qint64 MostBootBytes = 512LL * 1024 * 1024;

// ---- what the kernel is told

/// What the kernel, or the first file system, starts instead of what it would: "init=/x", "rdinit=", "systemd.run=".
QByteArrayList startOptions(const QByteArray &line)
{
    static constexpr std::array<QByteArrayView, 5> options{
        "init=", "rdinit=", "systemd.run=", "systemd.debug_shell", "rd.break"};
    QByteArrayList found;
    QByteArray text = line;
    text.replace('"', ' ').replace('\'', ' ');
    const QByteArrayList words = text.simplified().split(' ');
    for (const QByteArray &word : words) {
        for (const QByteArrayView option : options) {
            if (word.startsWith(option))
                found += word;
        }
    }
    return found;
}

/// init systems that a distribution's own entries name.
bool isUsualInit(const QByteArray &option)
{
    static constexpr std::array<QByteArrayView, 5> usual{"init=/sbin/init", "init=/usr/sbin/init",
        "init=/lib/systemd/systemd", "init=/usr/lib/systemd/systemd", "init=/bin/systemd"};
    return std::ranges::contains(usual, QByteArrayView(option));
}

void addKernelOptions(PersistenceSink &sink, const QByteArray &path)
{
    QSet<QByteArray> seen; // a menu says it for each kernel
    const QByteArrayList lines = sink.tree().tryRead(path).value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        for (const QByteArray &option : startOptions(line)) {
            if (seen.contains(option) || isUsualInit(option))
                continue;
            seen.insert(option);
            const qsizetype sign = option.indexOf('=');
            sink.add({.method = u"boot_loader"_s,
                .name = sign < 0 ? option : option.first(sign),
                .enabled = true,
                .command = sign < 0 ? QByteArray() : option.sliced(sign + 1),
                .path = path,
                .holdsMore = true});
        }
    }
}

void addBootLoader(PersistenceSink &sink)
{
    // Shell that makes the menu anew, as root.
    sink.addRead(u"boot_loader"_s, "/etc/default/grub");
    for (const QByteArray &path : globPaths(sink.tree(), "/etc/default/grub.d/*.cfg"))
        sink.addRead(u"boot_loader"_s, path);
    for (const QByteArray &path : sink.tree().entries("/etc/grub.d")) {
        if (!sink.tree().isFolder(path))
            sink.addScript(u"boot_loader"_s, path, sink.tree().isExecutable(path));
    }
    for (const char *pattern :
        {"/boot/grub/grub.cfg", "/boot/grub/custom.cfg", "/boot/grub2/grub.cfg", "/boot/efi/EFI/*/grub.cfg",
            "/boot/loader/entries/*.conf", "/boot/efi/loader/entries/*.conf", "/efi/loader/entries/*.conf",
            "/boot/syslinux/*.cfg", "/boot/extlinux/extlinux.conf", "/etc/kernel/cmdline", "/proc/cmdline"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern))
            addKernelOptions(sink, path);
    }
}

// ---- the first file system

/// Whether update-initramfs made it as it is: it writes down the SHA-1 of what it made.
std::optional<bool> isAsMade(FileTree &tree, const QByteArray &path)
{
    constexpr QByteArrayView prefix = "initrd.img-";
    constexpr qint64 minutes = 5LL * 60 * 1'000'000'000;
    if (!baseName(path).startsWith(prefix))
        return {};
    const QByteArray record = "/var/lib/initramfs-tools/" + baseName(path).sliced(prefix.size());
    const auto recorded = tree.facts(record);
    const auto facts = tree.facts(path);
    if (!recorded || !facts)
        return {};
    if (std::abs(facts->changed - recorded->changed) <= minutes)
        return true;
    const QByteArray digest = tree.tryRead(record).value_or(QByteArray()).simplified().split(' ').constFirst();
    return digestOf(tree, path, MostBootBytes, Digest(*EVP_sha1())).toHex() == digest && !digest.isEmpty();
}

void addFirstFileSystems(PersistenceSink &sink)
{
    for (const char *pattern : {"/boot/initrd.img-*", "/boot/initramfs-*.img", "/boot/initrd-*"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern)) {
            if (sink.tree().isFolder(path))
                continue;
            PersistenceEntry entry{
                .method = u"initramfs_images"_s, .name = baseName(path), .enabled = true, .path = path};
            entry.explained = isAsMade(sink.tree(), path);
            sink.add(entry);
        }
    }
}

} // namespace

void addBootChain(PersistenceSink &sink)
{
    addBootLoader(sink);
    addFirstFileSystems(sink);
}

} // namespace Sonde::Agent::Linux
