#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Of each kind of thing one is planted, remediated and undone, on a device with systemd and on one without. What the plan did not name has
# to be as it was: owner, mode, access control, attributes, capabilities, times, flags, content, enabled and running.
set -euo pipefail

# shellcheck source=tests/lab/device.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/device.sh"

readonly planted=(/opt/evil /etc/crontab /etc/cron.d /etc/ld.so.preload /etc/systemd/system /etc/init.d /etc/rc2.d
    /etc/xdg/autostart /home/mallory)
failures=0

plant() {
    inside bash -e <<'END'
useradd -m -s /bin/bash mallory
mkdir -p /opt/evil /etc/xdg/autostart /home/mallory/.config/systemd/user/default.target.wants /etc/rc2.d
cd /opt/evil
adorn() {
    chown daemon:games "$1"
    chmod "$2" "$1"
    setfacl -m u:bin:r "$1"
    setfattr -n user.origin -v here "$1"
    touch -d '2020-02-02 02:02:02.020202' "$1"
}
echo content >file; adorn file 4750; chattr +i file
cp /bin/sleep process; adorn process 755; setcap cap_net_raw+ep process; touch -d 2021-01-01 process
cp /bin/sleep service; adorn service 755
cp /bin/sleep daemon; adorn daemon 755
printf '[Service]\nExecStart=/opt/evil/service 100000\nRestart=always\n[Install]\nWantedBy=multi-user.target\n' >/etc/systemd/system/evil.service
printf '[Timer]\nOnCalendar=hourly\n[Install]\nWantedBy=timers.target\n' >/etc/systemd/system/evil.timer
printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: evild\n# Default-Start: 2\n### END INIT INFO\nDAEMON=/opt/evil/daemon\n$DAEMON 100000 &\n' >/etc/init.d/evild
chmod 755 /etc/init.d/evild
ln -s ../init.d/evild /etc/rc2.d/S01evild
printf '# table\n17 * * * * root true\n* * * * * root /opt/evil/nothing\n0 3 * * * root true' >/etc/crontab
printf '[Desktop Entry]\nType=Application\nName=Evil\nExec=/opt/evil/nothing\n' >/etc/xdg/autostart/evil.desktop
printf '/usr/lib/x86_64-linux-gnu/libutil.so.1\n' >/etc/ld.so.preload
cp /bin/sleep /home/mallory/agent
printf '[Service]\nExecStart=%%h/agent 100000\n[Install]\nWantedBy=default.target\n' >/home/mallory/.config/systemd/user/agent.service
ln -s ../agent.service /home/mallory/.config/systemd/user/default.target.wants/agent.service
chown -R mallory: /home/mallory
ln -s /etc/systemd/system/evil.service /etc/systemd/system/multi-user.target.wants/evil.service
ln -s /etc/systemd/system/evil.timer /etc/systemd/system/timers.target.wants/evil.timer
if [[ -d /run/systemd/system ]]; then
    systemctl daemon-reload
    systemctl start evil.service evil.timer
    loginctl enable-linger mallory
fi
setsid /opt/evil/process 100000 >/dev/null 2>&1 </dev/null &
END
}

# Whether units are enabled, and run.
states() {
    inside bash <<'END'
[[ -d /run/systemd/system ]] || exit 0
for unit in evil.service evil.timer; do echo "$unit $(systemctl is-enabled $unit) $(systemctl is-active $unit)"; done
runuser -u mallory -- env XDG_RUNTIME_DIR=/run/user/$(id -u mallory) bash -c \
    'for i in {1..50}; do [[ $(systemctl --user is-active agent.service) != active ]] || break; sleep 0.1; done
    echo "agent.service $(systemctl --user is-enabled agent.service) $(systemctl --user is-active agent.service)"'
END
}

readonly cron_line='* * * * * root /opt/evil/nothing'

# try DEVICE TYPE ID WHAT
try() {
    local before after gone state difference
    before=$(state_of_files "${planted[@]}" && states)
    sonde "remediate $2 '$3' -auto -tree" >"$LAB/kinds-done.json" 2>&1 || true
    state=$(sonde 'remediate list' | grep -o '"state":"[a-z-]*"' | tail -n1 | cut -d'"' -f4)
    gone=$(state_of_files "${planted[@]}" && states)
    sonde "undo $2 '$3'" >"$LAB/kinds-undone.json" 2>&1 || state+=" (undo failed)"
    after=$(state_of_files "${planted[@]}" && states)
    difference=$(diff <(printf '%s\n' "$before") <(printf '%s\n' "$after") || true)
    [[ -z $difference ]] || printf '%s\n' "$difference" >&2
    [[ $state == "done" && $gone != "$before" && -z $difference ]] || failures=$((failures + 1))
    printf '{"device": "%s", "type": "%s", "what": "%s", "remediated": "%s", "lines_changed": %d, "differences_after_undo": %d}\n' \
        "$1" "$2" "$4" "$state" "$(diff <(printf '%s\n' "$before") <(printf '%s\n' "$gone") | grep -c '^[<>]' || true)" \
        "$(grep -c '^[<>]' <<<"$difference" || true)"
}

for kind in booted plain; do
    fresh_device
    start_device "$kind"
    plant
    try "$kind" file /opt/evil/file 'immutable, set-id, with ACL and attribute'
    try "$kind" process "$(inside pgrep -f '^/opt/evil/process')" 'its image with a capability'
    try "$kind" service evil 'a unit with a program'
    try "$kind" service evild 'an init script with its links'
    try "$kind" scheduledtask "/etc/crontab#$(printf '%s' "$cron_line" | sha256sum | cut -c1-8)" 'a line of crontab'
    try "$kind" scheduledtask evil.timer 'a timer'
    try "$kind" startupfolder /etc/xdg/autostart/evil.desktop 'a desktop entry'
    try "$kind" persistence /etc/ld.so.preload:1 'a line of ld.so.preload'
    try "$kind" persistence /home/mallory/.config/systemd/user/agent.service 'a unit of a user with linger'
    stop_device
done
[[ $failures -eq 0 ]]
