# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `./dev windows`: a prefix of libraries for Windows, programs built against it by mingw-w64, and Wine to run them.

: "${root:?}" "${build:?}" "${setup_log:?}" # of ./dev

readonly windows=$build/windows

# Wine's own folder, its silence, and where programs find their libraries.
set_windows_environment() {
    local compiler
    SONDE_WINDOWS_PREFIX=${SONDE_WINDOWS_PREFIX:-$windows/prefix}
    compiler=$(dirname -- "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")
    export SONDE_WINDOWS_PREFIX WINEPREFIX=$windows/wine WINEDEBUG=${WINEDEBUG:--all}
    export WINEPATH="Z:$SONDE_WINDOWS_PREFIX/bin;Z:$compiler;Z:/usr/x86_64-w64-mingw32/lib;Z:$build/windows-mingw/bin"
    WINEPATH=${WINEPATH//\//\\}
    unset DISPLAY WAYLAND_DISPLAY
}

make_windows_prefix() {
    [[ ! -d $SONDE_WINDOWS_PREFIX/lib/cmake/Qt6 ]] || return 0
    [[ $SONDE_WINDOWS_PREFIX == "$windows/prefix" ]] || die "windows: no Qt for Windows in $SONDE_WINDOWS_PREFIX (SONDE_WINDOWS_PREFIX)"
    say "makes Qt, OpenSSL and libarchive for Windows in build/windows/prefix (45 minutes on two processors, only once)"
    mkdir -p -- "$windows/sources"
    quietly env MIRROR="$(debian_mirror)" "$root/resources/windows/make-prefix.sh" "$windows/sources" "$SONDE_WINDOWS_PREFIX.partial"
    mv -T -- "$SONDE_WINDOWS_PREFIX.partial" "$SONDE_WINDOWS_PREFIX"
}

configure_windows() {
    local stamp=$build/windows-mingw/configured
    [[ $stamp -nt $root/CMakePresets.json && $(<"$stamp") == "$root $SONDE_WINDOWS_PREFIX" ]] && return 0
    quietly cmake --preset windows-mingw --fresh
    echo "$root $SONDE_WINDOWS_PREFIX" >"$stamp"
    sed -n 's/^Left out: /dev: windows: left out: /p' "$setup_log" | tail -n 1 >&2
}

build_windows() {
    cd -- "$root" && configure_windows && cmake --build --preset windows-mingw "$@" 2>&1 | show_progress windows-mingw "$@"
}

make_wine_folder() {
    [[ -f $WINEPREFIX/system.reg ]] && return 0
    mkdir -p -- "$WINEPREFIX"
    quietly wineboot --init
}

# Those of Windows, and with a device of Windows those of this system that are about one.
test_windows() {
    local reports=$build/windows-mingw status=0
    rm -f -- "$reports"/tests*.xml
    wineserver -p # stays between the tests
    (
        cd -- "$root"
        ctest --preset windows-mingw -j "$(nproc)" --output-junit "$reports/tests-there.xml" "$@"
    ) || status=$?
    (
        cd -- "$root"
        stage_windows "$windows/agent" # a service of Windows finds its libraries beside it, or nowhere
        export SONDE_WINDOWS_AGENT=$windows/agent/sonde-agent.exe
        ctest --preset dev -L '^windows$' --output-junit "$reports/tests-here.xml" "$@"
    ) || status=$?
    wineserver -k || true
    cat -- "$reports"/tests-*.xml >"$reports/tests.xml"
    summarise "$reports/tests.xml" || status=1
    return "$status"
}

windows_main() {
    local what=${1:-build}
    shift || true
    set_windows_environment
    # shellcheck source=resources/windows/package.sh
    source "$root/resources/windows/package.sh"
    with_lock windows make_windows_prefix
    case $what in
    build) with_lock build-windows build_windows "$@" >&2 ;;
    test)
        with_lock build-windows build_windows >&2
        build dev --target tst_windowsdevice tst_windowsservicing
        with_lock windows make_wine_folder
        test_windows "$@"
        ;;
    package)
        with_lock build-windows build_windows >&2
        package_windows
        ;;
    *) die "windows: build, test or package?" ;;
    esac
}
