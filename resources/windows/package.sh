# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `./dev windows package`: what was built for Windows with the libraries it needs, as a folder, a zip archive and an installer.

: "${root:?}" "${build:?}" "${windows:?}" "${SONDE_WINDOWS_PREFIX:?}" # of ./dev and windows.sh

readonly windows_programs=$build/windows-mingw/bin

# Where Windows would find a library that is none of its own.
library_of_windows() {
    local folder
    for folder in "$SONDE_WINDOWS_PREFIX/bin" "$(dirname -- "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")" \
        /usr/x86_64-w64-mingw32/lib; do
        [[ ! -f $folder/$1 ]] || { echo "$folder/$1" && return 0; }
    done
}

# add_with_libraries FOLDER PROGRAM [BELOW]: a program or a plugin, and beside the programs what it is linked to.
add_with_libraries() {
    local folder=$1 program=$2 below=${3:-} name library
    mkdir -p -- "$folder/$below"
    cp -u -- "$program" "$folder/$below/"
    while IFS= read -r name; do
        [[ ! -e $folder/$name ]] || continue
        library=$(library_of_windows "$name")
        [[ -z $library ]] || add_with_libraries "$folder" "$library"
    done < <(x86_64-w64-mingw32-objdump -p "$program" | sed -n 's/^[[:space:]]*DLL Name: //p')
}

# The agent as it is on a device. Its TLS is OpenSSL's, as everywhere.
stage_windows() {
    local folder=$1
    rm -rf -- "$folder"
    mkdir -p -- "$folder"
    add_with_libraries "$folder" "$windows_programs/sonde-agent.exe"
    add_with_libraries "$folder" "$SONDE_WINDOWS_PREFIX/plugins/tls/qopensslbackend.dll" tls
    find "$folder" -name '*.exe' -exec x86_64-w64-mingw32-strip {} +
    find "$folder" -name '*.dll' -exec x86_64-w64-mingw32-strip --strip-unneeded {} +
    cp -- "$root/LICENSES/GPL-3.0-or-later.txt" "$folder/LICENSE.txt"
    cp -- "$root/resources/windows/sonde-agent.md" "$folder/README.md"
    python3 "$root/resources/windows/sbom.py" "$folder" "$SONDE_WINDOWS_PREFIX" "$(version_of_sonde)"
}

version_of_sonde() { sed -n 's/^project(Sonde VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt"; }

# What the installer puts there and its uninstaller takes away: these files, and nothing else that may lie beside them.
write_file_lists() {
    local folder=$1 lists=$2 file
    : >"$lists/install.nsh" && : >"$lists/uninstall.nsh"
    while IFS= read -r file; do
        # shellcheck disable=SC2016 # NSIS' own variable
        printf 'SetOutPath "$INSTDIR%s"\nFile "%s"\n' "$(folder_below "$file")" "$folder/$file" >>"$lists/install.nsh"
        # shellcheck disable=SC2016
        printf 'Delete "$INSTDIR\\%s"\n' "${file//\//\\}" >>"$lists/uninstall.nsh"
    done < <(cd -- "$folder" && find . -type f -printf '%P\n' | sort)
    while IFS= read -r file; do
        # shellcheck disable=SC2016
        printf 'RMDir "$INSTDIR\\%s"\n' "${file//\//\\}" >>"$lists/uninstall.nsh"
    done < <(cd -- "$folder" && find . -mindepth 1 -type d -printf '%P\n' | sort -r)
}

folder_below() {
    local folder
    folder=$(dirname -- "$1")
    [[ $folder == . ]] || printf '\\%s' "${folder//\//\\}"
}

# The installer, tried as administrators of many computers do: silently.
try_installer() {
    local installer=$1 folder="$WINEPREFIX/drive_c/Program Files/Sonde" key='HKLM\System\CurrentControlSet\Services\sonde-agent' status=0 i
    say "installs it under Wine, and removes it"
    quietly wine "$installer" /S
    [[ -f $folder/sonde-agent.exe && -f $folder/tls/qopensslbackend.dll ]] || die "windows: the installer left no agent in $folder"
    wine reg query "$key" /v ImagePath >/dev/null 2>&1 || die "windows: the installer made no service"
    quietly wine "$folder/sonde-agent.exe" --version
    quietly wine "$installer" /S # over what is there
    quietly wine "$folder/uninstall.exe" /S # goes on as a copy of itself
    for ((i = 0; i < 60; ++i)); do
        [[ -e $folder/uninstall.exe ]] || break
        sleep 1
    done
    ! wine reg query "$key" /v ImagePath >/dev/null 2>&1 || status=1
    [[ $status -eq 0 && ! -e $folder ]] || die "windows: the uninstaller left something behind"
    say "installed and removed under Wine"
}

package_windows() {
    local version folder=$build/packages-windows name
    version=$(version_of_sonde)
    name=sonde-agent-$version-windows-x64
    rm -rf -- "$folder"
    mkdir -p -- "$folder/lists"
    stage_windows "$folder/$name"
    (cd -- "$folder" && quietly cmake -E tar cf "$name.zip" --format=zip "$name")
    write_file_lists "$folder/$name" "$folder/lists"
    quietly makensis -V2 -WX "-XTarget amd64-unicode" -DVERSION="$version" -DLISTS="$folder/lists" -DOUTPUT="$folder/$name-setup.exe" \
        "$root/resources/windows/sonde-agent.nsi"
    cp -- "$folder/$name/sbom.spdx.json" "$folder/$name.spdx.json"
    rm -rf -- "$folder/lists"
    with_lock windows make_wine_folder
    try_installer "$folder/$name-setup.exe"
    say "left out: sonde, sonde-cli and sonde-service, which are not built for Windows here; no package is signed"
    ls -- "$folder/$name"*.*
}
