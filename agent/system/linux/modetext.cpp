// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/modetext.h"

#include <array>
#include <sys/stat.h>

namespace Sonde::Agent::Linux {

namespace {

QChar kindLetter(quint32 mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return u'-';
    case S_IFDIR: return u'd';
    case S_IFLNK: return u'l';
    case S_IFIFO: return u'p';
    case S_IFSOCK: return u's';
    case S_IFCHR: return u'c';
    case S_IFBLK: return u'b';
    default: return u'?';
    }
}

/// The execute letter of one of the three classes, with its special bit (setuid, setgid, sticky) worked in.
QChar executeLetter(bool execute, bool special, QChar both, QChar onlySpecial)
{
    if (special)
        return execute ? both : onlySpecial;
    return execute ? u'x' : u'-';
}

} // namespace

QString modeText(quint32 mode)
{
    const auto letter = [mode](quint32 bit, char16_t c) { return mode & bit ? QChar(c) : QChar(u'-'); };
    const std::array<QChar, 10> letters{kindLetter(mode), letter(S_IRUSR, u'r'), letter(S_IWUSR, u'w'),
        executeLetter(mode & S_IXUSR, mode & S_ISUID, u's', u'S'), letter(S_IRGRP, u'r'), letter(S_IWGRP, u'w'),
        executeLetter(mode & S_IXGRP, mode & S_ISGID, u's', u'S'), letter(S_IROTH, u'r'), letter(S_IWOTH, u'w'),
        executeLetter(mode & S_IXOTH, mode & S_ISVTX, u't', u'T')};
    return QString(letters.data(), qsizetype(letters.size()));
}

} // namespace Sonde::Agent::Linux
