# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A Debian 13 that is booted beside this machine, with processes, a systemd and a network of its own, to plant things in and take them away.
# Sourced by the scripts of this folder; ./dev lab sets LAB (a folder), LAB_ROOT (the installed system, which stays as it is), LAB_LIBRARIES
# (a /usr with what the programs are linked to) and LAB_PROGRAMS.

device=$LAB/device
console=$LAB/console.log
machine=lab$$
nspawn=
nspawn_options=(--private-network)
init=

note() { printf 'lab: %s\n' "$*" >&2; }

die() {
    note "$@"
    exit 1
}

# A device as it was installed.
fresh_device() {
    chattr -R -i -a "$device" 2>/dev/null || true
    rm -rf --one-file-system -- "$device"
    cp -a --reflink=auto -- "$LAB_ROOT" "$device"
    mkdir -p "$device/opt/libraries" "$device/opt/programs"
}

# start_device booted|plain: with systemd as its first process, or with none.
start_device() {
    local -a how=(-b) loader=()
    [[ $1 == booted ]] || how=(--as-pid2 sleep infinity)
    # Programs of a build of its own name the loader that lies beside their libraries.
    [[ $LAB_LIBRARIES == /usr ]] || loader=(--bind-ro="$LAB_LIBRARIES:$LAB_LIBRARIES")
    systemd-nspawn -q -D "$device" --machine="$machine" --register=no --keep-unit --console=pipe "${nspawn_options[@]}" \
        --bind-ro="$LAB_LIBRARIES:/opt/libraries" --bind-ro="$LAB_PROGRAMS:/opt/programs" --setenv=LANG=C.UTF-8 \
        "${loader[@]}" "${how[@]}" </dev/null >"$console" 2>&1 &
    nspawn=$!
    trap stop_device EXIT
    if [[ $1 == booted ]]; then await_boot; else await_programs; fi
}

# Its first process is there before what is bound into the device.
await_programs() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        find_init
        ! inside test -x /opt/programs/sonde-cli 2>/dev/null || return 0
        sleep 0.1
    done
    die "the device does not start: $console"
}

find_init() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        init=$(pgrep -P "$nspawn" | head -n1) || true
        [[ -z $init ]] || return 0
        sleep 0.1
    done
    die "the device does not start: $console"
}

await_boot() {
    local tries state
    for ((tries = 0; tries < 300; tries++)); do
        find_init
        state=$(inside systemctl is-system-running 2>/dev/null) || true
        [[ $state != running && $state != degraded ]] || return 0
        sleep 0.2
    done
    die "the device does not boot (${state:-no systemd}): $console"
}

# Runs a command on the device.
inside() {
    nsenter -t "$init" -m -u -i -n -p -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME=/root LC_ALL=C.UTF-8 "$@"
}

# Runs lines there as an analyst would: by a service and an agent of their own, whose files outlive them. What they print is JSON.
sonde() {
    local libraries
    libraries=$(dirname -- "$LAB_LIBRARIES"/lib/*/qt6)
    libraries=/opt/libraries/${libraries#"$LAB_LIBRARIES"/}
    inside LD_LIBRARY_PATH="$libraries:$libraries/libproxy" QT_PLUGIN_PATH="$libraries/qt6/plugins" \
        /opt/programs/sonde-cli --embedded --data /root/sonde --output json exec this "$@"
}

reboot_device() {
    inside systemctl poweroff >/dev/null 2>&1 || true
    wait "$nspawn" 2>/dev/null || true
    start_device booted
}

stop_device() {
    [[ -n $nspawn ]] || return 0
    kill -KILL "$init" 2>/dev/null || true
    kill -TERM "$nspawn" 2>/dev/null || true
    wait "$nspawn" 2>/dev/null || true
    nspawn=
}

# All that a restore has to bring back of these paths, as text; of folders what is in them.
state_of_files() {
    inside bash -s -- "$@" <<'END'
for path in "$@"; do
    find "$path" -mindepth 0 \( -type f -o -type l \) 2>/dev/null | sort | while read -r file; do
        stat -c '%n type=%F mode=%a owner=%u:%g size=%s modified=%y links=%h' -- "$file"
        if [[ -L $file ]]; then readlink -- "$file"; continue; fi
        sha256sum -- "$file" | cut -d' ' -f1
        lsattr -d -- "$file" 2>/dev/null | cut -d' ' -f1
        getfacl -cpn -- "$file" 2>/dev/null | grep -v '^$'
        getfattr -d -m - -e hex --absolute-names -- "$file" 2>/dev/null | grep -v '^#'
    done
done
true
END
}
