; SPDX-FileCopyrightText: 2026 Sonde contributors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; The installer of the agent: `./dev windows package` gives VERSION, LISTS (a folder with what is installed) and OUTPUT.
; /S asks nothing, /D=C:\folder (the last argument, without quotation marks) says where. Exit status: 0, or 2 when it failed.

Unicode true
Name "Sonde agent ${VERSION}"
OutFile "${OUTPUT}"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
InstallDir "$PROGRAMFILES64\Sonde"
ShowInstDetails show
ShowUninstDetails show

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Sonde agent"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installer of the Sonde agent"
VIAddVersionKey "CompanyName" "Sonde contributors"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Sonde agent"
!define SERVICE "SYSTEM\CurrentControlSet\Services\sonde-agent"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; Runs a program without a window; where it fails, says what it said, and ends.
!macro Run LINE WHAT
    nsExec::ExecToStack '${LINE}'
    Pop $0
    Pop $1
    DetailPrint "$1"
    StrCmp $0 "0" +4
    MessageBox MB_OK|MB_ICONSTOP "${WHAT}$\r$\n$1" /SD IDOK
    SetErrorLevel 2
    Abort "${WHAT}"
!macroend

Function .onInit
    SetRegView 64
    ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
    StrCmp $0 "" +2
    StrCpy $INSTDIR $0
FunctionEnd

Section
    SetRegView 64
    SetShellVarContext all
    ReadRegStr $R0 HKLM "${SERVICE}" "ImagePath"
    StrCmp $R0 "" files
    ; Of an earlier version: its files cannot be replaced while it runs. When it does not run, this says so, which is no failure.
    nsExec::ExecToLog '"$SYSDIR\net.exe" stop sonde-agent'
    Pop $0
    Sleep 2000
files:
    ClearErrors
    !include "${LISTS}/install.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    IfErrors 0 written
    MessageBox MB_OK|MB_ICONSTOP "Some files in $INSTDIR could not be written. End the programs that use them, then try again." /SD IDOK
    SetErrorLevel 2
    Abort
written:
    WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Sonde agent"
    WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Sonde contributors"
    WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
    StrCmp $R0 "" install
    ; It goes on as it was installed, with the folder that it has.
    nsExec::ExecToLog '"$SYSDIR\net.exe" start sonde-agent'
    Pop $0
    Goto done
install:
    !insertmacro Run '"$INSTDIR\sonde-agent.exe" --install' "The service was not installed."
done:
SectionEnd

Section "Uninstall"
    SetRegView 64
    SetShellVarContext all
    !insertmacro Run '"$INSTDIR\sonde-agent.exe" --uninstall' "The service was not removed, and nothing else was."
    !include "${LISTS}/uninstall.nsh"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKLM "${UNINSTALL}"
SectionEnd
