// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/artifacts/ownartifacts.h"

namespace Sonde::Service {

namespace {

constexpr char Definitions[] = R"(---
name: SondeAccounts
doc: Who may sign in, and as what.
sources:
- type: FILE
  attributes:
    paths:
    - /etc/passwd
    - /etc/passwd-
    - /etc/shadow
    - /etc/shadow-
    - /etc/group
    - /etc/group-
    - /etc/gshadow
    - /etc/sudoers
    - /etc/sudoers.d/**
supported_os: [Linux]
---
name: SondeHistories
doc: What was typed, and what was opened.
sources:
- type: FILE
  attributes:
    paths:
    - '%%users.homedir%%/.*_history'
    - '%%users.homedir%%/.*history'
    - '%%users.homedir%%/.lesshst'
    - '%%users.homedir%%/.viminfo'
    - '%%users.homedir%%/.wget-hsts'
    - '%%users.homedir%%/.local/share/fish/fish_history'
    - '%%users.homedir%%/.local/share/recently-used.xbel'
    - '%%users.homedir%%/.local/share/lesshst'
    - '%%users.homedir%%/.local/state/lesshst'
    - '%%users.homedir%%/.local/share/gvfs-metadata/*'
    - '%%users.homedir%%/.local/share/Trash/info/*.trashinfo'
supported_os: [Linux]
---
name: SondeShellStart
doc: What a shell of an account runs when it begins or ends.
sources:
- type: FILE
  attributes:
    paths:
    - '%%users.homedir%%/.*profile'
    - '%%users.homedir%%/.*rc'
    - '%%users.homedir%%/.*login'
    - '%%users.homedir%%/.*logout'
    - '%%users.homedir%%/.*env'
    - '%%users.homedir%%/.config/fish/**'
supported_os: [Linux]
---
name: SondeSsh
doc: Keys that open this device, and where it went.
sources:
- type: FILE
  attributes:
    paths:
    - '%%users.homedir%%/.ssh/authorized_keys*'
    - '%%users.homedir%%/.ssh/known_hosts*'
    - '%%users.homedir%%/.ssh/config'
    - '%%users.homedir%%/.ssh/rc'
    - '%%users.homedir%%/.ssh/environment'
    - '%%users.homedir%%/.ssh/*.pub'
    - '/etc/ssh/**'
supported_os: [Linux]
---
name: SondeUserStarts
doc: What starts with an account's session.
sources:
- type: FILE
  attributes:
    paths:
    - '%%users.homedir%%/.config/systemd/**8'
    - '%%users.homedir%%/.config/environment.d/**'
    - '%%users.homedir%%/.local/share/systemd/**8'
    - '%%users.homedir%%/.config/autostart/**'
    - '%%users.homedir%%/.config/autostart-scripts/**'
    - '%%users.homedir%%/.local/share/autostart/**'
    - '%%users.homedir%%/.local/share/dbus-1/**'
    - '%%users.homedir%%/.config/upstart/**'
    - '%%users.homedir%%/.forward'
    - '%%users.homedir%%/.rhosts'
    - '%%users.homedir%%/**5/*.desktop'
supported_os: [Linux]
---
name: SondeGit
doc: What git runs by itself.
sources:
- type: FILE
  attributes:
    paths:
    - '%%users.homedir%%/.gitconfig'
    - '%%users.homedir%%/.config/git/**'
    - '%%users.homedir%%/**4/.git/hooks/*'
    - /opt/**4/.git/hooks/*
    - /srv/**4/.git/hooks/*
    - /var/www/**4/.git/hooks/*
supported_os: [Linux]
---
name: SondeGrants
doc: Who may ask the system for what, and what starts when it is asked.
sources:
- type: FILE
  attributes:
    paths:
    - /usr/share/polkit-1/**
    - /usr/lib/polkit-1/**
    - /var/lib/polkit-1/**
    - /usr/share/dbus-1/**
    - /usr/share/autostart/*
    - /usr/share/upstart/**
    - /usr/lib/dracut/**
    - /usr/lib/yum-plugins/*
    - /run/udev/rules.d/*
    - /var/lib/NetworkManager/**
    - /var/lib/waagent/run-command/download/**
supported_os: [Linux]
---
name: SondeSpool
doc: Jobs that wait for their time, and mail.
sources:
- type: FILE
  attributes:
    paths:
    - /var/spool/*
    - /var/spool/cron/**8
    - /var/spool/at/**8
    - /var/spool/anacron/**
    - /var/at/**8
supported_os: [Linux]
---
name: SondeUnits
doc: Units of systemd, from wherever they come.
sources:
- type: FILE
  attributes:
    paths:
    - /etc/systemd/**8
    - /usr/lib/systemd/**8
    - /usr/share/systemd/**8
    - /usr/local/lib/systemd/**8
    - /run/systemd/system/**
    - /run/systemd/generator/**
    - /run/systemd/generator.early/**
    - /run/systemd/generator.late/**
    - /run/systemd/transient/**
    - /run/systemd/sessions/*
    - /run/user/*/systemd/transient/**
supported_os: [Linux]
---
name: SondeConfiguration
doc: The configuration of the device.
sources:
- type: FILE
  attributes:
    paths:
    - /etc/**32
    - /usr/lib/os-release
    - /usr/lib/udev/rules.d/*
    - /usr/lib/modules-load.d/*
    - /usr/lib/sysctl.d/*
    - /usr/lib/tmpfiles.d/*
    - /usr/local/etc/**8
supported_os: [Linux]
---
name: SondeLogs
doc: Logs, and who was signed in.
sources:
- type: FILE
  attributes:
    paths:
    - /var/log/**16
    - /run/log/journal/**8
    - /run/utmp
    - /var/account/**
    - '%%users.homedir%%/.xsession-errors*'
    - '%%users.homedir%%/**/*.log'
    - /opt/**6/*.log
    - /srv/**6/*.log
    - /usr/local/**6/*.log
    - /var/lib/**4/*.log
supported_os: [Linux]
---
name: SondePackageStates
doc: What is installed, and since when.
sources:
- type: FILE
  attributes:
    paths:
    - /var/lib/dpkg/status
    - /var/lib/dpkg/status-old
    - /var/lib/dpkg/diversions
    - /var/lib/dpkg/statoverride
    - /var/lib/apt/extended_states
    - /var/lib/rpm/*
    - /usr/lib/sysimage/rpm/*
    - /var/lib/dnf/history.sqlite*
    - /var/lib/pacman/local/*/desc
supported_os: [Linux]
---
name: SondeBoot
doc: How the device starts.
sources:
- type: FILE
  attributes:
    paths:
    - /boot/grub/grub.cfg
    - /boot/grub2/grub.cfg
    - /boot/grub/grubenv
    - /boot/loader/**
    - /boot/config-*
    - /boot/System.map-*
    - /boot/initr*
supported_os: [Linux]
---
name: SondeTemporary
doc: Small things where everybody may write.
sources:
- type: FILE
  attributes:
    paths:
    - /tmp/**
    - /var/tmp/**
    - /dev/shm/**
    - /var/crash/**
supported_os: [Linux]
---
name: SondeTriage
doc: What an investigation begins with.
sources:
- type: ARTIFACT_GROUP
  attributes:
    names:
    - SondeAccounts
    - SondeHistories
    - SondeSsh
    - SondeShellStart
    - SondeUserStarts
    - SondeGit
    - SondeGrants
    - SondeSpool
    - SondeUnits
    - SondeConfiguration
    - SondeLogs
    - SondePackageStates
    - TriageHistoryFiles
    - TriageInteractiveActivity
    - TriagePersistence
    - TriageNetwork
    - TriageSystemConfiguration
    - TriageUserConfiguration
    - TriageSystemLogs
    - TriageApplicationConfigsAndLogs
    - TriageDatabaseConfigsAndLogs
    - TriageWebBrowserExtensions
    - BrowserHistory
    - SondeTemporary
supported_os: [Linux]
)";

} // namespace

QByteArray ownArtifacts()
{
    return Definitions;
}

} // namespace Sonde::Service
