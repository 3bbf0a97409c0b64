// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr std::array SystemProfiles{"/etc/profile", "/etc/bash.bashrc", "/etc/bashrc", "/etc/bash.bash_logout",
    "/etc/zshenv", "/etc/zprofile", "/etc/zshrc", "/etc/zlogin", "/etc/zlogout", "/etc/zsh/zshenv", "/etc/zsh/zprofile",
    "/etc/zsh/zshrc", "/etc/zsh/zlogin", "/etc/zsh/zlogout", "/etc/csh.cshrc", "/etc/csh.login", "/etc/csh.logout",
    "/etc/ksh.kshrc", "/etc/fish/config.fish", "/etc/environment"};
constexpr std::array ProfileFolders{
    "/etc/profile.d", "/etc/fish/conf.d", "/etc/bash_completion.d", "/etc/environment.d"};
constexpr std::array UserProfiles{".profile", ".bash_profile", ".bash_login", ".bashrc", ".bash_aliases",
    ".bash_completion", ".bash_logout", ".zshenv", ".zprofile", ".zshrc", ".zlogin", ".zlogout", ".cshrc", ".tcshrc",
    ".login", ".logout", ".kshrc", ".mkshrc", ".config/fish/config.fish", ".pam_environment"};
constexpr std::array UserProfileFolders{".bashrc.d", ".config/fish/conf.d", ".config/environment.d"};
constexpr std::array SystemSessions{"/etc/X11/Xsession", "/etc/X11/Xsession.options", "/etc/X11/xinit/xinitrc",
    "/etc/X11/xinit/xserverrc", "/etc/xprofile"};
constexpr std::array SystemSessionFolders{"/etc/X11/Xsession.d", "/etc/X11/xinit/xinitrc.d", "/etc/X11/Xreset.d",
    "/etc/gdm3/Init", "/etc/gdm3/PostLogin", "/etc/gdm3/PreSession", "/etc/gdm3/PostSession", "/etc/gdm/Init",
    "/etc/gdm/PostLogin", "/etc/gdm/PreSession", "/etc/gdm/PostSession", "/etc/xdg/Xwayland-session.d",
    "/etc/xdg/plasma-workspace/env", "/etc/xdg/plasma-workspace/shutdown"};
constexpr std::array UserSessions{
    ".gnomerc", ".xprofile", ".xinitrc", ".xserverrc", ".xsession", ".xsessionrc", ".Xclients"};

/// Of a home, with whether it is the copy of /etc/skel that every home begins with.
QCborMap detailsOf(PersistenceSink &sink, const Home &home, const QByteArray &name)
{
    QCborMap details{{u"user"_s, deviceText(home.user)}};
    if (const auto skeleton = sink.tree().tryRead("/etc/skel/" + name))
        details.insert(u"as_in_skel"_s, sink.tree().tryRead(home.path + '/' + name) == skeleton);
    return details;
}

void addFolder(PersistenceSink &sink, const QString &method, const QByteArray &folder, const QCborMap &details = {})
{
    for (const QByteArray &path : sink.tree().entries(folder))
        sink.addRead(method, path, details);
}

void addUsersFiles(PersistenceSink &sink, const Home &home)
{
    for (const char *name : UserProfiles)
        sink.addRead(u"shell_profiles"_s, home.path + '/' + name, detailsOf(sink, home, name));
    for (const char *folder : UserProfileFolders)
        addFolder(sink, u"shell_profiles"_s, home.path + '/' + folder, {{u"user"_s, deviceText(home.user)}});
    for (const char *name : UserSessions)
        sink.addRead(u"x_sessions"_s, home.path + '/' + name, detailsOf(sink, home, name));
    sink.addRead(u"ssh_daemon"_s, home.path + "/.ssh/rc", {{u"user"_s, deviceText(home.user)}});
}

} // namespace

void addLoginFiles(PersistenceSink &sink)
{
    for (const char *path : SystemProfiles)
        sink.addRead(u"shell_profiles"_s, path);
    for (const char *folder : ProfileFolders)
        addFolder(sink, u"shell_profiles"_s, folder);
    for (const char *path : SystemSessions)
        sink.addRead(u"x_sessions"_s, path);
    for (const char *folder : SystemSessionFolders)
        addFolder(sink, u"x_sessions"_s, folder);
    for (const Home &home : listHomes(sink.tree()))
        addUsersFiles(sink, home);
    sink.addScripts(u"motd_scripts"_s, "/etc/update-motd.d");
}

} // namespace Sonde::Agent::Linux
