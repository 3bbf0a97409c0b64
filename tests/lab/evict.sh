#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The eviction set on a device of its own: things that bring one another back, in as many ways as there are, are taken away by one plan.
# Nothing may be back after two minutes, nor after the device was booted again; undone, all of it is as it was.
set -euo pipefail

# shellcheck source=tests/lab/device.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/device.sh"

readonly wait_seconds=${SONDE_LAB_SECONDS:-120}
readonly planted=(/opt/evil /etc/crontab /etc/ld.so.preload /usr/lib/evil.so /etc/systemd/system
    /home/mallory/.config/systemd/user /home/mallory/agent)

plant() {
    inside bash -e <<'END'
useradd -m -s /bin/bash mallory
mkdir -p /opt/evil /home/mallory/.config/systemd/user/default.target.wants
cd /opt/evil

# Three that start one another again, and put the line of cron back.
cp /bin/dash watch
cat >watch.sh <<'X'
n=$1; d=/opt/evil; echo $$ >/run/evil.$n
while :; do
    for i in 1 2 3; do
        read -r p </run/evil.$i && kill -0 "$p" 2>/dev/null || { $d/watch $d/watch.sh $i & echo $! >/run/evil.$i; }
    done
    grep -q readd.sh /etc/crontab || echo '* * * * * root /opt/evil/readd.sh' >>/etc/crontab
    sleep 0.05
done
X

# A line of cron that puts itself back, and what is missing.
cat >readd.sh <<'X'
#!/bin/sh
grep -q readd.sh /etc/crontab || echo '* * * * * root /opt/evil/readd.sh' >>/etc/crontab
pgrep -f /opt/evil/watch.sh >/dev/null || setsid /opt/evil/watch /opt/evil/watch.sh 1 >/dev/null 2>&1 </dev/null &
X
chmod 750 readd.sh
printf '# table\n17 * * * * root true\n* * * * * root /opt/evil/readd.sh\n0 3 * * * root true\n' >/etc/crontab

# A service that systemd starts again, and a timer that does it, too.
cp /bin/sleep service
setcap cap_net_raw+ep service
setfacl -m u:daemon:rx service
setfattr -n user.origin -v here service
cat >/etc/systemd/system/evil.service <<'X'
[Unit]
StartLimitIntervalSec=0
[Service]
ExecStart=/opt/evil/service 100000
Restart=always
RestartSec=100ms
[Install]
WantedBy=multi-user.target
X
printf '[Timer]\nOnCalendar=*:*:0/5\n[Install]\nWantedBy=timers.target\n' >/etc/systemd/system/evil.timer
systemctl daemon-reload
systemctl enable --now evil.service evil.timer 2>/dev/null

# An immutable image that runs.
cp /bin/sleep immutable
chown daemon:games immutable
chmod 4755 immutable
touch -d '2020-02-02 02:02:02.020202' immutable
chattr +i immutable

# A library for every program.
cp /lib/x86_64-linux-gnu/libutil.so.1 /usr/lib/evil.so
echo /usr/lib/evil.so >/etc/ld.so.preload

# A unit of a user who need not be there.
cp /bin/sleep /home/mallory/agent
cat >/home/mallory/.config/systemd/user/agent.service <<'X'
[Service]
ExecStart=%h/agent 100000
Restart=always
RestartSec=100ms
[Install]
WantedBy=default.target
X
ln -s ../agent.service /home/mallory/.config/systemd/user/default.target.wants/agent.service
chown -R mallory: /home/mallory
loginctl enable-linger mallory

# A payload in memory that its parent starts again.
cat >memory.pl <<'X'
while (1) {
    my $name = "payload";
    my $fd = syscall(319, $name, 0);
    open(my $out, ">&=", $fd);
    open(my $in, "<", "/bin/sleep");
    binmode $_ for $out, $in;
    local $/;
    print {$out} <$in>;
    $out->flush;
    my $pid = fork();
    if ($pid == 0) { exec {"/proc/self/fd/$fd"} "kworker/0:1", "4711"; exit 1; }
    waitpid($pid, 0);
    close $out;
}
X
sync
END
    start_processes
}

# What no boot starts.
start_processes() {
    inside bash -c 'setsid /opt/evil/watch /opt/evil/watch.sh 1 >/dev/null 2>&1 </dev/null &'
    inside bash -c 'setsid /opt/evil/immutable 100000 >/dev/null 2>&1 </dev/null &'
    inside bash -c 'setsid perl /opt/evil/memory.pl >/dev/null 2>&1 </dev/null &'
}

