// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <vector>

/// Configuration in which programs are named that something else then starts, as pure functions of its bytes.
namespace Sonde::Agent::Linux {

/// A program or piece of shell that such a file names.
struct Hook {
    QByteArray name = {}; ///< of the setting or rule: "RUN", "DPkg::Post-Invoke", "prerotate"
    QByteArray command = {};
    QByteArray subject = {}; ///< what it is for, where that is said: the log files, the module, the interface

    bool operator==(const Hook &) const = default;
};

/// Lines with something in them, trimmed; what a # begins is left out.
[[nodiscard]] QByteArrayList plainLines(QByteArrayView bytes);

/// What udev's rules start (udev(7)): the programs of RUN, PROGRAM and IMPORT{program}, modules by the builtin kmod, units by
/// ENV{SYSTEMD_WANTS} and ENV{SYSTEMD_USER_WANTS}, and what SYSCTL makes the kernel start.
[[nodiscard]] std::vector<Hook> parseUdevRules(QByteArrayView bytes);
/// install and remove of modprobe.d(5).
[[nodiscard]] std::vector<Hook> parseModprobe(QByteArrayView bytes);
/// DPkg::Pre-Invoke and the like of apt.conf(5), in nested or in flat form.
[[nodiscard]] std::vector<Hook> parseAptHooks(QByteArrayView bytes);
/// pre-invoke= and post-invoke= of dpkg.cfg.
[[nodiscard]] std::vector<Hook> parseDpkgHooks(QByteArrayView bytes);
/// Lines of incrontab(5): what is started when something happens to a file; the folder or file is its subject.
[[nodiscard]] std::vector<Hook> parseIncrontab(QByteArrayView bytes);
/// prerotate … endscript of logrotate(8).
[[nodiscard]] std::vector<Hook> parseLogrotate(QByteArrayView bytes);
/// pre-up, up, down and post-down of interfaces(5).
[[nodiscard]] std::vector<Hook> parseInterfaces(QByteArrayView bytes);
/// Interpreters of binfmt.d(5).
[[nodiscard]] std::vector<Hook> parseBinfmtRules(QByteArrayView bytes);
/// Processes of inittab(5): those that are started, not what a level is.
[[nodiscard]] std::vector<Hook> parseInittab(QByteArrayView bytes);
/// Assignments of sysctl.d(5) that make the kernel start a program: kernel.core_pattern=|…, kernel.modprobe, kernel.hotplug.
[[nodiscard]] std::vector<Hook> parseSysctl(QByteArrayView bytes);
/// LD_PRELOAD, LD_AUDIT and LD_LIBRARY_PATH among lines NAME=value.
[[nodiscard]] std::vector<Hook> parseLoaderVariables(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
