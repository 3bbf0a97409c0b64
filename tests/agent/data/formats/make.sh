#!/bin/sh
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the fixtures beside it again. Needs gcc-mingw-w64-x86-64, clang, lld, llvm and python3 of Debian.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=$(llvm-config --bindir)

# hello.exe: imports by name, an export, a version resource, a checksum
cat > "$work/hello.c" <<'END'
__declspec(dllimport) void __stdcall ExitProcess(unsigned);
__declspec(dllimport) int __stdcall MessageBoxA(void *, const char *, const char *, unsigned);
__declspec(dllexport) int greet(void) { return MessageBoxA(0, "hello", "sonde", 0); }
void start(void) { greet(); ExitProcess(0); }
END
cat > "$work/hello.rc" <<'END'
1 VERSIONINFO
FILEVERSION 1,2,3,4
{
  BLOCK "StringFileInfo" {
    BLOCK "040904B0" {
      VALUE "CompanyName", "Sonde contributors"
      VALUE "FileDescription", "A greeting"
      VALUE "FileVersion", "1.2.3.4"
      VALUE "OriginalFilename", "hello.exe"
    }
  }
}
END
x86_64-w64-mingw32-windres "$work/hello.rc" -O coff -o "$work/hello.res"
x86_64-w64-mingw32-gcc -Os -s -nostdlib -Wl,-e,start -Wl,--subsystem,windows -Wl,--no-insert-timestamp \
    "$work/hello.c" "$work/hello.res" -o hello.exe -luser32 -lkernel32

# greeting.macho: an executable without a signature; libgreet.dylib: signed ad hoc by its linker; objects.fat: of two machines
echo 'extern int puts(const char *); int main(void) { return puts("hello"); }' > "$work/greeting.c"
echo 'int greet(void) { return 7; }' > "$work/greet.c"
for machine in arm64 x86_64; do
    clang --target=$machine-apple-macos12 -Os -c "$work/greeting.c" -o "$work/$machine.o"
done
clang --target=arm64-apple-macos12 -Os -c "$work/greet.c" -o "$work/greet.o"
"$tools/ld64.lld" -arch x86_64 -platform_version macos 12.0 13.1 -undefined dynamic_lookup -rpath @loader_path/../lib \
    -o greeting.macho "$work/x86_64.o"
"$tools/ld64.lld" -dylib -arch arm64 -platform_version macos 12.0 13.1 -install_name @rpath/libgreet.dylib \
    -o libgreet.dylib "$work/greet.o"
"$tools/llvm-lipo" -create "$work/arm64.o" "$work/x86_64.o" -output objects.fat

# greeting.ppc: big-endian and 32-bit; greeting.riscv: a library with a SONAME, a run path and a build id
echo 'void _start(void) { for (;;) {} }' > "$work/start.c"
clang --target=powerpc-linux-gnu -Os -c "$work/start.c" -o "$work/ppc.o"
"$tools/ld.lld" -s -z noexecstack "$work/ppc.o" -o greeting.ppc
clang --target=riscv64-linux-gnu -fPIC -Os -c "$work/greet.c" -o "$work/riscv.o"
# shellcheck disable=SC2016 # the loader's own word
"$tools/ld.lld" -shared -soname libgreet.so.1 -rpath '$ORIGIN/lib:/opt/lib' --build-id=0x0123456789abcdef -z now -z relro \
    "$work/riscv.o" -o greeting.riscv

python3 - <<'END'
import plistlib, struct

job = {"Label": "org.example.agent", "ProgramArguments": ["/usr/local/bin/agent", "--quiet"], "RunAtLoad": True,
       "StartInterval": 300, "WatchPaths": ["/etc/hosts"], "Secret": b"\x00\xff\x80", "Ratio": 0.5}
for name, kind in (("agent-xml.plist", plistlib.FMT_XML), ("agent-binary.plist", plistlib.FMT_BINARY)):
    with open(name, "wb") as file:
        plistlib.dump(job, file, fmt=kind)

task = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Date>2026-03-01T08:00:00</Date><Author>EXAMPLE\\aya</Author><Description>Keeps going \u3042</Description>
    <URI>\\Example\\Updater</URI>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger><Enabled>true</Enabled><UserId>EXAMPLE\\aya</UserId></LogonTrigger>
    <CalendarTrigger><StartBoundary>2026-03-01T03:00:00</StartBoundary>
      <Repetition><Interval>PT1H</Interval></Repetition><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals><Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel></Principal></Principals>
  <Settings><Hidden>true</Hidden><Enabled>true</Enabled></Settings>
  <Actions Context="Author">
    <Exec><Command>powershell.exe</Command><Arguments>-w hidden -enc AAAA</Arguments>
      <WorkingDirectory>C:\\Users\\Public</WorkingDirectory></Exec>
    <ComHandler><ClassId>{01234567-89AB-CDEF-0123-456789ABCDEF}</ClassId></ComHandler>
  </Actions>
</Task>
"""
with open("task.xml", "wb") as file:
    file.write(b"\xff\xfe" + task.replace("\n", "\r\n").encode("utf-16-le"))

export = """Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]
"Updater"="\\"C:\\\\Program Files\\\\up.exe\\" /quiet"
@="default"
"Number"=dword:0000001f
"Long"=hex(b):01,00,00,00,00,00,00,80
"Path"=hex(2):25,00,54,00,45,00,4d,00,50,00,25,00,5c,00,\\
  61,00,2e,00,65,00,78,00,65,00,00,00
"Lines"=hex(7):61,00,00,00,42,30,00,00,00,00
"Bytes"=hex:de,ad,be,ef
"Gone"=-

[-HKEY_CURRENT_USER\\Software\\Old]
"""
with open("export5.reg", "wb") as file:
    file.write(b"\xff\xfe" + export.replace("\n", "\r\n").encode("utf-16-le"))
with open("export4.reg", "wb") as file:
    file.write(b'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Caf\xe9]\r\n"Text"="caf\xe9"\r\n"Path"=hex(2):25,54,25,00\r\n')


def text(value):  # StringData of MS-SHLLINK
    return struct.pack("<H", len(value)) + value.encode("utf-16-le")


# link target info with a local path, texts, the tracker's block with the machine's name
path = b"C:\\Windows\\System32\\cmd.exe\0"
volume = struct.pack("<IIII", 17, 3, 0x1234abcd, 16) + b"\0"
info = struct.pack("<IIIIIII", 28 + len(volume) + len(path) + 1, 28, 1, 28, 28 + len(volume), 0,
                   28 + len(volume) + len(path)) + volume + path + b"\0"
header = struct.pack("<I16sII", 76, bytes.fromhex("0114020000000000c000000000000046"), 0x2 | 0x4 | 0x10 | 0x20 | 0x80 | 0x2000, 0x20)
header += struct.pack("<QQQ", 132223104000000000, 132223968000000000, 132224832000000000)
header += struct.pack("<IIIHHII", 289792, 0, 7, 0, 0, 0, 0)
tracker = struct.pack("<IIII16s", 0x60, 0xA0000003, 0x58, 0, b"desktop-7") + bytes(64)
with open("shortcut.lnk", "wb") as file:
    file.write(header + info + text("Not a document") + text("C:\\Users\\Public") + text("/c start \u3042.exe") + tracker
               + struct.pack("<I", 0))
END
