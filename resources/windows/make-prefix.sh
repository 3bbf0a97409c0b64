#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-prefix.sh SOURCES PREFIX: fetches the sources of OpenSSL, Qt and libarchive from Debian into the folder SOURCES, and builds them for
# Windows into the folder PREFIX, both absolute. What was done is not done again. `./dev windows` calls it.
# MIRROR names a Debian mirror.

set -euo pipefail

sources=${1:?which folder for the sources?}
prefix=${2:?which folder for the libraries?}
jobs=$(nproc)
mirror=${MIRROR:-http://deb.debian.org/debian}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

# An apt of its own, which needs no rights and knows sources only.
apt_of_sources() {
    "$1" -q -o Dir::Etc::SourceList="$sources/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State="$sources/apt/state" -o Dir::State::status=/dev/null -o Dir::Cache="$sources/apt/cache" \
        -o APT::Sandbox::User= -o Acquire::Languages=none "${@:2}"
}

# fetch NAME SERIES: the newest version of a series that the mirror really has: one that has just come may not be there yet.
fetch() {
    local version
    for version in $(apt_of_sources apt-cache showsrc "$1" | sed -n "s/^Version: \($2\)/\1/p" | sort -Vru); do
        (cd -- "$sources" && apt_of_sources apt-get source --download-only "$1=$version") && return 0
    done
    echo "the mirror has no $1 $2" >&2
    return 1
}

fetch_sources() {
    local suite
    mkdir -p -- "$sources/apt/state/lists/partial" "$sources/apt/cache/archives/partial"
    for suite in trixie trixie-updates sid; do
        echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
    done >"$sources/apt/sources.list"
    apt_of_sources apt-get update
    fetch openssl 3.5
    fetch qt6-base "$(qmake6 -query QT_VERSION)" # what runs while building is of the same version
    fetch libarchive 3
}

# unpack NAME: the only upstream archive of a source package becomes the folder NAME.
unpack() {
    local archive
    [[ ! -d $sources/$1 ]] || return 0
    archive=$(find "$sources" -maxdepth 1 -name "$1_*.orig.tar.*" ! -name '*.asc' | sort -V | tail -n 1)
    [[ -n $archive ]] || { echo "no source of $1" >&2 && return 1; }
    mkdir -- "$sources/$1.partial"
    tar -xf "$archive" -C "$sources/$1.partial" --strip-components 1
    mv -T -- "$sources/$1.partial" "$sources/$1"
}

# once NAME COMMAND…: runs it unless it was run to its end before.
once() {
    local stamp=$sources/done-$1
    [[ ! -f $stamp || $(<"$stamp") != "$prefix" ]] || return 0
    "${@:2}"
    echo "$prefix" >"$stamp"
}

make_openssl() {
    cd -- "$sources/openssl"
    ./Configure mingw64 --cross-compile-prefix=x86_64-w64-mingw32- CC=gcc-posix --prefix="$prefix" --libdir=lib \
        shared no-tests no-apps no-docs no-legacy no-engine
    make -j"$jobs" build_libs
    make install_dev
}

# build NAME OPTION…: with the project's own toolchain file.
build() {
    local name=$1
    shift
    SONDE_WINDOWS_PREFIX=$prefix cmake -G Ninja -S "$sources/$name" -B "$sources/build-$name" \
        -D CMAKE_TOOLCHAIN_FILE="$here/mingw.cmake" -D CMAKE_INSTALL_PREFIX="$prefix" -D CMAKE_BUILD_TYPE=Release "$@"
    cmake --build "$sources/build-$name"
    cmake --install "$sources/build-$name"
}

# Debian's source has neither sqlite3.c nor wintab.h.
make_qt() {
    build qt6-base -D QT_BUILD_EXAMPLES=OFF -D QT_BUILD_TESTS=OFF -D QT_GENERATE_SBOM=OFF \
        -D INPUT_openssl=linked -D OPENSSL_ROOT_DIR="$prefix" \
        -D FEATURE_dbus=OFF -D FEATURE_vulkan=OFF -D FEATURE_opengl=OFF -D INPUT_opengl=no -D FEATURE_printsupport=OFF \
        -D FEATURE_tabletevent=OFF -D FEATURE_direct2d=OFF -D FEATURE_androiddeployqt=OFF \
        -D FEATURE_sql_odbc=OFF -D FEATURE_sql_mysql=OFF -D FEATURE_sql_sqlite=OFF \
        -D FEATURE_system_zlib=OFF -D FEATURE_system_pcre2=OFF -D FEATURE_system_freetype=OFF \
        -D FEATURE_system_harfbuzz=OFF -D FEATURE_system_png=OFF -D FEATURE_system_jpeg=OFF
}

make_libarchive() {
    build libarchive -D ENABLE_TEST=OFF -D ENABLE_TAR=OFF -D ENABLE_CPIO=OFF -D ENABLE_CAT=OFF -D ENABLE_UNZIP=OFF \
        -D ENABLE_WERROR=OFF -D ENABLE_LIBXML2=OFF -D ENABLE_EXPAT=OFF -D ENABLE_LZMA=OFF -D ENABLE_BZip2=OFF \
        -D ENABLE_ZSTD=OFF -D ENABLE_LZ4=OFF -D ENABLE_OPENSSL=ON -D ENABLE_PCREPOSIX=OFF -D ENABLE_ICONV=OFF
}

# Programs find there what the compiler brings, too.
copy_runtime_libraries() {
    local library
    for library in libstdc++-6.dll libgcc_s_seh-1.dll; do
        cp -- "$(x86_64-w64-mingw32-g++-posix -print-file-name=$library)" "$prefix/bin/"
    done
    cp -- /usr/x86_64-w64-mingw32/lib/libwinpthread-1.dll /usr/x86_64-w64-mingw32/lib/zlib1.dll "$prefix/bin/"
}

mkdir -p -- "$sources" "$prefix/bin"
once fetch fetch_sources
for name in openssl qt6-base libarchive; do
    unpack "$name"
done
once openssl make_openssl
once qt make_qt
once libarchive make_libarchive
copy_runtime_libraries
