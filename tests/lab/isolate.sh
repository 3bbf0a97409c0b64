#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Isolation of a device that boots, with another host at the other end of its cable: other programs' rules change nothing, after the next
# boot the rules are there before the network is, and without nft it says so. The whole of it is in a network namespace of its own.
set -euo pipefail

[[ -n ${SONDE_LAB_APART:-} ]] || exec env SONDE_LAB_APART=1 unshare -n "$0" "$@"

# shellcheck source=tests/lab/device.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/device.sh"

nspawn_options=(--network-veth)
world=

# The other host: it answers to ping, and at port 80.
begin_world() {
    chroot "$LAB_ROOT" bash -ec "ip link set lo up
        ip addr add 10.99.0.1/24 dev ve-$machine; ip addr add fd99::1/64 dev ve-$machine nodad
        ip link set ve-$machine up"
    [[ -n $world ]] || {
        chroot "$LAB_ROOT" python3 -c 'import socket
server = socket.create_server(("::", 80), family=socket.AF_INET6, dualstack_ipv6=True)
while True: server.accept()[0].close()' >/dev/null 2>&1 &
        world=$!
    }
}

# Ways that get through, one a line.
open_ways() {
    inside bash <<'END'
ping -c 1 -W 1 10.99.0.1 >/dev/null 2>&1 && echo icmp4
ping -6 -c 1 -W 1 fd99::1 >/dev/null 2>&1 && echo icmp6
timeout 1 bash -c 'echo >/dev/tcp/10.99.0.1/80' 2>/dev/null && echo tcp4
timeout 1 bash -c 'echo >/dev/tcp/fd99::1/80' 2>/dev/null && echo tcp6
true
END
}

await_open() {
    local tries
    for ((tries = 0; tries < 50; tries++)); do
        begin_world 2>/dev/null || true
        [[ $(open_ways | wc -l) -lt 4 ]] || return 0
        sleep 0.2
    done
    die "the other host is not reached: $(open_ways | paste -sd,)"
}

plant() {
    mkdir -p "$device/etc/systemd/network"
    printf '[Match]\nName=host0\n[Network]\nAddress=10.99.0.2/24\nAddress=fd99::2/64\nLinkLocalAddressing=no\nIPv6AcceptRA=no\n' \
        >"$device/etc/systemd/network/10-lab.network"
    # Asks the other host from the first moment on that there is a network, until the boot is long over.
    cat >"$device/etc/systemd/system/early.service" <<'END'
[Unit]
DefaultDependencies=no
After=local-fs.target
Before=network-pre.target
[Service]
Type=simple
ExecStart=/bin/bash -c 'for i in {1..300}; do ping -c 1 -W 1 10.99.0.1 >/dev/null 2>&1 && echo got through >>/run/early; sleep 0.05; done'
[Install]
WantedBy=sysinit.target
END
    systemctl --root="$device" enable systemd-networkd.service early.service >/dev/null 2>&1
}

state() { grep -o '"state":"[a-z-]*"' <<<"$1" | head -n1 | cut -d'"' -f4; }

fresh_device
plant
start_device booted
await_open
through_at_first=$({ inside cat /run/early 2>/dev/null || true; } | wc -l)

isolated=$(sonde 'isolate -reason "the lab"' || true)
after_isolation=$(open_ways)
foreign=
for tool in iptables-nft ip6tables-nft iptables-legacy ip6tables-legacy; do
    if inside "$tool" -I OUTPUT -j ACCEPT 2>/dev/null && inside "$tool" -I INPUT -j ACCEPT 2>/dev/null; then
        foreign+="$tool "
    else
        note "$tool cannot be tried here"
    fi
done
after_foreign=$(open_ways)

reboot_device
begin_world
sleep 3
after_boot=$(open_ways)
through_at_boot=$({ inside cat /run/early 2>/dev/null || true; } | wc -l)

inside mv /usr/sbin/nft /usr/sbin/hidden
without_nft=$(sonde 'isolate' 2>&1 || true)
inside mv /usr/sbin/hidden /usr/sbin/nft

released=$(sonde 'release' || true)
after_release=$(open_ways)
reboot_device
await_open
kill "$world" 2>/dev/null || true

said() { paste -sd, <<<"$1"; }
printf '{"proof": "isolate", "isolated": "%s", "open_while_isolated": "%s", "foreign_rules": "%s", "open_with_them": "%s", "open_after_boot": "%s", "early_pings_before": %d, "early_pings_at_isolated_boot": %d, "without_nft": "%s", "released": "%s", "open_after_release": "%s"}\n' \
    "$(state "$isolated")" "$(said "$after_isolation")" "$foreign" "$(said "$after_foreign")" "$(said "$after_boot")" \
    "$through_at_first" "$through_at_boot" "$(tr -d '"\n' <<<"$without_nft" | head -c 300)" "$(state "$released")" \
    "$(said "$after_release")"
[[ -z $after_isolation$after_foreign$after_boot && $through_at_boot -eq 0 && $(wc -l <<<"$after_release") -eq 4 ]]
