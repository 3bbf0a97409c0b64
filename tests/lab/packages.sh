#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The packages of build/packages on a Debian 13 that has never seen Sonde: installed nothing runs, a tenant is set up as the README says,
# a device enrolled and looked at, all of it comes back when the machine was booted again, and removed they leave what holds evidence and
# nothing else.
set -euo pipefail

# shellcheck source=tests/lab/device.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/device.sh"

readonly packages=$LAB_PACKAGES
LAB_LIBRARIES=/usr # the packages bring their own
failures=0

check() {
    local what=$1
    shift
    if "$@" >>"$LAB/packages.log" 2>&1; then
        printf 'ok      %s\n' "$what"
    else
        printf 'WRONG   %s\n' "$what"
        failures=$((failures + 1))
    fi
}

# Runs a command on the device while it is not booted, with the network of this machine.
offline() {
    systemd-nspawn -q -D "$device" --machine="$machine" --register=no --keep-unit --console=pipe --bind-ro="$packages:/packages" \
        --setenv=DEBIAN_FRONTEND=noninteractive --setenv=LC_ALL=C.UTF-8 --setenv=http_proxy="${LAB_PROXY:-}" "$@" </dev/null
}

all_files() {
    (cd -- "$device" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./run -o -path ./tmp -o -path ./var/cache \
        -o -path ./var/log -o -path ./opt -o -path ./root -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/lib/systemd -o -path ./var/tmp \) -prune -o -print) |
        grep -v -e '^\./var/lib/sonde-' -e '^\./etc/ld\.so\.cache' -e '^\./etc/.*-$' -e '^\./etc/machine-id' -e '/\.updated$' | sort
}

cli() { inside sonde-cli --tenant https://127.0.0.1:8443 --user aya --password-file /root/password "$@"; }

set_up() {
    local line
    inside bash -c 'umask 077; echo "a long enough passphrase 7" >/root/password'
    for ((tries = 0; tries < 100; tries++)); do
        line=$(inside journalctl -u sonde-service -o cat --no-pager | grep -m1 setup_token) && break
        sleep 0.2
    done
    fingerprint=${line#*\"fingerprint\":\"}
    fingerprint=${fingerprint%%\"*}
    line=${line#*\"setup_token\":\"}
    echo "${line%%\"*}" >"$device/root/token"
    inside bash -c "sonde-cli --tenant https://127.0.0.1:8443 --fingerprint '$fingerprint' --user aya --password-file /root/password setup </root/token"
}

enrol() {
    cli enrol >"$device/root/agent-token"
    inside bash -c "sonde-agent --data /var/lib/sonde-agent --enrol https://127.0.0.1:8443 --fingerprint '$fingerprint' --token - --enrol-only </root/agent-token"
}

await_device() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        ! cli --output json devices 2>/dev/null | grep -Eq '"state": ?"online"' || return 0
        sleep 0.2
    done
    return 1
}

# What an analyst looks at is the device, not the inside of a sandbox.
looks_at_all_of_it() {
    cli --output json exec "$(inside hostname)" processes persistence 'fileinfo /etc/shadow' | grep -q '/usr/bin/sonde-agent'
}

is_shut_in() {
    local pid
    pid=$(inside pgrep -x sonde-service) && [[ -n $pid ]] || return 1
    ! inside nsenter -t "$pid" -m touch /etc/written && [[ -z $(inside nsenter -t "$pid" -m ls -A /root) ]]
}

fresh_device
: >"$LAB/packages.log"
offline apt-get update >>"$LAB/packages.log" 2>&1
offline apt-get install -y --no-install-recommends adduser >>"$LAB/packages.log" 2>&1
before=$(all_files)
check "installed, with what they depend on" offline bash -c 'apt-get install -y --no-install-recommends /packages/*.deb'
start_device booted
check "nothing runs yet" inside bash -c '! pgrep -x "sonde-(service|agent)"'
check "the service starts" inside systemctl enable --now sonde-service
check "the first administrator is made" set_up
check "the device is enrolled" enrol
check "the agent starts" inside systemctl enable --now sonde-agent
check "the device is there" await_device
check "all of the device is seen" looks_at_all_of_it
check "the service sees no homes and changes nothing of the system" is_shut_in
check "exposed little" inside bash -c 'systemd-analyze security --no-pager sonde-service | tee /dev/stderr | grep -Eq " (OK|SAFE) "'
reboot_device
check "booted again, the device is there" await_device
check "the journal is whole" cli journal --verify
check "removed" inside bash -c 'apt-get purge -y sonde sonde-cli sonde-service sonde-agent'
check "nothing runs any more" inside bash -c '! pgrep -x "sonde-(service|agent)"'
check "the evidence is where it was" inside test -f /var/lib/sonde-service/sonde.db
check "what came with them goes with them" inside bash -c 'apt-get -o APT::AutoRemove::SuggestsImportant=false -o APT::AutoRemove::RecommendsImportant=false autoremove --purge -y'
stop_device
left=$(comm -13 <(echo "$before") <(all_files))
check "nothing else is left" test -z "$left"
[[ -z $left ]] || printf '%s\n' "$left"
[[ $failures -eq 0 ]] || die "$failures of the checks failed: $LAB/packages.log"
