// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agent/devicetree.h"

namespace Sonde::Agent {

/// The text of a service.
inline QByteArray unit(const QByteArray &command, const QByteArray &install = "[Install]\nWantedBy=multi-user.target\n")
{
    return "[Unit]\nDescription=A unit\nWants=network.target\n[Service]\nUser=daemon\nExecStart=" + command + "\n"
        + install;
}

/// Units in every state there is.
inline void plantUnits(const DeviceTree &tree)
{
    using namespace Qt::StringLiterals;
    tree.write(u"/usr/lib/systemd/system/on.service"_s, unit("/usr/sbin/on -D"));
    tree.link(u"/etc/systemd/system/multi-user.target.wants/on.service"_s, "/usr/lib/systemd/system/on.service");
    tree.write(u"/usr/lib/systemd/system/off.service"_s, unit("/usr/sbin/off"));
    tree.write(u"/usr/lib/systemd/system/static.service"_s, unit("/usr/sbin/static", {}));
    tree.write(u"/usr/lib/systemd/system/hidden.service"_s, unit("/usr/sbin/hidden"));
    tree.link(u"/etc/systemd/system/hidden.service"_s, "/dev/null");
    tree.write(u"/usr/lib/systemd/system/also.service"_s, unit("/usr/sbin/also", "[Install]\nAlso=on.service\n"));
    tree.write(u"/usr/lib/systemd/system/named.service"_s, unit("/usr/sbin/named", "[Install]\nAlias=other.service\n"));
    tree.link(u"/etc/systemd/system/other.service"_s, "/usr/lib/systemd/system/named.service");
    tree.write(u"/usr/lib/systemd/system/many@.service"_s, unit("/usr/sbin/many %i"));
    tree.link(
        u"/etc/systemd/system/multi-user.target.wants/many@one.service"_s, "/usr/lib/systemd/system/many@.service");
    tree.write(u"/opt/vendor/linked.service"_s, unit("/opt/vendor/linked"));
    tree.link(u"/etc/systemd/system/linked.service"_s, "/opt/vendor/linked.service");
    tree.write(u"/usr/lib/systemd/system/changed.service"_s, unit("/usr/sbin/honest"));
    tree.write(u"/etc/systemd/system/changed.service.d/50-more.conf"_s,
        "[Service]\nExecStart=\nExecStart=/tmp/.hidden/miner\n");
    tree.write(
        u"/usr/lib/systemd/system/hidden.timer"_s, "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n");
    tree.link(u"/etc/systemd/system/hidden.timer"_s, "/dev/null");
    tree.write(u"/usr/lib/systemd/system/off.timer"_s,
        "[Timer]\nOnCalendar=*-*-* 03:00\nOnBootSec=5min\n[Install]\nWantedBy=timers.target\n");
    tree.link(u"/etc/systemd/system/timers.target.wants/off.timer"_s, "/usr/lib/systemd/system/off.timer");
}

} // namespace Sonde::Agent