# What of it is there, one name a line.
alive() {
    inside bash <<'END'
[[ $(pgrep -c -f /opt/evil/watch.sh) -lt 3 ]] || echo 'three watchdogs'
[[ $(pgrep -c -f /opt/evil/watch.sh) -eq 0 ]] || echo 'a watchdog'
grep -q readd.sh /etc/crontab && echo 'the line of cron'
[[ $(systemctl is-active evil.service) != active ]] || echo 'the service'
[[ $(systemctl is-active evil.timer) != active ]] || echo 'the timer'
[[ ! -e /etc/systemd/system/evil.service || -L /etc/systemd/system/evil.service ]] || echo 'the file of the service'
pgrep -f '^/opt/evil/immutable' >/dev/null && echo 'the immutable image, running'
[[ ! -e /opt/evil/immutable ]] || echo 'the immutable image'
grep -qs evil.so /etc/ld.so.preload && echo 'the preloaded library'
pgrep -u mallory -f /home/mallory/agent >/dev/null && echo 'the unit of the user'
pgrep -f 'kworker/0:1 4711' >/dev/null && echo 'the payload in memory'
pgrep -f /opt/evil/memory.pl >/dev/null && echo 'who drops the payload'
for file in watch watch.sh readd.sh service memory.pl; do [[ ! -e /opt/evil/$file ]] || echo "/opt/evil/$file"; done
true
END
}

states_of_units() {
    inside bash <<'END'
for unit in evil.service evil.timer; do
    echo "$unit $(systemctl is-enabled $unit) $(systemctl is-active $unit) $(systemctl show -P LoadState $unit)"
done
runuser -u mallory -- env XDG_RUNTIME_DIR=/run/user/$(id -u mallory) bash -c \
    'echo "agent.service $(systemctl --user is-enabled agent.service) $(systemctl --user is-active agent.service)"'
END
}

await_all() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        [[ $(alive | wc -l) -lt $1 ]] || return 0
        sleep 0.2
    done
    die "only this of what was planted is there: $(alive | paste -sd, -)"
}

pid_of() { inside pgrep -f "$1" | head -n1; }

readonly everything=17
fresh_device
start_device booted
plant
await_all $everything
files_before=$(state_of_files "${planted[@]}")
units_before=$(states_of_units)
sleep 3 # what was started just now is not named in a plan
note "planted: $(alive | paste -sd, -)"

cron="/etc/crontab#$(printf '%s' '* * * * * root /opt/evil/readd.sh' | sha256sum | cut -c1-8)"
line="remediate process $(pid_of '^/opt/evil/watch ') process $(pid_of '^/opt/evil/immutable')"
line+=" process $(pid_of memory.pl) service evil scheduledtask '$cron' persistence /etc/ld.so.preload:1"
line+=" persistence /home/mallory/.config/systemd/user/agent.service file /usr/lib/evil.so"
line+=" file /opt/evil/watch.sh file /opt/evil/readd.sh file /opt/evil/memory.pl -auto -tree"
plan=$(sonde "$line -plan" | tee "$LAB/evict-plan.json" | grep -o '"plan": *"[0-9a-f]*"' | sort -u)
note "the plan: $plan"
begun=$(date +%s%N)
done_rows=$(sonde "$line" | tee "$LAB/evict-done.json") || note "remediate: $(printf '%s' "$done_rows" | tail -n 40)"
took=$((($(date +%s%N) - begun) / 1000000))
same=$([[ $(printf '%s' "$done_rows" | grep -o '"plan": *"[0-9a-f]*"' | sort -u) == "$plan" ]] && echo true || echo false)
at_once=$(alive)

for ((second = 0; second < wait_seconds; second += 5)); do
    sleep 5
    [[ -z $(alive) ]] || break
done
after_wait=$(alive)
reboot_device
sleep 5
after_boot=$(alive)
note "after the boot: ${after_boot:-nothing is back}"

undone_rows=$(sonde 'undo several 1' | tee "$LAB/evict-undone.json") || note "undo: $(printf '%s' "$undone_rows" | tail -n 40)"
files_after=$(state_of_files "${planted[@]}")
units_after=$(states_of_units)
start_processes
await_all $everything
difference=$(diff <(printf '%s\n' "$files_before" "$units_before") <(printf '%s\n' "$files_after" "$units_after") || true)
[[ -z $difference ]] || printf '%s\n' "$difference" >&2

listed() { printf '%s' "$1" | python3 -c 'import json, sys; print(json.dumps(sys.stdin.read().splitlines()))'; }
printf '{"proof": "evict", "one_plan": %s, "milliseconds": %d, "left_at_once": %s, "back_after_%ds": %s, "back_after_boot": %s, "differences_after_undo": %d}\n' \
    "$same" "$took" "$(listed "$at_once")" "$wait_seconds" "$(listed "$after_wait")" "$(listed "$after_boot")" \
    "$(printf '%s' "$difference" | grep -c '^[<>]' || true)"
[[ $same == true && -z $at_once$after_wait$after_boot$difference ]]
