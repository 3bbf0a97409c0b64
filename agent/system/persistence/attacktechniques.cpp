// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/attacktechniques.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

struct Technique {
    QLatin1StringView method;
    QLatin1StringView number;
};
constexpr std::array Techniques{Technique{"services"_L1, "T1543.002"_L1}, Technique{"user_services"_L1, "T1543.002"_L1},
    Technique{"systemd_generators"_L1, "T1543.002"_L1}, Technique{"startup_folders"_L1, "T1547.013"_L1},
    Technique{"init_scripts"_L1, "T1037"_L1}, Technique{"inittab"_L1, "T1037"_L1},
    Technique{"rc_local"_L1, "T1037.004"_L1}, Technique{"power_hooks"_L1, "T1546"_L1},
    Technique{"kernel_install_hooks"_L1, "T1546"_L1}, Technique{"initramfs_hooks"_L1, "T1542"_L1},
    Technique{"initramfs_images"_L1, "T1542"_L1}, Technique{"boot_loader"_L1, "T1542"_L1},
    Technique{"kernel_modules"_L1, "T1547.006"_L1}, Technique{"kernel_helpers"_L1, "T1546"_L1},
    Technique{"binfmt"_L1, "T1546"_L1}, Technique{"udev_rules"_L1, "T1546.017"_L1},
    Technique{"ld_preload"_L1, "T1574.006"_L1}, Technique{"ld_paths"_L1, "T1574.006"_L1},
    Technique{"shell_profiles"_L1, "T1546.004"_L1}, Technique{"x_sessions"_L1, "T1037"_L1},
    Technique{"ssh_keys"_L1, "T1098.004"_L1}, Technique{"ssh_daemon"_L1, "T1556"_L1},
    Technique{"pam"_L1, "T1556.003"_L1}, Technique{"pam_modules"_L1, "T1556.003"_L1},
    Technique{"motd_scripts"_L1, "T1546"_L1}, Technique{"package_hooks"_L1, "T1546.016"_L1},
    Technique{"logrotate"_L1, "T1546"_L1}, Technique{"file_watches"_L1, "T1546"_L1},
    Technique{"network_hooks"_L1, "T1546"_L1}, Technique{"dbus_services"_L1, "T1543"_L1},
    Technique{"inetd"_L1, "T1543"_L1}, Technique{"language_hooks"_L1, "T1546.018"_L1},
    Technique{"accounts"_L1, "T1136.001"_L1}, Technique{"sudoers"_L1, "T1548.003"_L1},
    Technique{"polkit"_L1, "T1548"_L1}, Technique{"git_hooks"_L1, "T1546"_L1}, Technique{"set_id"_L1, "T1548.001"_L1},
    Technique{"capabilities"_L1, "T1548.001"_L1}, Technique{"system_programs"_L1, "T1554"_L1},
    Technique{"containers"_L1, "T1543.005"_L1}};

/// A task is what starts it: timer, cron or at.
QString ofTask(const PersistenceEntry &entry)
{
    const QString kind = entry.details.value(u"kind"_s).toString();
    if (kind == "systemd timer"_L1)
        return u"T1053.006"_s;
    return kind == "at"_L1 ? u"T1053.002"_s : u"T1053.003"_s;
}

} // namespace

QString attackTechnique(const PersistenceEntry &entry)
{
    if (entry.method == "scheduled_tasks"_L1)
        return ofTask(entry);
    const auto known =
        std::ranges::find(Techniques, entry.method, [](const Technique &one) { return QString(one.method); });
    return known == Techniques.end() ? u"T1546"_s : QString(known->number);
}

} // namespace Sonde::Agent::Linux
